import GRPCNIOTransportHTTP2Posix

/// Where and how the server listens.
package struct ServerConfiguration: Sendable {
  /// One listener; port 0 takes a free one, which `RPCServers.ports()` tells.
  package struct Address: Sendable, Hashable {
    /// An IP address, or `localhost`.
    package var host: String
    package var port: Int

    package init(host: String = "127.0.0.1", port: Int = 0) {
      self.host = host
      self.port = port
    }

    var socketAddress: SocketAddress {
      host.contains(":")
        ? .ipv6(host: host, port: port)
        : .ipv4(host: host == "localhost" ? "127.0.0.1" : host, port: port)
    }
  }

  package var credentials: ServerCredentials
  /// For services and admins: mutual TLS.
  package var certificateListener: Address
  /// For partners: TLS and an API key.
  package var apiKeyListener: Address
  package var transport = TransportSettings()
  package var connections: ConnectionGuard.Limits
  package var admission = AdmissionControl.Limits()
  package var drain = DrainController.Times()

  package init(
    credentials: ServerCredentials, certificateListener: Address = Address(),
    apiKeyListener: Address = Address()
  ) {
    self.credentials = credentials
    self.certificateListener = certificateListener
    self.apiKeyListener = apiKeyListener
    connections = ConnectionGuard.Limits(for: transport)
  }
}
