internal import CLibPQ

/// Owns a `PGconn`: closed when it goes.
struct ConnectionHandle: ~Copyable {
  let pointer: OpaquePointer

  deinit { PQfinish(pointer) }
}

/// Owns a `PGresult`: cleared when it goes.
struct ResultHandle: ~Copyable {
  let pointer: OpaquePointer

  var status: ExecStatusType { PQresultStatus(pointer) }

  deinit { PQclear(pointer) }
}
