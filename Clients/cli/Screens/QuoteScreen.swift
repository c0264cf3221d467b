import OrderToCash
import OrderToCashAPI

/// What products would cost a customer.
enum QuoteScreen {
  static func screen(_ quote: PriceQuote, customer: String) -> Screen {
    let lines = Table(quote.lines, columns)
    let totals = TotalsTable.table(
      quote.totals, discounts: quote.discounts, charges: quote.charges)
    return Screen(
      message: quote,
      sections: [
        .facts([("customer", .reference(customer))]), .table("lines", lines),
        .table("totals", totals),
      ], table: lines, names: quote.lines.map(\.product))
  }

  private static let columns: [Column<OrderLine>] = [
    Column("sku") { .text(optional: $0.sku) },
    Column("quantity") { .number(optional: $0.quantity) },
    Column("price") { .price(optional: $0.unitPrice, $0.netAmount.currencyCode) },
    Column("from") { .state($0.priceSource) },
    Column("price row", flexible: true, rank: 3) { .text(optional: $0.priceRow) },
    Column("discounts", flexible: true, rank: 1) { line in
      .text(optional: line.discounts.map(\.oneLine).joined(separator: ", "))
    },
    Column("net") { .money($0.netAmount) },
    Column("tax %", rank: 2) { .number(optional: $0.taxRatePercent) },
    Column("gross") { .money($0.grossAmount) },
  ]
}
