/// What the PRICING policy says about prices and discounts given by hand. The defaults are version 1.
///
/// Within these rules a discount still needs the caller's authority for its amount; beyond them it
/// is refused whoever asks.
package struct PricingRules: Hashable, Sendable {
  package var version: Int32 = 1
  /// The largest share of a line that people may take off, all its discounts together.
  package var maxLinePercent = Percent(whole: 100)
  /// The largest share of the lines' sum that the document's discounts may come to.
  package var maxDocumentPercent = Percent(whole: 100)
  /// How many manual discounts a line, or the document, may chain.
  package var maxStacked = 5
  /// Manual discounts may come on top of those of the price list.
  package var stacksOnList = true
  /// The least net of an order, minor units of the seller's currency; 0 is none.
  package var minimumOrderValue: Int64 = 0

  package init() {}

  package static let standard = PricingRules()

  /// The faults of a line, or of the document, whose discounts took something off `whole`.
  func check(
    _ discounts: [Discount], from whole: Int64, most: Percent, path: String, _ faults: inout Faults
  ) {
    let manual = discounts.filter { $0.origin == .manual }
    guard !manual.isEmpty else { return }
    if manual.count > maxStacked {
      faults.add(
        path, .discountNotAllowed, "At most \(maxStacked) discounts are taken one after the other.")
    }
    if !stacksOnList, manual.count < discounts.count {
      faults.add(
        path, .discountNotAllowed, "The price list gives a discount already: none comes on top.")
    }
    if Int128(discounts.given) * 100_000_000 > Int128(whole) * Int128(most.micros) {
      faults.add(path, .discountNotAllowed, "At most \(most) % may be taken off.")
    }
  }

  func checkValue(of order: Order) throws(Rejection) {
    guard order.totals.net < minimumOrderValue else { return }
    throw Rejection(
      .minimumOrderValue,
      "An order is worth at least \(Money(minimumOrderValue, order.currency)) before tax, "
        + "this one \(Money(order.totals.net, order.currency)).",
      metadata: [
        "minimumMinor": String(minimumOrderValue), "actualMinor": String(order.totals.net),
        "currencyCode": order.currency.code,
      ])
  }
}

extension Books {
  /// The rules in force.
  package var pricingRules: PricingRules { .standard }
}
