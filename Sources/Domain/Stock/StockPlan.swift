/// What is to come to a stock level and what is owed from it, by day.
package struct StockPlan: Hashable, Sendable {
  /// Ascending by day; a day of which nothing is planned is not there.
  package private(set) var days: [Day] = []

  package struct Day: Hashable, Sendable {
    /// When receipts are expected; by when back-orders were promised to leave.
    package var day: CalendarDay
    package var incoming: Quantity
    package var backordered: Quantity

    package init(day: CalendarDay, incoming: Quantity = .zero, backordered: Quantity = .zero) {
      self.day = day
      self.incoming = incoming
      self.backordered = backordered
    }
  }

  /// The day of what nobody could promise: it is owed, so it counts after everything else.
  package static let never = CalendarDay(daysSince1970: 2_900_000)

  package init() {}

  /// As it is stored.
  package init(days: [Day]) { self.days = days }

  package var isEmpty: Bool { days.isEmpty }
  package var incoming: Quantity { days.reduce(.zero) { $0 + $1.incoming } }
  package var backordered: Quantity { days.reduce(.zero) { $0 + $1.backordered } }

  /// Adds to a day; negative amounts take away.
  package mutating func add(_ change: Day) {
    let index = days.firstIndex { $0.day >= change.day } ?? days.endIndex
    if index == days.endIndex || days[index].day != change.day {
      days.insert(change, at: index)
    } else {
      days[index].incoming += change.incoming
      days[index].backordered += change.backordered
    }
    if days[index].incoming.isZero, days[index].backordered.isZero { days.remove(at: index) }
  }
}

/// What can be promised of a level on each day without breaking an earlier promise.
///
/// P_0 = on hand − reserved − back-orders due by today; P_d = P_(d−1) + receipts expected on d −
/// back-orders promised for d; ATP_d = max(0, min over k ≥ d of P_k). A receipt that is overdue, or
/// due today and not here, does not count.
package struct Availability: Sendable {
  /// P from its day on, ascending, today first.
  private var steps: [(day: CalendarDay, balance: Quantity)]

  package init(_ level: StockLevel, today: CalendarDay) {
    var balance = level.available
    var later: [(day: CalendarDay, balance: Quantity)] = []
    for planned in level.plan.days where planned.day <= today { balance -= planned.backordered }
    let now = balance
    for planned in level.plan.days where planned.day > today {
      balance += planned.incoming
      balance -= planned.backordered
      later.append((planned.day, balance))
    }
    steps = [(today, now)] + later
  }

  /// The days on which something changes, today first; that of what nobody could promise is no day.
  package var days: [CalendarDay] { steps.map(\.day).filter { $0 != StockPlan.never } }

  /// P of the day: what is left when everything planned up to it has happened.
  package func balance(on day: CalendarDay) -> Quantity {
    steps.last { $0.day <= day }?.balance ?? steps[0].balance
  }

  /// ATP of the day.
  package func promisable(on day: CalendarDay) -> Quantity {
    let from = steps.lastIndex { $0.day <= day } ?? 0
    return steps[from...].reduce(steps[from].balance) { min($0, $1.balance) }.orZero
  }

  /// The first day on which so much can be promised; nil when there is none in sight.
  package func firstDay(for quantity: Quantity) -> CalendarDay? {
    var lowest = Quantity(micros: .max)
    var found: CalendarDay?
    for step in steps.reversed() {
      lowest = min(lowest, step.balance)
      guard lowest.orZero >= quantity else { break }
      found = step.day
    }
    return found == StockPlan.never ? nil : found
  }
}

extension Quantity {
  var orZero: Quantity { max(.zero, self) }
}

extension StockLevel {
  /// What a new order may take now. Nothing planned: what is available.
  package func free(today: CalendarDay, protectingBackorders: Bool) -> Quantity {
    guard protectingBackorders, !plan.isEmpty else { return available }
    return min(available, Availability(self, today: today).promisable(on: today))
  }
}
