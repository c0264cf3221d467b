/// VAT ids: the prefix of a state and the syntax that the state gives them. Spaces and dots are
/// passed over, as on paper. Check digits are verified where the state publishes how.
enum VATID {
  static func canonical(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8
    where byte != UInt8(ascii: " ") && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "-") {
      bytes.append(Identifiers.upper(byte))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func isValid(_ text: String) -> Bool {
    let bytes = Array(canonical(text).utf8)
    guard bytes.count >= 4 else { return false }
    let state = String(decoding: bytes.prefix(2), as: UTF8.self)
    let number = Array(bytes.dropFirst(2))
    if let patterns = patterns[state] {
      guard patterns.contains(where: { matches(number, $0) }) else { return false }
      return VATCheckDigits.verify(number, of: state) ?? true
    }
    // Elsewhere the prefix is a country, and the form is that country's affair.
    return Codes.isCountry(state) && (2...15).contains(number.count)
      && number.allSatisfy(Codes.isAlphanumeric)
  }

  private static let plus = UInt8(ascii: "+")
  private static let star = UInt8(ascii: "*")

  /// `9` is a digit, `A` a letter, `X` either, `*` a character of Ireland's own; all else itself.
  private static func matches(_ number: [UInt8], _ pattern: String) -> Bool {
    guard number.count == pattern.utf8.count else { return false }
    return zip(number, pattern.utf8).allSatisfy { byte, sign in
      switch sign {
      case UInt8(ascii: "9"): Codes.isDigit(byte)
      case UInt8(ascii: "A"): Codes.isLetter(byte)
      case UInt8(ascii: "X"): Codes.isAlphanumeric(byte)
      case star: Codes.isAlphanumeric(byte) || byte == plus || byte == star
      default: byte == sign
      }
    }
  }

  /// The states of the Union, Northern Ireland, and some that trade with it.
  private static let patterns: [String: [String]] = [
    "AT": ["U99999999"], "BE": ["0999999999", "1999999999"], "BG": ["999999999", "9999999999"],
    "CY": ["99999999A"], "CZ": ["99999999", "999999999", "9999999999"], "DE": ["999999999"],
    "DK": ["99999999"], "EE": ["999999999"], "EL": ["999999999"],
    "ES": ["X9999999X"], "FI": ["99999999"], "FR": ["XX999999999"],
    "GB": ["999999999", "999999999999", "GD999", "HA999"], "HR": ["99999999999"],
    "HU": ["99999999"], "IE": ["9*99999A", "9999999AA"], "IT": ["99999999999"],
    "LT": ["999999999", "999999999999"], "LU": ["99999999"], "LV": ["99999999999"],
    "MT": ["99999999"], "NL": ["999999999B99"], "PL": ["9999999999"], "PT": ["999999999"],
    "RO": [
      "99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999",
    ], "SE": ["999999999999"], "SI": ["99999999"], "SK": ["9999999999"],
    "XI": ["999999999", "999999999999", "GD999", "HA999"],
  ]
}
