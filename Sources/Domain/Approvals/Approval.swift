/// A request that was above its caller's authority, kept until another person decides on it. Who
/// grants it carries the stored request out, in the same transaction and on the books of that moment.
package struct Approval: Aggregate {
  package static let openDays: Int64 = 14

  package var id: ID<Approval>
  package var version: Int64 = 0
  /// What the request is about.
  package var subject: ResourceRef
  package var customer: ID<Customer>?
  /// `o2c.v1.CreditService/SetCreditLimit`
  package var method: String
  /// Whose authority was exceeded.
  package var permission: String
  /// What the request needs authority for; nil where it is always decided by two.
  package var amount: Money?
  /// The request as it came, without its request id.
  package var request: [UInt8]
  package var note: String
  package var requestedBy: ID<Principal>
  package var decidedBy: ID<Principal>?
  package var decisionNote = ""
  package var state: State = .open
  package var expireTime: Instant
  package var createTime: Instant
  package var decideTime: Instant?

  package var key: ID<Approval> { id }

  package enum State: String, CaseIterable, Sendable {
    /// Can move to granted, denied or expired.
    case open = "OPEN"
    /// Final: the request was carried out.
    case granted = "GRANTED"
    /// Final.
    case denied = "DENIED"
    /// Final: nobody decided in time.
    case expired = "EXPIRED"
  }

  package init(
    id: ID<Approval>, subject: ResourceRef, customer: ID<Customer>?, method: String,
    permission: String, amount: Money?, request: [UInt8], note: String, in context: Context
  ) {
    self.id = id
    self.subject = subject
    self.customer = customer
    self.method = method
    self.permission = permission
    self.amount = amount
    self.request = request
    self.note = note
    requestedBy = context.caller.principal
    expireTime = context.now.adding(days: Self.openDays)
    createTime = context.now
  }

  /// An approval as it is stored.
  package init(
    id: ID<Approval>, subject: ResourceRef, customer: ID<Customer>?, method: String,
    permission: String, amount: Money?, request: [UInt8], note: String,
    requestedBy: ID<Principal>, expireTime: Instant, createTime: Instant
  ) {
    self.id = id
    self.subject = subject
    self.customer = customer
    self.method = method
    self.permission = permission
    self.amount = amount
    self.request = request
    self.note = note
    self.requestedBy = requestedBy
    self.expireTime = expireTime
    self.createTime = createTime
  }

  /// The state at an instant: time ends it before any sweep has.
  package func state(at now: Instant) -> State {
    state == .open && now >= expireTime ? .expired : state
  }
}
