/// Finds out which shipped goods a request for a return speaks of, and whether they may come back.
struct ReturnLines {
  let order: Order
  let lines: [CreateReturn.Line]
  let context: Context

  /// Lines by shipment. Without one named, what left last is taken first.
  func resolved(on books: Books) throws(Rejection) -> [Return.Line] {
    var faults = Faults()
    var excess = Faults()
    var late = Faults()
    var metadata: [String: String] = [:]
    var taken: [Int32: Quantity] = [:]
    var takenOfShipment: [ID<Shipment>: [Int32: Quantity]] = [:]
    var result: [Return.Line] = []
    let shipments = books.shipments(of: order.id).filter { $0.state != .lost }.reversed()
    for (index, asked) in lines.enumerated() {
      let path = "lines[\(index)]"
      guard let line = order.lines.first(where: { $0.number == asked.orderLine }) else {
        faults.add("\(path).line_id", .referenceNotFound, "The order has no such line.")
        continue
      }
      if let named = asked.shipment, !shipments.contains(where: { $0.id == named }) {
        faults.add("\(path).shipment", .referenceNotFound, "The order has no such shipment.")
        continue
      }
      let before = taken[line.number] ?? .zero
      taken[line.number] = before + asked.quantity
      var lacking = asked.quantity
      for shipment in shipments where asked.shipment == nil || asked.shipment == shipment.id {
        for sent in shipment.lines where sent.orderLine == line.number && lacking > .zero {
          let used = takenOfShipment[shipment.id]?[line.number] ?? .zero
          let left = books.returnable(of: sent, in: shipment, in: context) - used
          let quantity = min(lacking, left)
          guard quantity > .zero else { continue }
          lacking -= quantity
          takenOfShipment[shipment.id, default: [:]][line.number] = used + quantity
          if isLate(shipment, on: books) {
            late.add(
              path, .returnWindowClosed,
              "\(line.sku) of \(shipment.number) could be returned for "
                + "\(books.seller.stock.returnDays) days after delivery.")
          }
          var back = Return.Line(
            number: Int32(result.count + 1), shipment: shipment.id, orderLine: line.number,
            product: line.product, warehouse: line.isStocked ? sent.warehouse : nil,
            quantity: quantity, reasonCode: asked.reasonCode,
            disposition: asked.disposition ?? .restock)
          back.netAmount = LineAmounts.share(
            of: line.taxableAmount, quantity, of: line.ordered, order.roundingMode)
          result.append(back)
        }
      }
      let rest = (line.returnable - before).orZero
      guard lacking > .zero || asked.quantity > rest else { continue }
      if metadata.isEmpty { metadata = Self.metadata(of: line) }
      excess.add(
        "\(path).quantity", .overReturn,
        "Line \(line.number): \(min(rest, asked.quantity - lacking)) can be returned, not "
          + "\(asked.quantity).")
    }
    try faults.check()
    try excess.check(
      .overReturn, "More is to come back than was shipped and is not back.", metadata)
    try late.check(
      .returnWindowClosed, "The time to return this has passed. Ask the seller's people.",
      ["resource": "orders/\(order.id)", "days": String(books.seller.stock.returnDays)])
    return result
  }

  /// Within so many days after delivery; what is not known to be delivered is not late.
  private func isLate(_ shipment: Shipment, on books: Books) -> Bool {
    guard !context.caller.may("returns.decide"), let delivered = shipment.deliveredDate else {
      return false
    }
    return context.today > delivered.adding(days: Int(books.seller.stock.returnDays))
  }

  static func metadata(of line: OrderLine) -> [String: String] {
    [
      "line": String(line.number), "ordered": line.ordered.description,
      "shipped": line.shipped.description, "returned": line.returned.description,
    ]
  }
}
