/// The check digits of VAT ids, state by state. The number comes in the state's syntax, without
/// the prefix.
enum VATCheckDigits {
  /// Nil where the state's way is not verified here.
  static func verify(_ number: [UInt8], of state: String) -> Bool? {
    let digits = number.map { Int($0) - 48 }
    switch state {
    case "AT": return austria(Array(digits.dropFirst()))
    case "BG": return bulgaria(digits)
    case "CY": return cyprus(number, digits)
    case "CZ": return czechia(digits)
    case "ES": return spain(number, digits)
    case "IE": return ireland(number)
    case "LT": return lithuania(digits)
    case "LV": return latvia(digits)
    case "RO": return romania(digits)
    case "BE": return (value(digits.dropLast(2)) + value(digits.suffix(2))).isMultiple(of: 97)
    case "DE": return digits[0] > 0 && mod11and10(digits)
    case "HR": return mod11and10(digits)
    case "DK":
      return digits[0] > 0 && weighted(digits, [2, 7, 6, 5, 4, 3, 2, 1]).isMultiple(of: 11)
    case "EE": return weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]).isMultiple(of: 10)
    case "EL":
      return weighted(digits, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == digits[8]
    case "FI": return weighted(digits, [7, 9, 10, 5, 8, 4, 2, 1]).isMultiple(of: 11)
    case "FR": return france(number, digits)
    case "HU": return weighted(digits, [9, 7, 3, 1, 9, 7, 3, 1]).isMultiple(of: 10)
    case "IT": return italy(digits)
    case "LU": return value(digits.prefix(6)) % 89 == value(digits.suffix(2))
    case "MT": return weighted(digits, [3, 4, 6, 7, 8, 9, 10, 1]).isMultiple(of: 37)
    case "PL": return weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9]
    case "PT":
      return digits[0] > 0
        && (11 - weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == digits[8]
    case "SE": return luhn(Array(digits.prefix(10))) && value(digits.suffix(2)) > 0
    case "SI":
      let check = 11 - weighted(digits, [8, 7, 6, 5, 4, 3, 2]) % 11
      return check != 11 && check % 10 == digits[7] && digits[0] > 0
    case "SK":
      return value(digits[...]).isMultiple(of: 11) && digits[0] > 0
        && [2, 3, 4, 7, 8, 9].contains(digits[2])
    case "NL": return netherlands(number, digits)
    case "GB", "XI": return britain(number, digits)
    default: return nil
    }
  }

  static func value(_ digits: ArraySlice<Int>) -> Int {
    digits.reduce(0) { $0 * 10 + $1 }
  }

  static func weighted(_ digits: [Int], _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// ISO 7064 mod 11,10.
  private static func mod11and10(_ digits: [Int]) -> Bool {
    var check = 10
    for digit in digits.dropLast() {
      let sum = (check + digit) % 10
      check = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (check + (digits.last ?? 0)) % 10 == 1
  }

  static func luhn(_ digits: [Int]) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let doubled = index.isMultiple(of: 2) ? digit : digit * 2
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum.isMultiple(of: 10)
  }

  private static func austria(_ digits: [Int]) -> Bool {
    var sum = 0
    for (index, digit) in digits.dropLast().enumerated() {
      let doubled = index.isMultiple(of: 2) ? digit : digit * 2
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return (96 - sum) % 10 == digits[7]
  }

  /// Two key characters over the SIREN, which has a check digit of its own; keys with letters (no
  /// I, no O) are of the newer kind. Monaco's begin with 000 and have no SIREN.
  private static func france(_ number: [UInt8], _ digits: [Int]) -> Bool {
    let siren = digits.suffix(9)
    guard value(siren.prefix(3)) == 0 || luhn(Array(siren)) else { return false }
    if number.prefix(2).allSatisfy(Codes.isDigit) {
      return value(digits.prefix(2)) == (value(siren) * 100 + 12) % 97
    }
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    guard let first = alphabet.firstIndex(of: number[0]),
      let second = alphabet.firstIndex(of: number[1])
    else { return false }
    let check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
    return (value(siren) + 1 + check / 11) % 11 == check % 11
  }

  /// A check digit over seven digits of the firm and three of its province.
  private static func italy(_ digits: [Int]) -> Bool {
    let province = value(digits[7..<10])
    let isProvince = (1...100).contains(province) || [120, 121, 888, 999].contains(province)
    return isProvince && value(digits.prefix(7)) > 0 && luhn(digits)
  }

  /// The old way over the nine digits, or ISO 7064 mod 97,10 over all with letters as numbers.
  private static func netherlands(_ number: [UInt8], _ digits: [Int]) -> Bool {
    guard value(digits.suffix(2)) > 0 else { return false }
    if weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).isMultiple(of: 11) { return true }
    var remainder = 0
    for byte in Array("NL".utf8) + number {
      remainder =
        Codes.isDigit(byte)
        ? (remainder * 10 + Int(byte - 48)) % 97 : (remainder * 100 + Int(byte - 55)) % 97
    }
    return remainder == 1
  }
}
