import Domain
package import GRPCCore
package import OrderToCashAPI

extension OrderService {
  package func amendOrder(
    request: ServerRequest<O2c_V1_AmendOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let reply = try standingReply(isPreview: request.message.validateOnly)
    return try await Mutation("o2c.v1.OrderService/AmendOrder", in: environment).perform(
      request.message, command: { AmendOrder($0, &$1) }, reply: reply
    ).response
  }

  /// The order with its payment state, as verbs return it.
  func standingReply(isPreview: Bool) throws -> @Sendable (OrderStanding) -> O2c_V1_Order {
    let seesCredit = try CallContext.authenticated().caller.may("credit.read")
    return { standing in
      var message = O2c_V1_Order(standing, seesCredit: seesCredit)
      if isPreview { message.etag = "" }
      return message
    }
  }
}

extension AmendOrder {
  fileprivate init?(_ request: O2c_V1_AmendOrderRequest, _ shape: inout Shape) {
    var currencies: [OrderRequest.AmountCurrency] = []
    var changes: [Change] = []
    for (index, change) in request.changes.enumerated() {
      let path = "changes[\(index)]"
      let line = shape.lineNumber(change.lineID, "\(path).line_id")
      let quantity = change.hasQuantity ? shape.quantity(change.quantity, "\(path).quantity") : nil
      let price: UnitPrice? =
        change.hasUnitPrice ? shape.decimal(change.unitPrice, "\(path).unit_price") : nil
      let day = shape.day(
        change.promisedDate, isSet: change.hasPromisedDate, "\(path).promised_date")
      let discounts = [Discount](change.discounts, at: "\(path).discounts", &currencies, &shape)
      if !discounts.isEmpty, !change.setDiscounts {
        shape.add(
          "\(path).discounts", .fieldInvalid, "They replace the line's with set_discounts only.")
      }
      guard let line else { continue }
      changes.append(
        Change(
          line: line, quantity: quantity, unitPrice: price,
          discounts: change.setDiscounts ? discounts : nil, promisedDate: day))
    }
    var added: [OrderRequest.Line] = []
    for (index, line) in request.addLines.enumerated() {
      let path = "add_lines[\(index)]"
      if let line = OrderRequest.Line(line, at: path, &shape) { added.append(line) }
      _ = [Discount](line.discounts, at: "\(path).discounts", &currencies, &shape)
    }
    let options = ConfirmationOptions(
      failOnHold: request.failOnHold, allowBackorder: request.allowBackorder,
      expectedTotal: request.hasExpectedTotal ? request.expectedTotal : nil, &shape)
    let day = shape.day(
      request.requestedDate, isSet: request.hasRequestedDate, "requested_date")
    guard let id = shape.id(request.name, Names.order, "name") else { return nil }
    self.init(
      order: id, expectedVersion: shape.version(request.etag), changes: changes,
      addedLines: added, requestedDate: day,
      shipTo: request.hasShipTo ? Address(request.shipTo) : nil, reason: request.reason,
      options: options)
    amountCurrencies = currencies
  }
}
