import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension CustomerService {
  package func mergeCustomers(
    request: ServerRequest<O2c_V1_MergeCustomersRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    let isPreview = request.message.validateOnly
    let open = try await openDocuments(of: request.message.source)
    return try await Mutation("o2c.v1.CustomerService/MergeCustomers", in: environment)
      .performGoverned(
        request.message, command: { MergeCustomers($0, open, &$1) },
        reply: { merge in
          var message = O2c_V1_Customer(merge.customer)
          message.mergedPartners = merge.partners.map { Names.principal.name($0) }
          if isPreview { message.etag = "" }
          return message
        }
      ).response
  }

  /// What the command must name; found before it decides, and held against the credit account by it.
  func openDocuments(of name: String) async throws -> MergeCustomers.OpenDocuments {
    guard let id = Names.customer.id(in: name) else { return .init() }
    return try await Reading(in: environment).ask(OpenDocumentsOfCustomer(id))
  }
}

extension MergeCustomers {
  init?(
    _ request: O2c_V1_MergeCustomersRequest, _ open: OpenDocuments, _ shape: inout Shape
  ) {
    let source = shape.id(request.source, Names.customer, "source")
    let into = shape.id(request.into, Names.customer, "into")
    if open.count > OpenDocumentsOfCustomer.limit {
      shape.add(
        "source", .fieldOutOfRange,
        "More than \(OpenDocumentsOfCustomer.limit) documents are open: settle some first.")
    }
    guard let source, let into else { return nil }
    self.init(source: source, into: into, open: open, note: request.note)
  }
}

extension MergeCustomers.OpenDocuments {
  fileprivate var count: Int { orders.count + items.count + payments.count + drafts.count }
}
