import Domain
package import GRPCCore
package import OrderToCashAPI

extension CustomerService {
  package func anonymizeCustomer(
    request: ServerRequest<O2c_V1_AnonymizeCustomerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    let isPreview = request.message.validateOnly
    let open = try await openDocuments(of: request.message.name)
    return try await Mutation("o2c.v1.CustomerService/AnonymizeCustomer", in: environment).perform(
      request.message,
      command: { request, shape -> AnonymizeCustomer? in
        shape.id(request.name, Names.customer, "name").map {
          AnonymizeCustomer(
            customer: $0, expectedVersion: shape.version(request.etag), reason: request.reason,
            openOrders: open.orders.sorted())
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
