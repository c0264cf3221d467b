internal import CLibPQ

extension Session {
  /// Runs a text of any number of statements without parameters, outside pipeline mode.
  ///
  /// For migrations and for what cannot run in a pipeline, such as CREATE DATABASE. Never for a
  /// text that holds input.
  ///
  /// - Throws: the refusal of the server, or what broke the link.
  func script(_ text: String, until deadline: Deadline) throws(PostgresError) {
    guard !isBroken else { throw .linkLost("connection was given up before") }
    guard PQexitPipelineMode(pointer) == 1, PQsendQuery(pointer, text) == 1 else { throw lost() }
    var failure: PostgresError?
    var place = 0
    while true {
      try awaitResult(until: deadline)
      guard let result = PQgetResult(pointer) else { break }
      let handle = ResultHandle(pointer: result)
      switch PQresultStatus(handle.pointer) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: break
      case PGRES_FATAL_ERROR:
        let error = ServerError(handle.pointer)
        failure = failure ?? .server(error, statement: place)
        if !error.isFromServer || error.isFatal || PQstatus(pointer) != CONNECTION_OK {
          `break`()
          throw error.isFromServer ? .server(error, statement: place) : .linkLost(error.message)
        }
      default:
        `break`()
        throw .misuse("COPY in a script")
      }
      place += 1
    }
    guard PQenterPipelineMode(pointer) == 1 else { throw lost() }
    if let failure { throw failure }
  }
}
