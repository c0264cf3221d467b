/// Finds numbers of payment cards in free text: they must not be stored anywhere.
enum CardNumber {
  /// 13 to 19 digits, in one piece or in groups with single spaces or hyphens, of an issuer's
  /// range, with a right check digit, and not part of a longer word.
  static func occurs(in text: String) -> Bool {
    guard text.utf8.count >= 13 else { return false }
    var copy = text
    return copy.withUTF8 { occurs(in: $0) }
  }

  private static func occurs(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var groups: [Range<Int>] = []
    var start: Int?
    for index in 0...bytes.count {
      let isDigit = index < bytes.count && (48...57).contains(bytes[index])
      if isDigit {
        if start == nil { start = index }
        continue
      }
      if let first = start {
        if let last = groups.last, !isJoint(bytes, last.upperBound, first) {
          if isCard(groups, in: bytes) { return true }
          groups.removeAll()
        }
        groups.append(first..<index)
        start = nil
      }
    }
    return isCard(groups, in: bytes)
  }

  /// The groups belong together: one space or hyphen stands between them.
  private static func isJoint(
    _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ start: Int
  ) -> Bool {
    start == end + 1 && (bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "-"))
  }

  private static func isCard(
    _ groups: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for first in groups.indices {
      if isLetter(bytes, groups[first].lowerBound - 1) { continue }
      var digits: [UInt8] = []
      for last in first..<groups.count {
        guard digits.count + groups[last].count <= 19 else { break }
        for index in groups[last] { digits.append(bytes[index] - 48) }
        if digits.count >= 13, !isLetter(bytes, groups[last].upperBound), hasIssuer(digits),
          hasCheckDigit(digits)
        {
          return true
        }
      }
    }
    return false
  }

  private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    let byte = bytes[index] | 0x20
    return (97...122).contains(byte) || bytes[index] >= 0x80
  }

  private static func hasIssuer(_ digits: [UInt8]) -> Bool {
    let prefix = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    switch (prefix, digits.count) {
    case (4000...4999, 13), (4000...4999, 16), (4000...4999, 19): return true  // Visa
    case (5100...5599, 16), (2221...2720, 16): return true  // Mastercard
    case (3400...3499, 15), (3700...3799, 15): return true  // American Express
    // Diners Club
    case (3000...3059, 14...19), (3600...3699, 14...19), (3800...3999, 14...19): return true
    case (3528...3589, 16...19): return true  // JCB
    case (6011, 16...19), (6440...6599, 16...19): return true  // Discover
    case (6200...6299, 16...19): return true  // UnionPay
    default: return false
    }
  }

  /// The check digit of ISO/IEC 7812.
  private static func hasCheckDigit(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let doubled = index.isMultiple(of: 2) ? Int(digit) : Int(digit) * 2
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum.isMultiple(of: 10)
  }
}
