import Domain
import Postgres
import Store
import Testing

@Suite("Who owes, in the store")
struct DebtorStoreTests {
  /// Customer 1 is invoiced to customer 2 and paid by customer 3; customer 2 is in the group that
  /// customer 4 leads; customer 5 owes for itself.
  private struct Street {
    let database: TestDatabase
    let connection: Connection
    var seller: ID<Seller> { database.seller }
    static func id(_ number: UInt64) -> ID<Customer> { Sample.id(2000 + number) }

    init() async throws {
      database = try await TestDatabase.make()
      connection = try await database.connectWithSeller()
      try await connection.write(seller) { Sample.fill(&$0, customers: 5) }
      try await run(Sample.stock())
      var fields = CustomerFields()
      fields.billTo = .some(Self.id(2))
      fields.payer = .some(Self.id(3))
      try await run(UpdateCustomer(customer: Self.id(1), fields: fields))
      var group = UpdateCreditAccount.Fields()
      group.group = .some(Self.id(4))
      try await run(
        UpdateCreditAccount(customer: Self.id(2), expectedVersion: nil, fields: group))
    }

    @discardableResult
    func run<C: Command>(_ command: C) async throws -> C.Reply {
      try await connection.run(command, of: seller, in: Sample.context(C.method))
    }

    func account(_ number: UInt64) async throws -> CreditAccount {
      let standing = try await connection.answer(
        GetCreditAccount(of: Self.id(number), today: Sample.today), of: seller, for: .all)
      return try #require(standing).account
    }

    /// The accounts and customers that a load brings.
    func loaded(_ needs: Needs) async throws -> (accounts: Set<UInt64>, customers: Set<UInt64>) {
      let books = try await connection.load(seller, needs)
      let numbers = Dictionary(uniqueKeysWithValues: (1...5).map { (Self.id($0), $0) })
      return (
        Set(books.creditAccounts.rows.compactMap { numbers[$0.customer] }),
        Set(books.customers.rows.compactMap { numbers[$0.id] })
      )
    }

    func isSound() async throws -> [Finding] {
      while try await connection.seal(seller, atLeast: 500) > 0 {}
      return try await connection.answer(VerifyBooks(), of: seller, for: .all)
    }
  }

  @Test("a customer comes with whom its orders are invoiced to, its account and its group's")
  func loads() async throws {
    let street = try await Street()
    let own = Sample.order(5)
    let usual = try await street.loaded(own.needs)
    #expect(usual.accounts == [5] && usual.customers == [5])
    let other = try await street.loaded(Sample.order(1).needs)
    #expect(other.accounts == [1, 2, 4] && other.customers == [1, 2])
    let plan = LoadPlan(seller: street.seller, needs: own.needs)
    let same = LoadPlan(seller: street.seller, needs: Sample.order(1).needs)
    #expect(plan.queries.map(\.statement) == same.queries.map(\.statement), "no statement more")
    let books = try await street.connection.load(street.seller, Sample.order(1).needs)
    #expect(Sample.order(1).furtherNeeds(on: books, in: Sample.context()) == nil)

    let order = try await street.run(own)
    var needs = Needs()
    needs.orders = [order.id]
    let confirming = try await street.loaded(needs)
    #expect(confirming.accounts == [5] && confirming.customers == [5])
    let owed = try await street.run(Sample.order(1))
    needs.orders = [owed.id]
    #expect(try await street.loaded(needs).accounts == [1, 2, 4])
    needs = Needs()
    needs.dependentsOf = [Street.id(3), Street.id(4)]
    #expect(try await street.loaded(needs).accounts == [1, 2, 4])
  }

  @Test("an order comes back with who owes and pays, and so does what it was before")
  func roundTrip() async throws {
    let street = try await Street()
    let order = try await street.run(Sample.order(1))
    #expect(order.debtor == Street.id(2) && order.payer == Street.id(3))
    let stored = try await street.connection.answer(
      GetOrder(order.id), of: street.seller, for: .all)
    #expect(stored?.order == order)
    for (filter, found) in [("bill_to", 2), ("payer", 3), ("payer", 2)] as [(String, UInt64)] {
      let request = ListRequest(
        filter: "\(filter) = \"customers/\(Street.id(found))\"", size: 10, today: Sample.today)
      let page = try await street.connection.answer(
        ListOrders(request), of: street.seller, for: .all)
      #expect(page.rows.map(\.order.id) == (filter == "payer" && found == 2 ? [] : [order.id]))
    }
    let usual = try await street.run(Sample.order(5))
    #expect(usual.billTo == nil && usual.payer == nil)
    let amended = try await street.run(
      AmendOrder(
        order: order.id, changes: [.init(line: 1, quantity: Quantity(whole: 4))], reason: "more"))
    let dump = try await street.connection.answer(DumpStore(), of: street.seller, for: .all)
    #expect(dump.books.orders[order.id] == amended.order)
    #expect(dump.revisions.map(\.order) == [order])
    let account = try await street.account(2)
    #expect(account.openOrders == amended.order.totals.gross)
    #expect(try await street.account(4).membersOwed == account.owed)
    #expect(try await street.account(1).exposure == 0)
    #expect(try await street.isSound() == [])
  }

  @Test("a merge finds what is owed and paid for others, and leaves nothing that names the source")
  func merge() async throws {
    let street = try await Street()
    let owed = try await street.run(Sample.order(1))
    var other = Sample.order(5)
    other = PlaceOrder(
      {
        var request = other.request
        request.payer = Street.id(2)
        return request
      }(), options: other.options)
    let paid = try await street.run(other)
    let shipment = try await street.run(
      ShipOrder(order: owed.id, lines: [.init(number: 1, quantity: Quantity(whole: 1))]))
    let draft = try await street.run(InvoiceOrder(order: owed.id, draftOnly: true))
    #expect(draft.customer == Street.id(2) && shipment.customer == Street.id(1))
    let open = try await street.connection.answer(
      OpenDocumentsOfCustomer(Street.id(2)), of: street.seller, for: .all)
    #expect(open.orders == [owed.id, paid.id] && open.drafts == [draft.id])
    try await street.run(MergeCustomers(source: Street.id(2), into: Street.id(3), open: open))
    let dump = try await street.connection.answer(DumpStore(), of: street.seller, for: .all)
    let books = dump.books
    #expect(books.orders[owed.id]?.debtor == Street.id(3) && books.orders[owed.id]?.payer == nil)
    #expect(books.orders[paid.id]?.payer == Street.id(3))
    #expect(books.customers[Street.id(1)]?.billTo == Street.id(3))
    #expect(books.invoices[draft.id]?.customer == Street.id(3))
    #expect(books.creditAccounts[Street.id(3)]?.group == Street.id(4))
    #expect(books.creditAccounts[Street.id(4)]?.members == 1)
    #expect(books.shipments[shipment.id]?.customer == Street.id(1))

    let mine = try await street.connection.answer(
      OpenDocumentsOfCustomer(Street.id(1)), of: street.seller, for: .all)
    try await street.run(MergeCustomers(source: Street.id(1), into: Street.id(5), open: mine))
    let after = try await street.connection.answer(DumpStore(), of: street.seller, for: .all).books
    #expect(after.shipments[shipment.id]?.customer == Street.id(5))
    #expect(after.orders[owed.id]?.customer == Street.id(5))
    #expect(try await street.isSound() == [])
  }

  @Test(
    "two servers place for a buyer and for its debtor: the last cent of credit goes to one of them")
  func contention() async throws {
    let street = try await Street()
    let seller = street.seller
    // A first order makes the number series, and shows what one comes to.
    let first = try await street.run(Sample.order(5, quantities: [1, 1]))
    let before = try await street.account(2)
    try await street.run(
      SetCreditLimit(
        customer: Street.id(2), expectedVersion: before.version,
        limit: Money(first.totals.gross * 25 + 1, .eur)))
    let head = try await street.account(4)
    try await street.run(
      SetCreditLimit(
        customer: Street.id(4), expectedVersion: head.version, limit: Money(.max / 4, .eur)))
    func place(_ customer: UInt64) async throws -> Int {
      let connection = try await street.database.connect()
      var confirmed = 0
      for _ in 0..<20 {
        let orders = (0..<2).map { _ in
          PlaceOrder(
            Sample.order(customer, quantities: [1, 1]).request, options: .init(failOnHold: true))
        }
        // No lock is waited for in a circle: nothing is ever run again.
        let answers = try await connection.batch(orders, of: seller, in: Sample.context())
        confirmed += answers.filter { (try? $0.get())?.state == .confirmed }.count
      }
      return confirmed
    }
    async let buyers = place(1)
    async let own = place(2)
    let placed = try await (buyers, own)
    #expect(placed.0 + placed.1 == 25, "\(placed)")
    #expect(try await street.account(2).openOrders == first.totals.gross * 25)
    #expect(try await street.isSound() == [])
  }

  @Test("an order that is given to another debtor while its lock is waited for is loaded anew")
  func movedMeanwhile() async throws {
    let street = try await Street()
    let seller = street.seller
    var request = Sample.order(5).request
    request.billTo = Street.id(1)
    let draft = try await street.run(CreateOrder(request))
    let mover = try await street.database.connect()
    let waiter = try await street.database.connect()
    let plan = LoadPlan(seller: seller, needs: ConfirmOrder(order: draft.id).needs)
    async let moved: Void = mover.transaction(Tenancy.readWrite(seller)) { transaction in
      let account = Parameter.uuid(Street.id(5).uuid)
      _ = try transaction.execute(
        Query(
          "SELECT 1 FROM credit_accounts WHERE seller_id = $1 AND customer_id = $2 FOR UPDATE",
          .uuid(seller.uuid), account))
      let waiting = Query(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))
        """)
      while try transaction.execute(waiting).single.int64(0) == 0 {}
      _ = try transaction.execute(
        Query(
          "UPDATE orders SET bill_to_id = $2 WHERE seller_id = $1 AND order_id = $3",
          .uuid(seller.uuid), .uuid(Street.id(3).uuid), .uuid(draft.id.uuid)))
    }
    let locked = Query(
      """
      SELECT count(*) FROM pg_locks WHERE relation = 'credit_accounts'::regclass
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND mode = 'RowShareLock'
      """)
    while try await street.connection.count(locked, of: seller) == 0 {}
    await #expect {
      try await waiter.transaction(Tenancy.readWrite(seller), opening: plan.queries) {
        transaction in
        defer { transaction.discard() }
        return try plan.books(from: transaction.opened, seed: 1).books.orders.count
      }
    } throws: { error in
      guard case .body(let cause)? = error as? TransactionError else { return false }
      return cause as? StoreError == .movedMeanwhile
    }
    try await moved
    let needs = ConfirmOrder(order: draft.id).needs
    #expect(
      try await street.connection.load(seller, needs).orders[draft.id]?.debtor == Street.id(3))
  }
}

extension Command {
  fileprivate static var method: String { String(describing: Self.self) }
}
