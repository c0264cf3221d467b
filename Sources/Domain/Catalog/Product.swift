/// What is sold.
package struct Product: Aggregate {
  package var id: ID<Product>
  package var version: Int64 = 0
  /// The seller's own article number; unique per seller.
  package var sku: String
  package var gtin: String = ""
  package var displayName: String
  package var description: String = ""
  package var kind: Kind = .goods
  /// UN/ECE Recommendation 20; `C62` is one piece.
  package var unitCode: String = "C62"
  package var taxClass: String = "STANDARD"
  /// Kept in stock: orders reserve, shipments take it. Services are not.
  package var isStocked: Bool = true
  /// HS or CN code for customs.
  package var commodityCode: String = ""
  /// Its place in the seller's own list of categories.
  package var category: String = ""
  package var sellableFrom: CalendarDay?
  package var sellableUntil: CalendarDay?
  /// Days until new goods can be had when none are on their way; nil when nobody can say.
  package var leadDays: Int32?
  /// How much more than ordered may leave, and how little may stay open; the seller's when nil.
  package var overShipment: Percent?
  package var underShipment: Percent?
  package var annotations: [String: String] = [:]
  package var createTime: Instant
  package var updateTime: Instant

  package var key: ID<Product> { id }

  package enum Kind: String, CaseIterable, Sendable {
    case goods = "GOODS"
    case service = "SERVICE"
  }

  package init(id: ID<Product>, sku: String, displayName: String, at now: Instant) {
    self.id = id
    self.sku = sku
    self.displayName = displayName
    createTime = now
    updateTime = now
  }

  package func isSellable(on day: CalendarDay) -> Bool {
    (sellableFrom.map { $0 <= day } ?? true) && (sellableUntil.map { day <= $0 } ?? true)
  }
}
