/// Adds or replaces rows of the price list by key: product, currency, audience, minimum quantity,
/// first day. Rows of one key but for the first day may not overlap in time.
package struct SetPrices: Command {
  package let rows: [Row]

  package struct Row: Sendable {
    package var product: ProductReference
    package var currency: Currency
    package var audience: Price.Audience
    package var minQuantity: Quantity
    package var validFrom: CalendarDay
    package var validUntil: CalendarDay?
    package var unitPrice: UnitPrice
    /// In place of a price: taken off what the next audience pays.
    package var discount: Percent?
    package var baseQuantity: Quantity

    package init(
      product: ProductReference, currency: Currency, audience: Price.Audience = .all,
      minQuantity: Quantity = .zero, validFrom: CalendarDay, validUntil: CalendarDay? = nil,
      unitPrice: UnitPrice, discount: Percent? = nil, baseQuantity: Quantity = Quantity(whole: 1)
    ) {
      self.product = product
      self.currency = currency
      self.audience = audience
      self.minQuantity = minQuantity
      self.validFrom = validFrom
      self.validUntil = validUntil
      self.unitPrice = unitPrice
      self.discount = discount
      self.baseQuantity = baseQuantity
    }
  }

  package init(rows: [Row]) { self.rows = rows }

  package var needs: Needs {
    var needs = Needs()
    for row in rows {
      needs.name(row.product)
      if case .customer(let customer) = row.audience { needs.customers.insert(customer) }
    }
    needs.sellerForUpdate = true
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> [Price] {
    let prices = try resolved(on: books, in: context)
    var reply: [Price] = []
    var overlaps = Faults()
    for (index, price) in prices.enumerated() {
      let other = books.prices(of: price.key.product).filter { $0.overlaps(price) }
        .min { $0.key.validFrom < $1.key.validFrom }
      if let other {
        overlaps.add(
          "prices[\(index)]", .priceOverlap,
          "A price from \(other.key.validFrom) to \(other.validUntil?.description ?? "ever") "
            + "covers some of these days.")
        continue
      }
      let before = books.prices[price.key]
      books.put(price)
      reply.append(books.prices[price.key] ?? price)
      books.record(
        .priceChanged, ResourceRef(.product, price.key.product),
        version: books.prices[price.key]?.version ?? 1, in: context
      ) {
        $0.member("currency", price.key.currency.code)
        $0.member("min_quantity", price.key.minQuantity.description)
        $0.member("valid_from", price.key.validFrom.description)
        $0.member("valid_until", price.validUntil?.description)
        $0.member("audience", price.rowText)
        $0.member("before", before?.valueText)
        $0.member("after", price.valueText)
      }
    }
    try overlaps.check(.priceOverlap, "Price rows overlap in time: end the older one first.")
    return reply
  }

  private func resolved(
    on books: Books, in context: Context
  ) throws(Rejection) -> [Price] {
    var faults = Faults()
    var prices: [Price] = []
    for (index, row) in rows.enumerated() {
      let path = "prices[\(index)]"
      let product = books.find(row.product)
      if product == nil {
        faults.add("\(path).product", .referenceNotFound, "There is no such product.")
      }
      if case .customer(let customer) = row.audience, books.customers[customer] == nil {
        faults.add("\(path).customer", .referenceNotFound, "There is no such customer.")
      }
      if let until = row.validUntil, until < row.validFrom {
        faults.add(
          "\(path).valid_until_date", .fieldOutOfRange, "The last day is before the first.")
      }
      if row.discount != nil, row.audience == .all {
        faults.add(
          "\(path).discount_percent", .fieldInvalid,
          "The general row has the price itself: a discount is for a customer or a price group.")
      }
      guard let product else { continue }
      prices.append(
        Price(
          key: .init(
            product: product.id, currency: row.currency, audience: row.audience,
            minQuantity: row.minQuantity, validFrom: row.validFrom),
          validUntil: row.validUntil, unitPrice: row.discount == nil ? row.unitPrice : .zero,
          discount: row.discount, baseQuantity: row.baseQuantity))
    }
    try faults.check()
    return prices
  }
}

extension Price {
  /// The price per base quantity, or the percent that it takes off.
  var valueText: String {
    if let discount { return "-\(discount) %" }
    return baseQuantity == Quantity(whole: 1)
      ? unitPrice.description : "\(unitPrice) per \(baseQuantity)"
  }

  /// Another row for the same buyers and quantity with days in common.
  func overlaps(_ other: Price) -> Bool {
    key != other.key && key.currency == other.key.currency && key.audience == other.key.audience
      && key.minQuantity == other.key.minQuantity
      && key.validFrom <= (other.validUntil ?? CalendarDay(daysSince1970: .max))
      && other.key.validFrom <= (validUntil ?? CalendarDay(daysSince1970: .max))
  }
}
