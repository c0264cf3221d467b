/// How far a shipment may miss what was ordered: a small rest is closed with it.
extension ShipOrder {
  typealias Closed = (line: Int32, rest: Quantity, freed: Quantity)

  /// Cancels what is left of the shipped lines where it is within the tolerance. The order is
  /// changed in hand.
  func closeRests(
    of order: inout Order, shipping wanted: [Int32: Quantity], on books: inout Books
  ) -> [Closed] {
    var closed: [Closed] = []
    for index in order.lines.indices {
      let line = order.lines[index]
      let percent = books.tolerance(of: line).under
      guard wanted[line.number] != nil, percent > .zero, line.open > .zero,
        line.open.isWithin(percent, of: line.ordered)
      else { continue }
      order.lines[index].cancelled += line.open
      books.release(line.reserved, from: &order.lines[index])
      closed.append((line.number, line.open, line.reserved))
    }
    return closed
  }

  func record(
    _ closed: [Closed], of order: Order, on books: inout Books, in context: Context
  ) {
    guard !closed.isEmpty else { return }
    books.record(.orderAmended, order, in: context) {
      $0.member("before", order.state.rawValue)
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
  /// The tolerances of a line: its product's, else the seller's.
  func tolerance(of line: OrderLine) -> (over: Percent, under: Percent) {
    let product = products[line.product]
    return (
      product?.overShipment ?? seller.stock.overShipment,
      product?.underShipment ?? seller.stock.underShipment
    )
  }
}

extension Quantity {
  /// Whether it is no more than so many percent of another.
  func isWithin(_ percent: Percent, of whole: Quantity) -> Bool {
    Int128(micros) * 100_000_000 <= Int128(whole.micros) * Int128(percent.micros)
  }
}
