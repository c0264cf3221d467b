/// Lines of an amendment that take the place of returned goods.
extension OrderAmendment {
  /// Those that come, and those of which more is wanted; nil where there are none.
  func replacementCheck(on books: Books) -> ReplacementCheck? {
    var check = ReplacementCheck(customer: before.customer, context: context)
    for (index, change) in command.changes.enumerated() {
      guard let quantity = change.quantity, let line = before.line(change.line),
        let back = line.replacementFor, quantity > line.ordered
      else { continue }
      check.lines.append(
        .init(
          path: "changes[\(index)]", field: "quantity", back: back, product: line.product,
          quantity: quantity - line.ordered))
    }
    for (index, asked) in command.addedLines.enumerated() {
      guard let back = asked.replacementFor, let product = books.find(asked.product) else {
        continue
      }
      check.lines.append(
        .init(
          path: "add_lines[\(index)]", back: back, product: product.id, quantity: asked.quantity))
    }
    return check.lines.isEmpty ? nil : check
  }

  func replaced(
    by back: ID<Return>?, _ product: ID<Product>, on books: Books
  ) -> LinePricing.Replaced? {
    books.replaced(by: back, product, keepingDocumentDiscount: before.discounts.isEmpty)
  }
}
