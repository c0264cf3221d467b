import Domain
package import GRPCCore
package import OrderToCashAPI

extension OrderService {
  package func updateOrder(
    request: ServerRequest<O2c_V1_UpdateOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let seesCredit = try CallContext.authenticated().caller.may("credit.read")
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.OrderService/UpdateOrder", in: environment).perform(
      request.message,
      command: { request, shape -> UpdateOrder? in
        let mask = UpdateMask(request.updateMask, over: O2c_V1_Order.self, &shape)
        let fields = UpdateOrder.Fields(request.order, mask, &shape)
        let version = shape.requiredVersion(request.order.etag, of: "order")
        let order = shape.id(request.order.name, Names.order, "order.name")
        guard let version, let order else { return nil }
        return UpdateOrder(order: order, expectedVersion: version, fields: fields)
      },
      reply: { order in
        var message = O2c_V1_Order(order, seesCredit: seesCredit)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}

extension UpdateOrder.Fields {
  fileprivate init(_ order: O2c_V1_Order, _ mask: UpdateMask, _ shape: inout Shape) {
    self.init()
    let path = "order"
    if !order.customer.isEmpty {
      customer = shape.id(order.customer, Names.customer, "\(path).customer").map { .id($0) }
    }
    if !order.externalID.isEmpty { externalID = order.externalID }
    currency = shape.optionalCurrency(order.currencyCode, "\(path).currency_code")
    orderDate = shape.day(order.orderDate, isSet: order.hasOrderDate, "\(path).order_date")
    if mask.changes("bill_to", isPopulated: !order.billTo.isEmpty) {
      billTo = .some(shape.optionalID(order.billTo, Names.customer, "\(path).bill_to"))
    }
    if mask.changes("payer", isPopulated: !order.payer.isEmpty) {
      payer = .some(shape.optionalID(order.payer, Names.customer, "\(path).payer"))
    }
    if mask.changes("purchase_order_reference", isPopulated: !order.purchaseOrderReference.isEmpty)
    {
      purchaseOrderReference = order.purchaseOrderReference
    }
    if mask.changes("payment_terms", isPopulated: !order.paymentTerms.isEmpty) {
      shape.require(!order.paymentTerms.isEmpty, "\(path).payment_terms")
      paymentTerms = shape.terms(order.paymentTerms, "\(path).payment_terms")
    }
    if mask.changes("requested_date", isPopulated: order.hasRequestedDate) {
      requestedDate = .some(
        shape.day(order.requestedDate, isSet: order.hasRequestedDate, "\(path).requested_date"))
    }
    if mask.changes("ship_to", isPopulated: order.hasShipTo) {
      shipTo = .some(order.hasShipTo ? Address(order.shipTo) : nil)
    }
    if mask.changes("price_valid_until_time", isPopulated: order.hasPriceValidUntilTime) {
      priceValidUntil = .some(
        shape.instant(
          order.priceValidUntilTime, isSet: order.hasPriceValidUntilTime,
          "\(path).price_valid_until_time"))
    }
    if mask.changes("reserve_until_time", isPopulated: order.hasReserveUntilTime) {
      reserveUntil = .some(
        shape.instant(
          order.reserveUntilTime, isSet: order.hasReserveUntilTime, "\(path).reserve_until_time"))
    }
    if mask.changes("annotations", isPopulated: !order.annotations.isEmpty) {
      annotations = order.annotations
    }
    readPrices(order, mask, &shape)
  }

  /// What prices the draft anew.
  private mutating func readPrices(
    _ order: O2c_V1_Order, _ mask: UpdateMask, _ shape: inout Shape
  ) {
    var currencies: [OrderRequest.AmountCurrency] = []
    if mask.changes("lines", isPopulated: !order.lines.isEmpty) {
      var lines: [OrderRequest.Line] = []
      for (index, line) in order.lines.enumerated() {
        let path = "order.lines[\(index)]"
        if let line = OrderRequest.Line(line, at: path, &shape) { lines.append(line) }
        _ = [Discount](line.discounts, at: "\(path).discounts", &currencies, &shape)
      }
      self.lines = lines
    }
    if mask.changes("discounts", isPopulated: !order.discounts.isEmpty) {
      discounts = [Discount](order.discounts, at: "order.discounts", &currencies, &shape)
    }
    if mask.changes("charges", isPopulated: !order.charges.isEmpty) {
      charges = [Charge](order.charges, at: "order.charges", &currencies, &shape)
    }
    amountCurrencies = currencies
  }
}
