/// What follows from the quantities; never stored.
extension Order {
  package enum FulfillmentState: String, CaseIterable, Sendable {
    case unfulfilled = "UNFULFILLED"
    case partlyFulfilled = "PARTLY_FULFILLED"
    case fulfilled = "FULFILLED"
  }

  package enum BillingState: String, CaseIterable, Sendable {
    case unbilled = "UNBILLED"
    case partlyBilled = "PARTLY_BILLED"
    case billed = "BILLED"
  }

  package enum PaymentState: String, CaseIterable, Sendable {
    case unpaid = "UNPAID"
    case partlyPaid = "PARTLY_PAID"
    case paid = "PAID"

    /// From the open items of the order's invoices.
    package init(of items: some Sequence<OpenItem>) {
      var original: Int64 = 0
      var open: Int64 = 0
      var count = 0
      for item in items {
        original += item.original
        open += item.open
        count += 1
      }
      self = count == 0 || open == original ? .unpaid : open == 0 ? .paid : .partlyPaid
    }
  }

  package var fulfillmentState: FulfillmentState {
    guard lines.contains(where: { !$0.shipped.isZero }) else { return .unfulfilled }
    return lines.allSatisfy { $0.open.isZero } ? .fulfilled : .partlyFulfilled
  }

  package var billingState: BillingState {
    guard lines.contains(where: { !$0.invoiced.isZero }) else { return .unbilled }
    return lines.allSatisfy { $0.netInvoiced >= $0.remaining } ? .billed : .partlyBilled
  }

  package var hasShipped: Bool { lines.contains { !$0.shipped.isZero } }

  /// The day on which the last of what is open can leave; nil when nobody can say, or all has left.
  package var promisedDate: CalendarDay? {
    var last: CalendarDay?
    for line in lines where line.open > .zero {
      guard let day = line.promisedDate else { return nil }
      last = max(day, last ?? day)
    }
    return last
  }

  package var hasCreditHold: Bool { holds.contains { $0.kind == .credit } }

  /// Nothing is open, and nothing is to bill, now or once it has arrived.
  package var isComplete: Bool { lines.allSatisfy { $0.open.isZero && $0.uninvoiced.isZero } }

  /// What the order adds to its debtor's exposure, tax included.
  ///
  /// Uninvoiced u = max(0, ordered − cancelled − returned − (invoiced − credited)); unbilled =
  /// min(u, max(0, shipped − returned − (invoiced − credited))); value(q) =
  /// round(line gross × q ÷ ordered); the open order is value(u) − value(unbilled), and the charges
  /// that no invoice has yet, less the deposits that were invoiced and not recalled: their claims are
  /// open items. A line's gross is what is left of it after its share of the document's discount,
  /// with its share of tax.
  /// Drafts and what waits under a credit hold add nothing; what is over, its deposits alone.
  package var exposure: (openOrders: Int64, unbilledShipments: Int64) {
    switch state {
    case .draft: return (0, 0)
    case .cancelled, .completed: return (-depositsLeft, 0)
    case .onHold, .confirmed: break
    }
    var open: Int64 = 0
    var unbilled: Int64 = 0
    for line in lines {
      let uninvoiced = line.uninvoiced
      let shipped = min(uninvoiced, line.unbilled)
      let shippedValue = LineAmounts.share(
        of: line.lineGross, shipped, of: line.ordered, roundingMode)
      unbilled += shippedValue
      open +=
        LineAmounts.share(of: line.lineGross, uninvoiced, of: line.ordered, roundingMode)
        - shippedValue
    }
    for charge in charges where !charge.isInvoiced { open += charge.gross }
    open -= depositsLeft
    return (hasCreditHold ? 0 : open, unbilled)
  }
}

/// An order with what its invoices say of payment.
package struct OrderStanding: Sendable, Equatable {
  package var order: Order
  package var paymentState: Order.PaymentState
  /// By line, the last day on which what is open of it must leave.
  package var shipBy: [Int32: CalendarDay] = [:]

  package init(order: Order, paymentState: Order.PaymentState) {
    self.order = order
    self.paymentState = paymentState
  }
}
