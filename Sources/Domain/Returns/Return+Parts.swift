/// Goods of one line that go several ways: some are sold again, some are not.
extension Return {
  typealias Part = (disposition: Disposition, quantity: Quantity)

  /// Books what was accepted of a line. The first part stays on it with what did not come; each other
  /// gets a line of its own, so that quantities, amounts and what is replaced add up as before.
  mutating func receive(_ parts: [Part], at place: Int, _ mode: RoundingMode) {
    guard let first = parts.first else { return }
    let whole = lines[place]
    lines[place].disposition = first.disposition
    lines[place].received = first.quantity
    var taken = Quantity.zero
    var last = lines.reduce(0) { max($0, $1.number) }
    for part in parts.dropFirst() {
      last += 1
      var line = whole
      line.number = last
      line.disposition = part.disposition
      line.quantity = part.quantity
      line.received = part.quantity
      let before = LineAmounts.share(of: whole.netAmount, taken, of: whole.quantity, mode)
      taken += part.quantity
      line.netAmount =
        LineAmounts.share(of: whole.netAmount, taken, of: whole.quantity, mode) - before
      lines[place].netAmount -= line.netAmount
      lines[place].quantity -= part.quantity
      line.replaced = min(part.quantity, max(.zero, lines[place].replaced - lines[place].quantity))
      lines[place].replaced -= line.replaced
      lines.append(line)
    }
  }
}
