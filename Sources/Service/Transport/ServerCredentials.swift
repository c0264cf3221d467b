package import GRPCNIOTransportHTTP2Posix

/// The server's certificate and key, and the CA that client certificates must come from. All PEM.
package struct ServerCredentials: Sendable {
  /// The leaf first.
  package var certificateChain: [TLSConfig.CertificateSource]
  package var privateKey: TLSConfig.PrivateKeySource
  /// Only what these signed is accepted from clients; never the system's store, whose public CAs
  /// would sign for anybody.
  package var clientAuthorities: [TLSConfig.CertificateSource]

  /// From files, as the configuration names them.
  package init(chainPath: String, keyPath: String, clientAuthorityPath: String) {
    certificateChain = [.file(path: chainPath, format: .pem)]
    privateKey = .file(path: keyPath, format: .pem)
    clientAuthorities = [.file(path: clientAuthorityPath, format: .pem)]
  }

  /// From memory.
  package init(chainPEM: String, keyPEM: String, clientAuthorityPEM: String) {
    certificateChain = [.bytes(Array(chainPEM.utf8), format: .pem)]
    privateKey = .bytes(Array(keyPEM.utf8), format: .pem)
    clientAuthorities = [.bytes(Array(clientAuthorityPEM.utf8), format: .pem)]
  }

  func security(
    for listener: AccessInterceptor.Listener
  ) -> HTTP2ServerTransport.Posix.TransportSecurity {
    switch listener {
    case .certificate:
      .mTLS(certificateChain: certificateChain, privateKey: privateKey) {
        $0.trustRoots = .certificates(clientAuthorities)
        $0.clientCertificateVerification = .noHostnameVerification
        $0.requireALPN = true
      }
    case .apiKey:
      .tls(certificateChain: certificateChain, privateKey: privateKey) {
        $0.clientCertificateVerification = .noVerification
        $0.requireALPN = true
      }
    }
  }
}
