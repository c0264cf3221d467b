/// A draft with times: until when its prices hold, and until when stock is held for it.
struct QuoteTimes {
  var requestedDate: CalendarDay?
  var priceValidUntil: Instant?
  var reserveUntil: Instant?

  func check(orderDate: CalendarDay, _ context: Context) throws(Rejection) {
    var faults = Faults()
    if let day = requestedDate, day < orderDate {
      faults.add(
        "order.requested_date", .fieldOutOfRange, "The requested date is before the order date.")
    }
    if case .customers = context.caller.scope {
      if priceValidUntil != nil {
        faults.add("order.price_valid_until_time", .fieldInvalid, "The seller gives this time.")
      }
      if reserveUntil != nil {
        faults.add("order.reserve_until_time", .fieldInvalid, "The seller gives this time.")
      }
    }
    if let until = priceValidUntil, until <= context.now {
      faults.add("order.price_valid_until_time", .fieldOutOfRange, "The time has passed already.")
    }
    if let until = reserveUntil, until <= context.now {
      faults.add("order.reserve_until_time", .fieldOutOfRange, "The time has passed already.")
    }
    try faults.check()
  }
}

extension Books {
  /// Holds the stock of a draft until its time. The draft is changed in hand.
  mutating func hold(
    _ draft: inout Order, in context: Context
  ) throws(Rejection) -> [(line: Int32, quantity: Quantity)] {
    guard let until = draft.reserveUntil, until > context.now else { return [] }
    freeLapsed(inTheWayOf: draft, in: context)
    try OrderConfirmation(options: .init(), context: context).stock(draft, on: self)
    return reserve(for: &draft, in: context)
  }
}

extension OrderRequest {
  package static let lineLimit = 500

  /// What would be asked to get an order again: its manual prices and discounts with it.
  init(askingAgainFor order: Order) {
    self.init(
      customer: .id(order.customer), currency: order.currency,
      purchaseOrderReference: order.purchaseOrderReference, paymentTerms: order.paymentTerms,
      orderDate: order.orderDate, requestedDate: order.requestedDate, shipTo: order.shipTo,
      annotations: order.annotations,
      lines: order.lines.map { line in
        var asked = Line(
          product: .id(line.product), quantity: line.ordered, warehouse: line.warehouse,
          unitPrice: line.priceSource == .manual ? line.unitPrice : nil,
          discounts: line.discounts.filter { $0.origin == .manual })
        asked.number = line.number
        asked.replacementFor = line.replacementFor
        return asked
      })
    knownReplacements = order.replacements
    billTo = order.debtor
    payer = order.payer ?? order.debtor
    knownParties = [order.debtor, order.payer ?? order.debtor]
    discounts = order.discounts
    charges = order.charges
    priority = order.priority
    isShipComplete = order.isShipComplete
  }

  /// Leaves what people gave to those who may give it, and takes the place of nothing.
  mutating func dropManualPrices() {
    discounts = []
    charges = []
    knownReplacements = [:]
    for index in lines.indices {
      lines[index].replacementFor = nil
      lines[index].unitPrice = nil
      lines[index].discounts = []
    }
  }
}

extension OrderRequest.Line {
  /// A line that was read and sent back has the price of its list; that makes it no manual one.
  func withoutPriceReadBack(from order: Order) -> OrderRequest.Line {
    guard let number, let old = order.line(number) else { return self }
    var line = self
    if old.priceSource != .manual, unitPrice == old.unitPrice { line.unitPrice = nil }
    if line.discounts.map(\.value) == old.discounts.map(\.value) {
      line.discounts = old.discounts.filter { $0.origin == .manual }
    }
    return line
  }
}
