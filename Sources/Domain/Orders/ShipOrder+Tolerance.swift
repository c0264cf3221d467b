/// How far a shipment may miss what was ordered: a small excess is ordered with it, a small rest is
/// closed with it.
extension ShipOrder {
  typealias Closed = (line: Int32, rest: Quantity, freed: Quantity)

  /// The most that may leave for a line: what is open, and the tolerance on top. A line of which
  /// nothing is open takes no more, so that a tolerance is used once.
  func most(of line: OrderLine, in order: Order, on books: Books) -> Quantity {
    guard line.open > .zero else { return .zero }
    let excess = books.tolerance(of: line, in: order).over.part(of: line.ordered)
    return line.open + min(excess, Quantity(micros: Quantity.limit) - line.ordered)
  }

  /// What leaves beyond what is open is ordered by it, at the line's own price and discounts; tax
  /// and totals follow, and the order gets a new revision. The order is changed in hand.
  ///
  /// - Returns: whether anything was raised.
  func raise(_ order: inout Order, to wanted: [Int32: Quantity]) throws(Rejection) -> Bool {
    var faults = Faults()
    var isRaised = false
    for index in order.lines.indices {
      let line = order.lines[index]
      guard let quantity = wanted[line.number], quantity > line.open else { continue }
      try order.lines[index].reprice(
        line.ordered + (quantity - line.open), order.currency, order.roundingMode,
        "lines[\(line.number)]", &faults)
      isRaised = true
    }
    try faults.check()
    guard isRaised else { return false }
    try order.total()
    order.revision += 1
    return true
  }

  /// Cancels what is left of the shipped lines where it is within the tolerance. The order is
  /// changed in hand.
  func closeRests(
    of order: inout Order, shipping wanted: [Int32: Quantity], on books: inout Books
  ) -> [Closed] {
    var closed: [Closed] = []
    for index in order.lines.indices {
      let line = order.lines[index]
      let percent = books.tolerance(of: line, in: order).under
      guard wanted[line.number] != nil, percent > .zero, line.open > .zero,
        line.open <= percent.part(of: line.ordered)
      else { continue }
      order.lines[index].cancelled += line.open
      books.release(line.reserved, from: &order.lines[index])
      closed.append((line.number, line.open, line.reserved))
    }
    return closed
  }

  /// Keeps what the order was before more of it was ordered.
  func record(
    raised order: Order, from before: Order, on books: inout Books, in context: Context
  ) {
    books.revisions.append(
      OrderRevision(
        order: before, replacedBy: context.caller.principal, replaceTime: context.now,
        reason: "OVER_SHIPMENT"))
    books.record(.orderAmended, order, in: context) {
      $0.amendment(before, order, "OVER_SHIPMENT")
    }
  }

  func record(
    _ closed: [Closed], of order: Order, from before: Order, on books: inout Books,
    in context: Context
  ) {
    guard !closed.isEmpty else { return }
    books.record(.orderAmended, order, in: context) {
      $0.member("before", before.state.rawValue)
      $0.member("after", order.state.rawValue)
      $0.member("reason_code", "UNDER_SHIPMENT")
      $0.quantities(closed.map { (line: $0.line, quantity: $0.rest) })
    }
    let freed = closed.filter { $0.freed > .zero }
    guard !freed.isEmpty else { return }
    books.record(.stockReleased, order, in: context) {
      $0.quantities(freed.map { (line: $0.line, quantity: $0.freed) })
    }
    let numbers = Set(freed.map(\.line))
    books.serveBackorders(
      of: Set(order.lines.filter { numbers.contains($0.number) }.map(\.product)), in: context)
  }
}

extension Books {
  /// The tolerances of a line: its customer's, else its product's, else the seller's. What takes the
  /// place of returned goods is as much as these, neither more nor less.
  func tolerance(of line: OrderLine, in order: Order) -> (over: Percent, under: Percent) {
    guard line.replacementFor == nil else { return (.zero, .zero) }
    let customer = customers[order.customer]
    let product = products[line.product]
    return (
      customer?.overShipment ?? product?.overShipment ?? seller.stock.overShipment,
      customer?.underShipment ?? product?.underShipment ?? seller.stock.underShipment
    )
  }
}

extension Percent {
  /// So many percent of a quantity, never more than that.
  func part(of whole: Quantity) -> Quantity {
    Quantity(micros: Int64(clamping: Int128(whole.micros) * Int128(micros) / 100_000_000))
  }
}
