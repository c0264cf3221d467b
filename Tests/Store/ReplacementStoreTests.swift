import Domain
import Postgres
import Store
import Testing

@Suite("Replacements in the store")
struct ReplacementStoreTests {
  private static func context(_ method: String, _ hours: Int64 = 4) -> Context {
    Sample.context(method, at: Sample.now.adding(hours: hours))
  }

  /// Two of three shipped pieces may come back.
  static func back(_ connection: Connection, of seller: ID<Seller>) async throws -> Return {
    let order = try await connection.run(
      Sample.order(quantities: [3, 1]), of: seller, in: context("PlaceOrder"))
    _ = try await connection.run(
      ShipOrder(order: order.id), of: seller, in: context("ShipOrder"))
    let asked = try await connection.run(
      CreateReturn(
        order: order.id, lines: [.init(orderLine: 1, quantity: Quantity(whole: 2))]),
      of: seller, in: context("CreateReturn"))
    return try await connection.run(
      AuthorizeReturn(return: asked.id), of: seller, in: context("AuthorizeReturn"))
  }

  static func replacement(for back: Return, _ whole: Int64 = 1) -> PlaceOrder {
    var line = OrderRequest.Line(
      product: .id(back.lines[0].product), quantity: Quantity(whole: whole), warehouse: Sample.id(1)
    )
    line.replacementFor = back.id
    return PlaceOrder(OrderRequest(customer: .id(back.customer), lines: [line]))
  }

  private func shop() async throws -> (TestDatabase, Connection, Return) {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    try await connection.write(database.seller) { Sample.fill(&$0) }
    _ = try await connection.run(
      Sample.stock(), of: database.seller, in: Sample.context("ReceiveStock"))
    return (database, connection, try await Self.back(connection, of: database.seller))
  }

  @Test(
    "what is replaced is kept on the return, changes with the order, and stands in its revisions")
  func kept() async throws {
    let (database, connection, back) = try await shop()
    let seller = database.seller
    let order = try await connection.run(
      Self.replacement(for: back), of: seller, in: Self.context("PlaceOrder"))
    func replaced() async throws -> Quantity? {
      try await connection.answer(GetReturn(back.id), of: seller, for: .all)?.lines[0].replaced
    }
    let one = Quantity(whole: 1)
    #expect(order.lines[0].replacementFor == back.id && order.lines[0].priceSource == .replacement)
    #expect(try await replaced() == one)
    let read = try await connection.answer(GetOrder(order.id), of: seller, for: .all)
    #expect(read?.order == order)
    _ = try await connection.run(
      AmendOrder(order: order.id, changes: [.init(line: 1, quantity: one + one)]), of: seller,
      in: Self.context("AmendOrder"))
    #expect(try await replaced() == one + one)
    let dump = try await connection.answer(DumpStore(), of: seller, for: .all)
    #expect(dump.revisions.map { $0.order.lines[0].replacementFor } == [back.id])
    _ = try await connection.run(
      CancelOrder(
        order: order.id, reasonCode: "X", lines: [.init(number: 1, quantity: one)]),
      of: seller, in: Self.context("CancelOrder"))
    #expect(try await replaced() == one)
    #expect(try await connection.answer(VerifyBooks(), of: seller, for: .all) == [])
  }

  @Test(
    "of two in one batch one replaces the last piece, and with the other it is as if it were alone")
  func batch() async throws {
    let (database, connection, back) = try await shop()
    let both = Self.replacement(for: back, 2)
    let answers = try await connection.batch(
      [both, both], of: database.seller, in: Self.context("PlaceOrder"))
    #expect(answers.map { (try? $0.get()) != nil } == [true, false])
    let found = try await connection.answer(GetReturn(back.id), of: database.seller, for: .all)
    #expect(found?.lines[0].replaced == Quantity(whole: 2))
    #expect(try await connection.answer(VerifyBooks(), of: database.seller, for: .all) == [])
  }

  @Test("two at once from two connections do not both replace the last piece")
  func races() async throws {
    let (database, connection, back) = try await shop()
    let seller = database.seller
    let other = try await database.connect()
    let all = Self.replacement(for: back, 2)
    async let first = Self.isAccepted(all, connection, seller)
    async let second = Self.isAccepted(all, other, seller)
    let accepted = try await [first, second]
    #expect(accepted.count { $0 } == 1)
    let found = try await connection.answer(GetReturn(back.id), of: seller, for: .all)
    #expect(found?.lines[0].replaced == Quantity(whole: 2))
    #expect(try await connection.answer(VerifyBooks(), of: seller, for: .all) == [])
  }

  private static func isAccepted(
    _ command: PlaceOrder, _ connection: Connection, _ seller: ID<Seller>
  ) async throws -> Bool {
    do {
      _ = try await connection.run(command, of: seller, in: context("PlaceOrder"))
      return true
    } catch let rejection as Rejection {
      #expect(rejection.reason == .overReturn)
      return false
    }
  }

  @Test("the database itself refuses more than was to come back")
  func constraint() async throws {
    let (database, connection, _) = try await shop()
    do throws(TransactionError) {
      try await connection.transaction(Tenancy.readWrite(database.seller)) {
        $0.flush([Query("UPDATE return_lines SET replaced_e6 = quantity_e6 + 1")])
      }
      Issue.record("it was accepted")
    } catch {
      #expect(
        error.postgresError?.serverError?.constraint == "return_lines_replace_what_was_asked")
    }
  }
}
