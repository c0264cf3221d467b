import Domain
import Postgres
import Store
import Testing

@Suite("Lists against a full dump")
struct ListTests {
  /// A shop with orders of three customers in several states.
  static func shop() async throws -> (TestDatabase, Connection, StoreDump) {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    try await connection.write(seller) {
      Sample.fill(&$0)
      var poor = Sample.account(3)
      poor.limit = 6_000
      $0.put(poor)
    }
    _ = try await connection.run(
      Sample.stock(), of: seller, in: Sample.context("StockService/ReceiveStock"))
    for round in 0..<4 {
      let time = Sample.now.adding(seconds: Int64(round))
      let orders = (1...3).map { customer in
        Sample.order(
          UInt64(customer), externalID: customer == 2 ? "E-\(round)" : nil,
          quantities: [Int64(round + 1), 1])
      }
      _ = try await connection.batch(orders, of: seller, in: Sample.context(at: time))
    }
    let first = try await connection.answer(DumpStore(), of: seller, for: .all)
    for (index, order) in first.books.orders.rows.filter({ $0.state == .confirmed })
      .sorted(by: { $0.id < $1.id }).enumerated().prefix(6)
    {
      let context = Sample.context("OrderService/Any", at: Sample.now.adding(hours: 1))
      if index % 3 == 2 {
        _ = try await connection.run(
          CancelOrder(order: order.id, reasonCode: "X"), of: seller, in: context)
        continue
      }
      _ = try await connection.run(
        ShipOrder(order: order.id), of: seller,
        in: Sample.context("ShipOrder", at: Sample.now.adding(hours: 1)))
      let invoice = try await connection.run(
        InvoiceOrder(order: order.id), of: seller,
        in: Sample.context("InvoiceOrder", at: Sample.now.adding(hours: 2)))
      _ = try await connection.run(
        RecordPayment(
          customer: .id(order.customer),
          amount: Money(index % 2 == 0 ? invoice.totals.gross : 500, .eur), autoApply: true),
        of: seller, in: Sample.context("RecordPayment", at: Sample.now.adding(hours: 3)))
    }
    let dump = try await connection.answer(DumpStore(), of: seller, for: .all)
    return (database, connection, dump)
  }

  /// A restriction as text, and what it means on a row.
  struct Atom: Sendable {
    let text: String
    let holds: @Sendable (Order) -> Bool
  }

  static func atoms(_ dump: StoreDump) -> [Atom] {
    let orders = dump.books.orders.rows.sorted { $0.id < $1.id }
    let one = orders[orders.count / 2]
    let day = Sample.today
    return [
      Atom(text: "state = CONFIRMED") { $0.state == .confirmed },
      Atom(text: "state != ON_HOLD") { $0.state != .onHold },
      Atom(text: "holds.kind : CREDIT") { $0.hasCreditHold },
      Atom(text: "external_id = \"E-2\"") { $0.externalID == "E-2" },
      Atom(text: "external_id != \"E-2\"") { $0.externalID != nil && $0.externalID != "E-2" },
      Atom(text: "external_id : \"*\"") { $0.externalID != nil },
      Atom(text: "external_id = \"E-*\"") { $0.externalID?.hasPrefix("E-") ?? false },
      Atom(text: "customer = \"customers/\(one.customer)\"") { $0.customer == one.customer },
      Atom(text: "customer = \"customers/nobody\"") { _ in false },
      Atom(text: "name = \"orders/\(one.id)\"") { $0.id == one.id },
      Atom(text: "order_number > \"\(one.number)\"") { $0.number > one.number },
      Atom(text: "order_date <= \"\(day)\"") { $0.orderDate <= day },
      Atom(text: "requested_date > \"\(day)\"") { $0.requestedDate.map { $0 > day } ?? false },
      Atom(text: "price_valid_until_time : \"*\"") { $0.priceValidUntil != nil },
      Atom(text: "create_time > \"\(one.createTime)\"") { $0.createTime > one.createTime },
    ]
  }

  @Test("a random filter finds exactly the rows that it means, page by page, in every order")
  func randomFilters() async throws {
    let (database, connection, dump) = try await Self.shop()
    let atoms = Self.atoms(dump)
    let orders = Array(dump.books.orders.rows)
    #expect(Set(orders.map(\.state)).count >= 4)
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<120 {
      let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (
          atom: atoms.randomElement(using: &random)!,
          isNegated: Bool.random(using: &random)
        )
      }
      let isAnd = Bool.random(using: &random)
      let text = parts.map { ($0.isNegated ? "NOT " : "") + $0.atom.text }
        .joined(separator: isAnd ? " AND " : " OR ")
      func holds(_ order: Order) -> Bool {
        let verdicts = parts.map { $0.atom.holds(order) != $0.isNegated }
        return isAnd ? verdicts.allSatisfy { $0 } : verdicts.contains(true)
      }
      let order = [
        "", "name", "name desc", "order_date desc", "create_time, order_number desc",
        "order_number",
      ].randomElement(using: &random)!
      var found: [ID<Order>] = []
      var request = ListRequest(
        filter: text, orderBy: order, size: Int.random(in: 1...5, using: &random),
        today: Sample.today)
      repeat {
        let page = try await connection.answer(
          ListOrders(request), of: database.seller, for: .all)
        found += page.rows.map(\.order.id)
        for row in page.rows { #expect(row.order == dump.books.orders[row.order.id]) }
        request.after = page.next
      } while request.after != nil
      let expected = orders.filter(holds).map(\.id)
      #expect(found.count == expected.count, "seed \(seed): \(text)")
      #expect(Set(found) == Set(expected), "seed \(seed): \(text) by \(order)")
      if order == "name desc" { #expect(found == expected.sorted(by: >), "seed \(seed)") }
    }
  }

  @Test("a partner sees its customers' rows alone, in every list and by name")
  func scope() async throws {
    let (database, connection, dump) = try await Self.shop()
    let mine: ID<Customer> = Sample.id(2001)
    let scope = Caller.Scope.customers([mine])
    let request = ListRequest(size: 1000, isFull: true, today: Sample.today)
    let seller = database.seller
    let orders = try await connection.answer(ListOrders(request), of: seller, for: scope)
    #expect(orders.rows.count == dump.books.orders.rows.filter { $0.customer == mine }.count)
    #expect(orders.rows.allSatisfy { $0.order.customer == mine })
    let invoices = try await connection.answer(ListInvoices(request), of: seller, for: scope)
    #expect(invoices.rows.allSatisfy { $0.invoice.customer == mine })
    let payments = try await connection.answer(ListPayments(request), of: seller, for: scope)
    #expect(payments.rows.allSatisfy { $0.customer == mine })
    let shipments = try await connection.answer(
      ListShipments(request, of: nil), of: seller, for: scope)
    #expect(
      shipments.rows.allSatisfy { $0.shipment.customer == mine && !$0.shipment.lines.isEmpty })
    let items = try await connection.answer(
      ListOpenItems(request, asOf: Sample.today), of: seller, for: scope)
    #expect(items.rows.allSatisfy { $0.item.customer == mine })
    let events = try await connection.answer(ListEvents(request), of: seller, for: scope)
    #expect(!events.rows.isEmpty && events.rows.allSatisfy { $0.customer == mine })
    let customers = try await connection.answer(ListCustomers(request), of: seller, for: scope)
    #expect(customers.rows.map(\.id) == [mine])
    #expect(
      try await connection.answer(ListJournalEntries(request), of: seller, for: scope).rows.isEmpty)
    #expect(
      try await connection.answer(ListPrincipals(request), of: seller, for: scope).rows.isEmpty)
    #expect(try await connection.answer(GetTrialBalance(), of: seller, for: scope).isEmpty)
    let other = try #require(dump.books.orders.rows.first { $0.customer != mine })
    #expect(try await connection.answer(GetOrder(other.id), of: seller, for: scope) == nil)
    #expect(try await connection.answer(GetOrder(other.id), of: seller, for: .all) != nil)
    #expect(
      try await connection.answer(GetCustomer(other.customer), of: seller, for: scope) == nil)
    #expect(
      try await connection.answer(
        GetAccountBalance(of: other.customer, asOf: Sample.today), of: seller, for: scope) == nil)
  }

  @Test("single reads and sums show what the dump holds")
  func reads() async throws {
    let (database, connection, dump) = try await Self.shop()
    let seller = database.seller
    let request = ListRequest(size: 1000, isFull: true, today: Sample.today)
    for invoice in dump.books.invoices.rows {
      let read = try #require(
        try await connection.answer(GetInvoice(invoice.id), of: seller, for: .all))
      #expect(read.invoice == invoice)
      let item = try #require(dump.books.openItems.rows.first { $0.invoice == invoice.id })
      #expect(read.outstanding == item.open)
      #expect(read.settlementState == item.settlementState)
      #expect(read.contentHash?.count == 32)
    }
    let settled = try await connection.answer(
      ListInvoices(
        ListRequest(filter: "settlement_state = SETTLED", today: Sample.today)), of: seller,
      for: .all)
    #expect(
      Set(settled.rows.map(\.invoice.id))
        == Set(dump.books.openItems.rows.filter { $0.open == 0 }.map(\.invoice)))
    let late = ListRequest(filter: "overdue()", today: Sample.today.adding(days: 400))
    let overdue = try await connection.answer(ListInvoices(late), of: seller, for: .all)
    #expect(overdue.rows.count == dump.books.openItems.rows.filter { $0.open > 0 }.count)
    for payment in dump.books.payments.rows {
      #expect(try await connection.answer(GetPayment(payment.id), of: seller, for: .all) == payment)
    }
    for account in dump.books.creditAccounts.rows {
      let read = try await connection.answer(
        GetCreditAccount(of: account.customer, today: Sample.today), of: seller, for: .all)
      #expect(read?.account == account)
      let balance = try await connection.answer(
        GetAccountBalance(of: account.customer, asOf: Sample.today), of: seller, for: .all)
      let sum = balance?.sums.first
      #expect(sum?.open ?? 0 == account.openItems)
      #expect(sum?.unapplied ?? 0 == account.unappliedCash)
    }
    let trial = try await connection.answer(GetTrialBalance(), of: seller, for: .all)
    #expect(trial.reduce(0) { $0 + $1.balance } == 0)
    for row in trial {
      #expect(dump.books.balances[AccountKey(row.account, row.currency)]?.balance == row.balance)
    }
    let journal = try await connection.answer(ListJournalEntries(request), of: seller, for: .all)
    #expect(journal.rows == dump.journal)
    let levels = try await connection.answer(ListStockLevels(request), of: seller, for: .all)
    #expect(levels.rows.map(\.sku) == ["SKU-1", "SKU-2", "SKU-3"])
    let products = try await connection.answer(ListProducts(request), of: seller, for: .all)
    #expect(products.rows == dump.books.products.rows.sorted { $0.id < $1.id })
    let shipment = try #require(dump.books.shipments.rows.first { _ in true })
    #expect(
      try await connection.answer(
        GetShipment(shipment.id, of: shipment.order), of: seller, for: .all)?.shipment == shipment)
    #expect(
      try await connection.answer(
        GetShipment(shipment.id, of: Sample.id(4)), of: seller, for: .all) == nil)
    let filter = "resource = \"orders/\(shipment.order)*\""
    let timeline = try await connection.answer(
      ListEvents(ListRequest(filter: filter, size: 100, isFull: true, today: Sample.today)),
      of: seller, for: .all)
    #expect(timeline.rows.first?.type == .orderPlaced)
    #expect(timeline.rows.contains { $0.type == .shipmentShipped && $0.parent == shipment.order })
  }

  @Test("what was open as of a day, known at an instant, stays the same")
  func history() async throws {
    let (database, connection, dump) = try await Self.shop()
    let before = try await connection.answer(
      ListOpenItems(
        ListRequest(size: 1000, today: Sample.today), asOf: Sample.today,
        knownAt: Sample.now.adding(hours: 2)), of: database.seller, for: .all)
    // Invoices were recorded by then, payments an hour later.
    #expect(before.rows.count == dump.books.openItems.rows.reduce(0) { count, _ in count + 1 })
    #expect(before.rows.allSatisfy { $0.outstanding == $0.item.original })
    let now = try await connection.answer(
      ListOpenItems(ListRequest(size: 1000, today: Sample.today), asOf: Sample.today),
      of: database.seller, for: .all)
    #expect(now.rows.allSatisfy { $0.outstanding == $0.item.open && $0.outstanding != 0 })
  }

  static let refusals: [(filter: String, order: String, reason: Reason)] = [
    ("nothing = 1", "", .filterInvalid), ("state = SOLD", "", .filterInvalid),
    ("order_date = \"soon\"", "", .filterInvalid), ("state > 3", "", .filterInvalid),
    ("overdue()", "", .filterInvalid), ("create_time = 3", "", .filterInvalid),
    ("order_date = \"2026-*\"", "", .filterInvalid), ("holds.kind = CREDIT", "", .filterInvalid),
    ("", "nothing", .orderByInvalid), ("", "state", .orderByInvalid),
    ("", "order_date order_date", .orderByInvalid),
    ("", "order_date, order_date", .orderByInvalid),
  ]

  @Test("a filter or an order that does not fit is refused by name")
  func refused() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    for (filter, order, reason) in Self.refusals {
      let request = ListRequest(filter: filter, orderBy: order, today: Sample.today)
      do throws(TransactionError) {
        _ = try await connection.answer(ListOrders(request), of: database.seller, for: .all)
        Issue.record("\(filter) \(order) was accepted")
      } catch {
        guard case .body(let inner as Rejection) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(inner.reason == reason, "\(filter) \(order)")
      }
    }
  }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
