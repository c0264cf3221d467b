/// Numbers whose check digits tell a typing error.
enum Identifiers {
  /// ISO 13616: the length of its country and the remainder 1 of ISO 7064 mod 97-10. Spaces are
  /// passed over.
  static func isIBAN(_ text: String) -> Bool {
    let bytes = text.utf8.filter { $0 != UInt8(ascii: " ") }.map(upper)
    guard bytes.count >= 15, bytes.count <= 34,
      let length = ibanLengths[String(decoding: bytes.prefix(2), as: UTF8.self)],
      bytes.count == length, Codes.isDigit(bytes[2]), Codes.isDigit(bytes[3]),
      bytes.allSatisfy(Codes.isAlphanumeric)
    else { return false }
    // 00, 01 and 99 have a remainder of 1 for another number too, and are never issued.
    let check = (bytes[2] - 48) * 10 + bytes[3] - 48
    guard (2...98).contains(check) else { return false }
    var remainder = 0
    for byte in bytes[4...] + bytes[..<4] {
      remainder =
        Codes.isDigit(byte)
        ? (remainder * 10 + Int(byte - 48)) % 97 : (remainder * 100 + Int(byte - 55)) % 97
    }
    return remainder == 1
  }

  /// ISO 9362: four letters, a country, two characters, and three more for a branch.
  static func isBIC(_ text: String) -> Bool {
    let bytes = text.utf8.map(upper)
    guard bytes.count == 8 || bytes.count == 11, bytes[..<6].allSatisfy(Codes.isLetter),
      bytes.allSatisfy(Codes.isAlphanumeric)
    else { return false }
    return Codes.isCountry(String(decoding: bytes[4..<6], as: UTF8.self))
  }

  static func isGLN(_ text: String) -> Bool { text.utf8.count == 13 && hasGS1CheckDigit(text) }

  static func isGTIN(_ text: String) -> Bool {
    [8, 12, 13, 14].contains(text.utf8.count) && hasGS1CheckDigit(text)
  }

  /// Weights 3 and 1 in turn from the right, the check digit with 1.
  static func hasGS1CheckDigit(_ text: String) -> Bool {
    guard text.utf8.allSatisfy(Codes.isDigit) else { return false }
    var sum = 0
    for (index, byte) in text.utf8.reversed().enumerated() {
      sum += Int(byte - 48) * (index.isMultiple(of: 2) ? 1 : 3)
    }
    return sum.isMultiple(of: 10)
  }

  static func upper(_ byte: UInt8) -> UInt8 { (97...122).contains(byte) ? byte - 32 : byte }

  /// The registry of ISO 13616, edition 99.
  private static let ibanLengths: [String: Int] = {
    var lengths: [String: Int] = [:]
    let byLength = [
      (15, "NO"), (16, "BE"), (18, "DK FI FK FO GL NL SD"), (19, "MK SI"),
      (20, "AT BA EE KZ LT LU MN XK"), (21, "CH HR LI LV"),
      (22, "BG BH CR DE GB GE IE ME RS VA"), (23, "AE GI IL IQ OM SO TL"),
      (24, "AD CZ ES MD PK RO SA SE SK TN VG"), (25, "LY PT ST"), (26, "IS TR"),
      (27, "BI DJ FR GR IT MC MR SM"), (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
      (29, "BR EG PS QA UA"), (30, "JO KW MU YE"), (31, "MT SC"), (32, "LC"), (33, "RU"),
    ]
    for (length, countries) in byLength {
      for country in countries.split(separator: " ") { lengths[String(country)] = length }
    }
    return lengths
  }()
}
