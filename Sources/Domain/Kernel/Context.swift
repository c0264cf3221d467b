/// What a command may know besides the books: when, for whom, under which request.
///
/// The shell takes it once, after the locks are held, and keeps it when a batch must run again.
package struct Context: Sendable {
  /// The instant of the decision.
  package let now: Instant
  /// The seller's business date at that instant, in the seller's time zone.
  package let today: CalendarDay
  package let caller: Caller
  /// The request under which every event and posting is written.
  package let requestID: ID<Request>
  /// The RPC, such as `OrderService/PlaceOrder`.
  package let method: String

  package init(
    now: Instant, today: CalendarDay, caller: Caller, requestID: ID<Request>, method: String
  ) {
    self.now = now
    self.today = today
    self.caller = caller
    self.requestID = requestID
    self.method = method
  }
}

/// Who asks.
package struct Caller: Sendable {
  package let principal: ID<Principal>
  /// What the caller may see of a seller's customers.
  package let scope: Scope
  package let permissions: Set<String>
  /// Amounts in minor units of the seller's currency per permission; none means no bound.
  package let authority: [String: Int64]

  package enum Scope: Sendable {
    case all
    case customers(Set<ID<Customer>>)
  }

  package init(
    principal: ID<Principal>, scope: Scope = .all, permissions: Set<String> = [],
    authority: [String: Int64] = [:]
  ) {
    self.principal = principal
    self.scope = scope
    self.permissions = permissions
    self.authority = authority
  }

  /// The one place that says whose data a partner sees; commands and queries both pass here.
  package func sees(_ customer: ID<Customer>) -> Bool {
    switch scope {
    case .all: true
    case .customers(let customers): customers.contains(customer)
    }
  }

  package func may(_ permission: String) -> Bool { permissions.contains(permission) }

  /// Refuses what has no amount to who has any bound on the permission.
  package func requireUnbounded(
    _ permission: String, _ what: String, in currency: Currency
  ) throws(Rejection) {
    guard let bound = authority[permission] else { return }
    throw Rejection(
      .authorityExceeded, "\(what) needs authority without a bound.",
      metadata: [
        "permission": permission, "authorityMinor": String(bound),
        "requestedMinor": String(largestAmount),
      ])
  }

  /// Refuses an amount above the caller's authority for the permission.
  package func requireAuthority(_ permission: String, for amount: Money) throws(Rejection) {
    guard let bound = authority[permission], amount.minorUnits > bound else { return }
    throw Rejection(
      .authorityExceeded,
      "This needs authority for \(amount); yours ends at \(Money(bound, amount.currency)).",
      metadata: [
        "permission": permission, "authorityMinor": String(bound),
        "requestedMinor": String(amount.minorUnits),
      ])
  }
}
