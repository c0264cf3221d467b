import Domain
import GRPCCore
import Logging
import Postgres
import Store
import Synchronization

/// Carries one batch of one seller: load, decide, flush with COMMIT, answer; and what to do when
/// one of these fails.
struct BatchRun {
  let door: Door
  let seller: ID<Seller>

  /// Returns the commands that must wait for others of this batch: repetitions of one request.
  func carry(_ batch: [Submission]) async -> [Submission] {
    var ready: [Submission] = []
    var later: [Submission] = []
    var seen: Set<RequestKey> = []
    for submission in batch {
      if submission.isExpired, !submission.isUnsettled {
        submission.abandon()
      } else if !submission.ticket.isValidateOnly, !seen.insert(submission.key).inserted {
        later.append(submission)
      } else if submission.begin() {
        ready.append(submission)
      }
    }
    if !ready.isEmpty { await settle(ready, at: Moment()) }
    return later
  }

  /// Runs the commands until each has its answer.
  private func settle(_ submissions: [Submission], at moment: Moment) async {
    var recovery = BatchRecovery(
      settleLimit: door.configuration.settleLimit,
      isUnsettled: submissions.contains { $0.isUnsettled })
    while true {
      do throws(TransactionError) {
        let start = ContinuousClock.now
        let answers = try await run(submissions, at: moment)
        door.metrics.batch(size: submissions.count, took: start.duration(to: .now))
        FaultPoint.afterCommit.reach()
        for (submission, answer) in zip(submissions, answers) { submission.finish(answer) }
        return
      } catch {
        let step = recovery.step(after: error, batchSize: submissions.count, now: .now)
        if recovery.isUnsettled { for submission in submissions { submission.isUnsettled = true } }
        report(error, step)
        switch step {
        case .again(let delay):
          if delay > .zero { await pause(delay) }
        case .oneByOne:
          for submission in submissions { await settle([submission], at: Moment()) }
          return
        case .fail(let failure):
          for submission in submissions { submission.finish(.failure(failure)) }
          return
        }
      }
    }
  }

  /// A pause that does not end early: the lanes are never cancelled.
  private func pause(_ delay: Duration) async {
    let jitter = Int64.random(in: 50...150)
    try? await Task.sleep(for: delay * jitter / 100)
  }

  private func report(_ error: TransactionError, _ step: BatchRecovery.Step) {
    if error.isOutcomeUnknown { door.metrics.unknownCommit() }
    var level = Logger.Level.notice
    if case .fail(let failure) = step, failure.code == .internalError {
      door.metrics.alarm()
      level = .critical
    }
    door.logger.log(
      level: level, "batch failed",
      metadata: [
        "seller": "\(seller)", "step": "\(step.name)",
        "error": "\(error.postgresError.map { "\($0)" } ?? "\(error)")",
      ])
  }

  // MARK: One attempt

  /// Load, decide and flush in one synchronous piece on the connection's thread.
  private func run(
    _ submissions: [Submission], at moment: Moment
  ) async throws(TransactionError) -> [Result<DoorAnswer, any Error>] {
    let plan = LoadPlan(
      seller: seller, needs: union(submissions),
      requests: submissions.filter { !$0.ticket.isValidateOnly }.map(\.key))
    return try await door.pool.transaction(Tenancy.readWrite(seller), opening: plan.queries) {
      [door] transaction in
      var (books, stored) = try plan.books(from: transaction.opened, seed: moment.seed)
      FaultPoint.afterLoad.reach()
      let zone = books.seller.timeZone
      let (now, today) = moment.fixed {
        let now = door.clock.now()
        return (now, door.clock.day(at: now, in: zone))
      }
      func context(of submission: Submission) -> Context {
        let ticket = submission.ticket
        return Context(
          now: now, today: today, caller: ticket.caller, requestID: ticket.requestID,
          method: ticket.method)
      }
      try LoadPlan.loadFurther(into: &books, in: &transaction, commands: submissions.count) {
        var needs = Needs()
        for submission in submissions {
          if let more = submission.entry.furtherNeeds($0, context(of: submission)) {
            needs.formUnion(more)
          }
        }
        return needs
      }
      var replays = 0
      var changes = false
      var answers: [Answer] = []
      answers.reserveCapacity(submissions.count)
      for submission in submissions {
        let ticket = submission.ticket
        if !ticket.isValidateOnly, let stored = stored[submission.key] {
          answers.append(.ready(Self.replay(stored, for: ticket)))
          replays += 1
          continue
        }
        do throws(Rejection) {
          answers.append(.decided(try submission.entry.decide(&books, context(of: submission))))
          if ticket.isValidateOnly {
            books.rollBack()
          } else {
            books.keep()
            changes = true
          }
        } catch {
          books.rollBack()
          answers.append(.ready(.failure(error)))
        }
      }
      FaultPoint.afterDecide.reach()
      if replays > 0 { door.metrics.replay(replays) }
      if changes { Flush.write(books, to: &transaction) } else { transaction.discard() }
      var replies: [StoredReply] = []
      let results = try zip(submissions, answers).map { submission, answer in
        switch answer {
        case .ready(let result): return result
        case .decided(let write):
          let reply = try write()
          if !submission.ticket.isValidateOnly {
            replies.append(StoredReply(reply.stored, to: submission, at: now))
          }
          return .success(.decided(reply.value))
        }
      }
      Flush.write(replies, of: seller, to: &transaction)
      return results
    }
  }

  private enum Answer {
    case ready(Result<DoorAnswer, any Error>)
    case decided(DoorEntry.WriteReply)
  }

  private func union(_ submissions: [Submission]) -> Needs {
    var needs = Needs()
    for submission in submissions { needs.formUnion(submission.entry.needs) }
    return needs
  }

  private static func replay(
    _ stored: StoredReply, for ticket: RequestTicket
  ) -> Result<DoorAnswer, any Error> {
    if stored.hash == ticket.hash { return .success(.replayed(stored.reply)) }
    return .failure(
      Rejection(
        .requestIDReused,
        "This request_id was used for another request. Make a new one for each intent.",
        metadata: [
          "requestId": ticket.requestID.uuidText, "firstTime": stored.time.description,
        ]))
  }
}

extension Submission {
  var key: RequestKey {
    RequestKey(principal: ticket.caller.principal, request: ticket.requestID)
  }
}

extension StoredReply {
  fileprivate init(_ bytes: [UInt8], to submission: Submission, at now: Instant) {
    self.init(
      key: submission.key, method: submission.ticket.method, hash: submission.ticket.hash,
      reply: bytes, time: now)
  }
}

/// The time and the seed of a batch: taken once, after the first locks, and kept when it must run
/// again.
private final class Moment: Sendable {
  let seed = UInt64.random(in: .min ... .max)
  private let time = Mutex<(Instant, CalendarDay)?>(nil)

  func fixed(_ take: () -> (Instant, CalendarDay)) -> (now: Instant, today: CalendarDay) {
    time.withLock { time in
      if let time { return time }
      let taken = take()
      time = taken
      return taken
    }
  }
}
