import ArgumentParser
import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import o2c

@Suite struct ArgumentTests {
  @Test(
    "a resource is named by name, number, external id or the input",
    arguments: [
      (
        "orders/01m68kvah0e9nv59tdwh9edd1r",
        ResourceArgument.name("orders/01m68kvah0e9nv59tdwh9edd1r")
      ),
      ("SO-2026-000001", .word("SO-2026-000001")), ("ext:PO-77812", .externalID("PO-77812")),
      ("ext:a/b", .externalID("a/b")), ("-", .standardInput), ("CHAI", .word("CHAI")),
    ])
  func parses(text: String, expected: ResourceArgument) {
    #expect(ResourceArgument(argument: text) == expected)
    #expect(expected.text == text)
  }

  @Test("what names nothing is refused", arguments: ["", "ext:", "/x", "x/"])
  func refuses(text: String) {
    #expect(ResourceArgument(argument: text) == nil)
  }

  @Test(
    "an argument becomes a name or a filter of its kind",
    arguments: [
      ("orders/a", ResourceKind.order, ResourceKind.Lookup.name("orders/a")),
      ("01m68kvah0e9nv59tdwh9edd1r", .order, .name("orders/01m68kvah0e9nv59tdwh9edd1r")),
      ("so-2026-000001", .order, .field("order_number", equals: "SO-2026-000001")),
      ("ext:PO-1", .order, .field("external_id", equals: "PO-1")),
      ("INV-2026-000001", .invoice, .field("invoice_number", equals: "INV-2026-000001")),
      ("PAY-2026-000001", .payment, .field("payment_number", equals: "PAY-2026-000001")),
      ("SH-2026-000001", .shipment, .field("shipment_number", equals: "SH-2026-000001")),
      ("orders/a/shipments/b", .shipment, .name("orders/a/shipments/b")),
      ("chai", .product, .field("sku", equals: "chai")),
      ("MAIN", .warehouse, .field("code", equals: "MAIN")),
      ("Acme Ltd", .customer, .field("display_name", equals: "Acme Ltd")),
      ("Shop", .principal, .field("display_name", equals: "Shop")),
      ("rma-2026-000001", .goodsReturn, .field("rma_number", equals: "RMA-2026-000001")),
      ("returns/a", .goodsReturn, .name("returns/a")),
      ("01m68kvah0e9nv59tdwh9edd1r", .approval, .name("approvals/01m68kvah0e9nv59tdwh9edd1r")),
      ("policies/a", .policy, .name("policies/a")),
      ("stockReceipts/a", .receipt, .name("stockReceipts/a")),
    ])
  func lookups(text: String, kind: ResourceKind, expected: ResourceKind.Lookup) throws {
    let argument = try #require(ResourceArgument(argument: text))
    #expect(try kind.lookup(argument) == expected)
  }

  @Test(
    "an argument of another kind is refused as usage",
    arguments: [
      ("customers/a", ResourceKind.order), ("orders/a", .shipment), ("orders/a/b", .order),
      ("ext:A", .invoice), ("ext:A", .product), ("-", .order), ("acme", .seller),
      ("credit", .policy), ("orders/a", .goodsReturn), ("ext:A", .approval), ("PO-1", .receipt),
    ])
  func refusesKind(text: String, kind: ResourceKind) throws {
    let argument = try #require(ResourceArgument(argument: text))
    let report = #expect(throws: ErrorReport.self) { try kind.lookup(argument) }
    #expect(report?.status == .usage)
  }

  @Test(
    "an order line is SKU=QUANTITY[@PRICE][%DISCOUNT]",
    arguments: [
      ("CHAI=12", "CHAI", "12", nil, nil), ("CHAI=12@14.00", "CHAI", "12", "14.00", nil),
      ("CHAI=12%5", "CHAI", "12", nil, "5"), ("A=B=1.5@0.0375%2.5", "A=B", "1.5", "0.0375", "2.5"),
      ("products/a=3", "products/a", "3", nil, nil),
    ] as [(String, String, String, String?, String?)])
  func orderLines(
    text: String, product: String, quantity: String, price: String?, discount: String?
  ) throws {
    let line = try #require(OrderLineArgument(argument: text))
    #expect(line.product == product)
    #expect(line.quantity == quantity)
    #expect(line.unitPrice == price)
    #expect(line.discountPercent == discount)
  }

  @Test(
    "an order line that is none is refused",
    arguments: ["CHAI", "=1", "A=", "A=x", "A=1@", "A=1%x", "A=1e3"])
  func badOrderLines(text: String) {
    #expect(OrderLineArgument(argument: text) == nil)
  }

  @Test(
    "a discount is a percent or an amount, with a reason if wanted",
    arguments: [
      ("5%", DiscountArgument.Value.percent("5"), ""),
      ("2.5%:SEASON", .percent("2.5"), "SEASON"), ("10.00", .amount("10.00"), ""),
      ("10:GOODWILL", .amount("10"), "GOODWILL"),
    ])
  func discounts(text: String, value: DiscountArgument.Value, reason: String) throws {
    let argument = try #require(DiscountArgument(argument: text))
    #expect(argument.value == value)
    #expect(argument.reason == reason)
    let discount = try argument.discount("EUR")
    #expect(discount.reasonCode == reason)
    #expect(argument.isPercent == discount.amount.currencyCode.isEmpty)
  }

  @Test(
    "what is no discount, charge or tagged quantity is refused",
    arguments: ["", "%", "x%", "5%:", "5%%", "FREIGHT", "=1", "1=2:"])
  func badDiscounts(text: String) {
    #expect(DiscountArgument(argument: text) == nil)
    #expect(ChargeArgument(argument: text) == nil)
    #expect(TaggedQuantityArgument(argument: text) == nil)
    #expect(LotArgument(argument: text) == nil)
  }

  @Test("a lot has a line, a number that may have any sign in it, and a quantity")
  func lots() throws {
    let lot = try #require(LotArgument(argument: "1=L:2026=07:2.5"))
    #expect(lot.line == "1" && lot.lot == "L:2026=07" && lot.quantity == "2.5")
    for text in ["1=L", "1=:2", "1=L:", "1=L:x", "L:2"] {
      #expect(LotArgument(argument: text) == nil, "\(text)")
    }
  }

  @Test("a charge has a kind, an amount and a text if wanted")
  func charges() throws {
    let freight = try #require(ChargeArgument(argument: "freight=9.90"))
    #expect(freight.kind == .freight)
    #expect(try freight.charge("EUR").netAmount.minorUnits == 990)
    let other = try #require(ChargeArgument(argument: "OTHER=5:engraving, two lines"))
    #expect(try other.charge("EUR").description_p == "engraving, two lines")
    #expect(ChargeArgument(argument: "GIFT=1") == nil)
    let fine = try #require(ChargeArgument(argument: "OTHER=0.005"))
    #expect(throws: ErrorReport.self) { try fine.charge("EUR") }
  }

  @Test("changes of one line are one change, in the order of the flags")
  func amendments() throws {
    let fields = try AmendmentFields.parse([
      "--line", "2=12", "--line", "1=3", "--price", "2=14.5", "--promise", "1=2026-12-01",
      "--discount", "2=5%:SEASON", "--discount", "2=1.00", "--no-discount", "3",
    ])
    let changes = try fields.changes(currency: "EUR")
    #expect(changes.map(\.lineID) == ["2", "1", "3"])
    #expect(changes[0].quantity == "12")
    #expect(changes[0].unitPrice == "14.5")
    #expect(changes[0].discounts.count == 2)
    #expect(changes[0].discounts[1].amount.minorUnits == 100)
    #expect(!changes[1].hasUnitPrice)
    #expect(DayText.text(changes[1].promisedDate) == "2026-12-01")
    #expect(changes[2].setDiscounts)
    #expect(changes[2].discounts.isEmpty)
    #expect(!changes[2].hasQuantity)
  }

  @Test("an amendment with a day or a discount that is none is refused")
  func badAmendments() throws {
    for arguments in [["--promise", "1=soon"], ["--discount", "1=much"]] {
      let fields = try AmendmentFields.parse(arguments)
      #expect(throws: ErrorReport.self) { try fields.changes(currency: "EUR") }
    }
  }

  @Test("the fields of a credit account that were given are changed, and no other")
  func creditAccounts() throws {
    var account = CreditAccount()
    let fields = try CreditAccountFields.parse([
      "--no-group", "--block", "fraud", "--insured", "5000", "--review", "2027-01-01",
    ])
    let paths = try fields.fill(&account, group: nil, currency: "EUR")
    #expect(paths == ["group", "blocked", "block_reason", "insured_amount", "next_review_date"])
    #expect(account.blocked)
    #expect(account.insuredAmount.minorUnits == 500_000)
    let nothing = try CreditAccountFields.parse([])
    #expect(try nothing.fill(&account, group: nil, currency: "EUR").isEmpty)
  }

  @Test("a policy is read from its file; a misspelt rule is refused")
  func policies() throws {
    let json = #"{"kind": "CREDIT", "credit": {"overdueDays": 45}, "testCases": []}"#
    let policy = try PolicyFile.policy(Array(json.utf8), path: "p.json")
    #expect(policy.credit.overdueDays == 45)
    let wrong = #"{"kind": "CREDIT", "credit": {"overdueDay": 45}}"#
    let report = #expect(throws: ErrorReport.self) {
      try PolicyFile.policy(Array(wrong.utf8), path: "p.json")
    }
    #expect(report?.message.hasPrefix("p.json is no policy") == true)
  }

  @Test("the policy of the help page is one")
  func helpPolicy() throws {
    let text = HelpTopic.policies.text
    let start = try #require(text.firstIndex(of: "{"))
    let end = try #require(text.range(of: "]}\n")?.upperBound)
    let policy = try PolicyFile.policy(Array(text[start..<end].utf8), path: "help")
    #expect(policy.testCases.map(\.failedRules) == [[], ["OVERDUE_DAYS"]])
  }

  @Test("an export is CSV unless JSON lines are asked for, or the file is named so")
  func exportFormats() throws {
    func format(_ line: String) throws -> ExportFormat {
      let arguments = ("export orders " + line).split(separator: " ").map(String.init)
      return try #require(try O2C.parseAsRoot(arguments) as? ExportCommand).format
    }
    #expect(try format("") == .csv)
    #expect(try format("--out o.jsonl") == .jsonl)
    #expect(try format("--out o.jsonl -o csv") == .csv)
    #expect(try format("-o jsonl") == .jsonl)
  }

  @Test("an export to a file is there once it is complete, and not before")
  func exportFile() throws {
    let path = NSTemporaryDirectory() + "o2c-export-\(UUID().uuidString).csv"
    let files = FileManager.default
    let broken = try ExportTarget(path: path)
    try broken.write(Array("half".utf8))
    #expect(!files.fileExists(atPath: path))
    broken.abandon()
    #expect(!files.fileExists(atPath: path + ".part"))
    let whole = try ExportTarget(path: path)
    try whole.write(Array("who".utf8))
    try whole.write(Array("le".utf8))
    try whole.finish()
    defer { try? files.removeItem(atPath: path) }
    #expect(files.contents(atPath: path) == Data("whole".utf8))
    #expect(!files.fileExists(atPath: path + ".part"))
    #expect(throws: ErrorReport.self) { try ExportTarget(path: "/nowhere/x.csv") }
  }

  @Test("rows of a price list that are valid on a day")
  func validOn() throws {
    let day = try #require(DayText.day("2026-11-01"))
    #expect(
      PriceCommand.valid(on: day)
        == #"NOT valid_from_date > "2026-11-01" AND NOT valid_until_date < "2026-11-01""#)
  }

  @Test("applications name an invoice or an item, with an amount if wanted")
  func applications() throws {
    let whole = try #require(ApplicationArgument(argument: "INV-2026-000001"))
    #expect(whole.item == .word("INV-2026-000001"))
    #expect(whole.amount == nil)
    let part = try #require(ApplicationArgument(argument: "openItems/a=100.00"))
    #expect(part.item == .name("openItems/a"))
    #expect(part.amount == "100.00")
    #expect(ApplicationArgument(argument: "-") == nil)
    #expect(ApplicationArgument(argument: "INV-1=x") == nil)
  }

  @Test(
    "amounts are exact and as fine as their currency",
    arguments: [
      ("1190.00", "EUR", 119_000), ("1190", "EUR", 119_000), ("1190.5", "EUR", 119_050),
      ("-0.05", "EUR", -5), ("500", "JPY", 500), ("1.234", "KWD", 1234), ("1.2300", "EUR", 123),
      ("1.005", "EUR", nil), ("500.5", "JPY", nil), ("1,190", "EUR", nil), ("", "EUR", nil),
      ("1.", "EUR", nil), (".5", "EUR", nil), ("99999999999999999999", "EUR", nil),
    ] as [(String, String, Int64?)])
  func amounts(text: String, currency: String, expected: Int64?) {
    #expect(MoneyText.minorUnits(text, currency) == expected)
  }

  @Test(
    "amounts are written with the digits of their currency",
    arguments: [
      (Int64(119_000), "EUR", "1190.00", "1,190.00"), (5, "EUR", "0.05", "0.05"),
      (-123_456_789, "EUR", "-1234567.89", "-1,234,567.89"), (500, "JPY", "500", "500"),
      (1234, "KWD", "1.234", "1.234"), (0, "EUR", "0.00", "0.00"),
      (Int64.min, "EUR", "-92233720368547758.08", "-92,233,720,368,547,758.08"),
    ])
  func amountTexts(units: Int64, currency: String, plain: String, grouped: String) {
    #expect(MoneyText.plain(units, currency) == plain)
    #expect(MoneyText.grouped(units, currency) == grouped)
  }

  @Test(
    "a fraction becomes a percent exactly",
    arguments: [
      ("0.05", 2, "5"), ("0.00", 2, "0"), ("0.1", 2, "10"), ("0.125", 2, "12.5"), ("1", 2, "100"),
      ("-0.05", 2, "-5"), ("0.15", 3, "150"), ("2.50", 0, "2.5"),
    ])
  func shifts(text: String, places: Int, expected: String) {
    #expect(DecimalText.shifted(text, by: places) == expected)
  }

  @Test(
    "dates are those of the calendar",
    arguments: ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "2026-04-31", "x"])
  func badDates(text: String) {
    #expect(DayText.day(text) == nil)
  }

  @Test("dates and times read and write the same")
  func times() throws {
    let day = try #require(DayText.day("2024-02-29"))
    #expect(DayText.text(day) == "2024-02-29")
    let time = try #require(TimeText.time("2026-11-01T09:30:00.25Z"))
    #expect(TimeText.text(time.seconds) == "2026-11-01 09:30:00Z")
    let midnight = try #require(TimeText.time("2026-11-01"))
    #expect(TimeText.text(midnight.seconds) == "2026-11-01 00:00:00Z")
    #expect(TimeText.time("yesterday") == nil)
  }

  @Test("a derived request id is the same for the same key, and keeps the time")
  func derivedIDs() throws {
    let id = try #require(RequestID("01a1913d-aa20-726b-b2a7-4de452e6b438"))
    #expect(id.derived(for: "a") == id.derived(for: "a"))
    #expect(id.derived(for: "a") != id.derived(for: "b"))
    #expect(id.derived(for: "a") != id)
    #expect(id.derived(for: "a").unixMilliseconds == id.unixMilliseconds)
    #expect(id.derived(for: "a") != RequestID().derived(for: "a"))
  }

  @Test("filters quote what they are given")
  func literals() {
    #expect(filterLiteral(#"a"b\c"#) == #""a\"b\\c""#)
    #expect(ListOptions.filter("", and: "a = 1") == "a = 1")
    #expect(ListOptions.filter("b = 2 OR c = 3", and: "a = 1") == "(b = 2 OR c = 3) AND a = 1")
  }

  @Test("names of enums are those of the contract")
  func enums() throws {
    #expect(EnumText.name(Order.State.onHold) == "ON_HOLD")
    #expect(EnumText.name(OpenItem.Bucket.days1To30) == "DAYS_1_TO_30")
    #expect(EnumText.name(OpenItem.Bucket.daysOver120) == "DAYS_OVER_120")
    let means: Payment.Means = try enumValue("bank-transfer", "--means")
    #expect(means == .bankTransfer)
    #expect(throws: ErrorReport.self) {
      let _: Payment.Means = try enumValue("barter", "--means")
    }
    #expect(EnumText.value("MEANS_UNSPECIFIED", of: Payment.Means.self) == nil)
  }
}
