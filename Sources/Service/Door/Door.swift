package import Domain
package import Logging
package import Postgres
package import ServiceLifecycle
import Synchronization

/// The one way in for every write: group commit.
///
/// While one batch of a seller is being committed, the commands that arrive wait together; then
/// they run as the next batch. No timer, no added delay: a lone command is a batch of one.
package final class Door: Service {
  package struct Configuration: Sendable {
    /// Batches under way at once over all sellers; each holds a connection.
    package var lanes = 3
    var queue = DoorQueue.Limits()
    /// How long the outcome of a lost COMMIT is asked for before the callers are told that it is
    /// open.
    package var settleLimit: Duration = .seconds(30)

    package init() {}

    package mutating func limitQueue(_ commands: Int) {
      queue.waiting = commands
      queue.waitingPerSeller = min(queue.waitingPerSeller, commands)
    }

    package mutating func limitBatch(_ commands: Int) { queue.batchCommands = commands }
  }

  private struct State {
    var queue: DoorQueue
    var idle: [CheckedContinuation<Void, Never>] = []
    var isClosed = false
  }

  let configuration: Configuration
  let pool: Pool
  let logger: Logger
  let metrics: DoorMetrics
  let clock: DoorClock
  private let state: Mutex<State>

  package init(
    pool: Pool, configuration: Configuration = .init(), logger: Logger,
    metrics: DoorMetrics = DoorMetrics()
  ) {
    self.pool = pool
    self.configuration = configuration
    self.logger = logger
    self.metrics = metrics
    clock = DoorClock()
    state = Mutex(State(queue: DoorQueue(limits: configuration.queue)))
  }

  /// Carries batches until the service is told to stop; what was taken is finished first.
  package func run() async throws {
    try await withGracefulShutdownHandler {
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<configuration.lanes {
          group.addTask { await self.carryBatches() }
        }
      }
    } onGracefulShutdown: {
      self.close()
    }
  }

  /// No more commands are taken; what waits is still carried out.
  package func close() {
    let idle = state.withLock { state in
      state.isClosed = true
      defer { state.idle.removeAll() }
      return state.idle
    }
    for lane in idle { lane.resume() }
  }

  package var depth: Int { state.withLock { $0.queue.count } }

  // MARK: Submitting

  /// Takes a command in and answers when it is committed.
  ///
  /// - Parameter reply: makes the reply and the bytes under which a repetition finds it.
  /// - Throws: `Rejection` by the core, `ServiceError` by the door.
  package func submit<C: Command>(
    _ command: C, as ticket: RequestTicket,
    reply:
      @escaping @Sendable (C.Reply) throws(Rejection) -> (
        value: any Sendable, stored: [UInt8]
      )
  ) async throws -> DoorAnswer {
    try await submit([DoorEntry(command, as: ticket, reply: reply)])[0].get()
  }

  /// Takes commands of one seller in and answers when the last is committed, in their order. They
  /// stand and fall alone.
  package func submit(_ entries: [DoorEntry]) async -> [Result<DoorAnswer, any Error>] {
    guard !entries.isEmpty else { return [] }
    let holder = SubmissionHolder()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answers = AnswersOfCall(count: entries.count, continuation)
        let now = clock.now()
        var submissions: [Submission] = []
        submissions.reserveCapacity(entries.count)
        for (place, entry) in entries.enumerated() {
          do throws(Rejection) {
            try RequestIdentity.check(entry.ticket.requestID, now: now)
            submissions.append(Submission(entry) { answers.note($0, at: place) })
          } catch {
            answers.note(.failure(error), at: place)
          }
        }
        take(submissions)
        holder.hold(submissions)
      }
    } onCancel: {
      holder.abandon()
    }
  }

  private func take(_ submissions: [Submission]) {
    let (refused, isClosed, lane) = state.withLock { state in
      if state.isClosed {
        return (submissions, true, CheckedContinuation<Void, Never>?.none)
      }
      let refused = submissions.filter { !state.queue.append([$0], of: $0.ticket.seller) }
      metrics.queueDepth(state.queue.count)
      return (refused, false, refused.count < submissions.count ? state.idle.popLast() : nil)
    }
    lane?.resume()
    for submission in refused {
      if !isClosed { metrics.shed() }
      submission.finish(
        .failure(
          isClosed
            ? ServiceError.draining
            : ServiceError.overloaded(
              limit: configuration.queue.waiting, retryAfter: .milliseconds(200))))
    }
  }

  // MARK: Carrying

  private func carryBatches() async {
    while let (seller, batch) = await nextBatch() {
      let left = await BatchRun(door: self, seller: seller).carry(batch)
      let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
        state.queue.prepend(left, of: seller)
        state.queue.finished(seller)
        return state.idle.popLast()
      }
      next?.resume()
    }
  }

  /// Nil once the door is closed and nothing is left that another lane does not already hold.
  private func nextBatch() async -> (seller: ID<Seller>, batch: [Submission])? {
    enum Step { case run(ID<Seller>, [Submission]), end, wait }
    while true {
      let step = state.withLock { state -> Step in
        if let (seller, batch) = state.queue.nextBatch() { return .run(seller, batch) }
        return state.isClosed ? .end : .wait
      }
      switch step {
      case .run(let seller, let batch): return (seller, batch)
      case .end: return nil
      case .wait:
        await withCheckedContinuation { continuation in
          let mustGo = state.withLock { state in
            // Something may have come between the two looks.
            if state.isClosed || state.queue.hasWork { return true }
            state.idle.append(continuation)
            return false
          }
          if mustGo { continuation.resume() }
        }
      }
    }
  }
}

/// Gathers the answers of one call; the last of them answers it.
private final class AnswersOfCall: Sendable {
  private struct State {
    var answers: [Result<DoorAnswer, any Error>?]
    var left: Int
  }
  private let state: Mutex<State>
  private let continuation: CheckedContinuation<[Result<DoorAnswer, any Error>], Never>

  init(
    count: Int, _ continuation: CheckedContinuation<[Result<DoorAnswer, any Error>], Never>
  ) {
    state = Mutex(State(answers: Array(repeating: nil, count: count), left: count))
    self.continuation = continuation
  }

  func note(_ answer: Result<DoorAnswer, any Error>, at place: Int) {
    let all = state.withLock { state -> [Result<DoorAnswer, any Error>]? in
      state.answers[place] = answer
      state.left -= 1
      return state.left == 0 ? state.answers.compactMap(\.self) : nil
    }
    if let all { continuation.resume(returning: all) }
  }
}

/// Carries the submissions from where they are made to where the cancellation finds them.
private final class SubmissionHolder: Sendable {
  private struct State {
    var submissions: [Submission] = []
    var isAbandoned = false
  }
  private let state = Mutex(State())

  func hold(_ submissions: [Submission]) {
    let isAbandoned = state.withLock { state in
      state.submissions = submissions
      return state.isAbandoned
    }
    if isAbandoned { for submission in submissions { submission.abandon() } }
  }

  func abandon() {
    let submissions = state.withLock { state in
      state.isAbandoned = true
      return state.submissions
    }
    for submission in submissions { submission.abandon() }
  }
}
