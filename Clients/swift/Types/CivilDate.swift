public import OrderToCashAPI

extension Google_Type_Date {
  /// A date by its numbers; whether there is such a day, the server checks.
  public init(year: Int, month: Int, day: Int) {
    self.init()
    self.year = Int32(clamping: year)
    self.month = Int32(clamping: month)
    self.day = Int32(clamping: day)
  }

  /// A date as ISO 8601 writes it, `2026-11-22`; `nil` when the text is not one or there is no such
  /// day.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year > 0, (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date as ISO 8601 writes it, `2026-11-22`; empty where none is set.
  public var iso: String {
    guard year != 0 || month != 0 || day != 0 else { return "" }
    func padded(_ number: Int32, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
