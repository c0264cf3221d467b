import Domain
package import GRPCCore
package import OrderToCashAPI

extension PaymentService {
  package func applyPayment(
    request: ServerRequest<O2c_V1_ApplyPaymentRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Payment> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.PaymentService/ApplyPayment", in: environment).perform(
      request.message,
      command: { request, shape -> ApplyPayment? in
        let applications = [RecordPayment.Application](request.applications, &shape)
        return shape.id(request.name, Names.payment, "name").map {
          ApplyPayment(
            payment: $0, expectedVersion: shape.version(request.etag),
            applications: applications)
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
