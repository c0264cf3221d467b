import Domain
import Testing

@Suite("Decimals")
struct Decimal6Tests {
  @Test(
    "what is a decimal is read exactly and printed canonically",
    arguments: [
      ("0", 0, "0"), ("-0", 0, "0"), ("1", 1_000_000, "1"), ("1.5", 1_500_000, "1.5"),
      ("-12.345600", -12_345_600, "-12.3456"), ("0.000001", 1, "0.000001"),
      ("-0.5", -500_000, "-0.5"), ("007", 7_000_000, "7"), ("00000000000000000001", 1_000_000, "1"),
      ("999999999999", 999_999_999_999_000_000, "999999999999"),
      ("999999999999.999999", 999_999_999_999_999_999, "999999999999.999999"),
      ("-999999999999.999999", -999_999_999_999_999_999, "-999999999999.999999"),
    ] as [(String, Int64, String)])
  func reads(text: String, micros: Int64, canonical: String) throws {
    let quantity = try #require(Quantity(text))
    #expect(quantity.micros == micros)
    #expect(quantity.description == canonical)
    #expect(Quantity(canonical) == quantity)
  }

  @Test(
    "everything else is refused",
    arguments: [
      "", "-", ".", ".5", "5.", "+1", "--1", "1-", "1e3", "1,5", " 1", "1 ", "1.2.3", "0x10",
      "1.0000001", "0.0000000", "1000000000000", "9223372036854775808", "99999999999999999999999",
      "1_000", "١", "½", "∞", "nan",
    ])
  func refuses(text: String) {
    #expect(Quantity(text) == nil)
    #expect(UnitPrice(text) == nil)
    #expect(Percent(text) == nil)
  }
}

@Suite("Money and currencies")
struct MoneyTests {
  @Test(
    "amounts are printed with the digits of their currency",
    arguments: [
      (119_000, "EUR", "EUR 1190.00"), (-5, "EUR", "EUR -0.05"), (0, "EUR", "EUR 0.00"),
      (1500, "JPY", "JPY 1500"), (-1, "JPY", "JPY -1"), (4239, "KWD", "KWD 4.239"),
      (7, "KWD", "KWD 0.007"), (12_345, "CLF", "CLF 1.2345"),
      (.min, "JPY", "JPY -9223372036854775808"), (.min, "EUR", "EUR -92233720368547758.08"),
    ] as [(Int64, String, String)])
  func text(minorUnits: Int64, code: String, text: String) throws {
    let currency = try #require(Currency(code))
    #expect(Money(minorUnits, currency).description == text)
  }

  @Test(
    "currencies have their digits",
    arguments: [
      ("EUR", 2), ("usd", 2), ("JPY", 0), ("KRW", 0), ("VND", 0), ("ISK", 0), ("CLP", 0),
      ("KWD", 3), ("BHD", 3), ("TND", 3), ("CLF", 4), ("UYW", 4), ("CHF", 2), ("HUF", 2),
    ])
  func digits(code: String, digits: Int) throws {
    let currency = try #require(Currency(code))
    #expect(currency.digits == digits)
    #expect(currency.code == code.uppercased())
    #expect(Currency(currency.code) == currency)
  }

  @Test(
    "what is no active currency is refused",
    arguments: ["", "EU", "EURO", "XXX", "XAU", "DEM", "E R", "ЕUR", "123", "EU€"])
  func unknown(code: String) { #expect(Currency(code) == nil) }
}
