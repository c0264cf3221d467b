import Foundation
import Synchronization

/// Codes of public lists, taken in any case where the contract says so.
enum Codes {
  static func isCountry(_ text: String) -> Bool {
    text.utf8.count == 2 && countries.contains(text.uppercased())
  }

  /// A tag of RFC 5646: language, then script, region, variants, extensions, private use.
  static func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Array($0.utf8) }
    guard let first = parts.first, (2...8).contains(first.count), first.count != 4,
      first.allSatisfy(isLetter)
    else { return false }
    var position = 1
    func part(_ isRight: ([UInt8]) -> Bool) -> Bool {
      guard position < parts.count, isRight(parts[position]) else { return false }
      position += 1
      return true
    }
    for _ in 0..<3 where first.count <= 3 {
      guard part({ $0.count == 3 && $0.allSatisfy(isLetter) }) else { break }
    }
    _ = part { $0.count == 4 && $0.allSatisfy(isLetter) }
    _ = part {
      ($0.count == 2 && $0.allSatisfy(isLetter)) || ($0.count == 3 && $0.allSatisfy(isDigit))
    }
    while part({
      $0.allSatisfy(isAlphanumeric)
        && ((5...8).contains($0.count) || ($0.count == 4 && isDigit($0[0])))
    }) {}
    while position < parts.count {
      let isPrivate = parts[position] == [UInt8(ascii: "x")]
      guard part({ $0.count == 1 && $0.allSatisfy(isAlphanumeric) }) else { return false }
      let range = (isPrivate ? 1 : 2)...8
      var count = 0
      while part({ range.contains($0.count) && $0.allSatisfy(isAlphanumeric) }) { count += 1 }
      guard count > 0 else { return false }
    }
    return true
  }

  static func isUnit(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count) && text.utf8.allSatisfy(isAlphanumeric)
  }

  static func isVATEX(_ text: String) -> Bool {
    let upper = text.uppercased()
    guard upper.hasPrefix("VATEX-"), upper.utf8.count > 8 else { return false }
    let rest = upper.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard rest.count >= 2 else { return false }
    return rest.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAlphanumeric) }
  }

  static func isSHA256(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { isDigit($0) || (97...102).contains($0) }
  }

  static func isKey(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      isDigit($0) || (65...90).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
  }

  static func isDigits(_ text: String, _ count: ClosedRange<Int>) -> Bool {
    count.contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
  }

  static func isPEM(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let first = lines.first, let last = lines.last, lines.count >= 3,
      first.hasPrefix("-----BEGIN "), first.hasSuffix("-----"), last.hasPrefix("-----END "),
      first.dropFirst(11) == last.dropFirst(9)
    else { return false }
    return lines.dropFirst().dropLast().allSatisfy { line in
      line.utf8.allSatisfy {
        isAlphanumeric($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
          || $0 == UInt8(ascii: "=")
      }
    }
  }

  /// Whether the machine's time zone database has it. Offsets such as GMT+1 are no zones.
  static func isTimeZone(_ text: String) -> Bool {
    if text == "UTC" || text == "Etc/UTC" { return true }
    guard text.contains("/"), !text.hasPrefix("/"), !text.contains("..") else { return false }
    if let known = zones.withLock({ $0[text] }) { return known }
    let isKnown = TimeZone(identifier: text) != nil
    zones.withLock { zones in
      if zones.count > 1000 { zones.removeAll() }
      zones[text] = isKnown
    }
    return isKnown
  }

  private static let zones = Mutex<[String: Bool]>([:])

  static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  /// ISO 3166-1 alpha-2, officially assigned, and XK, which EN 16931 takes for Kosovo (1A there is
  /// no letter code).
  static let countries = Set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR \
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ \
    EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW \
    GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY \
    KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV \
    MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY \
    QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG \
    TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA \
    ZM ZW
    """.split(separator: " ").map(String.init))
}
