import Foundation

/// Ports of loopback that nobody listens on just now.
enum FreePort {
  struct NoneFound: Error, CustomStringConvertible {
    var description: String { "no free port was found on 127.0.0.1" }
  }

  struct Taken: Error, CustomStringConvertible {
    let port: Int
    var description: String {
      "somebody listens on port \(port) already: choose another with --port, or 0 for a free one"
    }
  }

  static func find() throws -> Int {
    guard let port = bound(0) else { throw NoneFound() }
    return port
  }

  /// - Throws: `Taken` when somebody listens there.
  static func check(_ port: Int) throws {
    if bound(port) == nil { throw Taken(port: port) }
  }

  /// Binds a socket for a moment; the port that it got, or nil.
  private static func bound(_ port: Int) -> Int? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // As the listeners do, so that a port that was closed a moment ago counts as free.
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    return isBound ? Int(UInt16(bigEndian: address.sin_port)) : nil
  }
}
