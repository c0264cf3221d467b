import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import o2c

/// The screens of the sales desk and the credit desk, as they look on narrow and wide terminals.
@Suite struct ScreenTests {
  static let widths = [80, 120]

  private func printer(_ width: Int?, _ format: OutputFormat = .table) -> Printer {
    Printer(
      console: RenderingTests.console(width: width), format: format, labels: ScreenData.labels)
  }

  private func fits(_ text: String, _ width: Int) -> Bool {
    text.split(separator: "\n").allSatisfy { TextWidth.of(String($0)) <= width }
  }

  /// The lines of the tables of a page, without facts and commands.
  private func tables(_ text: String, _ titles: [String]) -> String {
    let blocks = text.split(separator: "\n\n").filter { block in
      titles.contains { block.hasPrefix($0 + "\n") }
    }
    return blocks.joined(separator: "\n")
  }

  @Test(
    "the screen of an order is the golden one, its tables as wide as the terminal",
    arguments: widths)
  func order(width: Int) throws {
    let printer = printer(width)
    try OrderScreen.screen(ScreenData.held, now: ScreenData.now).show(on: printer)
    let text = printer.console.out.text
    try RenderingTests.expectGolden(text, "order-show.\(width).txt")
    #expect(fits(tables(text, ["lines", "holds", "totals"]), width))
    for word in ["DESK-OAK", "OPEN", "RESERVED", "WAITING", "SHIPPED", "BILLED"] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(text.contains("7,684.66"))
  }

  @Test("the list of reviews is the golden one and fits the terminal", arguments: widths)
  func reviews(width: Int) throws {
    let printer = printer(width)
    var list = ListWriter(printer, columns: ReviewList.columns(now: ScreenData.now))
    for order in ScreenData.reviews { try list.add(order) }
    list.finish()
    try RenderingTests.expectGolden(printer.console.out.text, "credit-reviews.\(width).txt")
    #expect(fits(printer.console.out.text, width))
  }

  @Test("who owes is on the list of reviews where it is not who ordered")
  func reviewedDebtor() throws {
    for billTo in ["", "customers/01m68kvah0e9nv59tdwh9edd9z"] {
      var order = ScreenData.held
      order.billTo = billTo
      let printer = printer(120)
      var list = ListWriter(printer, columns: ReviewList.columns(now: ScreenData.now))
      try list.add(order)
      list.finish()
      #expect(printer.console.out.text.contains("BILL TO") == !billTo.isEmpty)
      #expect(fits(printer.console.out.text, 120))
      #expect(printer.console.out.text.contains("300.00"))
    }
  }

  @Test("the server puts reviews in order, by a key that it sorts by")
  func reviewOrder() {
    #expect(FieldRulesTable.sortablePaths(of: "o2c.v1.Order").contains(ReviewList.order))
    #expect(ReviewList.shipBy(ScreenData.held).map(DayText.text) == "2026-11-26")
  }

  @Test("reviews show as JSON and names as any list of orders does")
  func reviewFormats() throws {
    for format in [OutputFormat.jsonl, .name, .csv] {
      let printer = printer(nil, format)
      var list = ListWriter(printer, columns: ReviewList.columns(now: ScreenData.now))
      try list.add(ScreenData.held)
      list.finish()
      let text = printer.console.out.text
      switch format {
      case .jsonl: #expect(try Order(jsonString: text) == ScreenData.held)
      case .name: #expect(text == ScreenData.held.name + "\n")
      case .csv, .json, .table:
        #expect(text.hasPrefix("number,ship_by,waits,customer,bill_to,gross,gross_currency,over,"))
        #expect(text.contains(",7684.66,EUR,300.00,EUR,312.40,EUR,"))
      }
    }
  }

  @Test(
    "an explanation is the golden one: each rule, the parts, what would let it pass",
    arguments: widths)
  func explain(width: Int) throws {
    let check = CreditCheck.with { $0.decision = ScreenData.denied }
    let printer = printer(width)
    try DecisionScreen.screen(check, order: ScreenData.held).show(on: printer)
    let text = printer.console.out.text
    try RenderingTests.expectGolden(text, "credit-explain.\(width).txt")
    #expect(fits(tables(text, ["rules", "exposure with it"]), width))
    #expect(text.contains("if 312.40 EUR were paid"))
  }

  @Test("what passes has nothing to change")
  func approved() throws {
    var decision = ScreenData.denied
    decision.result = .approved
    #expect(DecisionScreen.ways(decision) == [])
    #expect(DecisionScreen.ways(ScreenData.denied).count == 3)
  }

  @Test("a draft waits for nothing; an order that was placed has no quote any more")
  func draft() throws {
    var order = ScreenData.held
    order.priceValidUntilTime = ScreenData.time("2026-12-01T00:00:00Z")
    func text(_ state: Order.State) throws -> String {
      order.state = state
      let printer = printer(nil)
      try OrderScreen.screen(order, now: ScreenData.now).show(on: printer)
      return printer.console.out.text
    }
    #expect(try text(.confirmed).contains("WAITING"))
    #expect(try !text(.confirmed).contains("prices valid until"))
    #expect(try !text(.draft).contains("WAITING"))
    #expect(try text(.draft).contains("prices valid until"))
  }

  @Test("who owes and who pays are shown where they are not who orders")
  func parties() throws {
    func text(_ change: (inout Order) -> Void) throws -> String {
      var order = ScreenData.held
      change(&order)
      let printer = printer(nil)
      try OrderScreen.screen(order, now: ScreenData.now).show(on: printer)
      return printer.console.out.text
    }
    let usual = try text { $0.billTo = "" }
    #expect(!usual.contains("bill to") && !usual.contains("payer"))
    let other = try text {
      $0.billTo = "customers/holding"
      $0.payer = $0.customer
    }
    #expect(other.contains("bill to") && other.contains("payer"))
    #expect(other.contains("--customer customers/holding"))
  }

  @Test("a screen is the message itself to programs")
  func screenAsData() throws {
    let json = printer(nil, .jsonl)
    try OrderScreen.screen(ScreenData.held, now: ScreenData.now).show(on: json)
    #expect(try Order(jsonString: json.console.out.text) == ScreenData.held)
    let names = printer(nil, .name)
    try OrderScreen.screen(ScreenData.held, now: ScreenData.now).show(on: names)
    #expect(names.console.out.text == ScreenData.held.name + "\n")
    let csv = printer(nil, .csv)
    try OrderScreen.screen(ScreenData.held, now: ScreenData.now).show(on: csv)
    #expect(csv.console.out.text.split(separator: "\n").count == 3)
  }

  @Test("stock levels are the golden ones and fit the terminal", arguments: widths)
  func levels(width: Int) throws {
    let printer = printer(width)
    try printer.show(ScreenData.levels)
    try RenderingTests.expectGolden(printer.console.out.text, "stock-levels.\(width).txt")
    #expect(fits(printer.console.out.text, width))
  }

  @Test("a return is the golden one", arguments: widths)
  func returns(width: Int) throws {
    let printer = printer(width)
    try printer.show(ScreenData.goodsReturn)
    try RenderingTests.expectGolden(printer.console.out.text, "return.\(width).txt")
  }

  @Test(
    "lists of every resource fit 80 columns",
    arguments: [true, false])
  func fitsEverywhere(isLabelled: Bool) throws {
    let id = "01m68kvah0e9nv59tdwh9edd1r"
    func check<Row: Showable>(_ row: Row) throws {
      let printer = Printer(
        console: RenderingTests.console(width: 80), format: .table,
        labels: isLabelled ? ScreenData.labels : .none)
      try printer.show([row])
      #expect(fits(printer.console.out.text, 80), "\(Row.self):\n\(printer.console.out.text)")
    }
    try check(ScreenData.held)
    try check(ScreenData.goodsReturn)
    try check(
      OrderRevision.with {
        $0.revision = 2
        $0.order = ScreenData.held
        $0.actor = "principals/\(id)"
        $0.reason = "the customer wants more"
        $0.createTime = ScreenData.now
      })
    try check(
      CreditAccount.with {
        $0.customer = ScreenData.customer
        $0.riskClass = .b
        $0.limit = ScreenData.money(7_200_000)
        $0.exposure.total = ScreenData.money(1_030_000)
        $0.exposure.openItems = ScreenData.money(620_000)
        $0.headroom = ScreenData.money(6_170_000)
        $0.overdueAmount = ScreenData.money(0)
        $0.utilizationPercent = "14.31"
        $0.nextReviewDate = ScreenData.day("2027-05-01")
        $0.etag = "AAAAAAAAAAE"
      })
    try check(
      Approval.with {
        $0.name = "approvals/\(id)"
        $0.state = .open
        $0.summary = "Limit from EUR 10000.00 to EUR 72000.00"
        $0.subject = ScreenData.customer + "/creditAccount"
        $0.amount = ScreenData.money(7_200_000)
        $0.requestedBy = "principals/\(id)"
        $0.createTime = ScreenData.now
        $0.expireTime = ScreenData.now
      })
    try check(
      Policy.with {
        $0.name = "policies/\(id)"
        $0.kind = .credit
        $0.version = 2
        $0.state = .superseded
        $0.author = "principals/\(id)"
        $0.validFromDate = ScreenData.day("2026-12-01")
      })
    try check(
      PolicyFlip.with {
        $0.order = ScreenData.held.name
        $0.customer = ScreenData.customer
        $0.was = .approved
        $0.wouldBe = ScreenData.denied
      })
    try check(
      Availability.with {
        $0.sku = "DESK-OAK"
        $0.quantity = "20"
        $0.availableQuantity = "13"
        $0.promiseDate = ScreenData.day("2026-11-30")
        $0.source = .receipt
        $0.late = true
        $0.warehouse = ScreenData.warehouse
      })
    try check(
      DuplicateCustomer.with {
        $0.customer = ScreenData.customer
        $0.displayName = "Nordwind Handelsgesellschaft mit beschränkter Haftung"
        $0.score = 91
        $0.reasons = ["VAT_ID", "LEGAL_NAME", "ADDRESS"]
      })
    try check(
      Price.with {
        $0.sku = "DESK-OAK"
        $0.customer = ScreenData.customer
        $0.currencyCode = "EUR"
        $0.discountPercent = "7.5"
        $0.minQuantity = "10"
        $0.validFromDate = ScreenData.day("2026-01-01")
        $0.validUntilDate = ScreenData.day("2026-12-31")
      })
    try check(
      TaxRule.with {
        $0.taxClass = "STANDARD"
        $0.regionCode = "DE"
        $0.categoryCode = "K"
        $0.exemptionCode = "VATEX-EU-IC"
        $0.validFromDate = ScreenData.day("2026-01-01")
      })
  }

  @Test("labels stand for names in tables, beside them on pages, and nowhere else")
  func labels() throws {
    let level = ScreenData.levels[0]
    let table = printer(nil)
    try table.show([level])
    #expect(table.console.out.text.contains("MAIN"))
    #expect(!table.console.out.text.contains(ScreenData.warehouse))
    let csv = printer(nil, .csv)
    try csv.show([level])
    #expect(csv.console.out.text.contains(ScreenData.warehouse))
    let page = printer(nil)
    try page.show(ScreenData.goodsReturn)
    #expect(
      page.console.out.text.contains("Nordwind Handel GmbH  \(ScreenData.customer)"))
  }

  @Test("names are looked up by their kind; what has no label is left alone")
  func labelKinds() {
    let names = ["customers/a", "orders/b/shipments/c", "customers/a/creditAccount", "approvals/d"]
    let kinds = Labels.byKind(names)
    #expect(kinds.map(\.0) == [.customer, .shipment])
    #expect(kinds.map(\.1) == [["customers/a"], ["orders/b/shipments/c"]])
  }

  @Test(
    "how long ago is told in one unit",
    arguments: [
      ("2026-11-22T08:59:59Z", "0 min"), ("2026-11-22T08:00:01Z", "59 min"),
      ("2026-11-22T08:00:00Z", "1 h"), ("2026-11-21T09:00:01Z", "23 h"),
      ("2026-11-21T09:00:00Z", "1 d"), ("2026-11-23T09:00:00Z", "0 min"),
    ])
  func ages(since: String, expected: String) {
    #expect(Age.text(since: ScreenData.time(since), now: ScreenData.now) == expected)
  }

  @Test("a table that fits is left as it is; one that does not loses what matters least first")
  func layout() {
    let columns: [Column<[String]>] = [
      Column("key") { .text($0[0]) }, Column("more", rank: 2) { .text($0[1]) },
      Column("less", rank: 1) { .text($0[2]) }, Column("empty", rank: 3) { _ in .empty },
      Column("text", flexible: true) { .text($0[3]) },
      Column("sum") { _ in .money(119_000, "EUR") },
    ]
    let table = Table([["K-1", "second", "first!", "some words to be cut"]], columns)
    #expect(table.rendered(width: nil).hasPrefix("KEY  MORE    LESS    EMPTY  TEXT"))
    #expect(table.rendered(width: 80).hasPrefix("KEY  MORE    LESS    TEXT "))
    #expect(table.rendered(width: 54).contains("SUM EUR"))
    #expect(!table.rendered(width: 46).contains("MORE"))
    #expect(table.rendered(width: 46).contains("LESS"))
    #expect(!table.rendered(width: 38).contains("LESS"))
    #expect(table.rendered(width: 26).contains("some words…"))
    #expect(table.rendered(width: 20).contains("some wo…"))
    #expect(table.rendered(width: 1).contains("1,190.00"))
  }

  @Test("a column that says nothing is left out before one that says something")
  func emptyColumns() {
    let columns: [Column<[String]>] = [
      Column("line") { .text($0[0]) }, Column("shipped") { _ in .empty },
      Column("billed") { _ in .empty }, Column("cancelled", rank: 2) { .text($0[1]) },
    ]
    let table = Table([["1", "61"]], columns)
    #expect(table.rendered(width: 80).hasPrefix("LINE  SHIPPED  BILLED  CANCELLED"))
    #expect(table.rendered(width: 24).hasPrefix("LINE  SHIPPED  CANCELLED"))
    #expect(table.rendered(width: 16).hasPrefix("LINE  CANCELLED"))
    #expect(table.rendered(width: 10).hasPrefix("LINE\n"))
  }

  @Test("a command that is too long stands alone, with what it is for under it")
  func longSteps() {
    let printer = printer(40)
    let step = "o2c credit list --customer \(ScreenData.customer)   what is open"
    try? printer.show(
      Order(), screen: [.text("next", [step])], table: Table([], [Column<Int>]()), names: [])
    #expect(
      printer.console.out.text == """

        next
          o2c credit list --customer ext:C-1001
              what is open

        """)
    #expect(Labels.word(externalID: "PO 7") == nil)
    #expect(Labels.word(externalID: "$(rm)") == nil)
  }

  @Test(
    "people see a price with the digits of its currency, programs as the contract has it",
    arguments: [
      ("189.5", "EUR", "189.50"), ("1499", "EUR", "1,499.00"), ("0.0375", "EUR", "0.0375"),
      ("105", "JPY", "105"), ("1.2", "KWD", "1.200"), ("-3", "EUR", "-3.00"), ("7", "", "7"),
    ])
  func prices(text: String, currency: String, expected: String) {
    #expect(Cell.price(text, currency).forPeople == expected)
    #expect(Cell.price(text, currency).forPrograms == text)
  }

  @Test(
    "what to do next follows from state, holds and quantities",
    arguments: [
      (
        Order.with {
          $0.state = .draft
          $0.orderNumber = "SO-1"
        }, ["o2c order confirm SO-1", "o2c order update SO-1"]
      ),
      (
        Order.with {
          $0.state = .draft
          $0.orderNumber = "SO-1"
          $0.priceValidUntilTime = ScreenData.time("2026-11-21T00:00:00Z")
        }, ["o2c order duplicate SO-1"]
      ),
      (
        Order.with {
          $0.state = .confirmed
          $0.orderNumber = "SO-1"
          $0.lines = [
            .with {
              $0.sku = "A"
              $0.reservedQuantity = "1"
              $0.backorderedQuantity = "2.5"
              $0.toBillQuantity = "3"
            }
          ]
        }, ["o2c order ship SO-1", "o2c stock check --line A=2.5", "o2c order invoice SO-1"]
      ),
      (Order.with { $0.state = .confirmed }, []),
      (Order.with { $0.state = .cancelled }, []),
      (
        Order.with {
          $0.state = .completed
          $0.orderNumber = "SO-1"
          $0.billTo = "customers/b"
          $0.billingState = .billed
          $0.paymentState = .partlyPaid
        }, ["o2c receivable items --customer customers/b"]
      ),
    ] as [(Order, [String])])
  func next(order: Order, expected: [String]) {
    let steps = NextSteps.of(order, now: ScreenData.now)
    #expect(steps.count == expected.count)
    for (step, start) in zip(steps, expected) { #expect(step.hasPrefix(start)) }
  }
}
