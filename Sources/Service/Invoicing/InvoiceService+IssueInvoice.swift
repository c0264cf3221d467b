import Domain
package import GRPCCore
package import OrderToCashAPI

extension InvoiceService {
  package func issueInvoice(
    request: ServerRequest<O2c_V1_IssueInvoiceRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Invoice> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.InvoiceService/IssueInvoice", in: environment).perform(
      request.message,
      command: { request, shape -> IssueInvoice? in
        let date = shape.day(request.issueDate, isSet: request.hasIssueDate, "issue_date")
        return shape.id(request.name, Names.invoice, "name").map {
          IssueInvoice(
            invoice: $0, expectedVersion: shape.version(request.etag), issueDate: date)
        }
      },
      reply: { invoice in
        var message = O2c_V1_Invoice(issued: invoice)
        if isPreview { message.makePreview(isNew: false) }
        return message
      }
    ).response
  }
}
