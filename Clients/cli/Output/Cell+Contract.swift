import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension Cell {
  /// An amount; empty where it is unset.
  static func money(_ money: Money) -> Cell {
    .money(money.minorUnits, money.currencyCode)
  }

  /// A civil date; empty where it is unset.
  static func day(_ day: CivilDate) -> Cell {
    day.year == 0 && day.month == 0 && day.day == 0 ? .empty : .text(DayText.text(day))
  }

  /// An instant, to the second; empty where it is unset.
  static func time(_ time: Timestamp) -> Cell {
    time == Timestamp() ? .empty : .instant(time.seconds)
  }

  /// A value of an enum under its name in the contract; empty where it is not said.
  static func state<Value: SwiftProtobuf.Enum>(_ value: Value) -> Cell {
    value.rawValue == 0 ? .empty : .text(EnumText.name(value))
  }
}

/// Civil dates as `2026-11-01`.
enum DayText {
  static func text(_ day: CivilDate) -> String {
    padded(Int(day.year), 4) + "-" + padded(Int(day.month), 2) + "-" + padded(Int(day.day), 2)
  }

  /// Reads `2026-11-01`; nil where it is no date of the calendar.
  static func day(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int32(parts[0]), let month = Int32(parts[1]), let day = Int32(parts[2]),
      year > 0, (1...12).contains(month), day >= 1, day <= days(in: month, of: year)
    else { return nil }
    var date = CivilDate()
    date.year = year
    date.month = month
    date.day = day
    return date
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private static func days(in month: Int32, of year: Int32) -> Int32 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Instants as `2026-11-01 09:30:00Z`, in a time zone as `2026-11-01 10:30:00+01:00`.
enum TimeText {
  static func text(_ seconds: Int64, in zone: TimeZone? = nil) -> String {
    let date = Date(timeIntervalSince1970: Double(seconds))
    let offset = zone.map { Int64($0.secondsFromGMT(for: date)) } ?? 0
    var local = Timestamp()
    local.seconds = seconds + offset
    let full = (try? local.jsonString()) ?? ""
    let second = full.trimming { $0 == "\"" || $0 == "Z" }.prefix { $0 != "." }
      .replacing("T", with: " ")
    guard zone != nil else { return second + "Z" }
    let minutes = Int(abs(offset) / 60)
    return second + (offset < 0 ? "-" : "+") + DayText.padded(minutes / 60, 2) + ":"
      + DayText.padded(minutes % 60, 2)
  }

  /// Reads RFC 3339, or a date alone: its first second in UTC.
  static func time(_ text: String) -> Timestamp? {
    let full = DayText.day(text) == nil ? text : text + "T00:00:00Z"
    return try? Timestamp(jsonString: JSONText.quoted(full))
  }
}

/// Values of enums under their names in the contract.
enum EnumText {
  /// The name as it stands in the contract, such as `ON_HOLD`; the number where it is unknown.
  static func name<Value: SwiftProtobuf.Enum>(_ value: Value) -> String {
    let name = "\(value)"
    if name.hasPrefix("UNRECOGNIZED") || name.contains("(") { return String(value.rawValue) }
    var result = ""
    var wasDigit = false
    for character in name {
      let isDigit = character.isNumber
      if character.isUppercase || (isDigit && !wasDigit) || (!isDigit && wasDigit) {
        result.append("_")
      }
      result += character.uppercased()
      wasDigit = isDigit
    }
    return result
  }

  /// The value of a name in the contract, in any case, `-` for `_`; nil where there is none.
  static func value<Value: SwiftProtobuf.Enum & CaseIterable>(
    _ name: String, of type: Value.Type = Value.self
  ) -> Value? {
    let wanted = canonical(name)
    return Value.allCases.first { $0.rawValue != 0 && EnumText.name($0) == wanted }
  }

  /// A name as the contract writes it: `open-items` is `OPEN_ITEMS`.
  static func canonical(_ name: String) -> String {
    name.uppercased().replacing("-", with: "_")
  }

  /// All names of an enum but that of zero.
  static func names<Value: SwiftProtobuf.Enum & CaseIterable>(of type: Value.Type) -> [String] {
    Value.allCases.filter { $0.rawValue != 0 }.map { EnumText.name($0) }
  }
}

extension String {
  /// Without the characters at both ends that fulfil the condition.
  func trimming(_ condition: (Character) -> Bool) -> Substring {
    var text = self[...]
    while let first = text.first, condition(first) { text = text.dropFirst() }
    while let last = text.last, condition(last) { text = text.dropLast() }
    return text
  }
}
