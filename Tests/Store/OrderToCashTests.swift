import Domain
import Postgres
import Store
import Testing

@Suite("Commands through PostgreSQL")
struct OrderToCashTests {
  @Test("an order goes to cash and every row comes back as it was written")
  func orderToCash() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    try await connection.write(seller) { Sample.fill(&$0) }
    _ = try await connection.run(Sample.stock(), of: seller, in: Sample.context())

    let placed = try await connection.run(
      Sample.order(externalID: "X-1"), of: seller, in: Sample.context()
    )
    #expect(placed.state == .confirmed)
    #expect(placed.number == "SO-2026-000001")
    var needs = Needs()
    needs.orders = [placed.id]
    var books = try await connection.load(seller, needs)
    #expect(books.orders[placed.id] == placed)
    #expect(books.creditAccounts[placed.customer]?.openOrders == placed.totals.gross)
    #expect(books.stockLevels.count == 3)
    #expect(
      books.customers[placed.customer]
        == {
          var c = Sample.customer(1, externalID: "C-1"); c.version = 1; return c
        }())

    let shipment = try await connection.run(
      ShipOrder(order: placed.id), of: seller, in: Sample.context()
    )
    #expect(shipment.lines.count == 3)
    let draft = try await connection.run(
      InvoiceOrder(order: placed.id, draftOnly: true), of: seller, in: Sample.context()
    )
    let invoice = try await connection.run(
      IssueInvoice(invoice: draft.id), of: seller, in: Sample.context()
    )
    needs = Needs()
    needs.invoices = [invoice.id]
    books = try await connection.load(seller, needs)
    #expect(books.invoices[invoice.id] == invoice)
    let item = try #require(books.openItems(of: placed.id).first)

    let payment = try await connection.run(
      RecordPayment(
        customer: .id(placed.customer), externalID: "P-1",
        amount: Money(item.original - 100, .eur), applications: [.init(item: item.id)]),
      of: seller, in: Sample.context()
    )
    #expect(payment.applied == item.original - 100)
    let unapplied = try await connection.run(
      UnapplyPayment(
        payment: payment.id, applications: [payment.applications[0].id], reason: "wrong"),
      of: seller, in: Sample.context()
    )
    let applied = try await connection.run(
      ApplyPayment(
        payment: payment.id, applications: [.init(item: item.id, amount: Money(500, .eur))]),
      of: seller, in: Sample.context()
    )
    #expect(unapplied.unapplied == unapplied.amount)
    needs = Needs()
    needs.payments = [payment.id]
    books = try await connection.load(seller, needs)
    #expect(books.payments[payment.id] == applied)
    #expect(books.openItems[item.id]?.open == item.original - 500)
    #expect(books.creditAccounts[placed.customer]?.exposure == 100)
    while try await connection.seal(seller, atLeast: 3) > 0 {}
    #expect(try await connection.answer(VerifyBooks(), of: seller, for: .all) == [])
  }

  @Test("a batch writes what its commands decided, and nothing of a rejected one")
  func batch() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    try await connection.write(seller) { Sample.fill(&$0) }
    _ = try await connection.run(
      Sample.stock(quantity: 7), of: seller, in: Sample.context("StockService/ReceiveStock"))
    let orders = [1, 2, 3].map { Sample.order($0, quantities: [3]) }
    let replies = try await connection.batch(orders, of: seller, in: Sample.context())
    let placed = try replies.prefix(2).map { try $0.get() }
    #expect(throws: Rejection.self) { try replies[2].get() }
    let dump = try await connection.answer(DumpStore(), of: seller, for: .all)
    #expect(Set(dump.books.orders.rows.map(\.id)) == Set(placed.map(\.id)))
    #expect(
      dump.books.stockLevels[StockKey(warehouse: Sample.id(1), product: Sample.id(1001))]?.reserved
        == Quantity(whole: 6))
    #expect(
      dump.events.allSatisfy {
        $0.resource.kind != .order || placed.map { $0.id.retyped() }.contains($0.resource.id)
      })
  }

  @Test("a back-order is loaded with the goods that it waits for, and served")
  func backorder() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    try await connection.write(seller) { Sample.fill(&$0) }
    let orders = [1, 2].map { Sample.order($0, quantities: [4], allowBackorder: true) }
    let waiting = try await connection.batch(orders, of: seller, in: Sample.context()).map {
      try $0.get()
    }
    #expect(waiting.allSatisfy { $0.lines[0].backordered == Quantity(whole: 4) })
    _ = try await connection.run(
      Sample.stock(products: 1, quantity: 6), of: seller,
      in: Sample.context("StockService/ReceiveStock"))
    let dump = try await connection.answer(DumpStore(), of: seller, for: .all)
    let reserved = waiting.map { dump.books.orders[$0.id]?.lines[0].reserved }
    #expect(Set(reserved) == [Quantity(whole: 4), Quantity(whole: 2)])
    // Cancelling the one that has all gives it to the one that lacks some.
    let full = try #require(
      waiting.first { dump.books.orders[$0.id]?.lines[0].reserved == Quantity(whole: 4) })
    let short = try #require(waiting.first { $0.id != full.id })
    _ = try await connection.run(
      CancelOrder(order: full.id, reasonCode: "CUSTOMER"), of: seller,
      in: Sample.context("OrderService/CancelOrder"))
    let after = try await connection.answer(DumpStore(), of: seller, for: .all)
    #expect(after.books.orders[short.id]?.lines[0].reserved == Quantity(whole: 4))
    #expect(try await connection.answer(VerifyBooks(), of: seller, for: .all) == [])
  }
}
