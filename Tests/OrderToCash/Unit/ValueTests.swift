import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

@Suite("Names, ids, amounts, dates")
struct ValueTests {
  @Test(
    "the name of an order is a collection and an id",
    arguments: [
      ("orders/01m68kvah0e9nv59tdwh9edd1r", true), ("orders/-", true), ("orders/", false),
      ("orders", false), ("order/x", false), ("orders/a/b", false), ("/orders/a", false),
      ("orders/a b", false), ("orders/ä", false), ("", false),
      ("orders/" + String(repeating: "a", count: 65), false),
    ])
  func orderNames(text: String, isName: Bool) {
    #expect((OrderName(rawValue: text) != nil) == isName)
    #expect(OrderName(rawValue: text)?.rawValue == (isName ? text : nil))
  }

  @Test("names of children have two ids, names of singletons end in a word")
  func deepNames() throws {
    let shipment: ShipmentName = "orders/o1/shipments/s1"
    #expect(shipment.ids == ["o1", "s1"])
    #expect(ShipmentName(ids: "o1", "s1") == shipment)
    #expect(ShipmentName(ids: "o1") == nil)
    #expect(ShipmentName(ids: "o1", "s1", "x") == nil)
    let customer: CustomerName = "customers/c1"
    #expect(customer.creditAccount.rawValue == "customers/c1/creditAccount")
    #expect(CreditAccountName(rawValue: "customers/c1/accountBalance") == nil)
    #expect(Order.with { $0.name = "orders/o1" }.resourceName == "orders/o1")
    #expect(Order().resourceName == nil)
  }

  @Test("an error about a name says what was expected")
  func nameError() {
    let error = #expect(throws: OrderToCashError.self) { try OrderName(validating: "SO-1") }
    #expect(error?.message.contains("orders/{order}") == true)
    #expect(error?.reason == .fieldInvalid)
  }

  @Test("request ids are UUIDs of version 7 that carry their time, all different")
  func requestIDs() throws {
    let ids = (0..<10_000).map { _ in RequestID() }
    #expect(Set(ids).count == ids.count)
    for id in ids.prefix(100) {
      #expect(id.description.utf8.count == 26)
      #expect(RequestID(id.description) == id)
      #expect(RequestID(id.description.uppercased()) == id)
    }
    #expect(ids[0].unixMilliseconds <= ids[9_999].unixMilliseconds)
  }

  @Test("a request id is read in both forms, and nothing else is")
  func requestIDForms() throws {
    let id = try #require(RequestID("01a1913d-aa20-726b-b2a7-4de452e6b438"))
    #expect(id.description == "01m68kvah0e9nv59tdwh9edd1r")
    #expect(RequestID("01m68kvah0e9nv59tdwh9edd1r") == id)
    for text in [
      "", "x", "01a1913d-aa20-426b-b2a7-4de452e6b438", "01a1913d-aa20-726b-32a7-4de452e6b438",
      "01a1913daa20726bb2a74de452e6b438", "81m68kvah0e9nv59tdwh9edd1r",
      "01m68kvah0e9nv59tdwh9edd1u", "+1a1913d-aa20-726b-b2a7-4de452e6b438",
    ] {
      #expect(RequestID(text) == nil, "\(text)")
    }
  }

  @Test(
    "amounts are exact in the digits of their currency",
    arguments: [
      ("1190.00", "EUR", 119_000, "1190.00"), ("1190", "EUR", 119_000, "1190.00"),
      ("-0.05", "EUR", -5, "-0.05"), ("+7.5", "usd", 750, "7.50"), ("1190", "JPY", 1_190, "1190"),
      ("1.234", "KWD", 1_234, "1.234"), ("0", "EUR", 0, "0.00"),
      ("9999999999999.99", "EUR", 999_999_999_999_999, "9999999999999.99"),
    ] as [(String, String, Int64, String)])
  func money(text: String, currency: String, minorUnits: Int64, decimal: String) throws {
    let money = try Money(decimal: text, currency)
    #expect(money.minorUnits == minorUnits)
    #expect(money.decimal == decimal)
    #expect(Money(minorUnits: minorUnits, currency: currency) == money)
  }

  @Test(
    "what is not an amount of the currency is refused",
    arguments: [
      ("1.001", "EUR", .amountPrecision), ("1.0", "JPY", .amountPrecision),
      ("1e3", "EUR", .fieldInvalid), ("", "EUR", .fieldInvalid), ("1.", "EUR", .fieldInvalid),
      (".5", "EUR", .fieldInvalid), ("1,5", "EUR", .fieldInvalid), ("--1", "EUR", .fieldInvalid),
      ("١", "EUR", .fieldInvalid), ("10000000000000", "EUR", .fieldOutOfRange),
      ("99999999999999999999", "EUR", .fieldOutOfRange),
    ] as [(String, String, Reason)])
  func notMoney(text: String, currency: String, reason: Reason) {
    let error = #expect(throws: OrderToCashError.self) { try Money(decimal: text, currency) }
    #expect(error?.reason == reason)
  }

  @Test(
    "dates are read and written as ISO 8601",
    arguments: [
      ("2026-11-22", true), ("2024-02-29", true), ("2000-02-29", true), ("1900-02-29", false),
      ("2026-02-29", false), ("2026-13-01", false), ("2026-04-31", false), ("2026-1-1", false),
      ("0000-01-01", false), ("20261122", false), ("+026-11-22", false),
    ])
  func dates(text: String, isDate: Bool) {
    #expect(CivilDate(iso: text)?.iso == (isDate ? text : nil))
  }

  @Test("a date that is not set is written as nothing")
  func noDate() {
    #expect(CivilDate().iso == "")
    #expect(CivilDate(year: 33, month: 4, day: 3).iso == "0033-04-03")
  }

  @Test(
    "codes are written as gRPC names them",
    arguments: [
      (OrderToCashError.Code.notFound, "NOT_FOUND", 5), (.internal, "INTERNAL", 13),
      (.deadlineExceeded, "DEADLINE_EXCEEDED", 4), (.unauthenticated, "UNAUTHENTICATED", 16),
      (.init(rawValue: 77), "CODE_77", 77),
    ])
  func codes(code: OrderToCashError.Code, text: String, number: Int) {
    #expect(code.description == text)
    #expect(code.rawValue == number)
  }
}
