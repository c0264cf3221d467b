import OrderToCash
import OrderToCashAPI
import Postgres
import Testing

extension EndToEnd {
  @Suite("Many want the last one") struct Contention {}
}

extension EndToEnd.Contention {
  /// Batches of the two servers must meet, which they do not in every round.
  static let rounds = 1...6

  @Test("100 clients fight for the last units of stock: as many win as there are")
  func stock() async throws {
    let database = try await Installation.shared().database()
    try await Self.onTwoServers(database) { one, other in
      for round in Self.rounds {
        try await one.addProduct(sku: "RARE-\(round)", price: "5", onHand: 10)
        let request = PlaceOrderRequest.order(
          database.company.customers[0], [("RARE-\(round)", 1)])
        let (winners, refusals) = try await Self.fight(request, [one, other])
        #expect(winners.count == 10)
        #expect(refusals == Array(repeating: "INSUFFICIENT_STOCK", count: 90))
        if round == 1 { try await Self.takeTurns(request, winners, [one, other]) }
      }
    }
    let connection = try await database.inspect()
    let levels = try await connection.texts(
      """
      SELECT on_hand_e6 || ' ' || reserved_e6 FROM stock_levels
      JOIN products USING (seller_id, product_id) WHERE sku LIKE 'RARE-%'
      """)
    #expect(levels == Self.rounds.map { _ in "10000000 10000000" })
    #expect(try await Invariants.check(connection).isEmpty)
    await connection.close()
  }

  @Test("100 clients fight for the last cent of credit: no decision passes the limit")
  func credit() async throws {
    let database = try await Installation.shared().database()
    try await Self.onTwoServers(database) { one, other in
      for round in Self.rounds {
        // 1.19 and 19 % tax make 1.42.
        let customer = try await one.addCustomer("LIMITED-\(round)", limit: 10 * 142)
        var request = PlaceOrderRequest.order(customer, [("P-1", 1)])
        request.failOnHold = true
        let (winners, refusals) = try await Self.fight(request, [one, other])
        #expect(winners.count == 10)
        #expect(refusals == Array(repeating: "CREDIT_HOLD", count: 90))
        let account = try await one.credit.get(customer.creditAccount)
        #expect(account.exposure.total == .euro(10 * 142))
        #expect(account.headroom == .euro(0))
        if round == 1 { try await Self.takeTurns(request, winners, [one, other]) }
      }
    }
    let connection = try await database.inspect()
    let exposure = try await connection.texts(
      """
      SELECT open_orders_minor::text FROM credit_accounts
      JOIN customers USING (seller_id, customer_id) WHERE external_id LIKE 'LIMITED-%'
      """)
    #expect(exposure == Self.rounds.map { _ in "1420" })
    #expect(try await Invariants.check(connection).isEmpty)
    await connection.close()
  }

  // MARK: Helpers

  private static func onTwoServers(
    _ database: Database, _ body: (OrderToCashClient, OrderToCashClient) async throws -> Void
  ) async throws {
    try await database.serving { first in
      let second = try await database.server("b")
      try await second.start()
      try await database.withAdmin(first) { one in
        try await database.withAdmin(second) { other in try await body(one, other) }
      }
      // Constraints and versions would stop a wrong batch too; with the locks there is none.
      for server in [first, second] { #expect(server.logged("batch failed") == []) }
      await second.kill9()
    }
  }

  /// All at once. Who won, and why the others did not.
  private static func fight(
    _ request: PlaceOrderRequest, _ servers: [OrderToCashClient]
  ) async throws -> (winners: [Order], refusals: [String]) {
    try await withThrowingTaskGroup(of: Result<Order, OrderToCashError>.self) { group in
      for number in 0..<100 {
        group.addTask {
          do {
            return .success(try await servers[number % servers.count].orders.place(request))
          } catch let error as OrderToCashError {
            return .failure(error)
          }
        }
      }
      var winners: [Order] = []
      var refusals: [String] = []
      for try await result in group {
        switch result {
        case .success(let order): winners.append(order)
        case .failure(let error): refusals.append(error.reason.rawValue)
        }
      }
      return (winners, refusals)
    }
  }

  /// What one gives back by a cancellation, another gets at once, also from the other server.
  private static func takeTurns(
    _ request: PlaceOrderRequest, _ winners: [Order], _ servers: [OrderToCashClient]
  ) async throws {
    var held = winners
    for round in 0..<20 {
      let order = held.removeFirst()
      let cancelled = try await servers[round % 2].orders.cancel(OrderName(validating: order.name))
      #expect(cancelled.state == .cancelled)
      held.append(try await servers[(round + 1) % 2].orders.place(request))
    }
  }
}
