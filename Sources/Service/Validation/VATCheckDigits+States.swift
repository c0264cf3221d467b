import Domain

// States whose ids come in several kinds, each with a way of its own.
extension VATCheckDigits {
  /// Firms with 9 digits; persons, foreigners and others with 10, which look alike. A person's begin
  /// with the birthday, its month raised by 20 before 1900 and by 40 from 2000 on.
  static func bulgaria(_ digits: [Int]) -> Bool {
    guard digits.count == 10 else {
      let first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
      let check = first < 10 ? first : weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10
      return check == digits[8]
    }
    let month = value(digits[2..<4])
    let (century, raised) = month > 40 ? (2000, 40) : month > 20 ? (1800, 20) : (1900, 0)
    let isBirthday = isDay(century + value(digits[0..<2]), month - raised, value(digits[4..<6]))
    let person = weighted(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10
    let foreigner = weighted(digits, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10
    let other = (11 - weighted(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
    return isBirthday && person == digits[9] || [foreigner, other].contains(digits[9])
  }

  /// Firms with 9 digits, or 12 where a branch is named; from 100 on two ways of counting are in
  /// use. Government departments are below 500, health authorities from there on.
  static func britain(_ number: [UInt8], _ digits: [Int]) -> Bool {
    if Codes.isLetter(number[0]) {
      return (number[0] == UInt8(ascii: "G")) == (value(digits[2...]) < 500)
    }
    let rest = weighted(digits, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97
    return rest == 0 || value(digits.prefix(3)) >= 100 && [42, 55].contains(rest)
  }

  /// A letter over eight digits.
  static func cyprus(_ number: [UInt8], _ digits: [Int]) -> Bool {
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
    var sum = 0
    for index in 0..<8 { sum += index.isMultiple(of: 2) ? odd[digits[index]] : digits[index] }
    return value(digits.prefix(2)) != 12 && Int(number[8]) == 65 + sum % 26
  }

  /// Firms with 8 digits, persons with 9 or 10. Those with 9 and a 6 in front have a check digit of
  /// their own; all others begin with the birthday, 9 digits until 1953 and without a check digit.
  static func czechia(_ digits: [Int]) -> Bool {
    switch digits.count {
    case 8:
      let check = (11 - weighted(digits, [8, 7, 6, 5, 4, 3, 2]) % 11) % 11
      return digits[0] != 9 && (check == 0 ? 1 : check) % 10 == digits[7]
    case 9 where digits[0] == 6:
      let sum = weighted(Array(digits[1..<8]), [8, 7, 6, 5, 4, 3, 2]) % 11
      return (8 - ((10 - sum) % 11 + 11) % 11 + 10) % 10 == digits[8]
    case 10:
      return isCzechBirthday(digits) && value(digits.prefix(9)) % 11 % 10 == digits[9]
    default: return isCzechBirthday(digits)
    }
  }

  /// Months of women are raised by 50, and by 20 more where a day's numbers ran out.
  private static func isCzechBirthday(_ digits: [Int]) -> Bool {
    var year = 1900 + value(digits[0..<2])
    if digits.count == 9 {
      if year >= 1980 { year -= 100 }
      guard year <= 1953 else { return false }
    } else if year < 1954 {
      year += 100
    }
    return isDay(year, value(digits[2..<4]) % 50 % 20, value(digits[4..<6]))
  }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    CalendarDay(year: year, month: month, day: day) != nil
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

  /// Firms begin with 4 to 9; persons with their birthday, or with 32.
  static func latvia(_ digits: [Int]) -> Bool {
    if digits[0] > 3 {
      return weighted(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3
    }
    let day = value(digits[0..<2])
    let year = 1800 + 100 * digits[6] + value(digits[4..<6])
    return (day == 32 || isDay(year, value(digits[2..<4]), day))
      && (1 + weighted(digits, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 == digits[10]
  }

  static func romania(_ digits: [Int]) -> Bool {
    guard digits[0] > 0 else { return false }
    let body = Array(repeating: 0, count: 10 - digits.count) + digits.dropLast()
    let sum = weighted(body, [7, 5, 3, 2, 1, 7, 5, 3, 2])
    return 10 * sum % 11 % 10 == digits[digits.count - 1]
  }
}
