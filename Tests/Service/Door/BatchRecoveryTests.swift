import Postgres
import Testing

@testable import Service

/// What the door does after each kind of failure, in the order of the table in `SQLState`.
struct BatchRecoveryTests {
  private static func server(_ state: String) -> PostgresError {
    .server(ServerError(sqlState: SQLState(state), severity: "ERROR", message: "x"), statement: 0)
  }

  private func steps(
    _ errors: [TransactionError], batchSize: Int = 8, isUnsettled: Bool = false
  ) -> [String] {
    var recovery = BatchRecovery(settleLimit: .seconds(30), isUnsettled: isUnsettled)
    return errors.map { recovery.step(after: $0, batchSize: batchSize, now: .now).name }
  }

  @Test("a deadlock or serialization failure is tried five more times, then told")
  func conflicts() {
    let error = TransactionError.begin(Self.server("40P01"))
    let expected = Array(repeating: "again", count: 5) + ["fail TRANSACTION_CONFLICT"]
    #expect(steps(Array(repeating: error, count: 6)) == expected)
  }

  @Test("a lock that is not to be had is asked for once more")
  func lockTimeouts() {
    let error = TransactionError.begin(Self.server("55P03"))
    #expect(steps([error, error]) == ["again", "fail TRANSACTION_CONFLICT"])
  }

  @Test("another's row makes the batch run again, then one by one")
  func duplicates() {
    let error = TransactionError.flush(Self.server("23505"))
    #expect(steps([error, error]) == ["again", "one by one"])
  }

  @Test("a constraint that a command breaks is looked for one by one, and the culprit is our bug")
  func integrity() {
    let error = TransactionError.flush(Self.server("23514"))
    #expect(steps([error]) == ["one by one"])
    #expect(steps([error], batchSize: 1) == ["fail INTERNAL_ERROR"])
  }

  @Test("COMMIT answered by ROLLBACK is no success: the batch runs again")
  func commitAnsweredByRollback() {
    let error = TransactionError.commitRefused(.commitNotConfirmed("ROLLBACK"))
    #expect(steps([error]) == ["again"])
  }

  @Test("a server that is gone is looked for elsewhere a few times, then told as not applied")
  func connectionGone() {
    let error = TransactionError.begin(.linkLost("gone"))
    let expected = Array(repeating: "again", count: 4) + ["fail DATABASE_UNAVAILABLE"]
    #expect(steps(Array(repeating: error, count: 5)) == expected)
  }

  @Test("after a lost COMMIT nothing is called not applied until a run has come to its end")
  func unsettled() {
    let lost = TransactionError.outcomeUnknown(.linkLost("gone"))
    let gone = TransactionError.begin(.linkLost("gone"))
    let locked = TransactionError.begin(Self.server("55P03"))
    let steps = steps([lost] + Array(repeating: gone, count: 10) + [locked, locked, locked])
    #expect(steps.allSatisfy { $0 == "again" })
  }

  @Test("when the time for settling is over, callers learn that the outcome is open")
  func settleLimit() {
    var recovery = BatchRecovery(settleLimit: .seconds(30))
    let start = ContinuousClock.now
    let lost = TransactionError.outcomeUnknown(.linkLost("gone"))
    #expect(recovery.step(after: lost, batchSize: 2, now: start).name == "again")
    #expect(
      recovery.step(after: lost, batchSize: 2, now: start + .seconds(31))
        == .fail(.outcomeUnknown))
  }

  @Test("a command of an unsettled batch stays unsettled when it runs alone")
  func unsettledAlone() {
    let gone = TransactionError.begin(.linkLost("gone"))
    let steps = steps(Array(repeating: gone, count: 6), batchSize: 1, isUnsettled: true)
    #expect(steps.allSatisfy { $0 == "again" })
  }

  @Test("every class of failure has a step", arguments: FailureClass.allCases)
  func everyClass(_ failure: FailureClass) {
    let states: [FailureClass: String] = [
      .conflict: "40001", .lockTimeout: "55P03", .statementTimeout: "57014",
      .uniqueViolation: "23505", .integrityViolation: "23503", .invalidData: "22003",
      .connectionGone: "57P01", .noResources: "53300", .storage: "53100", .ours: "42P01",
    ]
    guard let state = states[failure] else {
      Issue.record("no SQLSTATE for \(failure)")
      return
    }
    #expect(SQLState(state).failureClass == failure)
    #expect(steps([.begin(Self.server(state))])[0].isEmpty == false)
  }
}
