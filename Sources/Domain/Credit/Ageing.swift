/// What a customer has open by due date: the overdue rules look at nothing else. Never stored; it is
/// read with the credit account, after its lock, and follows the items of the batch.
package struct Ageing: Aggregate {
  package let customer: ID<Customer>
  package var version: Int64 = 0
  private(set) var entries: [Entry] = []

  package var key: ID<Customer> { customer }

  struct Entry: Hashable, Sendable {
    var due: CalendarDay
    var open: Int64
    var isDisputed: Bool
    var level: Int32
  }

  package init(of customer: ID<Customer>) { self.customer = customer }

  /// Items of one due date that are alike but for their amounts.
  package mutating func add(
    _ amounts: [Int64], due: CalendarDay, isDisputed: Bool, level: Int32
  ) {
    entries += amounts.map { Entry(due: due, open: $0, isDisputed: isDisputed, level: level) }
  }

  mutating func replace(_ before: OpenItem?, by after: OpenItem?) {
    if let before, let entry = Entry(before), let index = entries.firstIndex(of: entry) {
      entries.swapAt(index, entries.count - 1)
      entries.removeLast()
    }
    if let after, let entry = Entry(after) { entries.append(entry) }
  }

  package func overdue(on day: CalendarDay) -> Int64 {
    entries.reduce(0) { $1.due < day ? $0 + $1.open : $0 }
  }

  /// Days past due of the oldest undisputed item of at least `minimum`; 0 when none is overdue.
  package func oldestDays(on day: CalendarDay, from minimum: Int64) -> Int64 {
    entries.reduce(0) {
      $1.isDisputed || $1.open < minimum ? $0 : max($0, $1.daysPastDue(on: day))
    }
  }

  /// Open of the undisputed items more than `days` past due.
  package func open(morePastDueThan days: Int64, on day: CalendarDay) -> Int64 {
    entries.reduce(0) { $1.isDisputed || $1.daysPastDue(on: day) <= days ? $0 : $0 + $1.open }
  }

  package var dunningLevel: Int64 {
    entries.reduce(0) { $1.isDisputed ? $0 : max($0, Int64($1.level)) }
  }
}

extension Ageing.Entry {
  /// Nil for what is settled, and for what the seller owes.
  fileprivate init?(_ item: OpenItem) {
    guard item.open > 0 else { return nil }
    self.init(
      due: item.dueDate, open: item.open, isDisputed: item.disputed > 0, level: item.dunningLevel)
  }

  fileprivate func daysPastDue(on day: CalendarDay) -> Int64 {
    Int64(day.daysSince1970) - Int64(due.daysSince1970)
  }
}
