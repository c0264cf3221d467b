package import GRPCNIOTransportHTTP2Posix
package import Logging
import NIOCertificateReloading
import X509

/// The server's certificate and key, and the CA that client certificates must come from: PEM files.
///
/// Certificate and key are read again from time to time: new handshakes have the new ones, calls
/// under way end as they began. A pair that does not fit, as while one of two files is written, is
/// left alone until it does. Another CA takes a restart.
package struct ServerCredentials: Sendable {
  /// The leaf first.
  package var chainPath: String
  package var keyPath: String
  /// Only what these signed is accepted from clients; never the system's store, whose public CAs
  /// would sign for anybody.
  package var clientAuthorityPath: String
  package var reloadInterval: Duration = .seconds(30)

  package init(chainPath: String, keyPath: String, clientAuthorityPath: String) {
    self.chainPath = chainPath
    self.keyPath = keyPath
    self.clientAuthorityPath = clientAuthorityPath
  }

  /// - Throws: when the files are not there, or do not belong together.
  func reloader(_ logger: Logger) throws -> TimedCertificateReloader {
    try .makeReloaderValidatingSources(
      configuration: .init(
        refreshInterval: reloadInterval,
        certificateSource: .init(location: .file(path: chainPath), format: .pem),
        privateKeySource: .init(location: .file(path: keyPath), format: .pem)
      ) {
        $0.onCertificateLoaded = { change in
          guard change.previousX509CertificateChain != change.currentX509CertificateChain,
            change.previousCertificateChain != nil,
            let leaf = change.currentX509CertificateChain.first
          else { return }
          logger.notice(
            "New connections have a new certificate.",
            metadata: ["valid_until": "\(leaf.notValidAfter)"])
        }
        $0.onCertificateLoadFailed = { failure in
          logger.warning(
            "The certificate stays as it was: what the files hold cannot be used.",
            metadata: ["error": "\(failure.error)"])
        }
      })
  }

  func security(
    for listener: AccessInterceptor.Listener, _ reloader: TimedCertificateReloader
  ) throws -> HTTP2ServerTransport.Posix.TransportSecurity {
    switch listener {
    case .certificate:
      try .mTLS(certificateReloader: reloader) {
        $0.trustRoots = .certificates([.file(path: clientAuthorityPath, format: .pem)])
        $0.clientCertificateVerification = .noHostnameVerification
        $0.requireALPN = true
      }
    case .apiKey:
      try .tls(certificateReloader: reloader) {
        $0.clientCertificateVerification = .noVerification
        $0.requireALPN = true
      }
    }
  }
}
