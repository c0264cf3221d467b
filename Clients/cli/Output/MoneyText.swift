/// Amounts between minor units and decimal text. No floating point.
enum MoneyText {
  /// ISO 4217: digits of the minor unit where they are not 2.
  private static let digits: [String: Int] = [
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
    "RWF": 0, "UGX": 0, "UYI": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
    "CLF": 4, "UYW": 4,
  ]

  /// Digits after the decimal point in the currency.
  static func digits(of currency: String) -> Int { digits[currency.uppercased()] ?? 2 }

  /// `1190.00` for 119000 EUR.
  static func plain(_ units: Int64, _ currency: String) -> String {
    let (whole, fraction) = parts(units, currency)
    return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// `1,190.00` for 119000 EUR.
  static func grouped(_ units: Int64, _ currency: String) -> String {
    let (whole, fraction) = parts(units, currency)
    return (units < 0 ? "-" : "") + grouped(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// `189.50` for a price of 189.5 EUR, `0.0375` for one that is finer than the currency.
  static func price(_ text: String, _ currency: String) -> String {
    guard !currency.isEmpty, DecimalText.isDecimal(text) else { return text }
    let isNegative = text.hasPrefix("-")
    let pieces = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", maxSplits: 1)
    var fraction = pieces.count == 2 ? String(pieces[1]) : ""
    let missing = digits(of: currency) - fraction.count
    if missing > 0 { fraction += String(repeating: "0", count: missing) }
    return (isNegative ? "-" : "") + grouped(String(pieces[0]))
      + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func grouped(_ whole: String) -> String {
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped
  }

  /// Minor units of a decimal text such as `1190`, `1190.5` or `1190.00`; nil where it is none or
  /// finer than the currency.
  static func minorUnits(_ text: String, _ currency: String) -> Int64? {
    var rest = text[...]
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    let pieces = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isDigits = { (piece: Substring) in
      !piece.isEmpty && piece.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard let whole = pieces.first, isDigits(whole) else { return nil }
    var fraction = pieces.count == 2 ? pieces[1] : ""
    guard pieces.count == 1 || isDigits(fraction) else { return nil }
    let scale = digits(of: currency)
    while fraction.count > scale, fraction.hasSuffix("0") { fraction = fraction.dropLast() }
    guard fraction.count <= scale else { return nil }
    let padded = whole + fraction + String(repeating: "0", count: scale - fraction.count)
    return Int64((isNegative ? "-" : "") + padded)
  }

  private static func parts(_ units: Int64, _ currency: String) -> (String, String) {
    let scale = digits(of: currency)
    var text = String(units.magnitude)
    if text.count <= scale { text = String(repeating: "0", count: scale + 1 - text.count) + text }
    return (String(text.dropLast(scale)), String(text.suffix(scale)))
  }
}
