import Domain
package import GRPCCore
package import OrderToCashAPI

extension AdminService {
  package func createPrincipal(
    request: ServerRequest<O2c_V1_CreatePrincipalRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Principal> {
    let isPreview = request.message.validateOnly
    let currency = try await Reading(in: environment).ownSeller().currency
    return try await Mutation("o2c.v1.AdminService/CreatePrincipal", in: environment).perform(
      request.message,
      command: { request, shape -> CreatePrincipal? in
        let principal = request.principal
        var customers: [ID<Customer>] = []
        for (index, name) in principal.customers.enumerated() {
          let id = shape.id(name, Names.customer, "principal.customers[\(index)]")
          if let id { customers.append(id) }
        }
        for (index, role) in principal.roles.enumerated() where Roles.table[role] == nil {
          shape.add(
            "principal.roles[\(index)]", .fieldInvalid,
            "One of \(Roles.table.keys.sorted().joined(separator: ", ")).")
        }
        let authority = shape.authority(principal.authority, in: currency)
        guard let kind = principal.kind.domain else {
          shape.require(false, "principal.kind")
          return nil
        }
        return CreatePrincipal(
          kind: kind, displayName: principal.displayName, roles: principal.roles,
          customers: customers, authority: authority, note: request.note)
      },
      reply: { principal in
        var message = O2c_V1_Principal(principal, currency: currency)
        if isPreview {
          message.name = ""
          message.etag = ""
        }
        return message
      }
    ).response
  }
}
