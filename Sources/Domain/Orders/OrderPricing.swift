/// Turns a request into a priced and taxed order: the checks that come before stock and credit,
/// in the order in which a person would make them. All faults of one step are reported together.
struct OrderPricing {
  let request: OrderRequest
  let context: Context

  /// An order in state DRAFT without a number. Nothing on the books has changed.
  func draft(on books: inout Books) throws(Rejection) -> Order {
    let (customer, products) = try references(on: books)
    let seller = books.seller
    let orderDate = request.orderDate ?? context.today
    try dates(orderDate)
    if let number = request.externalID, let existing = books.order(externalID: number) {
      throw Rejection(
        .externalIDExists, "An order with external_id \"\(number)\" exists already.",
        metadata: ["existing": "orders/\(existing.id)", "externalId": number])
    }
    guard customer.state != .blocked else {
      throw Rejection(
        .customerBlocked, "\(customer.displayName) is blocked: no new orders are taken.",
        metadata: ["customer": "customers/\(customer.id)"])
    }
    guard !request.lines.isEmpty else {
      throw Rejection(.orderEmpty, "An order has at least one line.")
    }
    let currency = try currency(of: customer, seller)
    try sellable(products, on: orderDate)
    var lines = try lines(products, customer, seller, currency, orderDate, on: books)
    try discounts(lines, currency)
    let taxes = try tax(&lines, customer, seller, products, orderDate, on: books)
    let totals = try totals(lines)
    var order = Order(
      id: books.makeID(in: context), number: "", customer: customer.id, state: .draft,
      currency: currency, paymentTerms: request.paymentTerms ?? customer.paymentTerms,
      orderDate: orderDate, lines: lines, taxes: taxes, totals: totals,
      roundingMode: seller.roundingMode, taxLevel: seller.taxLevel, at: context.now)
    order.externalID = request.externalID
    order.purchaseOrderReference = request.purchaseOrderReference
    order.requestedDate = request.requestedDate
    order.shipTo = request.shipTo
    order.annotations = request.annotations
    return order
  }

  private func references(on books: Books) throws(Rejection) -> (Customer, [Product]) {
    var faults = Faults()
    let customer = books.find(request.customer, for: context)
    if customer == nil {
      faults.add("order.customer", .referenceNotFound, "There is no such customer.")
    }
    var products: [Product] = []
    for (index, line) in request.lines.enumerated() {
      if let product = books.find(line.product) {
        products.append(product)
      } else {
        faults.add("order.lines[\(index)].product", .referenceNotFound, "There is no such product.")
      }
      if let warehouse = line.warehouse, books.warehouses[warehouse] == nil {
        faults.add(
          "order.lines[\(index)].warehouse", .referenceNotFound, "There is no such warehouse.")
      }
    }
    try faults.check()
    guard let customer else { preconditionFailure("a missing customer is a fault") }
    return (customer, products)
  }

  private func dates(_ orderDate: CalendarDay) throws(Rejection) {
    var faults = Faults()
    if orderDate > context.today {
      faults.add("order.order_date", .fieldOutOfRange, "The order date is in the future.")
    }
    if let requested = request.requestedDate, requested < orderDate {
      faults.add(
        "order.requested_date", .fieldOutOfRange, "The requested date is before the order date.")
    }
    try faults.check()
  }

  private func currency(
    of customer: Customer, _ seller: Seller
  ) throws(Rejection) -> Currency {
    let currency = request.currency ?? customer.currency
    guard currency == customer.currency else {
      throw .invalidField(
        "order.currency_code", .currencyMismatch,
        "This customer's account is kept in \(customer.currency).")
    }
    guard currency == seller.currency else {
      throw Rejection(
        .exchangeRateMissing, "There is no exchange rate from \(currency) to \(seller.currency).",
        metadata: ["currencyCode": currency.code])
    }
    return currency
  }

  private func sellable(_ products: [Product], on day: CalendarDay) throws(Rejection) {
    var faults = Faults()
    for (index, product) in products.enumerated() where !product.isSellable(on: day) {
      faults.add(
        "order.lines[\(index)]", .productNotSellable, "\(product.sku) is not sold on \(day).")
    }
    try faults.check(
      .productNotSellable, "A product of the order is not sold on \(day).",
      firstLine(faults, products))
  }

  private func lines(
    _ products: [Product], _ customer: Customer, _ seller: Seller, _ currency: Currency,
    _ day: CalendarDay, on books: Books
  ) throws(Rejection) -> [OrderLine] {
    var faults = Faults()
    var lines: [OrderLine] = []
    lines.reserveCapacity(products.count)
    for (index, (asked, product)) in zip(request.lines, products).enumerated() {
      var found: Pricing.Found?
      if let manual = asked.unitPrice {
        found = .init(unitPrice: manual, baseQuantity: Quantity(whole: 1), source: .manual)
      } else {
        found = Pricing.price(
          among: books.prices(of: product.id), for: customer, currency: currency,
          quantity: asked.quantity, on: day)
      }
      guard let found else {
        faults.add(
          "order.lines[\(index)]", .priceMissing,
          "\(product.sku) has no price in \(currency) on \(day).")
        continue
      }
      let gross = try LineAmounts.gross(
        asked.quantity, at: found.unitPrice, per: found.baseQuantity, currency,
        seller.roundingMode)
      let discount = asked.discount.map {
        LineAmounts.discount(of: gross, percent: $0, seller.roundingMode)
      }
      lines.append(
        OrderLine(
          number: Int32(index + 1), product: product,
          warehouse: product.isStocked ? asked.warehouse ?? seller.defaultWarehouse : nil,
          ordered: asked.quantity, unitPrice: found.unitPrice, baseQuantity: found.baseQuantity,
          priceSource: found.source, discount: asked.discount, grossAmount: gross,
          discountAmount: discount ?? 0, taxCategory: .standard, taxRate: .zero,
          exemptionCode: ""))
    }
    try faults.check(
      .priceMissing, "A line of the order has no price.", firstLine(faults, products))
    return lines
  }

  /// Prices and discounts given by hand are for the seller's own people, within their authority.
  private func discounts(_ lines: [OrderLine], _ currency: Currency) throws(Rejection) {
    var faults = Faults()
    if case .customers = context.caller.scope {
      for (index, line) in lines.enumerated()
      where line.priceSource == .manual || line.discount != nil {
        faults.add(
          "order.lines[\(index)]", .discountNotAllowed,
          "Partners order at the seller's prices: leave unit_price and discount_percent out.")
      }
    }
    try faults.check(
      .discountNotAllowed, "The order has prices or discounts that you may not give.")
    var given: Int128 = 0
    for line in lines { given += Int128(line.discountAmount) }
    try context.caller.requireAuthority(
      "orders.discount", for: Money(given.amount(), currency))
  }

  private func tax(
    _ lines: inout [OrderLine], _ customer: Customer, _ seller: Seller, _ products: [Product],
    _ day: CalendarDay, on books: Books
  ) throws(Rejection) -> [TaxTotal] {
    var faults = Faults()
    let region = (request.shipTo ?? customer.defaultShipTo).countryCode
    var taxed: [Taxation.TaxedLine] = []
    taxed.reserveCapacity(lines.count)
    for (index, product) in products.enumerated() {
      let rule = Taxation.rule(
        among: books.taxRules.rows, taxClass: product.taxClass, region: region,
        treatment: customer.taxTreatment, on: day)
      guard let rule else {
        faults.add(
          "order.lines[\(index)]", .taxNotDetermined,
          "No tax rule for class \(product.taxClass) to \(region.isEmpty ? "nowhere" : region).")
        continue
      }
      taxed.append(
        .init(
          net: lines[index].netAmount, category: rule.category, rate: rule.rate,
          exemptionCode: rule.exemptionCode))
    }
    try faults.check(
      .taxNotDetermined, "The tax of a line is not determined.", firstLine(faults, products))
    let totals = try Taxation.apply(to: &taxed, level: seller.taxLevel, seller.roundingMode)
    for (index, line) in taxed.enumerated() {
      lines[index].taxCategory = line.category
      lines[index].taxRate = line.rate
      lines[index].exemptionCode = line.exemptionCode
      lines[index].taxAmount = line.tax
    }
    return totals
  }

  private func totals(_ lines: [OrderLine]) throws(Rejection) -> Order.Totals {
    var net: Int128 = 0
    var tax: Int128 = 0
    for line in lines {
      net += Int128(line.netAmount)
      tax += Int128(line.taxAmount)
    }
    return try Order.Totals(
      net: net.amount(), tax: tax.amount(), gross: (net + tax).amount())
  }

  private func firstLine(_ faults: Faults, _ products: [Product]) -> [String: String] {
    guard let field = faults.violations.first?.field,
      let digits = field.split(separator: "[").last?.prefix(while: \.isNumber),
      let index = Int(digits), products.indices.contains(index)
    else { return [:] }
    return ["line": String(index + 1), "product": "products/\(products[index].id)"]
  }
}
