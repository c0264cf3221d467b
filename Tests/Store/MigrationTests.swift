import Domain
import Postgres
import Store
import Testing

/// What older programs left is what newer ones read.
@Suite("Migrations over rows")
struct MigrationTests {
  /// The last one before rule sets, revisions, debtors and tolerances.
  private static let old: Int32 = 5

  @Test(
    "rows as the fifth migration left them come through the later ones, and the books are sound")
  func rowsSurvive() async throws {
    let (source, connection, _) = try await ListTests.shop()
    let seller = source.seller
    // Facts were kept taken apart then, and hashed as they were put together again.
    let superuser = try await source.connectAsSuperuser()
    try await superuser.script("UPDATE events SET data = data::jsonb::json")
    while try await connection.seal(seller, atLeast: 50) > 0 {}
    let before = try await connection.answer(DumpStore(), of: seller, for: .all)
    let target = try await Self.bare()
    try await Self.migrate(target, Migrations.all.filter { $0.number <= Self.old })
    try await Self.copy(from: source.superuser, to: target)
    try await Self.migrate(target, Migrations.all)

    var configuration = target
    configuration.user = Bootstrap.application
    let migrated = try await Connection.open(configuration)
    let after = try await migrated.answer(DumpStore(), of: seller, for: .all)
    #expect(Self.rows(before.books.orders) == Self.rows(after.books.orders))
    #expect(Self.rows(before.books.customers) == Self.rows(after.books.customers))
    var accounts = Self.rows(before.books.creditAccounts)
    // A limit from then was granted.
    for index in accounts.indices { accounts[index].wasGranted = accounts[index].limit > 0 }
    #expect(accounts == Self.rows(after.books.creditAccounts))
    #expect(Self.rows(before.books.products) == Self.rows(after.books.products))
    #expect(Self.rows(before.books.stockLevels) == Self.rows(after.books.stockLevels))
    #expect(Self.rows(before.books.shipments) == Self.rows(after.books.shipments))
    #expect(Self.rows(before.books.invoices) == Self.rows(after.books.invoices))
    #expect(Self.rows(before.books.openItems) == Self.rows(after.books.openItems))
    // Applications from then name no entry.
    let payments = Self.rows(before.books.payments).map { payment in
      var payment = payment
      for index in payment.applications.indices { payment.applications[index].entry = nil }
      return payment
    }
    #expect(payments == Self.rows(after.books.payments))
    #expect(before.events == after.events)
    #expect(before.journal == after.journal && before.movements == after.movements)
    #expect(after.revisions.isEmpty)
    #expect(try await migrated.answer(VerifyBooks(), of: seller, for: .all) == [])

    try await Self.goOn(migrated, after, of: seller)
    #expect(try await migrated.answer(VerifyBooks(), of: seller, for: .all) == [])
  }

  /// Life goes on: a held order is released, one is amended and shipped, a customer gets a tolerance.
  private static func goOn(
    _ connection: Connection, _ dump: StoreDump, of seller: ID<Seller>
  ) async throws {
    func context(_ method: String) -> Context {
      Sample.context(method, at: Sample.now.adding(hours: 5))
    }
    let orders = dump.books.orders.rows.sorted { $0.id < $1.id }
    let held = try #require(orders.first { $0.state == .onHold })
    let released = try await connection.run(
      ReleaseCreditHold(order: held.id, note: "go"), of: seller, in: context("ReleaseCreditHold"))
    #expect(released.state == .confirmed && released.credit?.result != .denied)
    let open = try #require(orders.first { $0.state == .confirmed && !$0.hasShipped })
    var fields = CustomerFields()
    fields.overShipment = .some(Percent(whole: 50))
    _ = try await connection.run(
      UpdateCustomer(customer: open.customer, fields: fields), of: seller,
      in: context("UpdateCustomer"))
    let line = open.lines[0]
    _ = try await connection.run(
      AmendOrder(
        order: open.id, changes: [.init(line: 1, quantity: line.ordered + Quantity(whole: 1))]),
      of: seller, in: context("AmendOrder"))
    let most = Quantity(micros: (line.ordered.micros + 1_000_000) * 3 / 2)
    _ = try await connection.run(
      ShipOrder(order: open.id, lines: [.init(number: 1, quantity: most)]), of: seller,
      in: context("ShipOrder"))
    let now = try await connection.answer(DumpStore(), of: seller, for: .all)
    #expect(now.books.orders[open.id]?.lines[0].ordered == most)
    #expect(now.books.customers[open.customer]?.overShipment == Percent(whole: 50))
    #expect(now.revisions.filter { $0.order.id == open.id }.map(\.order.revision) == [1, 2])
  }

  @Test("what orders and their lines have, their revisions have too, of the same type")
  func revisionsHaveAllColumns() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectAsSuperuser()
    for (table, kept) in [
      ("orders", "order_revisions"), ("order_lines", "order_revision_lines"),
    ] {
      let missing = try await connection.read([
        Query(
          """
          SELECT column_name || ' ' || data_type FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name = \(bind: table)
          EXCEPT SELECT column_name || ' ' || data_type FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name = \(bind: kept)
          """)
      ]) { try $0[0].map { try $0.text(0) } }
      #expect(missing.isEmpty, "\(kept)")
    }
    await connection.close()
  }

  // MARK: Helpers

  private static func bare() async throws -> ConnectionConfiguration {
    let database = try await TemporaryCluster.database()
    let superuser = try await Connection.open(database)
    try await Bootstrap.makeRoles(superuser)
    try await Bootstrap.closeDatabase(superuser)
    await superuser.close()
    return database
  }

  private static func migrate(
    _ database: ConnectionConfiguration, _ migrations: [Migration]
  ) async throws {
    var configuration = database
    configuration.user = Bootstrap.owner
    let owner = try await Connection.open(configuration)
    try await Migrator(migrations).migrate(owner)
    await owner.close()
  }

  /// Copies every row into the columns that the older schema has.
  private static func copy(
    from source: ConnectionConfiguration, to target: ConnectionConfiguration
  ) async throws {
    let (from, to) = (try await Connection.open(source), try await Connection.open(target))
    let tables = try await to.read([
      Query(
        """
        SELECT c.table_name, string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position)
        FROM information_schema.columns c
          JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
          AND c.is_generated = 'NEVER' AND c.table_name <> 'schema_migrations'
        GROUP BY c.table_name
        """)
    ]) { try $0[0].map { (try $0.text(0), try $0.text(1)) } }
    #expect(tables.count > 20)
    try await from.script(reader)
    try await to.script(writer)
    let options = TransactionOptions.readWrite.setting("session_replication_role", "replica")
    for (table, columns) in tables {
      let rows = try await from.read([Query("SELECT pg_temp.all_rows($1)", .text(table))]) {
        try $0[0].single.text(0)
      }
      let fill = Query(
        "SELECT pg_temp.fill($1, $2, $3)", .text(table), .text(columns), .text(rows))
      try await to.transaction(options) { $0.flush([fill]) }
    }
    await from.close()
    await to.close()
  }

  private static let reader = """
    CREATE FUNCTION pg_temp.all_rows(name text) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE result text;
    BEGIN
      EXECUTE format('SELECT coalesce(jsonb_agg(to_jsonb(t)), ''[]'')::text FROM %I t', name)
        INTO result;
      RETURN result;
    END $$
    """

  private static let writer = """
    CREATE FUNCTION pg_temp.fill(name text, columns text, rows text) RETURNS void
      LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('INSERT INTO %1$I (%2$s) OVERRIDING SYSTEM VALUE
        SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$I, $1)', name, columns)
        USING rows::jsonb;
    END $$
    """

  private static func rows<Row: Aggregate>(_ shelf: Shelf<Row>) -> [Row] where Row.Key: Comparable {
    shelf.rows.sorted { $0.key < $1.key }
  }
}
