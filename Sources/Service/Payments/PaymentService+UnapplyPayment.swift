import Domain
package import GRPCCore
package import OrderToCashAPI

extension PaymentService {
  package func unapplyPayment(
    request: ServerRequest<O2c_V1_UnapplyPaymentRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Payment> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.PaymentService/UnapplyPayment", in: environment).perform(
      request.message,
      command: { request, shape -> UnapplyPayment? in
        var applications: [ID<Payment.Application>] = []
        for (index, text) in request.applicationIds.enumerated() {
          if let id = ID<Payment.Application>(text) {
            applications.append(id)
          } else {
            shape.add(
              "application_ids[\(index)]", .identifierInvalid,
              "An application_id of the payment.")
          }
        }
        return shape.id(request.name, Names.payment, "name").map {
          UnapplyPayment(
            payment: $0, expectedVersion: shape.version(request.etag),
            applications: applications, reason: request.reason)
        }
      },
      reply: { payment in
        var message = O2c_V1_Payment(payment)
        if isPreview { message.makePreview(isNew: false) }
        return message
      }
    ).response
  }
}
