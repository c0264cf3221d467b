import GRPCCore
import GRPCNIOTransportHTTP2Posix
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Health", .timeLimit(.minutes(2)))
struct HealthTests {
  @Test("Check and List answer without a credential, for the whole and for each service")
  func checkAndList() async throws {
    try await TestHouse.run { house in
      try await house.withAPIKey(nil) { stub in
        let client = Grpc_Health_V1_Health.Client(wrapping: stub.client)
        for service in ["", "o2c.v1.OrderService"] {
          let response = try await client.check(.with { $0.service = service })
          #expect(response.status == .serving)
        }
        let list = try await client.list(.init())
        #expect(list.statuses["o2c.v1.OrderService"]?.status == .serving)
        let error = await #expect(throws: RPCError.self) {
          _ = try await client.check(.with { $0.service = "o2c.v1.Nothing" })
        }
        #expect(error?.code == .notFound)
        house.servers.health.setReady(false)
        #expect(try await client.check(.init()).status == .notServing)
      }
    }
  }

  @Test("Watch tells each change once, and the drain; an unknown service is SERVICE_UNKNOWN")
  func watch() async throws {
    try await TestHouse.run { house in
      try await house.withAPIKey(nil) { stub in
        let client = Grpc_Health_V1_Health.Client(wrapping: stub.client)
        try await client.watch(.with { $0.service = "o2c.v1.Nothing" }) { response in
          var messages = response.messages.makeAsyncIterator()
          let first = try await messages.next()
          #expect(first?.status == .serviceUnknown)
        }
        let seen = try await client.watch(.init()) { response in
          var seen: [Grpc_Health_V1_HealthCheckResponse.ServingStatus] = []
          do {
            for try await message in response.messages {
              seen.append(message.status)
              switch seen.count {
              case 1: house.servers.health.setReady(false)
              case 2: house.servers.health.setReady(true)
              default: if message.status == .serving { house.servers.drain.begin() }
              }
            }
          } catch {
            #expect((error as? RPCError)?.code == .unavailable)
          }
          return seen
        }
        #expect(seen == [.serving, .notServing, .serving, .notServing])
      }
    }
  }

  @Test("a board that drains stays not serving, whatever comes")
  func board() async {
    let board = HealthBoard(services: ["a"])
    #expect(!board.isServing)
    board.setReady(true)
    #expect(board.status(of: "a") == .serving)
    #expect(board.status(of: "b") == nil)
    board.drain()
    board.setReady(true)
    #expect(board.status(of: "") == .notServing)
    var last: HealthBoard.Status?
    for await status in board.changes() { last = status }
    #expect(last == .notServing)
  }
}
