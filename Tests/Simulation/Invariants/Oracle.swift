import Domain

/// The formulas of the business rules once more, written another way than the product does.
enum Oracle {
  /// Through the floor instead of the truncated quotient.
  static func round(_ numerator: Int128, _ denominator: Int128, _ mode: RoundingMode) -> Int64 {
    var floor = numerator / denominator
    if floor * denominator > numerator { floor -= 1 }
    let rest = 2 * (numerator - floor * denominator)
    if rest < denominator { return Int64(floor) }
    if rest > denominator { return Int64(floor + 1) }
    switch mode {
    case .halfAway: return Int64(numerator < 0 ? floor : floor + 1)
    case .halfEven: return Int64(floor % 2 == 0 ? floor : floor + 1)
    }
  }

  static func tax(_ base: Int64, _ rate: Percent, _ mode: RoundingMode) -> Int64 {
    round(Int128(base) * Int128(rate.micros), 100_000_000, mode)
  }

  /// What the customer is to pay for now, in micros.
  static func target(_ line: OrderLine, _ trigger: InvoiceTrigger) -> Int64 {
    let returned = line.returned.micros
    return switch trigger {
    case .onOrder: line.ordered.micros - line.cancelled.micros - returned
    case .onShipment, .manual: line.shipped.micros - returned
    case .onDelivery: max(0, line.delivered.micros - returned)
    }
  }

  private static func depositsLeft(_ order: Order) -> Int64 {
    var left: Int64 = 0
    for deposit in order.deposits {
      for group in deposit.groups {
        left += group.net + group.tax - group.recalledNet - group.recalledTax
      }
    }
    return left
  }

  /// What a prepaid order comes to, with tax.
  static func valueToPrepay(_ order: Order) -> Int64 {
    var value = order.charges.reduce(Int64(0)) { $0 + $1.amount + $1.taxAmount }
    for line in order.lines {
      let kept = line.ordered.micros - line.cancelled.micros - line.returned.micros
      let gross = Int128(line.netAmount - line.documentDiscount + line.taxAmount)
      value += round(gross * Int128(kept), Int128(line.ordered.micros), order.roundingMode)
    }
    return value
  }

  /// Uninvoiced u, unbilled, and the values of both by quantity, less deposits.
  static func exposure(of order: Order) -> (openOrders: Int64, unbilled: Int64) {
    if order.state == .draft { return (0, 0) }
    guard order.state == .confirmed || order.state == .onHold else {
      return (-depositsLeft(order), 0)
    }
    var open: Int64 = 0
    var unbilled: Int64 = 0
    for line in order.lines {
      let gross = Int128(line.netAmount - line.documentDiscount + line.taxAmount)
      let ordered = Int128(line.ordered.micros)
      let billed = line.invoiced.micros - line.credited.micros
      let kept = line.ordered.micros - line.cancelled.micros - line.returned.micros
      let rest = max(0, kept - billed)
      let shipped = min(rest, max(0, line.shipped.micros - line.returned.micros - billed))
      let value = round(gross * Int128(shipped), ordered, order.roundingMode)
      unbilled += value
      open += round(gross * Int128(rest), ordered, order.roundingMode) - value
    }
    for charge in order.charges where !charge.isInvoiced {
      open += charge.amount + charge.taxAmount
    }
    open -= depositsLeft(order)
    let isHeld = order.holds.contains { $0.kind == .credit }
    return (isHeld ? 0 : open, unbilled)
  }

  /// What it adds to the exposure where no credit hold is open.
  static func value(of order: Order) -> Int64 {
    var order = order
    order.holds.removeAll { $0.kind == .credit }
    let parts = exposure(of: order)
    return parts.openOrders + parts.unbilled
  }

  static func fulfilment(of order: Order) -> Order.FulfillmentState {
    var shipped = Quantity.zero
    var open = Quantity.zero
    for line in order.lines {
      shipped += line.shipped
      open += line.ordered - line.cancelled - line.shipped
    }
    if shipped.isZero { return .unfulfilled }
    return open.isZero ? .fulfilled : .partlyFulfilled
  }

  static func billing(of order: Order) -> Order.BillingState {
    if order.lines.allSatisfy({ $0.invoiced.isZero }) { return .unbilled }
    let left = order.lines.contains {
      $0.ordered - $0.cancelled - $0.returned > $0.invoiced - $0.credited
    }
    return left ? .partlyBilled : .billed
  }

  static func limit(_ account: CreditAccount, on day: CalendarDay) -> Int64 {
    guard let temporary = account.temporaryLimit, day <= temporary.until else {
      return account.limit
    }
    return max(account.limit, temporary.amount)
  }
}
