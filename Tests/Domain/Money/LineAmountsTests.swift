import Domain
import Testing

private let jpy = Currency("JPY") ?? .eur
private let kwd = Currency("KWD") ?? .eur
private let clf = Currency("CLF") ?? .eur

@Suite("Amounts of a line")
struct LineAmountsTests {
  @Test(
    "quantity × price ÷ base quantity is rounded once",
    arguments: [
      ("3", "33.33", "1", Currency.eur, 9999), ("7", "1.005", "1", .eur, 704),
      ("2.5", "12.40", "1", .eur, 3100), ("3", "1.2345", "1", kwd, 3704),
      ("1", "0.333", "1", kwd, 333), ("1", "105", "1", jpy, 105), ("3", "0.5", "1", jpy, 2),
      ("7", "1", "3", .eur, 233), ("250", "19.99", "100", .eur, 4998),
      ("0.000001", "0.000001", "1", .eur, 0), ("1", "0.00005", "1", clf, 1),
    ] as [(String, String, String, Currency, Int64)])
  func gross(
    quantity: String, price: String, base: String, currency: Currency, amount: Int64
  ) throws {
    let made = try LineAmounts.gross(
      #require(Quantity(quantity)), at: #require(UnitPrice(price)), per: #require(Quantity(base)),
      currency, .halfAway)
    #expect(made == amount)
  }

  @Test(
    "what does not fit into 15 digits is refused, not wrapped",
    arguments: [
      ("1000000000", "10000"), ("999999999999", "999999999999"), ("10000000000000", "1"),
    ])
  func overflow(quantity: String, price: String) throws {
    let quantity = Quantity(quantity) ?? Quantity(micros: .max)
    let price = try #require(UnitPrice(price))
    #expect(throws: Rejection.self) {
      try LineAmounts.gross(quantity, at: price, per: Quantity(whole: 1), clf, .halfAway)
    }
  }

  @Test("a discount rounds what remains: 10.10 − 5 % is 9.60, so the discount is 0.50")
  func discount() throws {
    let five = try #require(Percent("5"))
    #expect(LineAmounts.discount(of: 1010, percent: five, .halfAway) == 50)
    #expect(LineAmounts.discount(of: 13_803, percent: five, .halfAway) == 690)
    let ten = Percent(whole: 10)
    let first = 10_000 - LineAmounts.discount(of: 10_000, percent: ten, .halfAway)
    let second = first - LineAmounts.discount(of: first, percent: five, .halfAway)
    #expect(first == 9000)
    #expect(second == 8550)
    #expect(LineAmounts.discount(of: 777, percent: Percent(whole: 100), .halfAway) == 777)
    #expect(LineAmounts.discount(of: 777, percent: .zero, .halfAway) == 0)
  }

  @Test(
    "tax is round(base × rate ÷ 100)",
    arguments: [
      (10_168, "19", 1932, 1932), (2945, "7", 206, 206), (105, "10", 11, 10), (315, "10", 32, 32),
      (4037, "5", 202, 202), (0, "19", 0, 0), (1, "50", 1, 0), (839, "19", 159, 159),
      (10_000, "5.5", 550, 550), (1000, "10.725", 107, 107),
    ] as [(Int64, String, Int64, Int64)])
  func tax(base: Int64, rate: String, away: Int64, even: Int64) throws {
    let rate = try #require(Percent(rate))
    #expect(try LineAmounts.tax(on: base, rate: rate, .halfAway) == away)
    #expect(try LineAmounts.tax(on: base, rate: rate, .halfEven) == even)
  }

  @Test("a part of a line has its share: 3 of 10 of 1,190.00 is 357.00, all of it the whole")
  func share() {
    let ten = Quantity(whole: 10)
    #expect(LineAmounts.share(of: 119_000, Quantity(whole: 3), of: ten, .halfAway) == 35_700)
    #expect(LineAmounts.share(of: 119_000, Quantity(whole: 6), of: ten, .halfAway) == 71_400)
    #expect(LineAmounts.share(of: 7, ten, of: ten, .halfAway) == 7)
    #expect(LineAmounts.share(of: 7, .zero, of: ten, .halfAway) == 0)
  }
}
