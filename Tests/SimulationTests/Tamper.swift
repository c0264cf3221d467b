import Domain

/// A command that does to the books what no command should.
struct Tamper: Command {
  let change: @Sendable (inout Books, Context) -> Void
  /// Whether it is rejected after the fact.
  var isRejected = false

  init(isRejected: Bool = false, _ change: @escaping @Sendable (inout Books, Context) -> Void) {
    self.change = change
    self.isRejected = isRejected
  }

  var needs: Needs { Needs() }

  func decide(on books: inout Books, in context: Context) throws(Rejection) -> Bool {
    change(&books, context)
    if isRejected { throw .notFound("orders/none") }
    return true
  }
}

extension Books {
  /// The first order, by id, that fits, changed and put with an event, as a command would.
  mutating func tamper(
    _ context: Context, where fits: (Order) -> Bool, _ change: (inout Order) -> Void
  ) {
    guard var order = orders.rows.filter(fits).min(by: { $0.id < $1.id }) else { return }
    change(&order)
    put(order, in: context)
    record(.orderAmended, order, in: context) {
      $0.member("before", order.state.rawValue)
      $0.member("after", order.state.rawValue)
    }
  }

  mutating func tamper(
    _ context: Context, _ change: (inout Payment) -> Void,
    where fits: (Payment) -> Bool = { _ in true }
  ) {
    guard var payment = payments.rows.filter(fits).min(by: { $0.id < $1.id }) else { return }
    change(&payment)
    put(payment, in: context)
  }

  mutating func tamper(where fits: (StockLevel) -> Bool, _ change: (inout StockLevel) -> Void) {
    let found = stockLevels.rows.filter(fits)
      .min { ($0.key.product, $0.key.warehouse) < ($1.key.product, $1.key.warehouse) }
    guard var level = found else { return }
    change(&level)
    put(level)
  }

  /// Issues the oldest draft by hand.
  mutating func issue(_ context: Context, number offset: Int64, on day: CalendarDay?) {
    guard var draft = invoices.rows.filter({ $0.state == .draft }).min(by: { $0.id < $1.id })
    else { return }
    let years = series.rows.filter { $0.key.kind == .invoice }
    guard let newest = years.max(by: { $0.key.year < $1.key.year }) else { return }
    draft.state = .issued
    draft.number = newest.key.formatted(newest.last + offset)
    draft.issueDate = day ?? newest.lastDate
    put(draft)
  }
}
