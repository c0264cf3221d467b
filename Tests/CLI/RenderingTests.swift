import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import o2c

/// What people and programs see, compared with files under `Golden/`. O2C_WRITE_GOLDEN=1 rewrites
/// them.
@Suite struct RenderingTests {
  static let orders: [Order] = [
    .with {
      $0.name = "orders/01m68kvah0e9nv59tdwh9edd1r"
      $0.orderNumber = "SO-2026-000001"
      $0.externalID = "PO-77812"
      $0.customer = "customers/01m68kvah0e9nv59tdwh9edd2s"
      $0.orderDate = DayText.day("2026-11-01") ?? CivilDate()
      $0.state = .onHold
      $0.fulfillmentState = .unfulfilled
      $0.billingState = .unbilled
      $0.paymentState = .unpaid
      $0.holds = [
        .with {
          $0.kind = .credit
          $0.reason = "LIMIT"
        }
      ]
      $0.lines = [
        .with {
          $0.lineID = "1"
          $0.sku = "CHAI"
          $0.description_p = "Chai, \"10 boxes\""
          $0.quantity = "12"
          $0.unitCode = "C62"
          $0.unitPrice = "14.5"
          $0.discountPercent = "5"
          $0.netAmount = money(16_530)
          $0.taxRatePercent = "19"
          $0.reservedQuantity = "12"
        }
      ]
      $0.totals.net = money(16_530)
      $0.totals.tax = money(3_141)
      $0.totals.gross = money(19_671)
      $0.etag = "e1"
    },
    .with {
      $0.name = "orders/01m68kvah0e9nv59tdwh9edd3t"
      $0.orderNumber = "SO-2026-000002"
      $0.customer = "customers/01m68kvah0e9nv59tdwh9edd2s"
      $0.orderDate = DayText.day("2026-11-02") ?? CivilDate()
      $0.state = .confirmed
      $0.totals.net = money(123_456_789)
      $0.totals.gross = money(146_913_579)
    },
  ]

  static func money(_ units: Int64) -> Money {
    .with {
      $0.minorUnits = units
      $0.currencyCode = "EUR"
    }
  }

  @Test("a list of orders in each format is the golden one", arguments: OutputFormat.allCases)
  func lists(format: OutputFormat) throws {
    let console = Self.console(width: nil)
    try Printer(console: console, format: format).show(Self.orders)
    try Self.expectGolden(console.out.text, "orders.\(format).txt")
  }

  @Test("one order in each format is the golden one", arguments: OutputFormat.allCases)
  func pages(format: OutputFormat) throws {
    let console = Self.console(width: nil)
    try Printer(console: console, format: format).show(Self.orders[0])
    try Self.expectGolden(console.out.text, "order.\(format).txt")
  }

  @Test("a table fits the terminal: flexible columns are cut, amounts never")
  func narrow() throws {
    let console = Self.console(width: 160)
    try Printer(console: console, format: .table).show(Self.orders)
    try Self.expectGolden(console.out.text, "orders.narrow.txt")
    for line in console.out.text.split(separator: "\n") {
      #expect(TextWidth.of(String(line)) <= 160)
    }
    #expect(console.out.text.contains("1,469,135.79"))
  }

  @Test("headings of CSV do not depend on the rows")
  func csvHeadings() throws {
    let all = Self.console(width: nil)
    let none = Self.console(width: nil)
    try Printer(console: all, format: .csv).show(Self.orders)
    try Printer(console: none, format: .csv).show([Order]())
    let first = all.out.text.split(separator: "\n").first
    #expect(first == none.out.text.split(separator: "\n").first)
  }

  @Test("CSV comes back as it went out")
  func csvRoundTrip() throws {
    let fields = ["a,b", "say \"hi\"", "two\nlines", "", "plain", "ü"]
    let text = Table.csvLine(["1", "2", "3", "4", "5", "6"]) + Table.csvLine(fields)
    let reader = try CSVReader(Array(text.utf8))
    #expect(reader.records.map(\.fields) == [fields])
  }

  @Test("JSON is laid out without touching strings and numbers")
  func layout() {
    #expect(
      JSONText.indented(#"{"a":[],"b":{},"c":"{[,:]\"","d":[1,2]}"#) == """
        {
          "a": [],
          "b": {},
          "c": "{[,:]\\"",
          "d": [
            1,
            2
          ]
        }
        """)
    #expect(JSONText.quoted("a\"\\\n\u{1}ü") == #""a\"\\\n\u0001ü""#)
  }

  @Test("JSON of a list is one array that reads back as the same orders")
  func jsonReadsBack() throws {
    let console = Self.console(width: nil)
    try Printer(console: console, format: .json).show(Self.orders)
    #expect(try Order.array(fromJSONString: console.out.text) == Self.orders)
  }

  @Test("no row: an empty array, a word to people, nothing else")
  func empty() throws {
    for (format, expected) in [
      (OutputFormat.json, "[]\n"), (.jsonl, ""), (.name, ""), (.table, ""),
    ] {
      let console = Self.console(width: nil)
      try Printer(console: console, format: format).show([Order]())
      #expect(console.out.text == expected)
    }
  }

  @Test("colours only where they may be used")
  func colors() {
    var console = Self.console(width: nil)
    #expect(console.bold("x") == "x")
    console.colors = true
    #expect(console.colored("x", .red) == "\u{1B}[31mx\u{1B}[0m")
    #expect(!Console.live(environment: ["NO_COLOR": "1"]).colors)
    #expect(!Console.live(noColor: true, environment: [:]).colors)
  }

  @Test("progress is a bar with a total, a count without, silent without a terminal")
  func progress() {
    #expect(
      ProgressBar.text("import", 15, of: 30, note: "1 bad")
        == "import  ███████████████░░░░░░░░░░░░░░░  50 %  15 of 30  1 bad")
    #expect(ProgressBar.text("import", 15, of: nil, note: "") == "import  15")
    let console = Self.console(width: nil)
    ProgressBar("x", on: console).update(1, of: 2)
    #expect(console.err.text.isEmpty)
  }

  @Test("every resource has a table and a page")
  func everyResource() throws {
    func check<Row: Showable>(_ row: Row) throws {
      for format in OutputFormat.allCases {
        let console = Self.console(width: 100)
        try Printer(console: console, format: format).show(row)
        try Printer(console: console, format: format).show([row])
        #expect(!console.out.text.isEmpty)
      }
    }
    try check(Customer.with { $0.name = "customers/a" })
    try check(Product.with { $0.name = "products/a" })
    try check(Price.with { $0.sku = "A" })
    try check(TaxRule.with { $0.categoryCode = "S" })
    try check(Warehouse.with { $0.code = "A" })
    try check(StockLevel.with { $0.sku = "A" })
    try check(StockReceipt.with { $0.name = "stockReceipts/a" })
    try check(Shipment.with { $0.name = "orders/a/shipments/b" })
    try check(CreditAccount.with { $0.customer = "customers/a" })
    try check(Return.with { $0.name = "returns/a" })
    try check(Approval.with { $0.name = "approvals/a" })
    try check(Policy.with { $0.name = "policies/a" })
    try check(OrderRevision.with { $0.order.name = "orders/a" })
    try check(PolicyFlip.with { $0.order = "orders/a" })
    try check(Availability.with { $0.product = "products/a" })
    try check(DuplicateCustomer.with { $0.customer = "customers/a" })
    try check(Invoice.with { $0.name = "invoices/a" })
    try check(Payment.with { $0.name = "payments/a" })
    try check(OpenItem.with { $0.name = "openItems/a" })
    try check(AccountBalance.with { $0.customer = "customers/a" })
    try check(JournalEntry.with { $0.name = "journalEntries/a" })
    try check(TrialBalance.Row.with { $0.account = "1100" })
    try check(Event.with { $0.type = "order.placed" })
    try check(Seller.with { $0.name = "sellers/a" })
    try check(Principal.with { $0.name = "principals/a" })
    try check(ApiKey.with { $0.name = "principals/a/apiKeys/b" })
    try check(Certificate.with { $0.fingerprint = "ab" })
    try check(CallerInfo.with { $0.principal.name = "principals/a" })
  }

  @Test("a trial balance says whether it balances")
  func trialBalance() {
    let rows: [TrialBalance.Row] = [
      .with {
        $0.debit = Self.money(100)
        $0.credit = Self.money(0)
      },
      .with {
        $0.debit = Self.money(0)
        $0.credit = Self.money(90)
      },
    ]
    #expect(
      TrialBalanceTotal.totals(of: rows).map(\.text) == [
        "1.00 EUR debit, 0.90 EUR credit: NOT BALANCED"
      ])
  }

  static func console(width: Int?) -> Console {
    Console(
      out: .inMemory(), err: .inMemory(), asks: false, width: width, showsProgress: false,
      colors: false, readLine: { nil })
  }

  static func expectGolden(_ text: String, _ name: String) throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name)").path
    if ProcessInfo.processInfo.environment["O2C_WRITE_GOLDEN"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let golden = try #require(FileManager.default.contents(atPath: path), "no golden file \(name)")
    #expect(text == String(decoding: golden, as: UTF8.self), "\(name)")
  }
}
