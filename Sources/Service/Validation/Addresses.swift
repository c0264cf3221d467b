/// Where people and systems are reached.
enum Addresses {
  /// RFC 5321 without quoted local parts and address literals, which no mail desk hands out.
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].utf8.count), text.utf8.count <= 254 else {
      return false
    }
    let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isLocal = atoms.allSatisfy { atom in
      !atom.isEmpty
        && atom.utf8.allSatisfy {
          Codes.isAlphanumeric($0) || localMarks.contains($0) || $0 >= 0x80
        }
    }
    return isLocal && isDomain(parts[1])
  }

  private static let localMarks = Set("!#$%&'*+-/=?^_`{|}~".utf8)

  private static func isDomain(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, !last.utf8.allSatisfy(Codes.isDigit) else {
      return false
    }
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.utf8.allSatisfy {
          Codes.isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 >= 0x80
        }
    }
  }

  /// 3 to 15 digits of E.164, grouped as people like, with `+` in front or without.
  static func isPhone(_ text: String) -> Bool {
    var digits = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 48...57: digits += 1
      case UInt8(ascii: "+"): guard index == 0 else { return false }
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        continue
      default: return false
      }
    }
    return (3...15).contains(digits)
  }

  /// `0088:4012345000009`: four digits or two letters of the EAS code list, a colon, the address.
  static func isElectronicAddress(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    let scheme = text[..<colon].utf8
    let address = text[text.index(after: colon)...]
    let isScheme =
      (scheme.count == 4 && scheme.allSatisfy(Codes.isDigit))
      || (scheme.count == 2 && scheme.allSatisfy { (65...90).contains($0) })
    guard isScheme, !address.isEmpty, !address.contains(where: \.isWhitespace) else { return false }
    switch text[..<colon] {
    case "0088": return Identifiers.isGLN(String(address))
    case "EM": return isEmail(String(address))
    default: return true
    }
  }
}
