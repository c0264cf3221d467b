public import OrderToCashAPI

extension O2c_V1_Money {
  /// An amount in the smallest unit of its currency: EUR 1,190.00 is `119000`.
  public init(minorUnits: Int64, currency: String) {
    self.init()
    self.minorUnits = minorUnits
    currencyCode = currency
  }

  /// An amount as people write it, with a point and no more digits than the currency has:
  /// `Money(decimal: "1190.00", "EUR")`. Exact: nothing is rounded.
  ///
  /// - Throws: ``OrderToCashError`` with reason ``Reason/amountPrecision`` when it has more digits,
  ///   ``Reason/fieldInvalid`` when it is no number, ``Reason/fieldOutOfRange`` when it has more
  ///   than 15 digits.
  public init(decimal text: String, _ currency: String) throws(OrderToCashError) {
    func wrong(_ reason: Reason, _ why: String) -> OrderToCashError {
      OrderToCashError(
        code: .invalidArgument, reason: reason, message: "“\(text)” \(why)", outcome: .notApplied)
    }
    var rest = text[...]
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0]
    let fraction = parts.count > 1 ? parts[1] : ""
    let isNumber =
      !whole.isEmpty && (parts.count == 1 || !fraction.isEmpty)
      && (whole + fraction).utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isNumber else { throw wrong(.fieldInvalid, "is not an amount; write it as 1190.00.") }
    let digits = Self.fractionDigits(of: currency)
    guard fraction.count <= digits else {
      throw wrong(.amountPrecision, "has more than the \(digits) digits of \(currency).")
    }
    let padding = String(repeating: "0", count: digits - fraction.count)
    guard let amount = Int64("\(whole)\(fraction)\(padding)"), amount <= 999_999_999_999_999 else {
      throw wrong(.fieldOutOfRange, "has more than 15 digits.")
    }
    self.init(minorUnits: isNegative ? -amount : amount, currency: currency)
  }

  /// The amount as people write it, without its currency: `1190.00`.
  public var decimal: String {
    let digits = Self.fractionDigits(of: currencyCode)
    var text = String(minorUnits.magnitude)
    if digits > 0 {
      text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
    }
    return minorUnits < 0 ? "-" + text : text
  }

  /// How many digits a currency has after the point, ISO 4217.
  public static func fractionDigits(of currency: String) -> Int {
    switch currency.uppercased() {
    case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
      "VUV", "XAF", "XOF", "XPF":
      0
    case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
    case "CLF", "UYW": 4
    default: 2
    }
  }
}
