import OrderToCash
import OrderToCashAPI
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
    #expect(TimeText.text(time) == "2026-11-01 09:30:00Z")
    #expect(TimeText.text(try #require(TimeText.time("2026-11-01"))) == "2026-11-01 00:00:00Z")
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
