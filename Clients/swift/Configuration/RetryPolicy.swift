/// How often and how fast the SDK repeats a call that may be repeated.
///
/// A call is repeated when the server says that it is retryable, or when the server could not be
/// reached. All attempts share one request id, so a mutation acts once.
public struct RetryPolicy: Sendable, Hashable {
  /// Most attempts of one call, the first included.
  public var maximumAttempts: Int
  /// The first wait is chance up to this; each further one up to twice the one before.
  public var initialDelay: Duration
  /// No wait that the SDK chooses is longer. What the server asks for may be.
  public var maximumDelay: Duration
  /// Retries for a hundred calls that succeed, over all calls of the client; a burst of five is
  /// free. Keeps retries from burying a server that is already down.
  public var budgetPercent: Int

  /// A policy; the defaults are three attempts, 100 ms doubling to 5 s, and a budget of 10 %.
  public init(
    maximumAttempts: Int = 3, initialDelay: Duration = .milliseconds(100),
    maximumDelay: Duration = .seconds(5), budgetPercent: Int = 10
  ) {
    self.maximumAttempts = maximumAttempts
    self.initialDelay = initialDelay
    self.maximumDelay = maximumDelay
    self.budgetPercent = budgetPercent
  }

  /// One attempt.
  public static let never = RetryPolicy(maximumAttempts: 1)
}
