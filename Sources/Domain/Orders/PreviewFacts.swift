/// What a caller was shown by a preview, to be held against what an order comes to when it is
/// placed.
package struct PreviewFacts: Sendable, Equatable {
  package var lines: [Line]
  package var totals: Order.Totals
  /// The credit rules would hold the order.
  package var isHeld: Bool

  package struct Line: Sendable, Equatable {
    package var unitPrice: UnitPrice
    package var net: Int64
    package var tax: Int64
    package var reserved: Quantity
    package var promisedDate: CalendarDay?

    package init(
      unitPrice: UnitPrice, net: Int64, tax: Int64, reserved: Quantity,
      promisedDate: CalendarDay?
    ) {
      self.unitPrice = unitPrice
      self.net = net
      self.tax = tax
      self.reserved = reserved
      self.promisedDate = promisedDate
    }
  }

  package init(lines: [Line], totals: Order.Totals, isHeld: Bool) {
    self.lines = lines
    self.totals = totals
    self.isHeld = isHeld
  }

  package init(of order: Order) {
    self.init(
      lines: order.lines.map {
        Line(
          unitPrice: $0.unitPrice, net: $0.netAmount, tax: $0.taxAmount, reserved: $0.reserved,
          promisedDate: $0.promisedDate)
      }, totals: order.totals, isHeld: order.hasCreditHold)
  }

  /// Refuses an order whose prices, tax or totals are not those that were shown.
  func checkPrices(of order: Order) throws(Rejection) {
    var changes = Changes(order)
    for (index, (old, new)) in zip(lines, order.lines).enumerated() {
      let path = "order.lines[\(index)]"
      changes.add("\(path).unit_price", old.unitPrice.description, new.unitPrice.description)
      changes.add("\(path).net_amount", money: old.net, new.netAmount)
      changes.add("\(path).tax_amount", money: old.tax, new.taxAmount)
    }
    changes.add("order.lines", lines.count.description, order.lines.count.description)
    changes.add("order.totals.net", money: totals.net, order.totals.net)
    changes.add("order.totals.tax", money: totals.tax, order.totals.tax)
    changes.add("order.totals.gross", money: totals.gross, order.totals.gross)
    try changes.check(totals.gross)
  }

  /// Refuses an order that gets less stock, a later date, or a hold where none was shown. More than
  /// was shown is welcome.
  func checkOutcome(of order: Order) throws(Rejection) {
    var changes = Changes(order)
    for (index, (old, new)) in zip(lines, order.lines).enumerated() {
      let path = "order.lines[\(index)]"
      if new.reserved < old.reserved {
        changes.add(
          "\(path).reserved_quantity", old.reserved.description, new.reserved.description)
      }
      guard let shown = old.promisedDate, new.promisedDate.map({ $0 > shown }) ?? true else {
        continue
      }
      changes.add(
        "\(path).promised_date", shown.description, new.promisedDate?.description ?? "none")
    }
    if order.hasCreditHold, !isHeld {
      changes.add("order.state", Order.State.confirmed.rawValue, order.state.rawValue)
    }
    try changes.check(totals.gross)
  }
}

/// What differs, old and new.
private struct Changes {
  let order: Order
  private var faults = Faults()

  init(_ order: Order) { self.order = order }

  mutating func add(_ field: String, _ old: String, _ new: String) {
    guard old != new else { return }
    faults.add(field, .totalChanged, "\(old) → \(new)")
  }

  mutating func add(_ field: String, money old: Int64, _ new: Int64) {
    add(field, Money.decimal(old, order.currency), Money.decimal(new, order.currency))
  }

  func check(_ expected: Int64) throws(Rejection) {
    try faults.check(
      .totalChanged, "Something has moved since the preview. Look at it again.",
      [
        "expectedMinor": String(expected), "actualMinor": String(order.totals.gross),
        "violationCount": String(faults.violations.count),
      ])
  }
}
