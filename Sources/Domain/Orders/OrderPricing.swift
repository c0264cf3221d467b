/// Turns a request into a priced and taxed order: the checks that come before stock and credit,
/// in the order in which a person would make them. All faults of one step are reported together.
struct OrderPricing {
  let request: OrderRequest
  let context: Context

  /// An order in state DRAFT without a number. Nothing on the books has changed.
  func draft(on books: inout Books) throws(Rejection) -> Order {
    let (customer, (parties, debtor), products) = try references(on: books)
    let seller = books.seller
    let orderDate = request.orderDate ?? context.today
    try dates(orderDate)
    if let number = request.externalID, let existing = books.order(externalID: number) {
      throw Rejection(
        .externalIDExists, "An order with external_id \"\(number)\" exists already.",
        metadata: ["existing": "orders/\(existing.id)", "externalId": number])
    }
    try customer.require(.orders)
    guard !request.lines.isEmpty else {
      throw Rejection(.orderEmpty, "An order has at least one line.")
    }
    let currency = try currency(of: customer, seller)
    try sellable(products, on: orderDate)
    try request.replacementCheck(of: customer, products, context)?.quantities(on: books)
    let rules = books.pricingRules(on: context.today)
    let pricing = LinePricing(
      customer: customer, currency: currency, day: orderDate, mode: seller.roundingMode,
      rules: rules)
    var order = Order(
      id: books.makeID(in: context), number: "", customer: customer.id, state: .draft,
      currency: currency, paymentTerms: request.paymentTerms ?? debtor.paymentTerms,
      orderDate: orderDate, lines: try lines(products, seller, pricing, on: books), taxes: [],
      totals: .init(net: 0, tax: 0, gross: 0), roundingMode: seller.roundingMode,
      taxLevel: seller.taxLevel, at: context.now)
    order.settle(parties)
    order.charges = request.charges
    try lineDiscounts(order, pricing, on: books)
    try documentDiscounts(&order, pricing, on: books)
    try tax(&order, of: debtor, to: customer, products, on: books)
    try order.checkCategories()
    try order.total()
    // Nobody sends goods back to be refused a small order in their place.
    if order.lines.contains(where: { $0.replacementFor == nil }) {
      try rules.checkValue(of: order, in: seller.currency)
    }
    order.externalID = request.externalID
    order.purchaseOrderReference = request.purchaseOrderReference
    order.requestedDate = request.requestedDate
    order.shipTo = request.shipTo
    order.annotations = request.annotations
    order.priority = request.priority
    order.isShipComplete = request.isShipComplete
    if let rules = customer.invoiceRules { order.invoiceTrigger = rules.trigger }
    return order
  }

  private func references(
    on books: Books
  ) throws(Rejection) -> (Customer, (OrderParties, debtor: Customer), [Product]) {
    var faults = Faults()
    let customer = books.find(request.customer, for: context)
    var parties: (OrderParties, debtor: Customer)?
    if let customer {
      parties = books.parties(of: request, for: customer, in: context, &faults)
    } else {
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
    if let customer, products.count == request.lines.count {
      request.replacementCheck(of: customer, products, context)?.references(on: books, &faults)
    }
    try faults.check()
    guard let customer, let parties else {
      preconditionFailure("a missing customer is a fault")
    }
    return (customer, parties, products)
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
    var faults = Faults()
    if currency != customer.currency {
      faults.add(
        "order.currency_code", .currencyMismatch,
        "This customer's account is kept in \(customer.currency).")
    }
    for given in request.amountCurrencies where given.currency != currency {
      faults.add(given.path, .currencyMismatch, "The order is in \(currency).")
    }
    try faults.check()
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
    _ products: [Product], _ seller: Seller, _ pricing: LinePricing, on books: Books
  ) throws(Rejection) -> [OrderLine] {
    var missing = Faults()
    var faults = Faults()
    var lines: [OrderLine] = []
    lines.reserveCapacity(products.count)
    for (index, (asked, product)) in zip(request.lines, products).enumerated() {
      let path = "order.lines[\(index)]"
      let line = try pricing.line(
        number: Int32(index + 1), product,
        .init(
          quantity: asked.quantity, unitPrice: asked.unitPrice, discounts: asked.discounts,
          replaced: books.replaced(
            by: asked.replacementFor, product.id,
            keepingDocumentDiscount: request.discounts.isEmpty)),
        warehouse: product.isStocked ? asked.warehouse ?? seller.defaultWarehouse : nil,
        among: books.prices(of: product.id), path: path, &faults)
      if let line {
        lines.append(line)
      } else {
        missing.add(
          path, .priceMissing,
          "\(product.sku) has no price in \(pricing.currency) on \(pricing.day).")
      }
    }
    try missing.check(
      .priceMissing, "A line of the order has no price.", firstLine(missing, products))
    try faults.check()
    return lines
  }

  /// Prices and discounts given by hand are for the seller's own people, within the rules.
  private func lineDiscounts(
    _ order: Order, _ pricing: LinePricing, on books: Books
  ) throws(Rejection) {
    var faults = PricingFaults(for: context.caller)
    if case .customers = context.caller.scope {
      for (index, asked) in request.lines.enumerated()
      where asked.unitPrice != nil || !asked.discounts.isEmpty {
        faults.forbid(
          "order.lines[\(index)]",
          "Partners order at the seller's prices: leave unit_price and discounts out.")
      }
      if !request.discounts.isEmpty || !request.charges.isEmpty {
        faults.forbid(
          "order",
          "Partners order at the seller's prices: leave discounts and charges out.")
      }
    }
    for (index, line) in order.lines.enumerated() {
      faults.check(
        try pricing.given(on: line, among: books), .line, by: pricing.rules,
        path: "order.lines[\(index)].discounts")
    }
    try faults.throwIfAny("The order has prices or discounts that you may not give.")
  }

  /// The document's own discounts are within the rules; all that was given, lower prices included,
  /// is within the caller's authority.
  private func documentDiscounts(
    _ order: inout Order, _ pricing: LinePricing, on books: Books
  ) throws(Rejection) {
    var given: Int128 = 0
    if !request.discounts.isEmpty {
      var lineNet: Int128 = 0
      for line in order.lines { lineNet += Int128(line.netAmount) }
      let whole = try lineNet.amount()
      order.discounts = pricing.rules.stacked(request.discounts, on: whole, order.roundingMode)
      var discounts = order.discounts
      var faults = Faults()
      _ = discounts.take(from: whole, order.roundingMode, path: "order.discounts", &faults)
      try faults.check()
      var refused = PricingFaults(for: context.caller)
      refused.check(
        GivenDiscounts(whole: whole, discounts: discounts), .order, by: pricing.rules,
        path: "order.discounts")
      try refused.throwIfAny("The order has a discount that you may not give.")
      given = Int128(discounts.given)
    }
    guard context.caller.authority["orders.discount"] != nil else { return }
    for line in order.lines {
      given += Int128(line.discounts.given)
      given += try Int128(pricing.loweredByHand(line, among: books.prices(of: line.product)))
    }
    try context.caller.requireAuthority(
      "orders.discount", for: Money(given.amount(), order.currency))
  }

  /// Lines and charges get their category and rate: those of who is invoiced, at the place where the
  /// goods go.
  func tax(
    _ order: inout Order, of buyer: Customer, to customer: Customer, _ products: [Product],
    on books: Books
  ) throws(Rejection) {
    var faults = Faults()
    let region = (request.shipTo ?? customer.defaultShipTo).countryCode
    let place = region.isEmpty ? "nowhere" : region
    let sellerCountry = books.seller.party.address.countryCode
    let day = order.orderDate
    let rules = books.taxRules.rows.filter {
      Taxation.isDue($0, to: buyer, from: sellerCountry, in: region, on: day)
    }
    func rule(_ taxClass: String) -> TaxRule? {
      Taxation.rule(
        among: rules, taxClass: taxClass, region: region,
        treatment: buyer.taxTreatment, on: order.orderDate)
    }
    for (index, product) in products.enumerated() {
      guard let rule = rule(product.taxClass) else {
        faults.add(
          "order.lines[\(index)]", .taxNotDetermined,
          "No tax rule for class \(product.taxClass) to \(place).")
        continue
      }
      order.lines[index].taxCategory = rule.category
      order.lines[index].taxRate = rule.rate
      order.lines[index].exemptionCode = rule.exemptionCode
    }
    for (index, charge) in order.charges.enumerated() {
      guard let rule = rule(charge.taxClass) else {
        faults.add(
          "order.charges[\(index)]", .taxNotDetermined,
          "No tax rule for class \(charge.taxClass) to \(place).")
        continue
      }
      order.charges[index].taxCategory = rule.category
      order.charges[index].taxRate = rule.rate
      order.charges[index].exemptionCode = rule.exemptionCode
    }
    try faults.check(
      .taxNotDetermined, "The tax of a line is not determined.", firstLine(faults, products))
  }

  private func firstLine(_ faults: Faults, _ products: [Product]) -> [String: String] {
    guard let field = faults.violations.first?.field,
      let digits = field.split(separator: "[").last?.prefix(while: \.isNumber),
      let index = Int(digits), products.indices.contains(index)
    else { return [:] }
    return ["line": String(index + 1), "product": "products/\(products[index].id)"]
  }
}
