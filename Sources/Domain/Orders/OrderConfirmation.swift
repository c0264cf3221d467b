/// The second half of placing, and the whole of confirming a draft: total, stock, credit, and the
/// changes that follow.
struct OrderConfirmation {
  static let holdHours: Int64 = 72

  let options: ConfirmationOptions
  let context: Context
  /// The rules that it was priced by just now; nil for what was priced before.
  var pricing: PricingRules?

  func confirm(
    _ draft: Order, as placed: EventType?, on books: inout Books
  ) throws(Rejection) -> Order {
    var order = draft
    try expectedTotal(order)
    try options.expects?.checkPrices(of: order)
    books.freeLapsed(for: &order, in: context)
    try stock(order, on: books)

    order.state = .confirmed
    order.revision = 1
    let contribution = order.exposure
    let added = contribution.openOrders + contribution.unbilledShipments
    let assessment = books.assessCredit(of: order, at: .confirm, added: added, in: context)
    let decision = assessment.decision
    let isHeld = decision.result == .denied
    if isHeld, options.failOnHold {
      throw decision.rejection(of: order, in: context)
    }

    order.credit = decision
    order.updateTime = context.now
    if isHeld {
      order.state = .onHold
      order.holds = [
        .init(
          kind: .credit, reason: decision.failed.map(\.rawValue).joined(separator: ","),
          since: context.now)
      ]
      order.reserveUntil = context.now.adding(hours: Self.holdHours)
    } else {
      order.confirmTime = context.now
      order.reserveUntil = nil
    }
    let taken = books.reserve(for: &order, in: context)
    try options.expects?.checkOutcome(of: order)
    if order.number.isEmpty {
      order.number = books.takeNumber(
        SeriesKey(.order, year: order.orderDate.year), on: order.orderDate)
    }
    books.put(order, in: context)
    let event = record(order, placed, assessment, taken, on: &books)
    if isHeld {
      order.holds[0].decision = event
      books.put(order, in: context)
    }
    return books.orders[order.id] ?? order
  }

  /// - Parameter before: the order before it was amended; what its lines came to is told beside what
  ///   they come to. Of an order that is new only the total was given.
  func expectedTotal(_ order: Order, before: Order? = nil) throws(Rejection) {
    guard let expected = options.expectedTotal else { return }
    guard expected.currency == order.currency else {
      throw .invalidField(
        "expected_total.currency_code", .currencyMismatch,
        "The order is in \(order.currency), the expected total in \(expected.currency).")
    }
    guard expected.minorUnits != order.totals.gross else { return }
    func decimal(_ amount: Int64) -> String { Money.decimal(amount, order.currency) }
    var faults = Faults()
    for (index, line) in order.lines.enumerated() {
      let now = "net \(decimal(line.netAmount)), tax \(decimal(line.taxAmount))"
      if let old = before?.line(line.number) {
        let was = "net \(decimal(old.netAmount)), tax \(decimal(old.taxAmount))"
        if was != now { faults.add("order.lines[\(index)]", .totalChanged, "\(was) → \(now)") }
      } else {
        faults.add("order.lines[\(index)]", .totalChanged, "\(now) now")
      }
    }
    faults.add(
      "order.totals.gross", .totalChanged,
      "\(decimal(expected.minorUnits)) → \(decimal(order.totals.gross))")
    let hint =
      before == nil
      ? " Of what was expected only the total is known: a preview_token also tells old and new of "
        + "each line." : ""
    try faults.check(
      .totalChanged,
      "The total is \(Money(order.totals.gross, order.currency)) now, not \(expected).\(hint)",
      [
        "expectedMinor": String(expected.minorUnits), "actualMinor": String(order.totals.gross),
      ])
  }

  /// Every short line at once; lines of one product share what is there. Of an order that is amended,
  /// the lines that wait for more than they did.
  func stock(
    _ order: Order, beyond before: Order? = nil, on books: Books
  ) throws(Rejection) {
    var faults = Faults()
    var metadata: [String: String] = [:]
    var left: [StockKey: Quantity] = [:]
    for (index, line) in order.lines.enumerated() where line.isStocked {
      if let before, line.backordered <= before.line(line.number)?.backordered ?? .zero { continue }
      guard let key = line.stockKey else {
        faults.add(
          "order.lines[\(index)].warehouse", .fieldRequired,
          "Name a warehouse: the seller has no default one.")
        continue
      }
      guard !options.allowBackorder else { continue }
      let available = left[key] ?? books.free(at: key, for: order, in: context)
      left[key] = available - min(available, line.backordered)
      guard line.backordered > available else { continue }
      if metadata.isEmpty {
        metadata = [
          "line": String(line.number), "product": "products/\(line.product)",
          "requested": line.backordered.description, "available": available.description,
        ]
        metadata["promiseDate"] = books.promise(line, of: order, in: context)?.description
      }
      faults.add(
        "order.lines[\(index)].quantity", .insufficientStock,
        "\(line.sku): \(line.backordered) wanted, \(available) available.")
    }
    guard !faults.isEmpty else { return }
    if metadata.isEmpty { try faults.check() }
    try faults.check(
      .insufficientStock,
      "There is not enough stock. Order less, or allow back-orders.", metadata)
  }

  private func record(
    _ order: Order, _ placed: EventType?, _ assessment: CreditAssessment,
    _ taken: [(line: Int32, quantity: Quantity)], on books: inout Books
  ) -> ID<Event> {
    if let placed {
      books.record(placed, order, in: context) {
        $0.summary(of: order)
        $0.pricing(pricing, by: context.caller)
      }
    }
    let event = books.recordDecision(assessment, on: order, in: context)
    books.record(order.state == .onHold ? .orderHeld : .orderConfirmed, order, in: context) {
      $0.member("state", order.state.rawValue)
      if let hold = order.holds.first { $0.member("reason", hold.reason) }
    }
    books.recordReserved(order, taken, in: context)
    if order.state == .confirmed { books.recordBackordered(order, in: context) }
    return event
  }
}

extension JSONText {
  /// The version of the rules that prices and discounts were held against, and whether who gave them may
  /// go beyond what is free for all; version 1, which bounds nobody, goes unsaid.
  mutating func pricing(_ rules: PricingRules?, by caller: Caller) {
    guard let rules, rules.version > 1 else { return }
    member("pricing_policy", rules.version)
    member("discount_permission", caller.may(PricingRules.permission))
  }

  /// What an order is, for its first event.
  mutating func summary(of order: Order) {
    member("number", order.number)
    member("external_id", order.externalID)
    member("bill_to", order.billTo.map { "customers/\($0)" })
    member("payer", order.payer.map { "customers/\($0)" })
    member("order_date", order.orderDate.description)
    member("currency", order.currency.code)
    member("net_minor", order.totals.net)
    member("tax_minor", order.totals.tax)
    member("gross_minor", order.totals.gross)
    member("lines", each: order.lines) { line, object in
      object.member("line", Int64(line.number))
      object.member("sku", line.sku)
      object.member("quantity", line.ordered.description)
      object.member("unit_price", line.unitPrice.description)
      object.member("net_minor", line.netAmount)
      object.member("replacement_for", line.replacementFor.map { "returns/\($0)" })
    }
  }
}
