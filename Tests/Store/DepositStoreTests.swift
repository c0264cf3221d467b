import Domain
import Postgres
import Store
import Testing

@Suite("Deposits, triggers and instalments through PostgreSQL")
struct DepositStoreTests {
  private static func placed(
    _ connection: Connection, _ seller: ID<Seller>, terms: String,
    trigger: InvoiceTrigger = .onShipment
  ) async throws -> Order {
    try await connection.write(seller) {
      Sample.fill(&$0)
      for number in 1...3 as ClosedRange<UInt64> {
        guard var customer = $0.customers[Sample.id(2000 + number)] else { continue }
        customer.invoiceRules = .init(trigger: trigger, grouping: .perOrder)
        customer.paymentTerms = PaymentTerms(terms) ?? .net30
        $0.put(customer)
      }
    }
    _ = try await connection.run(Sample.stock(), of: seller, in: Sample.context())
    return try await connection.run(Sample.order(), of: seller, in: Sample.context())
  }

  /// A prepaid order that was shipped and invoiced, with its deposit and the invoice.
  private static func prepaid(
    _ connection: Connection, _ seller: ID<Seller>
  ) async throws -> (Order, Invoice, Invoice) {
    let order = try await placed(connection, seller, terms: "CIA")
    #expect(order.state == .onHold && order.credit?.failed == [.prepayment])
    let half = InvoiceOrder(
      order: order.id, scope: .deposit, depositPercent: Percent(whole: 50), draftOnly: true)
    let draft = try await connection.run(half, of: seller, in: Sample.context())
    let deposit = try await connection.run(
      IssueInvoice(invoice: draft.id), of: seller, in: Sample.context())
    #expect(deposit.number == "DEP-2026-000001")
    _ = try await connection.run(
      InvoiceOrder(order: order.id, scope: .deposit), of: seller, in: Sample.context())
    for part in [order.totals.gross - 1, 1] {
      _ = try await connection.run(
        RecordPayment(
          customer: .id(order.customer), amount: Money(part, .eur), autoApply: true),
        of: seller, in: Sample.context())
      _ = try await connection.run(
        RedecideCredit(order: order.id), of: seller, in: Sample.context())
    }
    _ = try await connection.run(ShipOrder(order: order.id), of: seller, in: Sample.context())
    let one = InvoiceOrder.Line(number: 1, quantity: Quantity(whole: 1))
    _ = try await connection.run(
      InvoiceOrder(order: order.id, lines: [one]), of: seller, in: Sample.context())
    let final = try await connection.run(
      InvoiceOrder(order: order.id), of: seller, in: Sample.context())
    return (order, deposit, final)
  }

  @Test("a prepaid order waits for its deposits, and its invoices recall them")
  func prepaid() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    let (order, deposit, final) = try await Self.prepaid(connection, seller)
    var needs = Needs()
    needs.invoices = [final.id, deposit.id]
    let books = try await connection.load(seller, needs)
    #expect(books.invoices[final.id] == final && books.invoices[deposit.id] == deposit)
    #expect(final.prepayments.count == 2 && final.payable <= 1)
    let stored = try #require(books.orders[order.id])
    #expect(stored.state == .completed && stored.deposits.count == 2)
    #expect(stored.depositsLeft <= 1 && stored.deposits.allSatisfy { $0.recalled > 0 })
    let read = try await connection.answer(GetInvoice(final.id), of: seller, for: .all)
    #expect(read?.outstanding == final.payable)
    #expect(read?.settlementState == (final.payable == 0 ? .settled : .open))
    while try await connection.seal(seller, atLeast: 50) > 0 {}
    #expect(try await connection.answer(VerifyBooks(), of: seller, for: .all) == [])
  }

  @Test("what is wrong with a deposit is found by its check")
  func corrupted() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    _ = try await Self.prepaid(connection, seller)
    let superuser = try await database.connectAsSuperuser()
    let corruptions: [(String, Statement)] = [
      ("I-02", "UPDATE invoices SET prepaid_minor = prepaid_minor - 1 WHERE prepaid_minor > 0"),
      (
        "I-09",
        "UPDATE invoices SET prepayments = '[[\"x\", \"DEP\", 1, 2, 3]]' WHERE prepaid_minor > 0"
      ),
      ("I-10", "UPDATE number_series SET last = last + 1 WHERE kind = 'DEP'"),
      ("I-24", "UPDATE orders SET deposits = jsonb_set(deposits, '{0,3,0,3}', '99999999')"),
      ("I-50", "UPDATE orders SET deposits = NULL"),
      (
        "I-50", "UPDATE account_balances SET balance_minor = balance_minor + 1 WHERE account = 2030"
      ),
      ("I-51", "UPDATE postings SET account = 4000 WHERE account = 2030"),
      (
        "I-25",
        """
        UPDATE events SET data = jsonb_set(data::jsonb, '{prepaid_minor}', '1')::json
        WHERE type = 'credit.decided' AND data->>'result' = 'APPROVED'
        """
      ),
    ]
    for (check, statement) in corruptions {
      let found = try await superuser.verify(after: statement, seller)
      #expect(found.contains(check), "\(statement.text) was found by \(found)")
    }
  }

  @Test(
    "an invoice in instalments is paid with the last of its items, one of which is paid at a time")
  func instalments() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    let order = try await Self.placed(
      connection, seller, terms: "installments 30% net 0, 30% net 30, 40% net 60", trigger: .onOrder
    )
    #expect(order.state == .confirmed && order.invoiceTrigger == .onOrder)
    let invoice = try await connection.run(
      InvoiceOrder(order: order.id), of: seller, in: Sample.context())
    var needs = Needs()
    needs.orders = [order.id]
    let books = try await connection.load(seller, needs)
    #expect(books.orders[order.id]?.invoiceTrigger == .onOrder)
    let items = books.openItems(of: order.id).sorted { $0.dueDate < $1.dueDate }
    #expect(items.count == 3 && items.reduce(0) { $0 + $1.original } == invoice.payable)
    for item in items {
      _ = try await connection.run(
        RecordPayment(
          customer: .id(order.customer), amount: Money(item.original, .eur),
          applications: [.init(item: item.id)]),
        of: seller, in: Sample.context())
    }
    let dump = try await connection.answer(DumpStore(), of: seller, for: .all)
    #expect(dump.events.filter { $0.type == .invoicePaid }.count == 1)
    #expect(dump.events.filter { $0.type == .invoicePartlyPaid }.count == 2)
    while try await connection.seal(seller, atLeast: 50) > 0 {}
    #expect(try await connection.answer(VerifyBooks(), of: seller, for: .all) == [])
  }
}
