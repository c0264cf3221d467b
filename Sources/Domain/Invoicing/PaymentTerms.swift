/// When an invoice is due, and which discount an early payment earns, as a text such as
/// `2/10 net 30`, `net 30 EOM`, `EOM+10`, `due on receipt`, `CIA`, `COD` or
/// `installments 30% net 0, 70% net 30`.
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
    /// `CIA`: nothing leaves before it is paid for; an invoice is due at once.
    case cashInAdvance
    /// `COD`: the invoice date itself; who brings the goods takes the money.
    case cashOnDelivery
    /// `installments 30% net 0, 70% net 30`: percents that add up to 100, each with a due date.
    case installments([Part])
  }

  package struct Part: Hashable, Sendable {
    package let percent: Percent
    package let due: Due
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
    guard let due = discounts.isEmpty ? Self.wholeDue(words) : Self.due(words) else { return nil }
    self.init(discounts: discounts, due: due)
  }

  /// Also what no discount goes with.
  private static func wholeDue(_ words: [String]) -> Due? {
    switch words.first {
    case "cia" where words.count == 1: .cashInAdvance
    case "cod" where words.count == 1: .cashOnDelivery
    case "installments": parts(words.dropFirst().joined(separator: " ")).map { .installments($0) }
    default: due(words)
    }
  }

  private static func parts(_ text: String) -> [Part]? {
    var parts: [Part] = []
    var sum = Percent.zero
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = piece.split(separator: " ").map(String.init)
      guard let first = words.first, first.hasSuffix("%"),
        let percent = Percent(first.dropLast()), percent > .zero,
        percent < Percent(whole: 100), let due = due(Array(words.dropFirst()))
      else { return nil }
      if case .onReceipt = due { return nil }
      sum = Percent(micros: sum.micros + percent.micros)
      parts.append(Part(percent: percent, due: due))
    }
    return parts.count >= 2 && sum == Percent(whole: 100) ? parts : nil
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

  /// How prepaid terms are written.
  package static let prepaid = "CIA"

  /// Nothing leaves before it is paid for.
  package var isPrepaid: Bool { due == .cashInAdvance }

  /// The last day to pay all of an invoice.
  package func dueDate(from date: CalendarDay) -> CalendarDay { due.date(from: date) }

  /// What is claimed by which day: by largest remainder where it is in parts.
  package func parts(
    of amount: Int64, from date: CalendarDay
  ) -> [(due: CalendarDay, amount: Int64)] {
    guard case .installments(let parts) = due else { return [(dueDate(from: date), amount)] }
    let shares = allocated(amount, by: parts.map(\.percent.micros))
    return zip(parts, shares).map { ($0.due.date(from: date), $1) }
  }
}

extension PaymentTerms.Due {
  func date(from date: CalendarDay) -> CalendarDay {
    switch self {
    case .onReceipt, .cashInAdvance, .cashOnDelivery: date
    case .net(let days): date.adding(days: days)
    case .endOfMonthThenNet(let days), .endOfMonthPlus(let days):
      date.endOfMonth.adding(days: days)
    case .netThenEndOfMonth(let days): date.adding(days: days).endOfMonth
    case .proximo(let day): date.nextMonth(day: day)
    case .installments(let parts): parts.map { $0.due.date(from: date) }.max() ?? date
    }
  }
}

extension PaymentTerms: CustomStringConvertible {
  /// Canonical text.
  package var description: String {
    (discounts.map { "\($0.percent)/\($0.days)" } + [due.description]).joined(separator: " ")
  }
}

extension PaymentTerms.Due: CustomStringConvertible {
  package var description: String {
    switch self {
    case .onReceipt: "due on receipt"
    case .net(let days): "net \(days)"
    case .endOfMonthThenNet(let days): "net \(days) EOM"
    case .netThenEndOfMonth(let days): "net \(days) then EOM"
    case .proximo(let day): "net \(day) prox"
    case .endOfMonthPlus(0): "EOM"
    case .endOfMonthPlus(let days): "EOM+\(days)"
    case .cashInAdvance: PaymentTerms.prepaid
    case .cashOnDelivery: "COD"
    case .installments(let parts):
      "installments " + parts.map { "\($0.percent)% \($0.due)" }.joined(separator: ", ")
    }
  }
}
