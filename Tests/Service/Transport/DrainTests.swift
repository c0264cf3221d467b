import GRPCCore
import Logging
import OrderToCashAPI
import Synchronization
import Testing

@testable import Service

@Suite("The drain", .timeLimit(.minutes(2)))
struct DrainTests {
  @Test("what is in flight is finished, health says not serving, and new calls are refused")
  func finishes() async throws {
    try await TestHouse.run { configuration in
      configuration.drain = .init(drain: .seconds(10), end: .seconds(20))
    } body: { house in
      let certificate = try house.certificate()
      _ = try await house.withCertificate(certificate) { client in
        try await client.call()
        async let slow = client.call(StubService.getOrder, "slow")
        while house.stub.calls.started.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(house.servers.health.isServing)
        house.servers.drain.begin()
        let response = try await slow
        #expect(response.status == .serving)
        #expect(!house.servers.health.isServing)
        // The drain runs beside this: on a busy machine a call may still slip in before it refuses.
        let start = ContinuousClock.now
        var failure: Failure?
        while failure == nil, ContinuousClock.now - start < .seconds(5) {
          failure = await client.failure()
        }
        #expect(failure?.code == .unavailable)
      }
    }
  }

  @Test("peers that never read, never answer or never shake hands do not hold it up")
  func silentPeers() async throws {
    let begun = Mutex<ContinuousClock.Instant?>(nil)
    let overruns = Tally()
    try await TestHouse.run { configuration in
      configuration.drain = .init(drain: .milliseconds(700), end: .seconds(15))
      configuration.connections.handshake = .seconds(600)
      configuration.connections.firstRequest = .seconds(600)
    } body: { house in
      _ = try await SilentPeer.tcp(port: house.certificatePort)
      let peer = try await SilentPeer.tls(port: house.apiKeyPort, offering: ["h2"])
      try await peer.send(SilentPeer.preface)
      try await peer.stopReading()
      let key = house.directory.addKey(roles: ["AUDITOR"])
      try await withThrowingTaskGroup(of: Void.self) { group in
        // A stream that would never end by itself.
        group.addTask {
          _ = try? await house.withAPIKey("Bearer \(key.revealed)") {
            try await $0.stream("hang")
          }
        }
        while house.stub.calls.started.count == 0 {
          try await Task.sleep(for: .milliseconds(10))
        }
        begun.withLock { $0 = .now }
        house.servers.drain.begin()
        try await group.waitForAll()
      }
      overruns.add(house.directory.overruns.count)
    }
    let took = try #require(begun.withLock { $0 }).duration(to: .now)
    #expect(took >= .milliseconds(700))
    #expect(took < .seconds(5))
    #expect(overruns.count == 0)
  }

  @Test("servers that do not end even then are reported when the time is over")
  func overrun() async throws {
    let overruns = Tally()
    let release = AsyncStream.makeStream(of: Void.self)
    let controller = DrainController(
      times: .init(drain: .milliseconds(50), end: .milliseconds(200)),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, onAnnounce: {},
      onDrain: {}, closeConnections: {},
      onOverrun: {
        overruns.add()
        release.continuation.finish()
      })
    controller.begin()
    // Deaf to cancellation: the wait happens in a task of its own.
    let deaf = Task { for await _ in release.stream {} }
    try await controller.run([
      .init(serve: { await deaf.value }, beginGracefulShutdown: {})
    ])
    #expect(overruns.count == 1)
  }

  @Test("a port that is taken is an error, not a drain")
  func portTaken() async throws {
    try await TestHouse.run { house in
      await #expect(throws: (any Error).self) {
        try await TestHouse.run { configuration in
          configuration.apiKeyListener.port = house.apiKeyPort
        } body: { _ in
        }
      }
    }
  }
}
