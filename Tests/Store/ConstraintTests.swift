import Domain
import Postgres
import Store
import Testing

@Suite("What the database itself refuses")
struct ConstraintTests {
  /// A change as the application could send it, and the constraint that stops it.
  static let refusals: [(constraint: String, statement: Statement)] = [
    ("stock_levels_are_never_oversold", "UPDATE stock_levels SET reserved_e6 = on_hand_e6 + 1"),
    ("stock_levels_are_never_oversold", "UPDATE stock_levels SET on_hand_e6 = -1, reserved_e6 = 0"),
    (
      "order_lines_reserve_what_is_open",
      "UPDATE order_lines SET reserved_e6 = ordered_e6 + 1"
    ),
    ("order_lines_quantities_add_up", "UPDATE order_lines SET cancelled_e6 = ordered_e6 + 1"),
    (
      "order_lines_invoice_what_was_ordered",
      "UPDATE order_lines SET invoiced_e6 = ordered_e6 + 1"
    ),
    (
      "order_lines_deliver_what_was_shipped",
      "UPDATE order_lines SET delivered_e6 = shipped_e6 + 1"
    ),
    (
      "order_lines_return_what_was_shipped",
      "UPDATE order_lines SET returned_e6 = shipped_e6, returning_e6 = 1"
    ),
    ("stock_levels_plan_adds_up", "UPDATE stock_levels SET incoming_e6 = 1 WHERE plan IS NULL"),
    ("stock_levels_lapse_what_is_reserved", "UPDATE stock_levels SET lapsing_e6 = reserved_e6 + 1"),
    ("order_lines_amounts_add_up", "UPDATE order_lines SET net_minor = net_minor + 1"),
    ("orders_totals_add_up", "UPDATE orders SET tax_minor = tax_minor + 1"),
    ("orders_hold_matches_state", "UPDATE orders SET state = 'ON_HOLD' WHERE holds IS NULL"),
    ("orders_state_is_known", "UPDATE orders SET state = 'SOLD' WHERE state = 'CONFIRMED'"),
    (
      "orders_confirmed_after_credit_decision",
      "UPDATE orders SET credit_result = 'DENIED' WHERE state = 'CONFIRMED'"
    ),
    ("invoices_issued_are_immutable", "UPDATE invoices SET buyer_reference = 'other'"),
    ("invoice_lines_issued_are_immutable", "UPDATE invoice_lines SET description = 'other'"),
    ("open_items_keep_their_sign", "UPDATE open_items SET open_minor = -1"),
    ("open_items_keep_their_sign", "UPDATE open_items SET open_minor = original_minor + 1"),
    ("payments_parts_add_up", "UPDATE payments SET applied_minor = applied_minor + 1"),
    (
      "payment_applications_unapply_matches_state",
      "UPDATE payment_applications SET state = 'UNAPPLIED'"
    ),
    ("credit_accounts_parts_are_not_negative", "UPDATE credit_accounts SET open_items_minor = -1"),
    ("number_series_count_up", "UPDATE number_series SET last = -1"),
    (
      "postings_balance",
      """
      INSERT INTO postings (seller_id, entry_id, position, account, amount_minor)
      SELECT seller_id, entry_id, 9, 1100, 1 FROM journal_entries LIMIT 1
      """
    ),
    (
      "orders_number_is_unique",
      """
      UPDATE orders SET order_number = 'SO-2026-000001'
      """
    ),
    (
      "customers_external_id_is_unique",
      "UPDATE customers SET external_id = 'C-1'"
    ),
  ]

  @Test("a change that breaks an invariant is refused by the constraint named after it")
  func refused() async throws {
    let (database, connection, _) = try await ListTests.shop()
    for (constraint, statement) in Self.refusals {
      do throws(TransactionError) {
        try await connection.transaction(Tenancy.readWrite(database.seller)) {
          $0.flush([Query(statement)])
        }
        Issue.record("\(statement.text) was accepted")
      } catch {
        #expect(error.postgresError?.serverError?.constraint == constraint, "\(error)")
      }
    }
  }

  @Test("a row that another changed meanwhile is not overwritten")
  func lostUpdate() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    try await connection.write(seller) { Sample.fill(&$0) }
    var needs = Needs()
    needs.products = [Sample.id(1001)]
    var mine = try await connection.load(seller, needs)
    var theirs = mine
    for (name, isLast) in [("theirs", false), ("mine", true)] {
      var books = isLast ? mine : theirs
      var product = try #require(books.products[Sample.id(1001)])
      product.displayName = name
      books.put(product)
      if isLast { mine = books } else { theirs = books }
    }
    let first = Flush.queries(of: theirs)
    let second = Flush.queries(of: mine)
    try await connection.transaction(Tenancy.readWrite(seller)) { $0.flush(first) }
    await #expect(throws: TransactionError.self) {
      try await connection.transaction(Tenancy.readWrite(seller)) { $0.flush(second) }
    }
    let read = try await connection.answer(GetProduct(Sample.id(1001)), of: seller, for: .all)
    #expect(read?.displayName == "theirs")
  }

  @Test("a request id acts once: the second insert waits for the first and is refused")
  func requestIDs() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    let key = RequestKey(principal: Sample.id(1), request: Sample.id(2))
    let reply = StoredReply(
      key: key, method: "OrderService/PlaceOrder", hash: .init(repeating: 3, count: 32),
      reply: [1, 2, 0, 255], time: Sample.now)
    let store = { @Sendable (connection: Connection) async throws(TransactionError) in
      try await connection.transaction(Tenancy.readWrite(seller)) {
        Flush.write([reply], of: seller, to: &$0)
      }
    }
    try await store(connection)
    do throws(TransactionError) {
      try await store(connection)
      Issue.record("stored twice")
    } catch {
      #expect(error.postgresError?.serverError?.sqlState == .uniqueViolation)
    }
    let plan = LoadPlan(
      seller: seller, needs: Needs(),
      requests: [key, RequestKey(principal: Sample.id(9), request: Sample.id(2))])
    let found = try await connection.transaction(
      Tenancy.readWrite(seller), opening: plan.queries
    ) { try plan.books(from: $0.opened, seed: 1).replies }
    #expect(found == [key: reply])
  }

  @Test("replies go when their ids are too old, some at a time, and no younger one goes")
  func retention() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    let bound = Instant(microseconds: 1_780_000_000_000_000)
    let replies = (0..<20 as Range<Int64>).map { number in
      let time = UInt64(bound.milliseconds + number - 10)
      return StoredReply(
        key: RequestKey(
          principal: Sample.id(UInt64(number % 3)),
          request: ID(high: time << 16 | 0x7000, low: 1 << 63)), method: "A/B",
        hash: .init(repeating: 1, count: 32), reply: [], time: Sample.now)
    }
    try await connection.transaction(Tenancy.readWrite(seller)) {
      Flush.write(replies, of: seller, to: &$0)
    }
    var configuration = database.superuser
    configuration.user = Bootstrap.application
    let pool = Pool(.init(connection: configuration))
    var removed: [Int] = []
    repeat {
      removed.append(try await RequestRetention.remove(seller, before: bound, most: 4, pool))
    } while removed.last != 0
    #expect(removed == [4, 4, 2, 0])
    let left = try await connection.count(Query("SELECT count(*) FROM requests"), of: seller)
    #expect(left == 10)
    pool.close()
  }
}
