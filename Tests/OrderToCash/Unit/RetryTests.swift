import Testing

@testable import OrderToCash

private func error(retryable: Bool = true, after: Duration? = nil) -> OrderToCashError {
  OrderToCashError(
    code: .unavailable, reason: .draining, message: "", isRetryable: retryable, retryAfter: after)
}

@Suite("The retry loop")
struct RetryTests {
  typealias Case = (
    error: OrderToCashError, pushback: RetryState.Pushback?, remaining: Duration?, chance: Int,
    decision: RetryState.Decision
  )

  @Test(
    "a first failure is answered as the server and the clock allow",
    arguments: [
      (error(), nil, .seconds(8), 0, .retry(after: .zero)),
      (error(), nil, .seconds(8), 1_000, .retry(after: .milliseconds(100))),
      (error(), nil, .seconds(8), 250, .retry(after: .milliseconds(25))),
      (error(), nil, nil, 500, .retry(after: .milliseconds(50))),
      (error(retryable: false), nil, .seconds(8), 0, .giveUp),
      (error(retryable: false), .after(.zero), .seconds(8), 0, .giveUp),
      (error(), .never, .seconds(8), 0, .giveUp),
      (error(), .after(.seconds(2)), .seconds(8), 1_000, .retry(after: .seconds(2))),
      (error(), .after(.seconds(9)), .seconds(8), 0, .giveUp),
      (error(after: .seconds(1)), nil, .seconds(8), 500, .retry(after: .milliseconds(1_050))),
      (error(after: .seconds(1)), .after(.zero), .seconds(8), 0, .retry(after: .zero)),
      (error(after: .seconds(8)), nil, .seconds(8), 0, .giveUp),
      (error(), nil, .zero, 0, .giveUp),
      (error(), nil, .seconds(-1), 0, .giveUp),
    ] as [Case])
  func first(_ row: Case) {
    var state = RetryState(policy: RetryPolicy())
    var budget = RetryBudget(percent: 10, burst: 5)
    let decision = state.failed(
      row.error, pushback: row.pushback, remaining: row.remaining, budget: &budget,
      chance: row.chance)
    #expect(decision == row.decision)
  }

  @Test("waits double up to their limit, and attempts end")
  func doubling() {
    var state = RetryState(policy: RetryPolicy(maximumAttempts: 9))
    var decisions: [RetryState.Decision] = []
    for _ in 0..<9 {
      var budget = RetryBudget(percent: 10, burst: 5)
      decisions.append(
        state.failed(error(), pushback: nil, remaining: nil, budget: &budget, chance: 1_000))
    }
    let waits = [100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]
    #expect(decisions == waits.map { .retry(after: .milliseconds($0)) } + [.giveUp])
  }

  @Test("one attempt is one attempt")
  func never() {
    var state = RetryState(policy: .never)
    var budget = RetryBudget(percent: 10, burst: 5)
    #expect(
      state.failed(error(), pushback: nil, remaining: nil, budget: &budget, chance: 0) == .giveUp)
  }

  @Test("the budget grants a burst of five, then one retry for ten successes")
  func budget() {
    var budget = RetryBudget(percent: 10, burst: 5)
    let burst = (0..<20).filter { _ in budget.failed() }.count
    #expect(burst == 5)
    var retries = 0
    for _ in 0..<10_000 {
      budget.succeeded()
      // Every call also fails once and would like to be repeated.
      if budget.tokens > 5_000, budget.failed() { retries += 1 }
    }
    #expect(retries > 900 && retries <= 1_000, "\(retries)")
  }

  @Test(
    "pushback is a number of milliseconds, or a no",
    arguments: [
      ("0", .after(.zero)), ("1500", .after(.milliseconds(1_500))), ("-1", .never), ("x", .never),
      ("", .never), ("99999999999999999999", .never),
    ] as [(String, RetryState.Pushback)])
  func pushback(text: String, expected: RetryState.Pushback) {
    #expect(RetryState.Pushback(text) == expected)
  }

  @Test(
    "the time left is written in eight characters at most, never as zero, never rounded down by ms",
    arguments: [
      (.seconds(8), "8000m"), (.milliseconds(7_999) + .microseconds(1), "8000m"),
      (.seconds(29) + .microseconds(999_970), "30000m"), (.milliseconds(50), "50000u"),
      (.microseconds(3), "3u"), (.nanoseconds(3), "1u"), (.zero, "1u"), (.seconds(-3), "1u"),
      (.seconds(99_999), "99999000m"), (.seconds(100_000), "100000S"),
      (.seconds(Int64.max), "99999999S"),
    ] as [(Duration, String)])
  func wireTimeout(left: Duration, text: String) {
    #expect(WireTimeout.encode(left) == text)
  }
}
