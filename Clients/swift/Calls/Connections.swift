import GRPCCore
import GRPCNIOTransportHTTP2Posix

typealias Transport = HTTP2ClientTransport.Posix
typealias Connection = GRPCClient<Transport>

extension Configuration {
  /// The connections that it asks for, not yet made.
  ///
  /// The transport does not retry: the one retry loop is ``CallEngine``'s. Its keepalive notices a
  /// dead server within 40 s, and it comes back to a restarted one within 10 s.
  func makeConnections() throws -> [Connection] {
    try checked()
    let security = try transportSecurity()
    return try (0..<connections).map { _ in
      let transport = try Transport(
        target: target, transportSecurity: security,
        config: .defaults { config in
          config.http2.authority = endpoint.serverName
          config.backoff.initial = .milliseconds(100)
          config.backoff.max = .seconds(10)
          config.connection.keepalive = .init(
            time: .seconds(30), timeout: .seconds(10), allowWithoutCalls: true)
        })
      return Connection(transport: transport)
    }
  }

  /// The metadata of all calls.
  func makeMetadata() throws -> Metadata {
    var metadata: Metadata = [:]
    if let key = try apiKey() { metadata.addString("Bearer \(key)", forKey: "authorization") }
    if let seller { metadata.addString(seller.rawValue, forKey: "o2c-seller") }
    return metadata
  }

  private func checked() throws {
    guard (1...4).contains(connections) else {
      throw OrderToCashError.misconfigured("A client has 1 to 4 connections, not \(connections).")
    }
    guard maximumCallsInFlight > 0 else {
      throw OrderToCashError.misconfigured("maximumCallsInFlight must be at least 1.")
    }
    guard timeout > .zero, idleTimeout > .zero else {
      throw OrderToCashError.misconfigured("Timeouts must be greater than zero.")
    }
  }

  private var target: any ResolvableTarget {
    if endpoint.host.contains(":") { return .ipv6(address: endpoint.host, port: endpoint.port) }
    let isAddress = endpoint.host.utf8.allSatisfy {
      $0 == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    return isAddress
      ? .ipv4(address: endpoint.host, port: endpoint.port)
      : .dns(host: endpoint.host, port: endpoint.port)
  }

  private func transportSecurity() throws -> Transport.TransportSecurity {
    .tls { tls in
      switch trustRoots.kind {
      case .system: tls.trustRoots = .systemDefault
      case .file(let path): tls.trustRoots = .certificates([.file(path: path, format: .pem)])
      case .pem(let text):
        tls.trustRoots = .certificates([.bytes(Array(text.utf8), format: .pem)])
      }
      if case .certificate(let chain, let key) = credential.kind {
        tls.certificateChain = [.file(path: chain, format: .pem)]
        tls.privateKey = .file(path: key, format: .pem)
      }
    }
  }

  private func apiKey() throws -> String? {
    let text: String
    switch credential.kind {
    case .certificate: return nil
    case .key(let secret): text = secret.text
    case .keyFile(let path): text = try PrivateFile.read(path, as: "the API key")
    }
    let key = text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    guard !key.isEmpty, key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw OrderToCashError.misconfigured("The API key is empty or not one.")
    }
    return String(key)
  }
}
