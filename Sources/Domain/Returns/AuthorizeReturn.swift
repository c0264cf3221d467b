/// Allows goods to come back, for thirty days. One that has run out can be allowed anew.
///
/// Checks, in this order: the return is there, its version, its state, that so much may come back.
package struct AuthorizeReturn: Command {
  package static let days: Int64 = 30

  package let `return`: ID<Return>
  package let expectedVersion: Int64?
  package let note: String

  package init(return back: ID<Return>, expectedVersion: Int64? = nil, note: String = "") {
    self.return = back
    self.expectedVersion = expectedVersion
    self.note = note
  }

  package var needs: Needs { .of(self.return) }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Return {
    let found = try books.return(self.return, for: context)
    try requireVersion(expectedVersion, of: found)
    guard found.state == .requested || found.state == .authorized,
      !found.isInForce(at: context.now)
    else {
      throw .transition(
        "returns/\(found.id)", from: found.state.rawValue, requested: "AuthorizeReturn",
        allowed: [Return.State.requested.rawValue])
    }
    var order = try books.order(found.order, for: context)
    books.endLapsedReturns(of: &order, in: context)
    var back = books.returns[found.id] ?? found
    try quantities(back, order, on: books, in: context)
    books.count(&back, on: &order)
    let before = back.state
    back.state = .authorized
    back.expireTime = context.now.adding(days: Self.days)
    back.updateTime = context.now
    order.updateTime = context.now
    books.put(order, in: context)
    books.put(back)
    books.recordReturn(.returnAuthorized, back, in: context) {
      $0.member("before", before.rawValue)
      $0.member("state", back.state.rawValue)
      $0.member("expire_time", back.expireTime?.description)
      $0.member("note", note)
    }
    books.recordFulfillment(order, order.lines.map(\.number), in: context)
    return books.returns[back.id] ?? back
  }

  private func quantities(
    _ back: Return, _ order: Order, on books: Books, in context: Context
  ) throws(Rejection) {
    var excess = Faults()
    var metadata: [String: String] = [:]
    var taken: [Int32: Quantity] = [:]
    for (index, line) in back.lines.enumerated() {
      taken[line.orderLine, default: .zero] += line.quantity
      guard let ordered = order.lines.first(where: { $0.number == line.orderLine }) else {
        continue
      }
      let shipment = books.shipments[line.shipment]
      let sent = shipment?.lines.first { $0.orderLine == line.orderLine }
      var left = Quantity.zero
      if let shipment, let sent, shipment.state != .lost {
        left = books.returnable(of: sent, in: shipment, in: context)
      }
      guard line.quantity > left || (taken[line.orderLine] ?? .zero) > ordered.returnable else {
        continue
      }
      if metadata.isEmpty { metadata = ReturnLines.metadata(of: ordered) }
      excess.add(
        "lines[\(index)].quantity", .overReturn,
        "Line \(line.orderLine): \(min(left, ordered.returnable).orZero) can be returned, not "
          + "\(line.quantity).")
    }
    try excess.check(
      .overReturn, "Some of it has been returned since, or is on its way.", metadata)
  }
}
