/// One call's way through its attempts. Decides; others wait and send.
struct RetryState: Sendable {
  /// What to do after a failed attempt.
  enum Decision: Equatable {
    /// Wait, then send it again.
    case retry(after: Duration)
    /// The error is the answer.
    case giveUp
  }

  /// What the server says about when to come back (`grpc-retry-pushback-ms`).
  enum Pushback: Equatable {
    case after(Duration)
    /// The header is negative or not a number: do not come back.
    case never

    init(_ header: String) {
      self = Int64(header).flatMap { $0 < 0 ? nil : .after(.milliseconds($0)) } ?? .never
    }
  }

  private let policy: RetryPolicy
  private(set) var attempts = 1

  init(policy: RetryPolicy) { self.policy = policy }

  /// Decides about a failed attempt.
  ///
  /// - Parameters:
  ///   - remaining: Time until the call's deadline; `nil` where it has none.
  ///   - chance: A number from 0 to 1000, which draws the wait: the jitter is full.
  mutating func failed(
    _ error: OrderToCashError, pushback: Pushback?, remaining: Duration?,
    budget: inout RetryBudget, chance: Int
  ) -> Decision {
    guard error.isRetryable, budget.failed(), attempts < policy.maximumAttempts,
      pushback != .never
    else { return .giveUp }
    let ceiling = ceiling
    let jitter = ceiling * chance / 1_000
    let wait: Duration =
      switch (pushback, error.retryAfter) {
      case (.after(let duration), _): duration
      case (_, .some(let duration)): duration + jitter
      case (_, nil): jitter
      }
    if let remaining, wait >= remaining { return .giveUp }
    attempts += 1
    return .retry(after: wait)
  }

  private var ceiling: Duration {
    var ceiling = policy.initialDelay
    for _ in 1..<attempts where ceiling < policy.maximumDelay { ceiling = ceiling * 2 }
    return min(ceiling, policy.maximumDelay)
  }
}
