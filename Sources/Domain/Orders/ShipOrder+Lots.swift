/// Batches and serial numbers that leave with a line, so that a recall finds who has them.
extension ShipOrder {
  /// Each lot once, of something, and in all as much as leaves.
  func check(
    _ lots: [Shipment.Lot], of quantity: Quantity, _ path: String, _ faults: inout Faults
  ) {
    guard !lots.isEmpty else { return }
    if lots.count > Shipment.Lot.limit {
      faults.add(path, .fieldOutOfRange, "At most \(Shipment.Lot.limit) lots a line.")
    }
    var named: Set<String> = []
    var sum: Int128 = 0
    for (index, lot) in lots.enumerated() {
      if lot.quantity <= .zero {
        faults.add("\(path)[\(index)].quantity", .fieldOutOfRange, "A lot has some quantity.")
      }
      if !named.insert(lot.number).inserted {
        faults.add("\(path)[\(index)].lot_number", .fieldInvalid, "The lot is named twice.")
      }
      sum += Int128(lot.quantity.micros)
    }
    if sum != Int128(quantity.micros) {
      let whole = Quantity(micros: Int64(clamping: sum))
      faults.add(path, .fieldInvalid, "The lots come to \(whole), the line to \(quantity).")
    }
  }

  /// Empty in the usual case.
  var lotsByLine: [Int32: [Shipment.Lot]] {
    var lots: [Int32: [Shipment.Lot]] = [:]
    for line in lines where !line.lots.isEmpty { lots[line.number] = line.lots }
    return lots
  }
}

extension JSONText {
  /// The lots of a shipment by line; unsaid where none are named.
  mutating func lots(of shipment: Shipment) {
    let named = shipment.lines.flatMap { line in line.lots.map { (line.orderLine, $0) } }
    guard !named.isEmpty else { return }
    member("lots", each: named) { lot, object in
      object.member("line", Int64(lot.0))
      object.member("lot_number", lot.1.number)
      object.member("quantity", lot.1.quantity.description)
    }
  }
}
