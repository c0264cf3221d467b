import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

/// Everybody wants the last pieces at once, over two servers on one database.
@Suite("The fight for the last pieces", .serialized)
struct StockRaceTests {
  /// The batches of the two servers must meet, which they do not in every round.
  private static let rounds = 1...6

  @Test("orders, moves, receipts and cancellations at once: nothing is oversold, nobody forgotten")
  func race() async throws {
    try await AdapterHouse.run(servers: 2) { houses in
      let company = try await Company(houses[0])
      let desks = houses.map { StockDesk(Company(company, at: $0)) }
      try await desks[0].raiseLimit()
      let main = try await desks[0].mainWarehouse()
      let east = try await desks[0].addWarehouse("EAST")
      for round in Self.rounds {
        let sku = "RARE-\(round)"
        try await desks[0].addProduct(sku)
        try await desks[0].receive(10, of: sku)
        var held: [String] = []
        for _ in 0..<4 { held.append(try await desks[0].take(sku, waits: false)) }
        let tally = try await Self.fight(desks, sku, main: main, east: east, giving: held)
        #expect(Set(tally.refusals).isSubset(of: ["INSUFFICIENT_STOCK"]), "\(tally.refusals)")
        #expect(tally.received == 6 && tally.cancelled == held.count)
        // Ten and what came, less what was lost.
        let levels = try await desks[0].levels(sku).map { $0.map { Int($0) ?? -1 } }
        #expect(levels.reduce(0) { $0 + $1[0] } == 10 + tally.received - tally.lost)
        #expect(levels.allSatisfy { 0 <= $0[1] && $0[1] <= $0[0] })
        let orders = tally.placed + tally.waiting
        #expect(levels.reduce(0) { $0 + $1[1] + $1[2] } == orders)
        // Who waits, waits for nothing that is there.
        #expect(levels.allSatisfy { $0[2] == 0 || $0[0] == $0[1] }, "\(levels)")
      }
      #expect(try await desks[1].findings().isEmpty)
    }
  }

  private struct Tally {
    var placed = 0
    var waiting = 0
    var lost = 0
    var received = 0
    var cancelled = 0
    var refusals: [String] = []
  }

  private enum Act: CaseIterable {
    case order, waitingOrder, transfer, lose, receive, cancel
  }

  /// All at once, each over one of the two servers.
  private static func fight(
    _ desks: [StockDesk], _ sku: String, main: String, east: String, giving held: [String]
  ) async throws -> Tally {
    var acts: [(Act, String)] = []
    acts += (0..<20).map { _ in (.order, "") }
    acts += (0..<8).map { _ in (.waitingOrder, "") }
    acts += (0..<6).map { _ in (.transfer, "") }
    acts += (0..<6).map { _ in (.lose, "") }
    acts += (0..<3).map { _ in (.receive, "") }
    acts += held.map { (.cancel, $0) }
    acts.shuffle()
    return try await withThrowingTaskGroup(of: (Act, String?).self) { group in
      for (index, (act, order)) in acts.enumerated() {
        let desk = desks[index % desks.count]
        group.addTask {
          do {
            switch act {
            case .order: _ = try await desk.take(sku, waits: false)
            case .waitingOrder: _ = try await desk.take(sku, waits: true)
            case .transfer:
              _ = try await desk.move([.of(sku, from: main, to: east, quantity: "1")])
            case .lose: _ = try await desk.move([.of(sku, from: main, quantity: "1")])
            case .receive: try await desk.receive(2, of: sku)
            case .cancel: _ = try await desk.orders.cancel(order)
            }
            return (act, nil)
          } catch let rejection as Rejection {
            return (act, rejection.reason.rawValue)
          }
        }
      }
      var tally = Tally()
      for try await (act, refusal) in group {
        if let refusal {
          tally.refusals.append(refusal)
          continue
        }
        switch act {
        case .order: tally.placed += 1
        case .waitingOrder: tally.waiting += 1
        case .lose: tally.lost += 1
        case .receive: tally.received += 2
        case .cancel: tally.cancelled += 1
        case .transfer: break
        }
      }
      return tally
    }
  }
}

extension StockDesk {
  /// Orders one piece.
  fileprivate func take(_ sku: String, waits: Bool) async throws -> String {
    try await orders.place(orders.draft("1") { $0.lines[0].sku = sku }) {
      $0.allowBackorder = waits
    }.name
  }
}
