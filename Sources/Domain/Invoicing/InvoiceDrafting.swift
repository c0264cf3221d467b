/// Makes the lines and totals of an invoice from what was shipped and not yet invoiced.
///
/// Amounts of a line are drawn down from the order line by cumulative quantity, so that any number
/// of partial invoices ends at exactly the order's amounts; tax is computed on the invoice itself.
/// Net and discount are drawn and the gross is their sum: none of the three is ever negative.
struct InvoiceDrafting {
  let order: Order
  /// Quantity to invoice by order line number.
  let quantities: [Int32: Quantity]

  func lines() -> [Invoice.Line] {
    var lines: [Invoice.Line] = []
    for line in order.lines {
      guard let quantity = quantities[line.number] else { continue }
      let net = draw(line.netAmount, quantity, of: line)
      let discount = draw(line.discountAmount, quantity, of: line)
      lines.append(
        Invoice.Line(
          number: Int32(lines.count + 1), orderLine: line.number, product: line.product,
          sku: line.sku, description: line.description, unitCode: line.unitCode,
          quantity: quantity, unitPrice: line.unitPrice, baseQuantity: line.baseQuantity,
          grossAmount: net + discount, discountAmount: discount, netAmount: net,
          taxCategory: line.taxCategory, taxRate: line.taxRate,
          exemptionCode: line.exemptionCode, taxAmount: 0))
    }
    return lines
  }

  private func draw(_ whole: Int64, _ quantity: Quantity, of line: OrderLine) -> Int64 {
    let drawn = drawnDown(
      whole, cumulative: line.invoiced.micros, of: line.ordered.micros, drawn: 0,
      order.roundingMode)
    return drawnDown(
      whole, cumulative: (line.invoiced + quantity).micros, of: line.ordered.micros, drawn: drawn,
      order.roundingMode)
  }

  /// Adds tax to the lines and sums up.
  func taxed(
    _ lines: inout [Invoice.Line]
  ) throws(Rejection) -> (taxes: [TaxTotal], totals: Order.Totals) {
    var taxed = lines.map {
      Taxation.TaxedLine(
        net: $0.netAmount, category: $0.taxCategory, rate: $0.taxRate,
        exemptionCode: $0.exemptionCode)
    }
    let taxes = try Taxation.apply(to: &taxed, level: order.taxLevel, order.roundingMode)
    for index in lines.indices { lines[index].taxAmount = taxed[index].tax }
    var net: Int128 = 0
    var tax: Int128 = 0
    for line in lines {
      net += Int128(line.netAmount)
      tax += Int128(line.taxAmount)
    }
    return try (
      taxes, Order.Totals(net: net.amount(), tax: tax.amount(), gross: (net + tax).amount())
    )
  }
}
