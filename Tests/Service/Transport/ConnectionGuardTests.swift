import Testing

@testable import Service

@Suite("The connection guard", .timeLimit(.minutes(2)))
struct ConnectionGuardTests {
  @Test("it sees every connection, handshake and request that the transport takes")
  func counts() async throws {
    try await TestHouse.run { house in
      let certificate = try house.certificate()
      _ = try await house.withCertificate(certificate) { client in
        try await client.call()
        try await client.call()
        #expect(house.servers.certificateGuard.counters.open == 1)
      }
      #expect(house.servers.certificateGuard.counters.accepted == 1)
      #expect(house.servers.certificateGuard.counters.streams == 2)
      #expect(house.servers.certificateGuard.counters.closed == [:])
    }
  }

  @Test("who does not shake hands, or asks nothing, is closed; the others are served on")
  func slow() async throws {
    try await TestHouse.run { configuration in
      configuration.connections.handshake = .seconds(2)
      configuration.connections.firstRequest = .milliseconds(500)
    } body: { house in
      let mute = try await SilentPeer.tcp(port: house.apiKeyPort)
      let idle = try await SilentPeer.tls(port: house.apiKeyPort, offering: ["h2"])
      try await idle.send(SilentPeer.preface)
      try await idle.stopReading()
      let key = house.directory.addKey()
      _ = try await house.withAPIKey("Bearer \(key.revealed)") { client in
        try await client.call()
        #expect(try await mute.isClosed(within: .seconds(10)))
        let start = ContinuousClock.now
        while house.servers.apiKeyGuard.counters.closed[.noRequest] == nil,
          ContinuousClock.now - start < .seconds(10)
        {
          try await Task.sleep(for: .milliseconds(20))
        }
        try await client.call()
      }
      let closed = house.servers.apiKeyGuard.counters.closed
      #expect(closed[.handshakeTooSlow] == 1)
      #expect(closed[.noRequest] == 1)
      await idle.close()
    }
  }

  @Test("beyond the caps a connection is closed at once, and its place comes back")
  func caps() async throws {
    try await TestHouse.run { configuration in
      configuration.connections.connectionsPerAddress = 3
    } body: { house in
      var peers: [SilentPeer] = []
      for _ in 0..<3 { peers.append(try await .tcp(port: house.apiKeyPort)) }
      while house.servers.apiKeyGuard.counters.open < 3 {
        try await Task.sleep(for: .milliseconds(5))
      }
      let fourth = try await SilentPeer.tcp(port: house.apiKeyPort)
      #expect(try await fourth.isClosed(within: .seconds(3)))
      #expect(house.servers.apiKeyGuard.counters.closed[.tooManyFromAddress] == 1)
      for peer in peers { await peer.close() }
      let start = ContinuousClock.now
      while house.servers.apiKeyGuard.counters.open > 0,
        ContinuousClock.now - start < .seconds(5)
      {
        try await Task.sleep(for: .milliseconds(5))
      }
      let key = house.directory.addKey()
      _ = try await house.withAPIKey("Bearer \(key.revealed)") { try await $0.call() }
    }
  }

  @Test("the hard age and the least progress close whom the transport would keep")
  func ageAndProgress() async throws {
    for age in [true, false] {
      try await TestHouse.run { configuration in
        if age {
          configuration.connections.age = .milliseconds(1500)
        } else {
          configuration.connections.progress = .milliseconds(1500)
        }
      } body: { house in
        let peer = try await SilentPeer.tls(port: house.apiKeyPort, offering: ["h2"])
        try? await peer.send(SilentPeer.preface)
        try? await peer.stopReading()
        let start = ContinuousClock.now
        let verdict: ConnectionGuard.Verdict = age ? .tooOld : .noProgress
        while house.servers.apiKeyGuard.counters.closed[verdict] == nil,
          ContinuousClock.now - start < .seconds(10)
        {
          try await Task.sleep(for: .milliseconds(20))
        }
        #expect(house.servers.apiKeyGuard.counters.closed[verdict] == 1)
        #expect(house.servers.apiKeyGuard.counters.open == 0)
        await peer.close()
      }
    }
  }

  @Test("a client that does not offer HTTP/2 is not served", arguments: [[], ["http/1.1"]])
  func alpn(protocols: [String]) async throws {
    try await TestHouse.run { house in
      let peer = try await SilentPeer.tls(port: house.apiKeyPort, offering: protocols)
      try? await peer.send(SilentPeer.preface)
      #expect(try await peer.isClosed(within: .seconds(3)))
      let key = house.directory.addKey()
      _ = try await house.withAPIKey("Bearer \(key.revealed)") { try await $0.call() }
    }
  }

  @Test("any bytes end in a closed connection, and the listener lives on")
  func noise() async throws {
    try await TestHouse.run { house in
      var random = SystemRandomNumberGenerator()
      for round in 0..<20 {
        let peer =
          round.isMultiple(of: 2)
          ? try await SilentPeer.tcp(port: house.certificatePort)
          : try await SilentPeer.tls(port: house.apiKeyPort, offering: ["h2"])
        try? await peer.send((0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) })
        #expect(try await peer.isClosed(within: .seconds(7)))
        await peer.close()
      }
      let key = house.directory.addKey()
      _ = try await house.withAPIKey("Bearer \(key.revealed)") { try await $0.call() }
      let certificate = try house.certificate()
      _ = try await house.withCertificate(certificate) { try await $0.call() }
    }
  }
}
