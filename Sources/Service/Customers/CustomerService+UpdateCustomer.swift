import Domain
package import GRPCCore
package import OrderToCashAPI

extension CustomerService {
  package func updateCustomer(
    request: ServerRequest<O2c_V1_UpdateCustomerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.CustomerService/UpdateCustomer", in: environment).perform(
      request.message,
      command: { request, shape -> UpdateCustomer? in
        let mask = UpdateMask(request.updateMask, over: O2c_V1_Customer.self, &shape)
        let fields = CustomerFields(request.customer, mask, &shape)
        return shape.id(request.customer.name, Names.customer, "customer.name").map {
          UpdateCustomer(
            customer: $0, expectedVersion: shape.version(request.customer.etag), fields: fields)
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
