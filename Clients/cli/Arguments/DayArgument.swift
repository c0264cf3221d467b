import ArgumentParser
import OrderToCash
import OrderToCashAPI

/// A civil date: `2026-11-01`.
struct DayArgument: ExpressibleByArgument, Sendable, Hashable {
  let day: CivilDate

  init?(argument: String) {
    guard let day = DayText.day(argument) else { return nil }
    self.day = day
  }
}

/// An instant: RFC 3339, or a date for its first second in UTC.
struct TimeArgument: ExpressibleByArgument, Sendable, Hashable {
  let time: Timestamp

  init?(argument: String) {
    guard let time = TimeText.time(argument) else { return nil }
    self.time = time
  }
}

/// Amounts on the command line: a decimal and, where the command does not know it, a currency.
enum MoneyArgument {
  /// `1190.00` in the currency; throws usage where it is no amount of it.
  static func money(_ text: String, _ currency: String) throws -> Money {
    guard let units = MoneyText.minorUnits(text, currency) else {
      throw ErrorReport.usage("\(text) is no amount in \(currency)")
    }
    var money = Money()
    money.minorUnits = units
    money.currencyCode = currency.uppercased()
    return money
  }
}
