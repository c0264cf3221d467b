import Postgres
import Store

/// What to do when a batch failed: a pure table over the kind of failure and what was tried.
///
/// Once a COMMIT was lost nothing counts as "not applied" any more until a run of the batch has
/// come to its end under the same request ids: it finds the stored replies, or does the work now.
struct BatchRecovery {
  enum Step: Equatable {
    case again(after: Duration)
    /// Each command in a batch of its own, so that the culprit fails alone.
    case oneByOne
    case fail(ServiceError)

    var name: String {
      switch self {
      case .again: "again"
      case .oneByOne: "one by one"
      case .fail(let error): "fail \(error.reason)"
      }
    }
  }

  static let conflictAttempts = 5
  static let elsewhereAttempts = 4

  let settleLimit: Duration
  private(set) var isUnsettled = false
  private var settleUntil: ContinuousClock.Instant?
  private var conflicts = 0
  private var lockTimeouts = 0
  private var duplicates = 0
  private var elsewhere = 0
  private var settling = 0

  /// - Parameter isUnsettled: a batch with the same commands has lost its COMMIT before.
  init(settleLimit: Duration, isUnsettled: Bool = false, now: ContinuousClock.Instant = .now) {
    self.settleLimit = settleLimit
    self.isUnsettled = isUnsettled
    settleUntil = isUnsettled ? now + settleLimit : nil
  }

  mutating func step(
    after error: TransactionError, batchSize: Int, now: ContinuousClock.Instant
  ) -> Step {
    if error.isOutcomeUnknown {
      isUnsettled = true
      settleUntil = settleUntil ?? now + settleLimit
      return settleStep(now)
    }
    if case .body(let cause) = error, cause as? StoreError == .movedMeanwhile {
      conflicts += 1
      if conflicts <= Self.conflictAttempts { return .again(after: .zero) }
      return unlessUnsettled(.transactionConflict, now)
    }
    let failure = error.postgresError?.failureClass ?? .ours
    switch failure {
    case .conflict:
      conflicts += 1
      if conflicts <= Self.conflictAttempts { return .again(after: .milliseconds(5 * conflicts)) }
      return unlessUnsettled(.transactionConflict, now)
    case .lockTimeout:
      lockTimeouts += 1
      if lockTimeouts == 1 { return .again(after: .milliseconds(10)) }
      return unlessUnsettled(.transactionConflict, now)
    case .statementTimeout:
      if batchSize > 1, !isUnsettled { return .oneByOne }
      return unlessUnsettled(.deadlineExceeded(.notApplied), now)
    case .uniqueViolation:
      duplicates += 1
      // Another was first: the next load sees its row, or its reply.
      if duplicates == 1 { return .again(after: .zero) }
      return batchSize > 1 ? .oneByOne : duplicates < 4 ? .again(after: .milliseconds(5)) : culprit
    case .integrityViolation, .invalidData:
      return batchSize > 1 ? .oneByOne : culprit
    case .connectionGone, .noResources:
      elsewhere += 1
      if elsewhere <= Self.elsewhereAttempts {
        return .again(after: .milliseconds(20 << min(elsewhere, 5)))
      }
      return unlessUnsettled(.databaseUnavailable, now)
    case .storage: return unlessUnsettled(.databaseUnavailable, now)
    case .ours: return isUnsettled ? settleStep(now) : .fail(.internalError(.notApplied))
    }
  }

  private var culprit: Step {
    isUnsettled ? .fail(.outcomeUnknown) : .fail(.internalError(.notApplied))
  }

  private mutating func unlessUnsettled(
    _ error: ServiceError, _ now: ContinuousClock.Instant
  ) -> Step {
    isUnsettled ? settleStep(now) : .fail(error)
  }

  private mutating func settleStep(_ now: ContinuousClock.Instant) -> Step {
    guard let settleUntil, now < settleUntil else { return .fail(.outcomeUnknown) }
    settling += 1
    return .again(after: .milliseconds(min(20 << min(settling, 6), 1000)))
  }
}
