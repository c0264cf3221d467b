/// How a seller promises, ships and takes back.
package struct StockSettings: Hashable, Sendable {
  /// New orders leave alone what others already wait for.
  package var protectsBackorders = true
  /// How much more than ordered may leave, percent of what was ordered.
  package var overShipment: Percent = .zero
  /// A rest of so little is closed with the shipment before it, percent of what was ordered.
  package var underShipment: Percent = .zero
  /// Working days between a warehouse and the customer.
  package var transitDays: Int32 = 0
  /// How long after delivery goods may be sent back without permission.
  package var returnDays: Int32 = 30

  package init() {}
}
