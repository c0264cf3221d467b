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
      Sample.order(externalID: "X-1"), of: seller, in: Sample.context(), seed: 2
    )
    #expect(placed.state == .confirmed)
    #expect(placed.number == "SO-2026-000001")
    var needs = Needs()
    needs.orders = [placed.id]
    var books = try await connection.load(seller, needs)
    #expect(books.orders[placed.id] == placed)
    #expect(books.creditAccounts[placed.customer]?.openOrders == placed.totals.gross)
    #expect(books.stockLevels.count == 3)
    #expect(books.customers[placed.customer] == { var c = Sample.customer(1, externalID: "C-1"); c.version = 1; return c }())

    let shipment = try await connection.run(
      ShipOrder(order: placed.id), of: seller, in: Sample.context(), seed: 3
    )
    #expect(shipment.lines.count == 3)
    let draft = try await connection.run(
      InvoiceOrder(order: placed.id, draftOnly: true), of: seller, in: Sample.context(), seed: 4
    )
    let invoice = try await connection.run(
      IssueInvoice(invoice: draft.id), of: seller, in: Sample.context(), seed: 5
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
      of: seller, in: Sample.context(), seed: 6
    )
    #expect(payment.applied == item.original - 100)
    let unapplied = try await connection.run(
      UnapplyPayment(
        payment: payment.id, applications: [payment.applications[0].id], reason: "wrong"),
      of: seller, in: Sample.context(), seed: 7
    )
    let applied = try await connection.run(
      ApplyPayment(
        payment: payment.id, applications: [.init(item: item.id, amount: Money(500, .eur))]),
      of: seller, in: Sample.context(), seed: 8
    )
    #expect(unapplied.unapplied == unapplied.amount)
    needs = Needs()
    needs.payments = [payment.id]
    books = try await connection.load(seller, needs)
    #expect(books.payments[payment.id] == applied)
    #expect(books.openItems[item.id]?.open == item.original - 500)
    #expect(books.creditAccounts[placed.customer]?.exposure == item.original - item.original + 100)
  }
}
