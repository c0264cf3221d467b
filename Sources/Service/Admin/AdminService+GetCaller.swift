import Domain
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

extension AdminService {
  package func getCaller(
    request: ServerRequest<O2c_V1_GetCallerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_GetCallerResponse> {
    guard let call = CallContext.current, let caller = call.caller else {
      throw ServiceError.credentialsMissing("This method needs a caller.")
    }
    var principal = O2c_V1_Principal()
    principal.name = Names.principal.name(caller.principal)
    principal.kind = .init(caller.kind)
    principal.displayName = caller.displayName
    principal.roles = caller.roles
    principal.state = .active
    if case .customers(let customers) = caller.domainCaller.scope {
      principal.customers = customers.sorted().map { Names.customer.name($0) }
    }
    if call.seller != nil, !caller.domainCaller.authority.isEmpty {
      let seller = try await Reading(in: environment).ownSeller()
      principal.authority = .init(caller.domainCaller.authority, seller.currency)
    }
    let zone = call.seller == nil ? "" : try await Reading(in: environment).timeZone()
    return ServerResponse(
      message: .with {
        $0.principal = principal
        $0.roles = caller.roles
        $0.permissions = caller.permissions.sorted()
        $0.sellers = caller.sellers.map { Names.seller.name($0) }
        if let seller = call.seller { $0.seller = Names.seller.name(seller) }
        $0.serverVersion = ServerVersion.current
        $0.sellerTimeZone = zone
      })
  }
}
