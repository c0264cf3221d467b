import Glibc

@testable import Postgres

/// Stands between libpq and PostgreSQL on a unix socket, and drops the link where it is told to.
actor Relay {
  enum Cut: Sendable, CaseIterable {
    /// COMMIT never reaches the server.
    case beforeCommit
    /// COMMIT reaches it, its answer never comes back.
    case afterCommit
    /// COMMIT reaches it; then the link stays open and swallows everything.
    case silence
  }

  nonisolated let directory: String
  private let thread = ConnectionThread(name: "relay")
  private let upstream: String
  private let listener: Int32

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  init(to upstream: String) throws {
    directory = try Files.makeTemporaryDirectory(prefix: "o2c-relay-")
    self.upstream = upstream
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let bound = Self.withAddress(directory) { bind(listener, $0, $1) }
    guard bound == 0, listen(listener, 8) == 0 else {
      throw ClusterError.system("listen", code: errno)
    }
  }

  deinit {
    close(listener)
    Files.removeTree(directory)
    thread.stop()
  }

  /// Takes one connection and serves it to its cut. Returns when both ends are closed.
  func serve(cut: Cut) {
    let client = accept(listener, nil, nil)
    let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    _ = Self.withAddress(upstream) { connect(server, $0, $1) }
    defer {
      close(client)
      close(server)
    }
    var isCutting = false
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var entries = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&entries, 2, 10_000) > 0 else { return }
      if entries[0].revents != 0 {
        let count = read(client, &buffer, buffer.count)
        guard count > 0 else { return }
        // With its closing zero, so that BEGIN … READ COMMITTED is not meant.
        if buffer[..<count].contains("COMMIT\0") {
          if cut == .beforeCommit { return }
          isCutting = true
        }
        write(server, buffer, count)
      }
      if entries[1].revents != 0 {
        let count = read(server, &buffer, buffer.count)
        guard count > 0 else { return }
        if isCutting, cut == .afterCommit { return }
        if !isCutting { write(client, buffer, count) }
      }
    }
  }

  private static func withAddress<Result>(
    _ directory: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) {
      $0.copyBytes(from: "\(directory)/.s.PGSQL.5432".utf8)
    }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func contains(_ word: String) -> Bool {
    let word = Array(word.utf8)
    return indices.contains { self[$0...].starts(with: word) }
  }
}
