import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension CustomerService {
  package func findDuplicateCustomers(
    request: ServerRequest<O2c_V1_FindDuplicateCustomersRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_FindDuplicateCustomersResponse> {
    let message = request.message
    let reading = try Reading(in: environment, checking: message)
    let customer =
      message.name.isEmpty ? nil : try reading.id(message.name, Names.customer)
    let profile = CustomerMatching.Profile(
      names: [message.legalName], vatID: VATID.canonical(message.vatID),
      registrationID: message.registrationID, gln: message.gln, emails: [message.email],
      address: message.hasAddress ? Address(message.address) : Address())
    let found: [FindDuplicateCustomers.Found] = try await reading.get(
      FindDuplicateCustomers(
        customer: customer, profile: profile,
        minScore: message.minScore == 0 ? 50 : message.minScore,
        limit: message.maxResults == 0 ? 10 : Int(message.maxResults)), named: message.name)
    return ServerResponse(
      message: .with {
        $0.duplicates = found.map { found in
          .with {
            $0.customer = Names.customer.name(found.customer.id)
            $0.displayName = found.customer.displayName
            $0.score = found.match.score
            $0.reasons = found.match.reasons
          }
        }
      })
  }
}
