import Domain
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

extension CatalogService {
  package func quotePrice(
    request: ServerRequest<O2c_V1_QuotePriceRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_QuotePriceResponse> {
    let message = request.message
    var shape = Shape(checking: message)
    let asked = OrderRequest(quoting: message, &shape)
    try shape.faults.check()
    guard let asked else { preconditionFailure("a request without faults makes a question") }
    let quote = O2c_V1_Order(
      try await Reading(in: environment).rehearse(
        QuotePrice(asked), "o2c.v1.CatalogService/QuotePrice"), seesCredit: false)
    return ServerResponse(
      message: .with {
        $0.lines = quote.lines
        $0.totals = quote.totals
        $0.discounts = quote.discounts
        $0.charges = quote.charges
      })
  }
}

extension OrderRequest {
  init?(quoting message: O2c_V1_QuotePriceRequest, _ shape: inout Shape) {
    var currencies: [AmountCurrency] = []
    let customer = shape.id(message.customer, Names.customer, "customer")
    let orderDate = shape.day(message.orderDate, isSet: message.hasOrderDate, "order_date")
    let currency = shape.optionalCurrency(message.currencyCode, "currency_code")
    var lines: [Line] = []
    for (index, line) in message.lines.enumerated() {
      let path = "lines[\(index)]"
      let product = ProductReference(product: line.product, sku: line.sku, at: path, &shape)
      let quantity = shape.quantity(line.quantity, "\(path).quantity")
      let discounts = [Discount](
        line.discounts, at: "\(path).discounts", &currencies, &shape)
      guard let product, let quantity else { continue }
      lines.append(Line(product: product, quantity: quantity, discounts: discounts))
    }
    let discounts = [Discount](message.discounts, at: "discounts", &currencies, &shape)
    let charges = [Charge](message.charges, at: "charges", &currencies, &shape)
    guard let customer else { return nil }
    self.init(
      customer: .id(customer), currency: currency, orderDate: orderDate,
      shipTo: message.hasShipTo ? Address(message.shipTo) : nil, lines: lines)
    self.discounts = discounts
    self.charges = charges
    amountCurrencies = currencies
  }
}
