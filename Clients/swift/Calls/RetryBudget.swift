/// The tokens that pay for retries, shared by all calls of a client (gRFC A6).
///
/// A success earns a part of a token, a failure that could be retried costs one; retries stop while
/// no more than half of the tokens are left. So, in the long run, retries are at most the earned
/// part of the calls.
struct RetryBudget: Sendable {
  /// In thousandths of a token.
  private(set) var tokens: Int
  private let capacity: Int
  private let earned: Int

  /// - Parameter burst: failures in a row that may be followed by a retry.
  init(percent: Int, burst: Int) {
    capacity = burst * 2 * 1_000
    tokens = capacity
    earned = max(0, percent) * 10
  }

  mutating func succeeded() {
    tokens = min(capacity, tokens + earned)
  }

  /// Takes the cost of a failure; says whether a retry may follow.
  mutating func failed() -> Bool {
    let allowed = tokens > capacity / 2
    tokens = max(0, tokens - 1_000)
    return allowed
  }
}
