import Domain
import Postgres
import Store
import Testing

@Suite("What the checks of the books find")
struct VerificationTests {
  @Test("books that commands wrote have nothing to find")
  func sound() async throws {
    let (database, connection, _) = try await ListTests.shop()
    while try await connection.seal(database.seller, atLeast: 50) > 0 {}
    let findings = try await connection.answer(VerifyBooks(), of: database.seller, for: .all)
    #expect(findings == [])
  }

  /// A change that only a superuser can make, past triggers and constraints, and the check that
  /// names it.
  static let corruptions: [(check: String, statement: Statement)] = [
    ("I-01", "UPDATE open_items SET currency_code = 'USD'"),
    ("I-02", "UPDATE orders SET net_minor = net_minor + 1, gross_minor = gross_minor + 1"),
    ("I-03", "UPDATE invoices SET taxes = jsonb_set(taxes, '{0,3}', '1')"),
    ("I-04", "UPDATE order_lines SET tax_minor = tax_minor + 1"),
    ("I-04", "UPDATE open_items SET original_minor = original_minor + 1"),
    ("I-09", "UPDATE invoices SET buyer_reference = 'forged'"),
    ("I-09", "UPDATE invoice_lines SET description = 'forged'"),
    ("I-10", "UPDATE number_series SET last = last + 1 WHERE kind = 'INV'"),
    (
      "I-10",
      "UPDATE invoices SET invoice_number = 'INV-2026-000099' WHERE invoice_number LIKE '%1'"
    ),
    ("I-11", "UPDATE invoices SET issue_date = '2026-05-29' WHERE invoice_number LIKE '%1'"),
    ("I-12", "UPDATE order_lines SET cancelled_e6 = ordered_e6 + 1"),
    ("I-13", "UPDATE order_lines SET reserved_e6 = ordered_e6 + 1"),
    ("I-14", "UPDATE order_lines SET returned_e6 = shipped_e6 + 1"),
    ("I-14", "UPDATE return_lines SET replaced_e6 = replaced_e6 - 1 WHERE replaced_e6 > 0"),
    ("I-14", "UPDATE order_lines SET replacement_for_id = gen_random_uuid()"),
    ("I-15", "UPDATE order_lines SET invoiced_e6 = ordered_e6 + 1"),
    ("I-16", "UPDATE shipment_lines SET quantity_e6 = quantity_e6 + 1"),
    ("I-16", "UPDATE shipment_lots SET quantity_e6 = quantity_e6 + 1"),
    ("I-17", "UPDATE orders SET state = 'CONFIRMED' WHERE state = 'ON_HOLD'"),
    ("I-18", "DELETE FROM events WHERE type = 'credit.decided'"),
    ("I-19", "UPDATE orders SET revision = revision + 1 WHERE state = 'CONFIRMED'"),
    ("I-20", "UPDATE stock_levels SET on_hand_e6 = on_hand_e6 + 1"),
    ("I-20", "UPDATE stock_levels SET reserved_e6 = on_hand_e6 + 1"),
    ("I-20", "UPDATE stock_levels SET plan = '[[20000, 1, 0]]'"),
    ("I-20", "UPDATE stock_levels SET incoming_e6 = incoming_e6 + 1"),
    ("I-21", "UPDATE stock_levels SET reserved_e6 = reserved_e6 + 1"),
    ("I-21", "UPDATE stock_levels SET lapsing_e6 = lapsing_e6 + 1"),
    ("I-22", "DELETE FROM events WHERE type = 'stock.reserved'"),
    (
      "I-23",
      "UPDATE order_lines SET reserved_e6 = 0 WHERE reserved_e6 > 0"
    ),
    ("I-24", "UPDATE credit_accounts SET open_orders_minor = open_orders_minor + 1"),
    (
      "I-24",
      """
      UPDATE orders SET bill_to_id = (SELECT max(c.customer_id::text)::uuid FROM customers c
        WHERE c.customer_id <> orders.customer_id)
      """
    ),
    ("I-24", "UPDATE credit_accounts SET unapplied_cash_minor = unapplied_cash_minor + 1"),
    ("I-24", "UPDATE credit_accounts SET members = members + 1"),
    (
      "I-25",
      """
      UPDATE events SET data = jsonb_set(data::jsonb, '{failed}', '["LIMIT"]')::json
      WHERE type = 'credit.decided' AND data->>'result' = 'APPROVED'
      """
    ),
    ("I-26", "UPDATE orders SET credit_result = 'OVERRIDDEN' WHERE credit_result = 'APPROVED'"),
    (
      "I-29",
      """
      INSERT INTO approvals (seller_id, approval_id, version, subject_kind, subject_id, method,
        permission, request, note, requested_by, decided_by, decision_note, state, expire_time,
        create_time, decide_time)
      SELECT seller_id, seller_id, 1, 'sellers', seller_id, 'm', 'p', '', '', seller_id, seller_id,
        '', 'GRANTED', create_time, create_time, create_time FROM sellers
      """
    ),
    ("I-27", "UPDATE orders SET credit_result = 'DENIED' WHERE state = 'CONFIRMED'"),
    (
      "I-27",
      "UPDATE events SET data = data::jsonb || '{\"revision\": 0}' WHERE type = 'credit.decided'"
    ),
    (
      "I-65",
      """
      UPDATE order_lines SET discounts = (
        SELECT jsonb_agg('["A", 0, "MANUAL", "", 0]'::jsonb) FROM generate_series(1, 11))
      """
    ),
    ("I-28", "UPDATE orders SET holds = holds || holds WHERE holds IS NOT NULL"),
    ("I-30", "UPDATE payments SET applied_minor = applied_minor - 1"),
    ("I-39", "UPDATE open_items SET open_minor = open_minor + 1"),
    ("I-40", "UPDATE payment_applications SET customer_id = gen_random_uuid()"),
    ("I-41", "UPDATE payment_applications SET state = 'UNAPPLIED'"),
    (
      "I-41",
      """
      UPDATE payment_applications SET state = 'UNAPPLIED', unapplied_date = effective_date,
        unapplied_time = record_time
      """
    ),
    ("I-48", "UPDATE postings SET amount_minor = amount_minor + 1 WHERE account = 1100"),
    ("I-49", "UPDATE account_balances SET balance_minor = balance_minor + 1 WHERE account = 4000"),
    ("I-50", "UPDATE account_balances SET balance_minor = balance_minor + 1 WHERE account = 1100"),
    ("I-51", "UPDATE journal_entries SET document_id = gen_random_uuid()"),
    ("I-51", "UPDATE journal_entries SET request_id = gen_random_uuid()"),
    ("I-56", "UPDATE orders SET version = version + 1"),
    ("I-56", "DELETE FROM events WHERE resource_kind = 'payments'"),
    ("I-57", "UPDATE events SET request_id = '00000000-0000-7000-8000-000000000001'"),
    ("I-60", "DELETE FROM credit_accounts"),
    ("I-60", "UPDATE orders SET customer_id = gen_random_uuid()"),
    ("I-60", "UPDATE orders SET payer_id = gen_random_uuid()"),
    ("I-60", "UPDATE customers SET parent_id = gen_random_uuid()"),
    ("I-62", "UPDATE events SET data = '{\"forged\":1}' WHERE type = 'order.placed'"),
    ("I-62", "DELETE FROM events WHERE type = 'order.placed'"),
    ("I-62", "DELETE FROM event_seals WHERE position = 2"),
    (
      "I-62",
      "UPDATE event_seals SET hash = sha256('x') WHERE position = 3"
    ),
  ]

  @Test("every corruption is found by its check")
  func corrupted() async throws {
    let (database, connection, _) = try await ListTests.shop()
    _ = try await LotStoreTests.shipment(
      connection, of: database.seller, at: Sample.now.adding(hours: 4))
    let back = try await ReplacementStoreTests.back(connection, of: database.seller)
    _ = try await connection.run(
      ReplacementStoreTests.replacement(for: back), of: database.seller,
      in: Sample.context("PlaceOrder", at: Sample.now.adding(hours: 4)))
    let dump = try await connection.answer(DumpStore(), of: database.seller, for: .all)
    let sealed = Query("SELECT count(*) FROM event_seals")
    while try await connection.count(sealed, of: database.seller) < dump.events.count {
      _ = try await connection.seal(database.seller, atLeast: 50)
    }
    let superuser = try await database.connectAsSuperuser()
    let constraints = try await superuser.read([
      Query(
        """
        SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
        FROM pg_constraint WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace
        """)
    ]) { try $0[0].map { try $0.text(0) } }
    for statement in constraints { try await superuser.script(statement) }
    let wanted = Set(Self.corruptions.map(\.check))
    #expect(Set(VerifyBooks.checks).subtracting(wanted).isEmpty, "each check has a corruption")
    for (check, statement) in Self.corruptions {
      let found = try await superuser.verify(after: statement, database.seller)
      #expect(found.contains(check), "\(statement.text) was found by \(found)")
    }
    #expect(try await connection.answer(VerifyBooks(), of: database.seller, for: .all) == [])
  }
}

extension Connection {
  /// The checks that fail after a change, which is then taken back.
  func verify(
    after statement: Statement, _ seller: ID<Seller>
  ) throws -> Set<String> {
    // Without triggers: a superuser can do this, and the checks are for when one did.
    let options = TransactionOptions.readWrite.setting("session_replication_role", "replica")
    return try transaction(options, opening: [Query(statement)]) { transaction in
      let findings = try VerifyBooks().answer(in: &transaction, of: seller, for: .all)
      transaction.discard()
      return Set(findings.map(\.check))
    }
  }
}
