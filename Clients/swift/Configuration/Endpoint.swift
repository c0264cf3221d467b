/// Where the server listens.
public struct Endpoint: Hashable, Sendable, CustomStringConvertible {
  /// Host name, or an IPv4 or IPv6 address.
  public var host: String
  /// TCP port.
  public var port: Int
  /// The name that the server's certificate must carry, where it is not ``host``.
  public var serverName: String?

  /// A host and a port; o2c serves on 8443 unless told otherwise.
  public init(host: String, port: Int = 8443, serverName: String? = nil) {
    self.host = host
    self.port = port
    self.serverName = serverName
  }

  /// An endpoint as people write it: `host`, `host:port`, `[::1]:port`, also with `https://`.
  ///
  /// - Throws: ``OrderToCashError`` with reason ``Reason/configurationInvalid``.
  public init(_ text: String) throws(OrderToCashError) {
    var rest = text[...]
    if rest.hasPrefix("https://") { rest = rest.dropFirst(8) }
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    var port: Substring?
    if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
      let after = rest[rest.index(after: end)...]
      if after.hasPrefix(":") { port = after.dropFirst() }
      guard after.isEmpty || port != nil else { throw Self.unreadable(text) }
      rest = rest[rest.index(after: rest.startIndex)..<end]
    } else if let colon = rest.lastIndex(of: ":"), rest.firstIndex(of: ":") == colon {
      port = rest[rest.index(after: colon)...]
      rest = rest[..<colon]
    }
    guard !rest.isEmpty, !rest.contains("/"), !rest.contains(" ") else {
      throw Self.unreadable(text)
    }
    self.init(host: String(rest))
    if let port {
      guard let number = Int(port), (1...65_535).contains(number) else {
        throw Self.unreadable(text)
      }
      self.port = number
    }
  }

  /// `host:port`
  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  private static func unreadable(_ text: String) -> OrderToCashError {
    .misconfigured("“\(text)” is not an endpoint; write host:port.")
  }
}
