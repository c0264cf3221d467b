import Domain

/// Lines in place of goods that come back.
extension Player {
  /// Of a return of the customer that may be replaced, mostly; nil where there is none.
  mutating func replacement(
    for customer: ID<Customer>?, on books: Books
  ) -> (customer: ID<Customer>, line: OrderRequest.Line)? {
    var chosen: Return?
    for _ in 0..<12 {
      guard let back = dice.pick(known.returns).flatMap({ books.returns[$0] }) else { return nil }
      if let customer, back.customer != customer, dice.chance(98) { continue }
      let isOpen = back.isInForce(at: now) || back.state == .received
      if isOpen && books.customers[back.customer]?.state == .active || dice.chance(4) {
        chosen = back
        break
      }
    }
    guard let back = chosen, let line = dice.pick(back.lines) else { return nil }
    let left = back.replaceable(line.product)
    var product = ProductReference.id(line.product)
    if dice.chance(3) { product = dice.pick(known.products).map { .id($0) } ?? product }
    var asked = OrderRequest.Line(
      product: product, quantity: left > .zero ? part(of: left) : Quantity(whole: 1))
    asked.replacementFor = dice.chance(98) ? back.id : stranger()
    if dice.chance(8) { asked.unitPrice = price() }
    if dice.chance(8) { asked.discounts = [.percent(Percent(whole: 5))] }
    return (back.customer, asked)
  }
}
