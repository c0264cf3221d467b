import Domain
package import GRPCCore
package import OrderToCashAPI

extension CustomerService {
  package func unblockCustomer(
    request: ServerRequest<O2c_V1_UnblockCustomerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.CustomerService/UnblockCustomer", in: environment).perform(
      request.message,
      command: { request, shape -> UnblockCustomer? in
        shape.id(request.name, Names.customer, "name").map {
          UnblockCustomer(
            customer: $0, expectedVersion: shape.version(request.etag), note: request.note)
        }
      },
      reply: { customer in
        var message = O2c_V1_Customer(customer)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
