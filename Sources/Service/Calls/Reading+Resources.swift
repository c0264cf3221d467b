import Domain
import OrderToCashAPI
import Store
import SwiftProtobuf

extension Reading {
  /// - Throws: INVALID_FIELDS with every fault of the request.
  init(in environment: Environment, checking request: some Message) throws {
    try Shape(checking: request).faults.check()
    try self.init(in: environment)
  }

  /// The id in a name whose form was checked with the request.
  func id<Thing>(
    _ name: String, _ pattern: ResourceNamePattern<Thing>
  ) throws(Rejection) -> ID<Thing> {
    guard let id = pattern.id(in: name) else { throw .notFound(name) }
    return id
  }

  /// The seller for whom the caller acts.
  func ownSeller() async throws -> Seller {
    try await get(GetSeller(), named: Names.seller.name(seller))
  }
}
