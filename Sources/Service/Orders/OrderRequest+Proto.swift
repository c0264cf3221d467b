import Domain
import OrderToCashAPI

extension OrderRequest {
  /// Reads the order that a caller asks for; what only the server sets is ignored.
  init?(_ order: O2c_V1_Order, at path: String, _ shape: inout Shape) {
    let customer = shape.id(order.customer, Names.customer, "\(path).customer")
    let debtor = shape.optionalID(order.billTo, Names.customer, "\(path).bill_to")
    let payer = shape.optionalID(order.payer, Names.customer, "\(path).payer")
    var lines: [Line] = []
    lines.reserveCapacity(order.lines.count)
    for (index, line) in order.lines.enumerated() {
      if let line = Line(line, at: "\(path).lines[\(index)]", &shape) { lines.append(line) }
    }
    let currency = shape.optionalCurrency(order.currencyCode, "\(path).currency_code")
    let terms = shape.terms(order.paymentTerms, "\(path).payment_terms")
    let orderDate = shape.day(
      order.orderDate, isSet: order.hasOrderDate, "\(path).order_date")
    let requestedDate = shape.day(
      order.requestedDate, isSet: order.hasRequestedDate, "\(path).requested_date")
    let validUntil = shape.instant(
      order.priceValidUntilTime, isSet: order.hasPriceValidUntilTime,
      "\(path).price_valid_until_time")
    let reserveUntil = shape.instant(
      order.reserveUntilTime, isSet: order.hasReserveUntilTime, "\(path).reserve_until_time")
    var currencies: [AmountCurrency] = []
    let discounts = [Discount](order.discounts, at: "\(path).discounts", &currencies, &shape)
    let charges = [Charge](order.charges, at: "\(path).charges", &currencies, &shape)
    for (index, line) in order.lines.enumerated() {
      _ = [Discount](
        line.discounts, at: "\(path).lines[\(index)].discounts", &currencies, &shape)
    }
    guard let customer else { return nil }
    self.init(
      customer: .id(customer), externalID: order.externalID.isEmpty ? nil : order.externalID,
      currency: currency, purchaseOrderReference: order.purchaseOrderReference,
      paymentTerms: terms, orderDate: orderDate, requestedDate: requestedDate,
      shipTo: order.hasShipTo ? Address(order.shipTo) : nil, priceValidUntil: validUntil,
      annotations: order.annotations, lines: lines)
    billTo = debtor
    self.payer = payer
    self.reserveUntil = reserveUntil
    self.discounts = discounts
    self.charges = charges
    priority = order.priority
    isShipComplete = order.shipComplete
    amountCurrencies = currencies
  }
}

extension OrderRequest.Line {
  init?(_ line: O2c_V1_OrderLine, at path: String, _ shape: inout Shape) {
    let product = ProductReference(product: line.product, sku: line.sku, at: path, &shape)
    let quantity = shape.quantity(line.quantity, "\(path).quantity")
    let price: UnitPrice? = shape.optionalDecimal(line.unitPrice, "\(path).unit_price")
    if let price, price < .zero {
      shape.add("\(path).unit_price", .fieldOutOfRange, "A price is not negative.")
    }
    var currencies: [OrderRequest.AmountCurrency] = []
    var discounts = [Discount](line.discounts, at: "\(path).discounts", &currencies, &shape)
    if line.hasDiscountPercent {
      let percent: Percent? = shape.decimal(line.discountPercent, "\(path).discount_percent")
      if let percent, percent < .zero || percent > Percent(whole: 100) {
        shape.add("\(path).discount_percent", .fieldOutOfRange, "A discount is 0 to 100 percent.")
      }
      if !discounts.isEmpty {
        shape.add(
          "\(path).discount_percent", .fieldInvalid,
          "The short form of one of the discounts: give either this or those.")
      }
      if let percent { discounts = [.percent(percent)] }
    }
    let warehouse = shape.optionalID(line.warehouse, Names.warehouse, "\(path).warehouse")
    let back = shape.optionalID(line.replacementFor, Names.returned, "\(path).replacement_for")
    guard let product, let quantity else { return nil }
    self.init(
      product: product, quantity: quantity, warehouse: warehouse, unitPrice: price,
      discounts: discounts)
    replacementFor = back
    number = line.lineID.isEmpty ? nil : Int32(line.lineID)
  }
}

extension ProductReference {
  /// By name or by sku: one of the two.
  init?(product: String, sku: String, at path: String, _ shape: inout Shape) {
    switch (product.isEmpty, sku.isEmpty) {
    case (true, true):
      shape.add("\(path).product", .fieldRequired, "Name the product, or give its sku.")
      return nil
    case (false, _):
      guard let id = shape.id(product, Names.product, "\(path).product") else { return nil }
      self = .id(id)
    case (true, false): self = .sku(sku)
    }
  }
}

extension ConfirmationOptions {
  init(
    failOnHold: Bool, allowBackorder: Bool, expectedTotal: O2c_V1_Money?, _ shape: inout Shape
  ) {
    self.init(
      failOnHold: failOnHold, allowBackorder: allowBackorder,
      expectedTotal: expectedTotal.flatMap { shape.money($0, "expected_total") })
  }
}
