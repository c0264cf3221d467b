/// What the server said when it refused a statement.
///
/// Its description leaves out `detail`, which quotes rows: what is printed may reach a log.
package struct ServerError: Error, Sendable, Hashable, CustomStringConvertible {
  package var sqlState: SQLState
  package var severity: String
  package var message: String
  /// May quote the values of a row; never for logs or clients.
  package var detail: String?
  package var constraint: String?
  package var table: String?
  package var column: String?

  package init(
    sqlState: SQLState, severity: String, message: String, detail: String? = nil,
    constraint: String? = nil, table: String? = nil, column: String? = nil
  ) {
    self.sqlState = sqlState
    self.severity = severity
    self.message = message
    self.detail = detail
    self.constraint = constraint
    self.table = table
    self.column = column
  }

  /// The server ends the session with it.
  package var isFatal: Bool { severity == "FATAL" || severity == "PANIC" }

  package var description: String {
    let place = (constraint ?? column ?? table).map { " (\($0))" } ?? ""
    return "\(severity) \(sqlState): \(message)\(place)"
  }
}

/// Why a connection, a statement or a wait for a connection failed.
package enum PostgresError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The server refused. `statement` is the place in the pipeline, counted from 0.
  case server(ServerError, statement: Int)
  /// The link broke without a word of the server.
  case linkLost(String)
  /// The time limit of a wait passed; the connection was given up.
  case limitPassed
  /// The server does not fit: version, role, recovery.
  case unsuitable(String)
  /// COMMIT was answered with this tag or warning instead of success.
  case commitNotConfirmed(String)
  /// A row has another shape than its reader expects.
  case decoding(DecodeError)
  /// Nobody gave a connection back in time.
  case poolExhausted
  /// The pool has been closed.
  case poolClosed
  /// The task that waited was cancelled.
  case cancelled
  /// Called in a way that cannot work, such as two statements in one text.
  case misuse(String)

  package var serverError: ServerError? {
    if case .server(let error, _) = self { error } else { nil }
  }

  /// What it means for the one who has to go on.
  package var failureClass: FailureClass {
    switch self {
    case .server(let error, _):
      error.isFatal && error.sqlState.failureClass == .ours
        ? .connectionGone : error.sqlState.failureClass
    case .linkLost, .unsuitable, .commitNotConfirmed: .connectionGone
    case .limitPassed, .cancelled: .statementTimeout
    case .poolExhausted, .poolClosed: .noResources
    case .decoding, .misuse: .ours
    }
  }

  package var description: String {
    switch self {
    case .server(let error, let statement): "\(error) in statement \(statement)"
    case .linkLost(let why): "link to PostgreSQL lost: \(why)"
    case .limitPassed: "time limit passed while waiting for PostgreSQL"
    case .unsuitable(let why): "unsuitable PostgreSQL server: \(why)"
    case .commitNotConfirmed(let answer): "COMMIT was answered with \(answer)"
    case .decoding(let error): "unexpected row: \(error)"
    case .poolExhausted: "no free PostgreSQL connection in time"
    case .poolClosed: "the pool of PostgreSQL connections is closed"
    case .cancelled: "cancelled while waiting for a PostgreSQL connection"
    case .misuse(let why): "misuse: \(why)"
    }
  }
}
