/// What the credit rules said, with everything they looked at.
package struct CreditDecision: Equatable, Sendable {
  package var result: Result
  /// The rules that denied, by name; empty when approved.
  package var failed: [Rule]
  /// After the change that was decided on.
  package var exposure: Int64
  package var limit: Int64
  package var decidedAt: Instant
  /// How long a release by hand holds.
  package var validUntil: Instant?

  package enum Result: String, Sendable {
    case approved = "APPROVED"
    case denied = "DENIED"
    case overridden = "OVERRIDDEN"
  }

  package enum Rule: String, CaseIterable, Sendable {
    /// The customer is blocked.
    case blocked = "BLOCKED"
    /// Exposure would pass the limit in force.
    case limit = "LIMIT"
  }

  package init(
    result: Result, failed: [Rule], exposure: Int64, limit: Int64, decidedAt: Instant,
    validUntil: Instant? = nil
  ) {
    self.result = result
    self.failed = failed
    self.exposure = exposure
    self.limit = limit
    self.decidedAt = decidedAt
    self.validUntil = validUntil
  }

  package var headroom: Int64 { limit - exposure }
  /// What must be paid, or added to the limit, for a LIMIT denial to pass.
  package var passesIf: Int64 { failed.contains(.limit) ? max(0, exposure - limit) : 0 }
}
