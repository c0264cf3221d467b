/// Cancels what is open: the whole order while nothing has shipped, else the open rest, or the
/// quantities named. Stock and credit are freed, and whoever waits for the stock is served.
///
/// Checks, in this order: the order is there, its version, its state, the lines, that something is
/// open.
package struct CancelOrder: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?
  package let reasonCode: String
  /// Empty: all that is open.
  package let lines: [Line]

  package struct Line: Sendable {
    package var number: Int32
    package var quantity: Quantity
    package init(number: Int32, quantity: Quantity) {
      self.number = number
      self.quantity = quantity
    }
  }

  package init(
    order: ID<Order>, expectedVersion: Int64? = nil, reasonCode: String, lines: [Line] = []
  ) {
    self.order = order
    self.expectedVersion = expectedVersion
    self.reasonCode = reasonCode
    self.lines = lines
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    needs.waitingForProductsOfOrders.insert(order)
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    books.orders[order].map { order in
      var needs = books.waitingNeeds(forReleaseOf: order)
      needs.formUnion(order.replacementNeeds)
      return needs
    }
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> OrderStanding
  {
    var order = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: order)
    try order.require(.cancel)
    let wanted = try quantities(order)
    let before = order.state
    let freed = free(wanted, of: &order, on: &books)
    let isAll = !order.hasShipped && order.lines.allSatisfy { $0.open.isZero }
    if isAll {
      order.state = .cancelled
      order.holds = []
      order.reserveUntil = nil
    } else if order.state == .confirmed, order.isComplete {
      order.state = .completed
    }
    order.updateTime = context.now
    books.put(order, in: context)
    books.record(isAll ? .orderCancelled : .orderAmended, order, in: context) {
      $0.member("before", before.rawValue)
      $0.member("after", order.state.rawValue)
      $0.member("reason_code", reasonCode)
      $0.quantities(wanted.map { (line: $0.key, quantity: $0.value) }.sorted { $0.line < $1.line })
    }
    books.recordReleased(order, freed, in: context)
    if order.state == .completed {
      books.record(.orderCompleted, order, in: context) { $0.member("state", "COMPLETED") }
    }
    // Also where nothing was freed: a line that takes all or nothing may take what is there now.
    books.serveBackorders(
      of: Set(order.lines.filter { wanted[$0.number] != nil }.map(\.product)), in: context)
    return books.standing(of: order)
  }

  /// Quantity to cancel by line number.
  private func quantities(_ order: Order) throws(Rejection) -> [Int32: Quantity] {
    var wanted: [Int32: Quantity] = [:]
    if lines.isEmpty {
      for line in order.lines where line.open > .zero { wanted[line.number] = line.open }
    } else {
      var faults = Faults()
      var excess = Faults()
      for (index, asked) in lines.enumerated() {
        let path = "lines[\(index)]"
        guard let line = order.lines.first(where: { $0.number == asked.number }) else {
          faults.add("\(path).line_id", .referenceNotFound, "The order has no such line.")
          continue
        }
        if wanted[asked.number] != nil {
          faults.add("\(path).line_id", .fieldInvalid, "The line is named twice.")
        }
        if asked.quantity > line.open {
          excess.add(
            "\(path).quantity", .nothingToCancel,
            "Line \(line.number) has \(line.open) open, not \(asked.quantity).")
        }
        wanted[asked.number] = asked.quantity
      }
      try faults.check()
      try excess.check(.nothingToCancel, "More is to be cancelled than is open.")
    }
    guard !wanted.isEmpty else {
      throw Rejection(
        .nothingToCancel, "Nothing of orders/\(order.id) is open.",
        metadata: ["resource": "orders/\(order.id)"])
    }
    return wanted
  }

  /// Back-ordered pieces go first, so that a reservation is given up last.
  private func free(
    _ wanted: [Int32: Quantity], of order: inout Order, on books: inout Books
  ) -> [(line: Int32, quantity: Quantity)] {
    for index in order.lines.indices {
      guard let quantity = wanted[order.lines[index].number] else { continue }
      order.lines[index].cancelled += quantity
    }
    return books.releaseSurplus(of: &order)
  }
}
