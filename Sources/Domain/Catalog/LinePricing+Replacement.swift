/// Goods in place of returned ones cost what these did.
extension LinePricing {
  /// The order line whose goods come back.
  package struct Replaced: Sendable {
    package var back: ID<Return>
    var line: OrderLine
    var orderNumber: String
    /// What the discount of the old order took off its line comes with it: the new order has none.
    var keepsDocumentDiscount: Bool

    /// The old line, as `price_row` says it.
    var text: String { "\(orderNumber) line \(line.number)" }

    /// The old line's discounts for so much of it. What is left of the gross is what a credit note for
    /// as much comes to, so that the exchange comes to nothing; a last discount takes what the
    /// document's discount took, and what rounding leaves.
    func discounts(of quantity: Quantity, from gross: Int64, _ mode: RoundingMode) -> [Discount] {
      let whole = keepsDocumentDiscount ? line.taxableAmount : line.netAmount
      let target = LineAmounts.share(of: whole, quantity, of: line.ordered, mode)
      var discounts = line.discounts.map { discount in
        var discount = discount
        discount.origin = .replacement
        if case .amount(let amount) = discount.value {
          discount.value = .amount(
            LineAmounts.share(of: amount, quantity, of: line.ordered, mode))
        }
        return discount
      }
      var faults = Faults()
      let rest = discounts.take(from: gross, mode, path: "", &faults)
      if rest < target || !faults.isEmpty { discounts = [] }
      let off = (discounts.isEmpty ? gross : rest) - target
      if off > 0 {
        discounts.append(Discount(.amount(off), origin: .replacement, reason: text))
      }
      return discounts
    }
  }

  /// The line at the price and discounts of the one that it replaces, with what is given by hand on
  /// top.
  func line(
    number: Int32, _ product: Product, _ asked: Asked, replacing old: Replaced,
    warehouse: ID<Warehouse>?, path: String, _ faults: inout Faults
  ) throws(Rejection) -> OrderLine {
    let gross = try LineAmounts.gross(
      asked.quantity, at: old.line.unitPrice, per: old.line.baseQuantity, currency, mode)
    var discounts = old.discounts(of: asked.quantity, from: gross, mode) + asked.discounts
    _ = discounts.take(from: gross, mode, path: "\(path).discounts", &faults)
    var line = OrderLine(
      number: number, product: product, warehouse: warehouse, ordered: asked.quantity,
      unitPrice: old.line.unitPrice, baseQuantity: old.line.baseQuantity,
      priceSource: .replacement, discounts: discounts, grossAmount: gross,
      discountAmount: discounts.total, taxCategory: .standard, taxRate: .zero, exemptionCode: "")
    line.priceRow = old.text
    line.priceDate = old.line.priceDate ?? day
    line.replacementFor = old.back
    return line
  }
}

extension Books {
  /// The line that a replacement takes its price from: the first of the return with this product of
  /// which something is left to replace, else the first.
  func replaced(
    by back: ID<Return>?, _ product: ID<Product>, keepingDocumentDiscount: Bool
  ) -> LinePricing.Replaced? {
    guard let back = back.flatMap({ returns[$0] }), let order = orders[back.order] else {
      return nil
    }
    let candidates = back.lines.filter { $0.product == product }
    let chosen =
      candidates.first {
        $0.replaced < (back.state == .received ? $0.received : $0.quantity)
      } ?? candidates.first
    guard let line = chosen.flatMap({ order.line($0.orderLine) }) else { return nil }
    return .init(
      back: back.id, line: line, orderNumber: order.number,
      keepsDocumentDiscount: keepingDocumentDiscount)
  }
}
