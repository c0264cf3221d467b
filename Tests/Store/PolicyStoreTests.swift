import Domain
import Postgres
import Store
import Testing

@Suite("Rule sets in the store")
struct PolicyStoreTests {
  private static func rules() -> [Policy.Rules] {
    var pricing = PricingRules()
    pricing.freeLinePercent = Percent(micros: 12_500_000)
    pricing.maxLinePercent = Percent(whole: 40)
    pricing.freeOrderPercent = Percent(whole: 2)
    pricing.maxOrderPercent = Percent(whole: 3)
    pricing.maxLineDiscounts = 3
    pricing.maxOrderDiscounts = 0
    pricing.stacking = .notOnList
    pricing.reasons = ["SEASON", "Ärger \"x\""]
    pricing.minimumOrderValue = 4200
    var credit = CreditRules(in: .eur)
    credit.overdueDays = nil
    credit.largestOrder = 77
    credit.utilizationWarning = Percent(micros: 92_500_000)
    credit.scoring.classes = [
      .init(.b, from: 40, factor: Percent(micros: 1), cap: 9, start: 8, reviewDays: 7),
      .init(.e, from: 0, factor: .zero, cap: 0, start: 0, reviewDays: 1),
    ]
    credit.scoring.points.days = [.init(-3, 9)]
    credit.scoring.points.overdue = []
    credit.scoring.points.months = [.init(1, 2), .init(3, 4)]
    credit.scoring.points.noRating = 0
    var silent = CreditRules(in: .eur)
    silent.utilizationWarning = nil
    return [
      .pricing(pricing), .credit(credit), .credit(silent), .pricing(PricingRules()),
      .credit(CreditRules(in: .eur)),
    ]
  }

  private static func tests(of rules: Policy.Rules) -> [Policy.TestCase] {
    switch rules {
    case .credit:
      var inputs = CreditInputs()
      inputs.gross = 5
      inputs.limit = 9
      inputs.terms = .init(days: 30, agreedDays: 14, isDiscountBetter: true)
      var prepaid = CreditInputs()
      prepaid.prepayment = .init(required: 119_000, paid: 0)
      return [
        Policy.TestCase(
          name: "prepaid", inputs: prepaid, checkpoint: .confirm, failed: [.prepayment]),
        Policy.TestCase(
          name: "one", inputs: inputs, checkpoint: .ship, failed: [.blocked, .terms]),
      ]
    case .pricing:
      let line = PricingInputs.Line(
        gross: 100, listPercent: Percent(whole: 3),
        discounts: [
          Discount(.percent(Percent(micros: 1_500_000)), reason: "SEASON"), Discount(.amount(2)),
        ], lowered: 7)
      let inputs = PricingInputs(
        lines: [line, .init(gross: 5)], discounts: [Discount(.amount(9))], mayExceed: true)
      return [
        Policy.TestCase("two", .pricing(inputs, failed: [.reason, .stacking])),
        Policy.TestCase("three", .pricing(PricingInputs(lines: []), failed: [])),
      ]
    }
  }

  @Test("every rule, band, step and test case comes back as it was written")
  func roundTrip() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    var books = Books(seller: database.seller, seed: 1)
    for (index, rules) in Self.rules().enumerated() {
      let number = Int64(index + 2)
      var numbered = rules
      switch rules {
      case .credit(var credit):
        credit.version = number
        numbered = .credit(credit)
      case .pricing(var pricing):
        pricing.version = number
        numbered = .pricing(pricing)
      }
      var policy = Policy(
        id: Sample.id(UInt64(index) + 1), rules: numbered, number: number,
        validFrom: Sample.today, note: "n", author: Sample.id(9), at: Sample.now)
      policy.testCases = Self.tests(of: rules)
      books.put(policy)
    }
    books.keep()
    let queries = Flush.queries(of: books)
    try await connection.transaction(Tenancy.readWrite(database.seller)) { $0.flush(queries) }
    let read = try await connection.answer(DumpStore(), of: database.seller, for: .all).books
    for policy in books.policies.rows {
      let back = try #require(read.policies[policy.id])
      #expect(back.rules == policy.rules)
      #expect(back.testCases == policy.testCases)
      #expect(back.kind == policy.kind)
    }
  }

  @Test("an account keeps that its customer was warned of, beside all else")
  func warned() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    var books = Books(seller: database.seller, seed: 1)
    Sample.fill(&books, customers: 2)
    var account = Sample.account(1)
    account.isWarned = true
    books.put(account)
    books.keep()
    let queries = Flush.queries(of: books)
    try await connection.transaction(Tenancy.readWrite(database.seller)) { $0.flush(queries) }
    let read = try await connection.answer(DumpStore(), of: database.seller, for: .all).books
    #expect(read.creditAccounts[Sample.id(2001)]?.isWarned == true)
    #expect(read.creditAccounts[Sample.id(2002)]?.isWarned == false)
  }

  @Test("a filter on the log needs an index: a resource, a request, or a time")
  func bounds() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    var books = Books(seller: database.seller, seed: 1)
    Sample.fill(&books)
    books.keep()
    let queries = Flush.queries(of: books)
    try await connection.transaction(Tenancy.readWrite(database.seller)) { $0.flush(queries) }
    func count(_ filter: String) async throws -> Int {
      try await connection.answer(
        ListEvents(ListRequest(filter: filter, today: Sample.today)), of: database.seller,
        for: .all
      ).rows.count
    }
    let event = try #require(books.events.rows.first { _ in true })
    let request = try #require(event.requestID.description.isEmpty ? nil : event.requestID)
    let type = "type = \"customer.created\""
    // Sample.now is 2026-05-28T20:26:40.123456Z.
    for (filter, expected) in [
      (type + " AND occur_time >= \"2026-05-28T20:26:40Z\"", 3),
      (type + " AND occur_time > \"2026-05-28T20:26:41Z\"", 0),
      (type + " AND occur_time >= \"2026-05-28T20:26:40.123456Z\"", 3),
      ("occur_time < \"2026-05-28T20:26:40.123456Z\"", 0),
      ("occur_time <= \"2026-05-28T20:26:40.123456Z\"", 3),
      ("occur_time = \"2026-05-28T20:26:40.123456Z\"", 3),
      ("NOT occur_time > \"2026-05-28T20:26:40Z\"", 0),
      ("request_id = \"\(request)\" AND " + type, 1),
      ("resource = \"customers/\(event.resource.id)\" AND " + type, 1), ("", 3),
    ] {
      #expect(try await count(filter) == expected, "\(filter)")
    }
    for filter in [
      type, "actor = \"principals/\(Sample.id(9, Principal.self))\"",
      "\(type) OR occur_time > \"2026-05-28T20:26:41Z\"", "NOT \(type)",
      "occur_time < \"2026-05-28T20:26:41Z\" AND \(type)",
    ] {
      do throws(TransactionError) {
        _ = try await connection.answer(
          ListEvents(ListRequest(filter: filter, today: Sample.today)), of: database.seller,
          for: .all)
        Issue.record("\(filter) was taken")
      } catch {
        guard case .body(let cause) = error else { throw error }
        #expect((cause as? Rejection)?.reason == .filterInvalid, "\(filter)")
      }
    }
  }

  @Test("orders go by the day on which they are wanted, page by page, those without one last")
  func byDate() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    var books = Books(seller: database.seller, seed: 1)
    books.load(Sample.seller(database.seller))
    Sample.fill(&books)
    for level in 1...3 as ClosedRange<UInt64> {
      var row = StockLevel(key: StockKey(warehouse: Sample.id(1), product: Sample.id(1000 + level)))
      row.onHand = Quantity(whole: 1000)
      books.put(row)
    }
    books.keep()
    let days: [Int?] = [9, nil, 3, 9, nil, 1]
    var placed: [(day: Int?, id: ID<Order>)] = []
    for day in days {
      var request = Sample.order().request
      request.requestedDate = day.map { Sample.today.adding(days: $0) }
      let context = Sample.context()
      let order = try PlaceOrder(request).decide(on: &books, in: context)
      books.keep()
      placed.append((day, order.id))
    }
    let queries = Flush.queries(of: books)
    try await connection.transaction(Tenancy.readWrite(database.seller)) { $0.flush(queries) }
    var found: [ID<Order>] = []
    var after: [String]?
    repeat {
      let page = try await connection.answer(
        ListOrders(
          ListRequest(
            orderBy: "requested_date", size: 2, after: after, today: Sample.today)),
        of: database.seller, for: .all)
      found += page.rows.map(\.order.id)
      after = page.next
    } while after != nil
    let expected = placed.sorted { ($0.day ?? 99, $0.id) < ($1.day ?? 99, $1.id) }.map(\.id)
    #expect(found == expected)
    let absent = try await connection.answer(
      ListOrders(
        ListRequest(filter: "requested_date > \"2026-01-01\"", today: Sample.today)),
      of: database.seller, for: .all)
    #expect(absent.rows.count == 4)
  }
}
