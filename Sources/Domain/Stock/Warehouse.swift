/// A place that goods are kept in and leave from.
package struct Warehouse: Aggregate {
  package var id: ID<Warehouse>
  package var version: Int64 = 0
  /// Short name, unique per seller.
  package var code: String
  package var displayName: String
  package var address: Address
  package var createTime: Instant

  package var key: ID<Warehouse> { id }

  package init(
    id: ID<Warehouse>, code: String, displayName: String, address: Address, at now: Instant
  ) {
    self.id = id
    self.code = code
    self.displayName = displayName
    self.address = address
    createTime = now
  }
}
