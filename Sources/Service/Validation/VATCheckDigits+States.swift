// States whose ids come in several kinds, each with a way of its own.
extension VATCheckDigits {
  /// Firms with 9 digits; persons, foreigners and others with 10, which look alike.
  static func bulgaria(_ digits: [Int]) -> Bool {
    guard digits.count == 10 else {
      let first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
      let check = first < 10 ? first : weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10
      return check == digits[8]
    }
    let person = weighted(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10
    let foreigner = weighted(digits, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10
    let other = (11 - weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
    return [person, foreigner, other].contains(digits[9])
  }

  /// A letter over eight digits.
  static func cyprus(_ number: [UInt8], _ digits: [Int]) -> Bool {
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
    var sum = 0
    for index in 0..<8 { sum += index.isMultiple(of: 2) ? odd[digits[index]] : digits[index] }
    return value(digits.prefix(2)) != 12 && Int(number[8]) == 65 + sum % 26
  }

  /// Firms with 8 digits, persons with 9 or 10. Of those with 9, only the ones with a 6 in front
  /// have a check digit.
  static func czechia(_ digits: [Int]) -> Bool {
    switch digits.count {
    case 8:
      let check = (11 - weighted(digits, [8, 7, 6, 5, 4, 3, 2]) % 11) % 11
      return digits[0] != 9 && (check == 0 ? 1 : check) % 10 == digits[7]
    case 9 where digits[0] == 6:
      let sum = weighted(Array(digits[1..<8]), [8, 7, 6, 5, 4, 3, 2]) % 11
      return (8 - ((10 - sum) % 11 + 11) % 11 + 10) % 10 == digits[8]
    case 10: return value(digits.prefix(9)) % 11 % 10 == digits[9]
    default: return true
    }
  }

  /// Persons with a letter at the end, foreigners with X, Y or Z in front, firms with their kind.
  static func spain(_ number: [UInt8], _ digits: [Int]) -> Bool {
    let letters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)
    func isPerson(_ value: Int) -> Bool { letters[value % 23] == number[8] }
    let middle = value(digits[1..<8])
    switch number[0] {
    case 48...57: return isPerson(value(digits.prefix(8)))
    case UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"): return isPerson(middle)
    case UInt8(ascii: "X"), UInt8(ascii: "Y"), UInt8(ascii: "Z"):
      return isPerson((Int(number[0]) - 88) * 10_000_000 + middle)
    default:
      guard Array("ABCDEFGHJNPQRSUVW".utf8).contains(number[0]) else { return false }
      var sum = 0
      for index in 1..<8 {
        let doubled = index.isMultiple(of: 2) ? digits[index] : digits[index] * 2
        sum += doubled > 9 ? doubled - 9 : doubled
      }
      let check = (10 - sum % 10) % 10
      return number[8] == UInt8(48 + check) || number[8] == Array("JABCDEFGHI".utf8)[check]
    }
  }

  /// Seven digits and a letter over them, with a second letter that counts too; or the old form,
  /// whose second character is a letter or a sign.
  static func ireland(_ number: [UInt8]) -> Bool {
    let alphabet = Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)
    func check(_ digits: [UInt8], _ second: UInt8?) -> UInt8? {
      var extra = 0
      if let second {
        guard let value = alphabet.firstIndex(of: second) else { return nil }
        extra = value
      }
      let padded = Array(repeating: UInt8(48), count: 7 - digits.count) + digits
      let sum = weighted(padded.map { Int($0) - 48 }, [8, 7, 6, 5, 4, 3, 2]) + 9 * extra
      return alphabet[sum % 23]
    }
    if number.prefix(7).allSatisfy(Codes.isDigit) {
      return check(Array(number.prefix(7)), number.count > 8 ? number[8] : nil) == number[7]
    }
    return check(Array(number[2..<7]) + [number[0]], nil) == number[7]
  }

  /// Firms with 9 digits and a 1 before the last, others with 12.
  static func lithuania(_ digits: [Int]) -> Bool {
    guard digits[digits.count - 2] == 1 else { return false }
    func sum(_ offset: Int) -> Int {
      digits.dropLast().enumerated().reduce(0) { $0 + (1 + ($1.offset + offset) % 9) * $1.element }
    }
    let first = sum(0) % 11
    return (first == 10 ? sum(2) : first) % 11 % 10 == digits[digits.count - 1]
  }

  /// Firms begin with 4 to 9; persons with their birthday, or with 32 and no check digit.
  static func latvia(_ digits: [Int]) -> Bool {
    if digits[0] > 3 {
      return weighted(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3
    }
    if digits[0] == 3, digits[1] == 2 { return true }
    return (1 + weighted(digits, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 == digits[10]
  }

  static func romania(_ digits: [Int]) -> Bool {
    guard digits[0] > 0 else { return false }
    let body = Array(repeating: 0, count: 10 - digits.count) + digits.dropLast()
    let sum = weighted(body, [7, 5, 3, 2, 1, 7, 5, 3, 2])
    return 10 * sum % 11 % 10 == digits[digits.count - 1]
  }
}
