import Domain
import Postgres
import Store
import Testing

@Suite("Who sees and may what in the database")
struct TenancyTests {
  static let tables = [
    "sellers", "warehouses", "tax_rules", "customers", "credit_accounts", "products", "prices",
    "stock_levels", "stock_movements", "stock_receipts", "stock_receipt_lines", "orders",
    "order_lines", "shipments", "shipment_lines", "shipment_lots", "invoices", "invoice_lines",
    "open_items",
    "payments", "payment_applications", "journal_entries", "postings", "account_balances",
    "number_series", "principals", "api_keys", "certificates", "events", "event_seals",
    "event_seal_marks", "requests",
  ]

  @Test("every table but that of migrations has row-level security, forced, and the seller first")
  func everyTable() async throws {
    let database = try await TestDatabase.make()
    let superuser = try await database.connectAsSuperuser()
    let (secured, keyed) = try await superuser.read([
      Query(
        """
        SELECT relname::text FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
          AND NOT (relrowsecurity AND relforcerowsecurity)
        """),
      Query(
        """
        SELECT c.conname::text FROM pg_constraint c
          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('p', 'u', 'f')
          AND a.attname <> 'seller_id'
        """),
    ]) { (try $0[0].map { try $0.text(0) }, try $0[1].map { try $0.text(0) }) }
    #expect(secured == ["schema_migrations"])
    #expect(keyed == ["schema_migrations_pkey"])
  }

  @Test("without a seller nothing can be read from any table")
  func withoutSeller() async throws {
    let connection = try await TestDatabase.make().connect()
    for table in Self.tables {
      await #expect(throws: PostgresError.self, "\(table)") {
        try await connection.script("SELECT count(*) FROM \(table)")
      }
      // Nor after a transaction that had one: the setting is then empty, not unset.
      await #expect(throws: PostgresError.self, "\(table)") {
        try await connection.script("SET app.seller = ''; SELECT count(*) FROM \(table)")
      }
    }
  }

  @Test("one seller sees nothing of another, in any table and by any statement")
  func otherSeller() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    try await connection.write(database.seller) { Sample.fill(&$0) }
    _ = try await connection.run(Sample.stock(), of: database.seller, in: Sample.context())
    _ = try await connection.run(Sample.order(), of: database.seller, in: Sample.context())
    let other = ID<Seller>(high: 0x0199_0000_0000_7009, low: 1 << 63)
    try await connection.makeSeller(other)
    let dump = try await connection.answer(DumpStore(), of: other, for: .all)
    #expect(dump.books.customers.count == 0)
    #expect(dump.books.orders.count == 0)
    #expect(dump.events.isEmpty)
    // Asked for by its id with the other's transaction, it is not there either.
    let seen = try await connection.read(
      [Query("SELECT count(*) FROM customers WHERE seller_id = $1", .uuid(database.seller.uuid))],
      Tenancy.readOnly(other)
    ) { try $0[0].single.int64(0) }
    #expect(seen == 0)
    await #expect(throws: (any Error).self) {
      try await connection.transaction(Tenancy.readWrite(other)) {
        $0.flush([
          Query(
            "UPDATE credit_accounts SET seller_id = $1 WHERE seller_id = $2",
            .uuid(database.seller.uuid), .uuid(other.uuid)),
          Query(
            """
            INSERT INTO number_series (seller_id, kind, year, version, last)
            VALUES ($1, 'SO', 2030, 1, 0)
            """, .uuid(database.seller.uuid)),
        ])
      }
    }
  }

  static let forbidden = [
    "UPDATE events SET data = '{}'", "DELETE FROM events", "UPDATE postings SET amount_minor = 1",
    "DELETE FROM postings", "UPDATE journal_entries SET posting_date = now()",
    "UPDATE stock_movements SET quantity_e6 = 1", "DELETE FROM stock_movements",
    "UPDATE event_seals SET position = 1", "DELETE FROM event_seals", "DELETE FROM orders",
    "DELETE FROM invoices", "TRUNCATE events", "DROP TABLE events",
    "ALTER TABLE events DISABLE ROW LEVEL SECURITY", "CREATE TABLE t (a int)",
    "UPDATE requests SET reply = ''", "SET ROLE o2c_owner",
  ]

  @Test("the application may not change what is written once, nor the schema")
  func appendOnly() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    for statement in Self.forbidden {
      do throws(PostgresError) {
        try await connection.script(
          "BEGIN; SET LOCAL app.seller = '\(database.seller.uuid)'; \(statement); COMMIT")
        Issue.record("\(statement) was allowed")
      } catch {
        #expect(error.serverError?.sqlState == .insufficientPrivilege, "\(statement)")
      }
      try? await connection.script("ROLLBACK")
    }
  }

  @Test("the reader reads and writes nothing")
  func reader() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    try await connection.write(database.seller) { Sample.fill(&$0) }
    let reader = try await database.connect(as: Bootstrap.reader)
    let dump = try await reader.answer(DumpStore(), of: database.seller, for: .all)
    #expect(dump.books.customers.count == 3)
    await #expect(throws: (any Error).self) { try await reader.makeSeller(Sample.id(77)) }
  }

  @Test("bootstrap and migrations may run again and change nothing")
  func again() async throws {
    let database = try await TestDatabase.make()
    let superuser = try await database.connectAsSuperuser()
    try await Bootstrap.makeRoles(superuser)
    try await Bootstrap.closeDatabase(superuser)
    let owner = try await database.connect(as: Bootstrap.owner)
    #expect(try await Migrations.migrate(owner).isEmpty)
    try await Migrations.verify(try await database.connect())
  }

  @Test("a credential is found before its seller is known, and only by what it says")
  func callers() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let principal = Principal(
      id: Sample.id(1), kind: .partner, displayName: "Partner", roles: ["PARTNER"],
      customers: [Sample.id(2001)], authority: ["credit.limit": 500], at: Sample.now)
    let key = APIKey(
      id: Sample.id(2), principal: principal.id, keyID: "abc",
      secretMAC: .init(repeating: 7, count: 32),
      lastFour: "wxyz", expireTime: Sample.now.adding(days: 1), at: Sample.now)
    let certificate = Certificate(
      id: Sample.id(3), principal: principal.id, uri: "o2c://p/1", fingerprint: "ff",
      expireTime: Sample.now, at: Sample.now)
    try await connection.write(database.seller) {
      $0.put(principal)
      $0.put(key)
      $0.put(certificate)
    }
    var configuration = database.superuser
    configuration.user = Bootstrap.application
    let pool = Pool(.init(connection: configuration))
    let found = try #require(try await CallerLookup.apiKey("abc", pool))
    #expect(found.principal.seller == database.seller)
    #expect(found.principal.principal.customers == principal.customers)
    #expect(found.principal.principal.authority == principal.authority)
    #expect(found.secretMAC == key.secretMAC)
    #expect(found.expireTime == key.expireTime)
    let unknown = try await CallerLookup.apiKey("abd", pool)
    #expect(unknown == nil)
    let known = try await CallerLookup.certificate(uri: "o2c://p/1", fingerprint: "ff", pool)
    #expect(known?.principal.principal.id == principal.id)
    let other = try await CallerLookup.certificate(uri: "o2c://p/2", fingerprint: "ff", pool)
    #expect(other == nil)
    #expect(try await SellerDirectory.sellers(pool) == [database.seller])
    pool.close()
  }
}
