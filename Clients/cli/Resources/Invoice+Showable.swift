import OrderToCash
import OrderToCashAPI

extension O2c_V1_Invoice: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("number") { .text(optional: $0.invoiceNumber) },
      Column("kind", rank: 5) { .state($0.kind) },
      Column("state", rank: 2) { .state($0.state) },
      Column("settlement") { .state($0.settlementState) },
      Column("issued", rank: 3) { .day($0.issueDate) },
      Column("due") { .day($0.dueDate) },
      Column("customer", flexible: true) { .reference($0.customer) },
      Column("net", rank: 4) { .money($0.totals.taxExclusive) },
      Column("payable", rank: 1) { .money($0.totals.payable) },
      Column("outstanding") { .money($0.balance.outstanding) },
      Column("name", rank: 9) { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    var sections: [Section] = [
      .facts([
        ("number", .text(optional: invoiceNumber)), ("name", .text(optional: name)),
        ("kind", .state(kind)), ("state", .state(state)),
        ("settlement", .state(settlementState)), ("customer", .reference(customer)),
        ("seller", .text(optional: seller.legalName)),
        ("buyer", .text(optional: buyer.legalName)), ("issued", .day(issueDate)),
        ("due", .day(dueDate)), ("delivered", .day(deliveryDate)),
        ("payment terms", .text(optional: paymentTerms)),
        ("purchase order", .text(optional: purchaseOrderReference)),
      ])
    ]
    if !lines.isEmpty { sections.append(.table("lines", Table(lines, Line.columns))) }
    if !taxes.isEmpty { sections.append(.table("taxes", Table(taxes, TaxTotal.columns))) }
    sections.append(
      .facts(
        charges.map { ("charge", .text($0.oneLine)) } + [
          ("discounts", .money(totals.allowances)), ("charges", .money(totals.charges)),
          ("net", .money(totals.taxExclusive)), ("tax", .money(totals.tax)),
        ]
          + precedingInvoices.map {
            ("deposit", .text("\(Cell.money($0.amount).forPeople) (\($0.invoiceNumber))"))
          } + [
            ("payable", .money(totals.payable)), ("paid", .money(balance.paid)),
            ("outstanding", .money(balance.outstanding)),
          ]
          + discountSchedule.map {
            ("discount", .text("\($0.percent) % until \(DayText.text($0.untilDate))"))
          } + [("etag", .text(optional: etag))]))
    return sections
  }
}

extension O2c_V1_Invoice.Line {
  static var columns: [Column<Self>] {
    [
      Column("line") { .text($0.lineID) },
      Column("sku") { .text($0.sku) },
      Column("description", flexible: true, rank: 3) { .text($0.description_p) },
      Column("quantity") { .number($0.quantity) },
      Column("unit", rank: 4) { .text($0.unitCode) },
      Column("price") { .price(optional: $0.unitPrice, $0.netAmount.currencyCode) },
      Column("net") { .money($0.netAmount) },
      Column("tax %") { .number(optional: $0.taxRatePercent) },
      Column("tax") { .money($0.taxAmount) },
    ]
  }
}

extension O2c_V1_TaxTotal {
  static var columns: [Column<Self>] {
    [
      Column("category") { .text($0.categoryCode) },
      Column("rate %") { .number(optional: $0.ratePercent) },
      Column("base") { .money($0.base) },
      Column("tax") { .money($0.tax) },
    ]
  }
}
