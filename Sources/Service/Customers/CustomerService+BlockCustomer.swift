import Domain
package import GRPCCore
package import OrderToCashAPI

extension CustomerService {
  package func blockCustomer(
    request: ServerRequest<O2c_V1_BlockCustomerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.CustomerService/BlockCustomer", in: environment).perform(
      request.message,
      command: { request, shape -> BlockCustomer? in
        let scope = Customer.Block.Scope(request.scope)
        shape.require(scope != nil, "scope")
        guard let id = shape.id(request.name, Names.customer, "name"), let scope else {
          return nil
        }
        return BlockCustomer(
          customer: id, expectedVersion: shape.version(request.etag), scope: scope,
          reason: request.reason, note: request.note)
      },
      reply: { customer in
        var message = O2c_V1_Customer(customer)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
