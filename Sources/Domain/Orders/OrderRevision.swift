/// An order as it was before an amendment, kept for good, with what ended it.
package struct OrderRevision: Sendable, Equatable {
  /// As it was; `order.revision` is the number.
  package var order: Order
  /// Who amended it; the next revision is theirs.
  package var replacedBy: ID<Principal>
  package var replaceTime: Instant
  /// Why, as it was said.
  package var reason: String

  package init(order: Order, replacedBy: ID<Principal>, replaceTime: Instant, reason: String) {
    self.order = order
    self.replacedBy = replacedBy
    self.replaceTime = replaceTime
    self.reason = reason
  }
}
