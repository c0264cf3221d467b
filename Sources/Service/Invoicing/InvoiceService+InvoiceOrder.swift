import Domain
package import GRPCCore
package import OrderToCashAPI

extension InvoiceService {
  package func invoiceOrder(
    request: ServerRequest<O2c_V1_InvoiceOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Invoice> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.InvoiceService/InvoiceOrder", in: environment).perform(
      request.message,
      command: { request, shape -> InvoiceOrder? in
        var lines: [InvoiceOrder.Line] = []
        for (index, line) in request.lines.enumerated() {
          let number = shape.lineNumber(line.lineID, "lines[\(index)].line_id")
          let quantity = shape.quantity(line.quantity, "lines[\(index)].quantity")
          if let number, let quantity { lines.append(.init(number: number, quantity: quantity)) }
        }
        let date = shape.day(request.issueDate, isSet: request.hasIssueDate, "issue_date")
        let percent: Percent? = shape.optionalDecimal(request.depositPercent, "deposit_percent")
        let amount =
          request.hasDepositAmount ? shape.money(request.depositAmount, "deposit_amount") : nil
        return shape.id(request.name, Names.order, "name").map {
          InvoiceOrder(
            order: $0, expectedVersion: shape.version(request.etag), lines: lines,
            scope: .init(request.scope), depositPercent: percent, depositAmount: amount,
            issueDate: date, draftOnly: request.draftOnly)
        }
      },
      reply: { invoice in
        var message = O2c_V1_Invoice(issued: invoice)
        if isPreview { message.makePreview(isNew: true) }
        return message
      }
    ).response
  }
}

extension Invoice.Scope {
  init(_ scope: O2c_V1_InvoiceOrderRequest.Scope) {
    self =
      switch scope {
      case .shipped: .shipped
      case .all: .all
      case .deposit: .deposit
      case .unspecified, .UNRECOGNIZED: .due
      }
  }
}
