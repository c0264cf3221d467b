package import Domain
import Foundation
import Synchronization
package import X509

/// Makes a caller of a credential, or says why not. Asks the directory at most once in
/// `revocationDelay` for each credential.
package final class Authenticator: Sendable {
  /// A revoked key or certificate is refused after this time at the latest.
  package static let revocationDelay: Duration = .seconds(3)

  /// A stored credential and the caller that it makes.
  private struct Known<Stored: Sendable>: Sendable {
    let stored: Stored
    let caller: AuthenticatedCaller
  }

  private let directory: CallerDirectory
  private let pepper: Pepper
  private let now: @Sendable () -> Instant
  private let keys: CallerCache<String, Known<StoredAPIKey>>
  private let certificates: CallerCache<PeerIdentity, Known<StoredCertificate>>
  /// Reading a certificate's names and hash costs more than the whole rest of a cached call.
  private let peers = Mutex<[X509.Certificate: PeerIdentity?]>([:])

  package init(
    directory: CallerDirectory, pepper: Pepper,
    revocationDelay: Duration = Authenticator.revocationDelay,
    now: @escaping @Sendable () -> Instant = Authenticator.wallClock
  ) {
    self.directory = directory
    self.pepper = pepper
    self.now = now
    keys = CallerCache(lifetime: revocationDelay)
    certificates = CallerCache(lifetime: revocationDelay)
  }

  package static let wallClock: @Sendable () -> Instant = {
    Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
  }

  /// The caller of an `authorization` header.
  package func caller(authorization: String?) async throws -> AuthenticatedCaller {
    guard let authorization else {
      throw ServiceError.credentialsMissing(
        "This listener asks for an API key: `authorization: Bearer o2c_…`.")
    }
    let words = authorization.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2, words[0].lowercased() == "bearer",
      let key = APIKeyToken(String(words[1]))
    else { throw ServiceError.credentialsInvalid() }
    let found = try await lookUp {
      try await keys.value(for: key.keyID) { [directory] in
        try await directory.apiKey(key.keyID).map {
          Known(stored: $0, caller: AuthenticatedCaller($0.principal, credentialID: key.keyID))
        }
      }
    }
    // The secret is checked before anything else is told about the key.
    guard let known = found, case let stored = known.stored,
      key.matches(stored.secretMAC, under: pepper)
    else {
      throw ServiceError.credentialsInvalid(keyID: key.keyID)
    }
    guard !stored.isRevoked, !stored.principal.isSuspended else {
      throw ServiceError.credentialsRevoked(keyID: key.keyID)
    }
    if let expireTime = stored.expireTime, expireTime <= now() {
      throw ServiceError.credentialsExpired(keyID: key.keyID)
    }
    return known.caller
  }

  /// The caller of a client certificate that the handshake has verified against our CA.
  package func caller(certificate: X509.Certificate?) async throws -> AuthenticatedCaller {
    guard let certificate else {
      throw ServiceError.credentialsMissing("This listener asks for a client certificate.")
    }
    guard let peer = identity(of: certificate) else { throw ServiceError.credentialsInvalid() }
    // The handshake checked this too, but a connection outlives it.
    guard peer.notValidAfter > now().microseconds / 1_000_000 else {
      throw ServiceError.credentialsExpired()
    }
    let found = try await lookUp {
      try await certificates.value(for: peer) { [directory] in
        try await directory.certificate(peer.uri, peer.fingerprint).map {
          Known(
            stored: $0,
            caller: AuthenticatedCaller(
              $0.principal, credentialID: "sha256:\(peer.fingerprint.prefix(16))"))
        }
      }
    }
    guard let known = found else { throw ServiceError.credentialsInvalid() }
    guard !known.stored.isRevoked, !known.stored.principal.isSuspended else {
      throw ServiceError.credentialsRevoked()
    }
    return known.caller
  }

  private func identity(of certificate: X509.Certificate) -> PeerIdentity? {
    if let known = peers.withLock({ $0[certificate] }) { return known }
    let peer = PeerIdentity(certificate)
    peers.withLock { peers in
      if peers.count >= 10_000 { peers.removeAll(keepingCapacity: true) }
      peers[certificate] = .some(peer)
    }
    return peer
  }

  private func lookUp<Value>(_ body: () async throws -> Value?) async throws -> Value? {
    do {
      return try await body()
    } catch let error as ServiceError {
      throw error
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw ServiceError.databaseUnavailable
    }
  }
}
