import Domain
import Foundation
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import Testing

@testable import Service

@Suite("Who gets in", .timeLimit(.minutes(2)))
struct TLSTests {
  @Test("a certificate of our CA calls, and so does an API key")
  func goodCredentials() async throws {
    try await TestHouse.run { house in
      let certificate = try house.certificate()
      _ = try await house.withCertificate(certificate) { try await $0.call() }
      let key = house.directory.addKey()
      _ = try await house.withAPIKey("Bearer \(key.revealed)") { try await $0.call() }
      #expect(house.stub.calls.started.count == 2)
    }
  }

  @Test("no RPC runs for a foreign CA's, an expired, an unregistered or no certificate")
  func badCertificates() async throws {
    try await TestHouse.run { house in
      let foreign = try CertificateAuthority.make(name: "somebody else")
      let stranger = try house.certificate(from: foreign)
      let expired = try house.certificate(validDays: -1)
      for certificate in [stranger, expired, nil] {
        let failure = try await house.withCertificate(certificate) {
          await $0.failure(timeout: .seconds(5))
        }
        #expect(failure != nil)
        #expect(failure?.code != .unknown)
      }
      let unregistered = try house.authority.issueClient(
        principal: house.directory.principal(kind: .service, roles: ["ADMIN"]).id)
      let failure = try await house.withCertificate(unregistered) { await $0.failure() }
      #expect(failure?.reason == "CREDENTIALS_INVALID")
      #expect(house.stub.calls.started.count == 0)
    }
  }

  @Test("a client that trusts another CA does not talk to us")
  func clientChecksServer() async throws {
    try await TestHouse.run { house in
      let other = try CertificateAuthority.make(name: "other")
      let certificate = try house.certificate()
      let failure = try await house.withCertificate(certificate, trusting: other) {
        await $0.failure(timeout: .seconds(5))
      }
      #expect(failure != nil)
    }
  }

  @Test("a partner's kind does not enter by certificate, nor an admin's by key")
  func kindsKeepToTheirListener() async throws {
    try await TestHouse.run { house in
      let partner = try house.certificate(roles: ["PARTNER"], kind: .partner)
      let failure = try await house.withCertificate(partner) { await $0.failure() }
      #expect(failure?.reason == "CREDENTIALS_INVALID")
    }
  }

  @Test("a revoked certificate is refused within seconds, also on an open connection and stream")
  func revokedCertificate() async throws {
    try await TestHouse.run { house in
      let certificate = try house.certificate()
      try await house.withCertificate(certificate) { client in
        try await client.call()
        house.directory.revokeAllCertificates()
        let start = ContinuousClock.now
        var failure: Failure?
        while failure == nil, ContinuousClock.now - start < .seconds(5) {
          failure = await client.failure()
          try await Task.sleep(for: .milliseconds(20))
        }
        #expect(failure?.reason == "CREDENTIALS_REVOKED")
        #expect(failure?.code == .unauthenticated)
      }
    }
  }

  @Test("a revoked key ends an open stream within five seconds")
  func revokedKeyEndsStream() async throws {
    try await TestHouse.run { house in
      let key = house.directory.addKey(roles: ["AUDITOR"])
      let start = ContinuousClock.now
      try await house.withAPIKey("Bearer \(key.revealed)") { client in
        async let end = Result { try await client.stream("hang") }
        try await Task.sleep(for: .milliseconds(200))
        house.directory.revoke(key: key)
        guard case .failure(let error) = await end else {
          Issue.record("the stream ended well")
          return
        }
        #expect(Failure(error).reason == "CREDENTIALS_REVOKED")
        #expect(ContinuousClock.now - start < .seconds(5))
      }
    }
  }

  @Test("what is wrong with a key is said, and a typing error costs no look-up")
  func badKeys() async throws {
    try await TestHouse.run { house in
      let good = house.directory.addKey()
      let revoked = house.directory.addKey()
      house.directory.revoke(key: revoked)
      let expired = house.directory.addKey(expireTime: .init(microseconds: 1))
      let stranger = APIKeyToken.make(keyID: .init(good.keyID)!)
      let unknown = APIKeyToken.make(keyID: .init("01m68kvah0e9nv59tdwh9edd1r")!)
      var typo = Array(good.revealed)
      typo[40] = typo[40] == "0" ? "1" : "0"
      let cases: [(String?, reason: String, lookups: Int)] = [
        (nil, "CREDENTIALS_MISSING", 0),
        ("Bearer", "CREDENTIALS_INVALID", 0),
        ("Basic abc", "CREDENTIALS_INVALID", 0),
        ("Bearer \(String(typo))", "CREDENTIALS_INVALID", 0),
        ("Bearer \(stranger.revealed)", "CREDENTIALS_INVALID", 1),
        ("Bearer \(unknown.revealed)", "CREDENTIALS_INVALID", 1),
        ("Bearer \(revoked.revealed)", "CREDENTIALS_REVOKED", 1),
        ("bearer \(expired.revealed)", "CREDENTIALS_EXPIRED", 1),
      ]
      for (authorization, reason, lookups) in cases {
        let before = house.directory.lookups.count
        let failure = try await house.withAPIKey(authorization) { await $0.failure() }
        #expect(failure?.code == .unauthenticated)
        #expect(failure?.reason == reason, "\(authorization?.prefix(20) ?? "none")")
        #expect(failure?.metadata["outcome"] == "not_applied")
        #expect(house.directory.lookups.count - before == lookups)
      }
    }
  }

  @Test("a directory that does not answer is no wrong credential")
  func directoryDown() async throws {
    try await TestHouse.run { house in
      let key = house.directory.addKey()
      house.directory.goDown()
      let failure = try await house.withAPIKey("Bearer \(key.revealed)") { await $0.failure() }
      #expect(failure?.code == .unavailable)
      #expect(failure?.reason == "DATABASE_UNAVAILABLE")
      #expect(failure?.metadata["retryable"] == "true")
    }
  }

  @Test("certificate and key are exchanged under load: no call fails, new connections have the new")
  func rotation() async throws {
    try await TestHouse.run { house in
      let key = house.directory.addKey()
      // A client that trusts the new CA alone gets in once the new certificate is in use.
      let next = try CertificateAuthority.make(name: "next")
      try await house.withAPIKey("Bearer \(key.revealed)") { client in
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<8 {
            group.addTask { while !Task.isCancelled { try await client.call() } }
          }
          defer { group.cancelAll() }
          // Half of an exchange is none: the old pair stays in use.
          let issued = try next.issueServer()
          try Data(issued.certificatePEM.utf8).write(to: house.folder.appending(path: "server.pem"))
          try await Task.sleep(for: .milliseconds(200))
          _ = try await house.withAPIKey("Bearer \(key.revealed)") { try await $0.call() }
          try issued.write(to: house.folder)
          let start = ContinuousClock.now
          var isNew = false
          while !isNew, ContinuousClock.now - start < .seconds(10) {
            isNew =
              try await house.withAPIKey("Bearer \(key.revealed)", trusting: next) {
                await $0.failure(timeout: .seconds(1))
              } == nil
          }
          #expect(isNew)
          try await client.call()
        }
      }
    }
  }

  @Test("more than a hundred calls at once share one connection")
  func manyCalls() async throws {
    try await TestHouse.run { house in
      let certificate = try house.certificate()
      try await house.withCertificate(certificate) { client in
        try await client.call()
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<400 { group.addTask { try await client.call(.init(), "slow") } }
          try await group.waitForAll()
        }
      }
      #expect(house.servers.certificateGuard.counters.accepted == 1)
      #expect(house.stub.calls.started.count == 401)
    }
  }
}

extension MethodDescriptor {
  /// The method that most tests call.
  init() { self = StubService.getOrder }
}

extension Result where Failure == any Error {
  init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
