import Foundation
import OrderToCash
import OrderToCashAPI
import Postgres
import SwiftProtobuf
import Testing

extension EndToEnd {
  @Suite("Customers, governed") struct Governed {}
}

extension EndToEnd.Governed {
  @Test("a block refuses what its scope says, and nothing else, until it ends")
  func block() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let customer = database.company.customers[0]
        let order = try await o2c.orders.place(.order(customer, [("P-1", 2)]))
        let name = try OrderName(validating: order.name)
        for scope in [Customer.Block.Scope.orders, .shipments, .all] {
          let blocked = try await o2c.customers.block(
            .with {
              $0.name = customer.rawValue
              $0.scope = scope
              $0.reason = "Unpaid bills"
            })
          #expect(blocked.state == .blocked)
          #expect(blocked.block.scope == scope)
          let placing = try? await o2c.orders.place(.order(customer, [("P-1", 1)]))
          #expect((placing == nil) == (scope != .shipments), "\(scope)")
          var shipping = ShipOrderRequest()
          shipping.name = order.name
          shipping.validateOnly = true
          let shipped = try? await o2c.fulfillment.ship(shipping)
          #expect((shipped == nil) == (scope != .orders), "\(scope)")
        }
        let error = try await failure {
          try await o2c.orders.place(.order(customer, [("P-1", 1)]))
        }
        #expect(error?.reason == .customerBlocked)
        #expect(try await o2c.customers.unblock(customer).state == .active)
        _ = try await o2c.fulfillment.ship(name)
      }
    }
  }

  @Test("a duplicate is found and merged: what it owes moves, and its name still leads there")
  func merge() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let one = try await o2c.addCustomer("TWIN", limit: 100_000)
        let two = try await o2c.addCustomer("TWO", limit: 100_000)
        for name in [one, two] {
          var customer = try await o2c.customers.get(name)
          customer.party.vatID = "DE136695976"
          customer.party.legalName = name == one ? "Zwilling Handel GmbH" : "Zwilling-Handel GmbH"
          _ = try await o2c.customers.update(
            .with { [customer] in
              $0.customer = customer
              $0.updateMask.paths = ["party"]
            })
        }
        let found = try await o2c.customers.findDuplicates(of: one)
        #expect(found.first?.customer == two.rawValue)
        #expect(found.first.map { $0.score >= 80 && !$0.reasons.isEmpty } == true)
        let order = try await o2c.orders.place(.order(two, [("P-1", 5)]))
        _ = try await o2c.fulfillment.ship(OrderName(validating: order.name))
        let invoice = try await o2c.invoices.invoice(OrderName(validating: order.name))
        let waiting = try await o2c.orders.place(.order(two, [("P-2", 1)]))
        let before = try await o2c.credit.get(two.creditAccount).exposure.total.minorUnits
        #expect(before > 0)

        _ = try await o2c.customers.merge(two, into: one)
        #expect(try await o2c.customers.get(two).mergedInto == one.rawValue)
        #expect(try await o2c.credit.get(one.creditAccount).exposure.total.minorUnits == before)
        #expect(try await o2c.credit.get(two.creditAccount).exposure.total.minorUnits == 0)
        let moved = try await o2c.orders.get(OrderName(validating: waiting.name))
        #expect(moved.customer == one.rawValue)
        let paid = try await EndToEnd.Features.pay(
          o2c, one, invoice.totals.payable.minorUnits)
        #expect(paid.unapplied == .euro(0))
      }
      let connection = try await database.inspect()
      let findings = try await Invariants.check(connection)
      #expect(findings.isEmpty, "\(findings)")
      await connection.close()
    }
  }

  @Test("an export has every record once, in the form that was asked for")
  func export() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        for number in 1...30 {
          _ = try await o2c.orders.place(
            .order(database.company.customers[number % 4], [("P-1", number)]))
        }
        let lines = try await Self.text(o2c.reports.export(.orders, format: .jsonl))
          .split(separator: "\n")
        let orders = try lines.map { try Order(jsonString: String($0)) }
        #expect(Set(orders.map(\.orderNumber)).count == 30)
        #expect(orders.count == 30)
        let csv = try await Self.text(o2c.reports.export(.customers)).split(separator: "\r\n")
        #expect(csv.count == 9)
        #expect(csv.first?.contains("display_name") == true)

        let (_, key) = try await o2c.addPartner("Shop", for: [database.company.customers[0]])
        try await withOrderToCash(database.configuration(server, key: key.secret)) { partner in
          let error = try await failure {
            for try await _ in partner.reports.export(.orders) {}
          }
          #expect(error?.reason == .permissionMissing)
        }
      }
    }
  }

  private static func text(_ updates: Results<ExportUpdate>) async throws -> String {
    var bytes: [UInt8] = []
    for try await update in updates {
      if case .data(let data) = update { bytes += data }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
