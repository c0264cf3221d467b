/// Makes the lines, charges and totals of an invoice from what was shipped and not yet invoiced.
///
/// Amounts of a line are drawn down from the order line by cumulative quantity, so that any number
/// of partial invoices ends at exactly the order's amounts; tax is computed on the invoice itself.
/// What is taxed, the share of the document's discount and the line's own discounts are drawn, net
/// and gross are their sums: none of them is ever negative. Charges go whole on the first invoice.
struct InvoiceDrafting {
  let order: Order
  /// Quantity to invoice by order line number.
  let quantities: [Int32: Quantity]

  func lines() -> [Invoice.Line] {
    var lines: [Invoice.Line] = []
    for line in order.lines {
      guard let quantity = quantities[line.number] else { continue }
      let base = draw(line.taxableAmount, quantity, of: line, drawn: line.drawn.base)
      let share = draw(
        line.documentDiscount, quantity, of: line, drawn: line.drawn.documentDiscount)
      let discount = draw(line.discountAmount, quantity, of: line, drawn: line.drawn.discount)
      var drafted = Invoice.Line(
        number: Int32(lines.count + 1), orderLine: line.number, product: line.product,
        sku: line.sku, description: line.description, unitCode: line.unitCode,
        quantity: quantity, unitPrice: line.unitPrice, baseQuantity: line.baseQuantity,
        grossAmount: base + share + discount, discountAmount: discount, netAmount: base + share,
        taxCategory: line.taxCategory, taxRate: line.taxRate,
        exemptionCode: line.exemptionCode, taxAmount: 0)
      drafted.documentDiscount = share
      lines.append(drafted)
    }
    return lines
  }

  /// An amendment may have made the whole smaller than what was drawn: then nothing is left.
  private func draw(
    _ whole: Int64, _ quantity: Quantity, of line: OrderLine, drawn: Int64
  ) -> Int64 {
    max(
      0,
      drawnDown(
        whole, cumulative: (line.invoiced + quantity).micros, of: line.ordered.micros,
        drawn: drawn, order.roundingMode))
  }

  /// Those that no issued invoice has.
  func charges() -> [Charge] { order.charges.filter { !$0.isInvoiced } }

  /// Lines and charges with their tax, and the sums of the document.
  func fill(_ invoice: inout Invoice) throws(Rejection) {
    invoice.lines = lines()
    invoice.charges = charges()
    var taxed = invoice.lines.map {
      Taxation.TaxedLine(
        net: $0.netAmount - $0.documentDiscount, category: $0.taxCategory, rate: $0.taxRate,
        exemptionCode: $0.exemptionCode)
    }
    taxed += invoice.charges.map {
      Taxation.TaxedLine(
        net: $0.amount, category: $0.taxCategory, rate: $0.taxRate, exemptionCode: $0.exemptionCode)
    }
    invoice.taxes = try Taxation.apply(to: &taxed, level: order.taxLevel, order.roundingMode)
    var net: Int128 = 0
    var tax: Int128 = 0
    var discount: Int128 = 0
    var charges: Int128 = 0
    for index in invoice.lines.indices {
      invoice.lines[index].taxAmount = taxed[index].tax
      discount += Int128(invoice.lines[index].documentDiscount)
    }
    for index in invoice.charges.indices {
      invoice.charges[index].taxAmount = taxed[invoice.lines.count + index].tax
      charges += Int128(invoice.charges[index].amount)
    }
    for line in taxed {
      net += Int128(line.net)
      tax += Int128(line.tax)
    }
    invoice.totals = try Order.Totals(
      net: net.amount(), tax: tax.amount(), gross: (net + tax).amount(),
      discount: discount.amount(), charges: charges.amount())
  }
}
