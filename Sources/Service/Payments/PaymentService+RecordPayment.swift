import Domain
package import GRPCCore
package import OrderToCashAPI

extension PaymentService {
  package func recordPayment(
    request: ServerRequest<O2c_V1_RecordPaymentRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Payment> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.PaymentService/RecordPayment", in: environment).perform(
      request.message,
      command: { request, shape -> RecordPayment? in
        let payment = request.payment
        let customer = shape.id(payment.customer, Names.customer, "payment.customer")
        let amount = shape.money(payment.amount, "payment.amount")
        let date = shape.day(
          payment.valueDate, isSet: payment.hasValueDate, "payment.value_date")
        let applications = [RecordPayment.Application](request.applications, &shape)
        guard let customer, let amount else { return nil }
        return RecordPayment(
          customer: .id(customer),
          externalID: payment.externalID.isEmpty ? nil : payment.externalID,
          means: payment.means.domain ?? .bankTransfer, amount: amount, valueDate: date,
          reference: payment.remittance.reference, remittanceText: payment.remittance.text,
          applications: applications, autoApply: request.autoApply)
      },
      reply: { payment in
        var message = O2c_V1_Payment(payment)
        if isPreview { message.makePreview(isNew: true) }
        return message
      }
    ).response
  }
}
