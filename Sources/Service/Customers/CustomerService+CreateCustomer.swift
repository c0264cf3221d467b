import Domain
package import GRPCCore
package import OrderToCashAPI

extension CustomerService {
  package func createCustomer(
    request: ServerRequest<O2c_V1_CreateCustomerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.CustomerService/CreateCustomer", in: environment).perform(
      request.message,
      command: { request, shape -> CreateCustomer? in
        CreateCustomer(CustomerFields(request.customer, .populated, &shape))
      },
      reply: { customer in
        var message = O2c_V1_Customer(customer)
        if isPreview {
          message.name = ""
          message.etag = ""
        }
        return message
      }
    ).response
  }
}
