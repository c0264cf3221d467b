import OrderToCash
import OrderToCashAPI
import Postgres
import SwiftProtobuf
import Testing

extension EndToEnd {
  @Suite("From an order to cash") struct Features {}
}

extension EndToEnd.Features {
  @Test("an order is shipped in two parts, invoiced, paid in two payments, one of them short")
  func orderToCash() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let customer = try await o2c.addCustomer("CASH", limit: 100_000)
        // 10 × 1.19 + 3 × 2.19 = 18.47 net, 3.51 tax.
        let order = try await o2c.orders.place(
          .order(customer, [("P-1", 10), ("P-2", 3)], reference: "PO-1"))
        #expect(order.state == .confirmed)
        #expect(order.totals.net == .euro(1_847))
        #expect(order.totals.tax == .euro(351))
        #expect(order.totals.gross == .euro(2_198))
        #expect(try await Self.exposure(o2c, customer) == [2_198, 0, 0, 0, 2_198])
        let name = try OrderName(validating: order.name)

        let part = try await o2c.fulfillment.ship(
          .with {
            $0.name = order.name
            $0.lines = [
              .with {
                $0.lineID = order.lines[0].lineID
                $0.quantity = "4"
              }
            ]
          })
        #expect(part.lines.map(\.quantity) == ["4"])
        #expect(try await o2c.orders.get(name).fulfillmentState == .partlyFulfilled)
        let rest = try await o2c.fulfillment.ship(name)
        #expect(rest.lines.map(\.quantity) == ["6", "3"])
        #expect(try await o2c.orders.get(name).fulfillmentState == .fulfilled)

        let invoice = try await o2c.invoices.invoice(name)
        #expect(invoice.state == .issued)
        #expect(invoice.invoiceNumber.hasPrefix("INV-"))
        #expect(invoice.totals.payable == .euro(2_198))
        #expect(try await Self.exposure(o2c, customer) == [0, 0, 2_198, 0, 2_198])

        let short = try await Self.pay(o2c, customer, 1_000)
        #expect(short.applied == .euro(1_000))
        let partly = try await o2c.invoices.get(InvoiceName(validating: invoice.name))
        #expect(partly.settlementState == .partlySettled)
        #expect(partly.balance.outstanding == .euro(1_198))
        #expect(try await Self.balance(o2c, customer) == [1_198, 0])
        let last = try await Self.pay(o2c, customer, 1_300)
        #expect(last.applied == .euro(1_198))
        #expect(last.unapplied == .euro(102))
        let paid = try await o2c.invoices.get(InvoiceName(validating: invoice.name))
        #expect(paid.settlementState == .settled)
        #expect(try await Self.balance(o2c, customer) == [0, 102])
        #expect(try await Self.exposure(o2c, customer).last == -102)

        try await Self.checkLedger(o2c)
        try await Self.checkTimeline(o2c, order.name)
        let done = try await o2c.orders.get(name)
        #expect(done.state == .completed)
        #expect(done.billingState == .billed)
        #expect(done.paymentState == .paid)
      }
      let connection = try await database.inspect()
      #expect(try await Invariants.check(connection).isEmpty)
      await connection.close()
    }
  }

  @Test("an application can be taken back, and the invoice is open again")
  func unapply() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let customer = database.company.customers[0]
        let order = try await o2c.orders.place(.order(customer, [("P-1", 1)]))
        _ = try await o2c.fulfillment.ship(OrderName(validating: order.name))
        let invoice = try await o2c.invoices.invoice(OrderName(validating: order.name))
        let payment = try await Self.pay(o2c, customer, 142)
        let application = try #require(payment.applications.first)
        let after = try await o2c.payments.unapply(
          .with {
            $0.name = payment.name
            $0.applicationIds = [application.applicationID]
            $0.reason = "Paid another one"
          })
        #expect(after.unapplied == .euro(142))
        let open = try await o2c.invoices.get(InvoiceName(validating: invoice.name))
        #expect(open.settlementState == .open)
        let again = try await o2c.payments.apply(
          .with {
            $0.name = payment.name
            $0.applications = [.with { $0.item = application.item }]
          })
        #expect(again.applied == .euro(142))
      }
      let connection = try await database.inspect()
      #expect(try await Invariants.check(connection).isEmpty)
      await connection.close()
    }
  }

  @Test("an order beyond the limit is held, and goes on when credit releases it")
  func creditHold() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let customer = try await o2c.addCustomer("SMALL", limit: 200)
        let first = try await o2c.orders.place(.order(customer, [("P-1", 1)]))
        #expect(first.state == .confirmed)
        let held = try await o2c.orders.place(.order(customer, [("P-1", 1)]))
        #expect(held.state == .onHold)
        #expect(held.holds.map(\.kind) == [.credit])
        #expect(held.credit.result == .denied)
        #expect(try await Self.exposure(o2c, customer).last == 142)
        let name = try OrderName(validating: held.name)
        let error = try await failure { try await o2c.fulfillment.ship(name) }
        #expect(error?.reason == .orderOnHold)

        var strict = PlaceOrderRequest.order(customer, [("P-1", 1)], reference: "strict")
        strict.failOnHold = true
        let refused = try await failure { [strict] in try await o2c.orders.place(strict) }
        #expect(refused?.reason == .creditHold)
        #expect(refused?.outcome == .notApplied)
        #expect(refused?.metadata["limitMinor"] == "200")

        let released = try await o2c.credit.releaseHold(
          .with {
            $0.name = held.name
            $0.note = "Known for years"
          })
        #expect(released.state == .confirmed)
        #expect(released.credit.result == .overridden)
        #expect(try await Self.exposure(o2c, customer).last == 284)
        _ = try await o2c.fulfillment.ship(name)
      }
      let connection = try await database.inspect()
      let strict = try await connection.texts(
        "SELECT order_id::text FROM orders WHERE purchase_order_reference = 'strict'")
      #expect(strict.isEmpty)
      #expect(try await Invariants.check(connection).isEmpty)
      await connection.close()
    }
  }

  @Test("what is not on hand is refused, or waits for goods when that is allowed")
  func stock() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        try await o2c.addProduct(sku: "FEW", price: "3", onHand: 2)
        let customer = database.company.customers[2]
        let error = try await failure {
          try await o2c.orders.place(.order(customer, [("FEW", 3), ("P-1", 1)]))
        }
        #expect(error?.code == .failedPrecondition)
        #expect(error?.reason == .insufficientStock)
        #expect(error?.metadata["available"] == "2")
        #expect(error?.metadata["requested"] == "3")
        var patient = PlaceOrderRequest.order(customer, [("FEW", 3)])
        patient.allowBackorder = true
        let order = try await o2c.orders.place(patient)
        #expect(order.lines[0].reservedQuantity == "2")
        #expect(order.lines[0].backorderedQuantity == "1")
        try await o2c.receive(sku: "FEW", quantity: 5)
        let served = try await o2c.orders.get(OrderName(validating: order.name))
        #expect(served.lines[0].reservedQuantity == "3")
        #expect(served.lines[0].backorderedQuantity == "0")
        var levels: [StockLevel] = []
        for try await level in o2c.stock.listLevels(filter: #"sku = "FEW""#) {
          levels.append(level)
        }
        #expect(levels.map(\.available) == ["4"])
      }
    }
  }

  @Test("validate_only shows the decision and leaves nothing, not even under its request id")
  func preview() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      let connection = try await database.inspect()
      let before = try await RowCounts.of(connection)
      try await database.withAdmin(server) { o2c in
        var request = PlaceOrderRequest.order(database.company.customers[0], [("P-2", 2)])
        request.requestID = RequestID().description
        request.validateOnly = true
        let preview = try await o2c.orders.place(request)
        #expect(preview.name.isEmpty)
        #expect(preview.orderNumber.isEmpty)
        #expect(preview.totals.net == .euro(438))
        #expect(preview.state == .confirmed)
        let changed = try await RowCounts.of(connection).difference(from: before)
        #expect(changed == [])
        // The same id is free for the real one.
        request.validateOnly = false
        let order = try await o2c.orders.place(request)
        #expect(order.totals == preview.totals)
      }
      await connection.close()
    }
  }

  // MARK: Helpers

  static func pay(
    _ o2c: OrderToCashClient, _ customer: CustomerName, _ cents: Int64
  ) async throws -> Payment {
    try await o2c.payments.record(
      .with {
        $0.payment.customer = customer.rawValue
        $0.payment.amount = .euro(cents)
        $0.payment.means = .bankTransfer
        $0.autoApply = true
      })
  }

  /// Orders, shipments to bill, items, unapplied cash, and all together.
  private static func exposure(
    _ o2c: OrderToCashClient, _ customer: CustomerName
  ) async throws -> [Int64] {
    let exposure = try await o2c.credit.get(customer.creditAccount).exposure
    return [
      exposure.orders, exposure.unbilledShipments, exposure.openItems, exposure.unapplied,
      exposure.total,
    ].map(\.minorUnits)
  }

  /// What is open, and what is not applied.
  private static func balance(
    _ o2c: OrderToCashClient, _ customer: CustomerName
  ) async throws -> [Int64] {
    let balances = try await o2c.receivables.getAccountBalance(customer.accountBalance).balances
    return balances.first.map { [$0.open.minorUnits, $0.unapplied.minorUnits] } ?? [0, 0]
  }

  private static func checkLedger(_ o2c: OrderToCashClient) async throws {
    let rows = try await o2c.ledger.getTrialBalance().rows
    let balances = Dictionary(
      uniqueKeysWithValues: rows.map { ($0.account, $0.balance.minorUnits) })
    #expect(balances["1000"] == 2_300)
    #expect(balances["1100", default: 0] == 0)
    #expect(balances["2000"] == -102)
    #expect(balances["4000"] == -1_847)
    #expect(balances.filter { $0.key.hasPrefix("21") }.values.reduce(0, +) == -351)
    #expect(balances.values.reduce(0, +) == 0)
    let debits = rows.map(\.debit.minorUnits).reduce(0, +)
    #expect(debits == rows.map(\.credit.minorUnits).reduce(0, +))
  }

  private static func checkTimeline(_ o2c: OrderToCashClient, _ order: String) async throws {
    var types: [String] = []
    for try await event in o2c.events.list(filter: "resource = \"\(order)\"") {
      types.append(event.type)
    }
    for expected in ["order.placed", "order.confirmed", "order.shipped", "order.invoiced"] {
      #expect(types.contains(expected), "\(types)")
    }
    #expect(types.first == "order.placed")
  }
}
