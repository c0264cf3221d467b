import Foundation
import Synchronization

@testable import Postgres

/// Stands between a server and PostgreSQL on a unix socket, reads along, and cuts the link around
/// COMMIT where a seeded script says so.
///
/// It follows the messages of the protocol in both directions, so that it knows a COMMIT from the
/// words of a statement, also when it was prepared under a name.
final class FaultProxy: Sendable {
  /// Where the link is cut, seen from a COMMIT.
  enum Cut: Int, CaseIterable, Sendable {
    /// It never reaches the server; what was flushed before it may.
    case beforeCommit
    /// It reaches the server, both ends are closed at once.
    case uponSending
    /// The server has answered, the answer is withheld.
    case afterAnswer
    /// Half of the answer arrives.
    case withinAnswer
  }

  struct Figures: Sendable {
    var messages = 0
    var commits = 0
    var cuts: [Cut: Int] = [:]
    var total: Int { cuts.values.reduce(0, +) }
  }

  private struct State {
    var random: SeededGenerator
    var percent: Int
    var figures = Figures()
    var isStopped = false
  }

  /// The folder in which libpq finds the socket.
  let directory: String
  private let upstream: String
  private let listener: Int32
  private let state: Mutex<State>

  /// - Parameters:
  ///   - upstream: the folder with the socket of PostgreSQL.
  ///   - percent: how many of a hundred COMMITs of the door are cut.
  init(to upstream: String, seed: UInt64, percent: Int) throws {
    directory = try Folders.make()
    self.upstream = upstream
    state = Mutex(State(random: SeededGenerator(seed: seed), percent: percent))
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let isBound = UnixSocket.withAddress(directory) { bind(listener, $0, $1) } == 0
    guard isBound, listen(listener, 64) == 0 else {
      throw ClusterError.system("listen in \(directory)", code: errno)
    }
    let thread = Thread { [self] in accept() }
    thread.start()
  }

  var figures: Figures { state.withLock { $0.figures } }

  /// From now on nothing is cut.
  func stopCutting() { state.withLock { $0.percent = 0 } }

  /// Takes no more connections; the open ones go on until an end closes.
  func stop() {
    state.withLock { $0.isStopped = true }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func accept() {
    while !state.withLock({ $0.isStopped }) {
      let client = Foundation.accept(listener, nil, nil)
      guard client >= 0 else { return }
      let thread = Thread { [self] in relay(client) }
      thread.start()
    }
  }

  /// One connection to its end.
  private func relay(_ client: Int32) {
    let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      close(client)
      close(server)
    }
    guard UnixSocket.withAddress(upstream, { connect(server, $0, $1) }) == 0 else { return }
    var asked = FrontendReader()
    var answered = BackendReader()
    /// Decided when the COMMIT was seen.
    var pending: Cut?
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var ends = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&ends, 2, 60_000) > 0 else { return }
      if ends[0].revents != 0 {
        let count = read(client, &buffer, buffer.count)
        guard count > 0 else { return }
        let seen = asked.take(buffer[..<count])
        note(messages: seen.messages, commits: seen.commits)
        if seen.commits > 0, asked.isDoor, asked.isWriting, pending == nil {
          pending = decide()
        }
        if pending == .beforeCommit { return }
        guard Self.writeAll(server, buffer[..<count]) else { return }
        if pending == .uponSending { return }
      }
      if ends[1].revents != 0 {
        let count = read(server, &buffer, buffer.count)
        guard count > 0 else { return }
        let seen = answered.take(buffer[..<count])
        note(messages: seen.messages, commits: 0)
        if let cut = pending, seen.committed {
          if cut == .withinAnswer { _ = Self.writeAll(client, buffer[..<(count / 2)]) }
          return
        }
        guard Self.writeAll(client, buffer[..<count]) else { return }
      }
    }
  }

  private func note(messages: Int, commits: Int) {
    state.withLock { state in
      state.figures.messages += messages
      state.figures.commits += commits
    }
  }

  private func decide() -> Cut? {
    state.withLock { state in
      guard state.random.chance(state.percent) else { return nil }
      let cut = Cut.allCases[state.random.index(below: Cut.allCases.count)]
      state.figures.cuts[cut, default: 0] += 1
      return cut
    }
  }

  static func writeAll(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

/// What a client says: a start-up message, then messages of a type byte and a length.
private struct FrontendReader {
  private var messages = MessageReader(hasStartUp: true)
  /// Names under which COMMIT was prepared on this connection.
  private var commitNames: Set<[UInt8]> = []
  private var writingNames: Set<[UInt8]> = []
  private(set) var isDoor = false
  /// The open transaction began as READ WRITE.
  private(set) var isWriting = false

  mutating func take(_ bytes: ArraySlice<UInt8>) -> (messages: Int, commits: Int) {
    var count = 0
    var commits = 0
    messages.append(bytes)
    while let (type, body) = messages.next() {
      count += 1
      switch type {
      case 0: isDoor = body.contains("o2cd door\0")
      case UInt8(ascii: "P"):
        let (name, text) = Self.split(body)
        if text.starts(with: Array("COMMIT\0".utf8)) { commitNames.insert(name) }
        if text.contains("READ WRITE\0") { writingNames.insert(name) }
      case UInt8(ascii: "B"):
        let (_, rest) = Self.split(body)
        let (name, _) = Self.split(rest)
        if commitNames.contains(name) { commits += 1 }
        if writingNames.contains(name) { isWriting = true }
        // The unnamed statement holds whatever was parsed last.
        if name.isEmpty {
          commitNames.remove(name)
          writingNames.remove(name)
        }
      default: break
      }
    }
    return (count, commits)
  }

  /// Up to the zero, and what follows it.
  private static func split(_ body: ArraySlice<UInt8>) -> ([UInt8], ArraySlice<UInt8>) {
    let end = body.firstIndex(of: 0) ?? body.endIndex
    return (Array(body[..<end]), end < body.endIndex ? body[(end + 1)...] : [])
  }
}

/// What PostgreSQL says.
private struct BackendReader {
  private var messages = MessageReader(hasStartUp: false)

  mutating func take(_ bytes: ArraySlice<UInt8>) -> (messages: Int, committed: Bool) {
    var count = 0
    var committed = false
    messages.append(bytes)
    while let (type, body) = messages.next() {
      count += 1
      if type == UInt8(ascii: "C"), body.starts(with: Array("COMMIT\0".utf8)) { committed = true }
    }
    return (count, committed)
  }
}

/// Takes a stream apart into messages.
private struct MessageReader {
  private var bytes: [UInt8] = []
  private var awaitsStartUp: Bool

  init(hasStartUp: Bool) { awaitsStartUp = hasStartUp }

  mutating func append(_ more: ArraySlice<UInt8>) { bytes += more }

  /// The start-up message has type 0.
  mutating func next() -> (type: UInt8, body: ArraySlice<UInt8>)? {
    let header = awaitsStartUp ? 0 : 1
    guard bytes.count >= header + 4 else { return nil }
    let length = bytes[header..<(header + 4)].reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= header + length, length >= 4 else { return nil }
    let type = awaitsStartUp ? 0 : bytes[0]
    let body = bytes[(header + 4)..<(header + length)]
    bytes.removeFirst(header + length)
    awaitsStartUp = false
    return (type, body)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func contains(_ word: String) -> Bool {
    let word = Array(word.utf8)
    return indices.contains { self[$0...].starts(with: word) }
  }
}

/// Addresses of sockets in folders, named as libpq names them.
enum UnixSocket {
  static func withAddress<Result>(
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
