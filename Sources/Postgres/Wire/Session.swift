internal import CLibPQ
internal import Glibc

/// A `PGconn` and what this side knows about it. Lives on one thread and never leaves it.
///
/// The link is non-blocking and in pipeline mode all the time; each wait has a deadline. What
/// throws a `PostgresError` here has lost the link: the session is then broken for good.
final class Session {
  let handle: ConnectionHandle
  let notices: Notices
  var statements = StatementCache()
  /// Reused for the parameters of one statement after the other.
  var scratch: [UInt8] = []
  private(set) var isBroken = false

  var pointer: OpaquePointer { handle.pointer }

  init(_ handle: consuming ConnectionHandle) {
    notices = Notices()
    self.handle = handle
    PQsetNoticeReceiver(
      self.handle.pointer,
      { context, result in
        guard let context else { return }
        Unmanaged<Notices>.fromOpaque(context).takeUnretainedValue().receive(result)
      }, Unmanaged.passUnretained(notices).toOpaque())
  }

  /// In step with the server and outside any transaction.
  var isIdle: Bool {
    !isBroken && PQtransactionStatus(pointer) == PQTRANS_IDLE
  }

  /// Inside a transaction that has not failed.
  var isInTransaction: Bool { PQtransactionStatus(pointer) == PQTRANS_INTRANS }

  /// Never to be used again; the connection goes with the session.
  func `break`() {
    isBroken = true
    // Makes the server notice at once, while the last reference may live on for a moment.
    let socket = PQsocket(pointer)
    if socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
  }

  func lost() -> PostgresError {
    let text = String(cString: PQerrorMessage(pointer))
    `break`()
    let line = text.split(separator: "\n").first.map(String.init) ?? "no word from libpq"
    return .linkLost(line)
  }

  /// Sends what is buffered and waits until the next result can be taken without blocking.
  func awaitResult(until deadline: Deadline) throws(PostgresError) {
    while PQisBusy(pointer) == 1 {
      let unsent = PQflush(pointer)
      if unsent < 0 { throw lost() }
      let events = unsent == 0 ? POLLIN : POLLIN | POLLOUT
      try wait(for: Int16(events), until: deadline)
      if PQconsumeInput(pointer) == 0 { throw lost() }
    }
  }

  /// Waits for the socket. A full buffer on both sides is no deadlock: whoever waits to write
  /// reads too.
  func wait(for events: Int16, until deadline: Deadline) throws(PostgresError) {
    while true {
      var entry = pollfd(fd: PQsocket(pointer), events: events, revents: 0)
      if entry.fd < 0 { throw lost() }
      let ready = poll(&entry, 1, deadline.remainingMilliseconds)
      if ready > 0 { return }
      if ready == 0 {
        `break`()
        throw .limitPassed
      }
      if errno != EINTR { throw lost() }
    }
  }
}

/// Takes what the server says by the way, which libpq would print. A warning counts: one during
/// COMMIT means that it was not confirmed.
final class Notices {
  private(set) var warningCount = 0
  private(set) var lastWarning = ""

  fileprivate func receive(_ result: OpaquePointer?) {
    guard let severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED_CODE),
      String(cString: severity) == "WARNING"
    else { return }
    warningCount += 1
    lastWarning =
      PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY_CODE).map { String(cString: $0) } ?? ""
  }
}
