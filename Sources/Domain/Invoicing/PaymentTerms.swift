/// When an invoice is due, and which discount an early payment earns, as a text such as
/// `2/10 net 30`, `net 30 EOM`, `EOM+10`, `due on receipt`.
package struct PaymentTerms: Hashable, Sendable {
  /// Ascending in days, descending in percent.
  package let discounts: [Discount]
  package let due: Due

  package struct Discount: Hashable, Sendable {
    package let percent: Percent
    package let days: Int
  }

  package enum Due: Hashable, Sendable {
    /// `due on receipt`: the invoice date itself.
    case onReceipt
    /// `net n`.
    case net(Int)
    /// `net n EOM`: the end of the invoice month, and n days.
    case endOfMonthThenNet(Int)
    /// `net n then EOM`: the end of the month of date and n days.
    case netThenEndOfMonth(Int)
    /// `net n prox`: day n of the next month, at most its last.
    case proximo(Int)
    /// `EOM+n`: the end of the invoice month, and n days.
    case endOfMonthPlus(Int)
  }

  package static let net30 = PaymentTerms(discounts: [], due: .net(30))

  package init(discounts: [Discount], due: Due) {
    self.discounts = discounts
    self.due = due
  }

  /// Reads the grammar above, in any case; nil for anything else and for more than 366 days.
  package init?(_ text: some StringProtocol) {
    var words = text.split(separator: " ").map { $0.lowercased() }
    var discounts: [Discount] = []
    while let word = words.first, let slash = word.firstIndex(of: "/") {
      guard let percent = Percent(word[..<slash]), percent > .zero,
        percent < Percent(whole: 100), let days = Self.days(word[word.index(after: slash)...])
      else { return nil }
      if let last = discounts.last, days <= last.days || percent >= last.percent { return nil }
      discounts.append(Discount(percent: percent, days: days))
      words.removeFirst()
    }
    guard let due = Self.due(words) else { return nil }
    self.init(discounts: discounts, due: due)
  }

  private static func due(_ words: [String]) -> Due? {
    switch words.first {
    case "due" where words == ["due", "on", "receipt"]: return .onReceipt
    case "eom" where words.count == 1: return .endOfMonthPlus(0)
    case "net" where words.count >= 2:
      guard let days = days(words[1]) else { return nil }
      switch Array(words[2...]) {
      case []: return .net(days)
      case ["eom"]: return .endOfMonthThenNet(days)
      case ["then", "eom"]: return .netThenEndOfMonth(days)
      case ["prox"] where (1...31).contains(days): return .proximo(days)
      default: return nil
      }
    case .some(let word) where word.hasPrefix("eom+") && words.count == 1:
      return days(word.dropFirst(4)).map { .endOfMonthPlus($0) }
    default: return nil
    }
  }

  private static func days(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count <= 3, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let days = Int(text), days <= 366
    else { return nil }
    return days
  }

  package func dueDate(from date: CalendarDay) -> CalendarDay {
    switch due {
    case .onReceipt: date
    case .net(let days): date.adding(days: days)
    case .endOfMonthThenNet(let days), .endOfMonthPlus(let days):
      date.endOfMonth.adding(days: days)
    case .netThenEndOfMonth(let days): date.adding(days: days).endOfMonth
    case .proximo(let day): date.nextMonth(day: day)
    }
  }
}

extension PaymentTerms: CustomStringConvertible {
  /// Canonical text.
  package var description: String {
    let due =
      switch due {
      case .onReceipt: "due on receipt"
      case .net(let days): "net \(days)"
      case .endOfMonthThenNet(let days): "net \(days) EOM"
      case .netThenEndOfMonth(let days): "net \(days) then EOM"
      case .proximo(let day): "net \(day) prox"
      case .endOfMonthPlus(0): "EOM"
      case .endOfMonthPlus(let days): "EOM+\(days)"
      }
    return (discounts.map { "\($0.percent)/\($0.days)" } + [due]).joined(separator: " ")
  }
}
