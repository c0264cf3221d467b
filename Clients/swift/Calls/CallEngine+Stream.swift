import Synchronization

/// Ends a stream over which the server has been silent for too long.
final class SilenceWatch: Sendable {
  private let limit: Duration
  private let deadlines: DeadlineTimer
  private let state = Mutex<(ticket: DeadlineTimer.Ticket?, expired: Bool)>((nil, false))
  private let cancellation = Mutex<(@Sendable () -> Void)?>(nil)

  init(limit: Duration, deadlines: DeadlineTimer) {
    self.limit = limit
    self.deadlines = deadlines
  }

  /// From now on the server is expected to say something.
  func listen() {
    let next = deadlines.watch(until: .now.advanced(by: limit)) { [weak self] in self?.expire() }
    let last = state.withLock { state in
      defer { state.ticket = next }
      return state.ticket
    }
    if let last { deadlines.stop(last) }
  }

  /// Nothing is expected of the server now: the caller takes its time.
  func pause() {
    let last = state.withLock { state in
      defer { state.ticket = nil }
      return state.ticket
    }
    if let last { deadlines.stop(last) }
  }

  /// The stream has ended. Says whether that was for silence.
  func ended() -> Bool {
    let (last, expired) = state.withLock { state in
      defer { state.ticket = nil }
      return (state.ticket, state.expired)
    }
    if let last { deadlines.stop(last) }
    return expired
  }

  fileprivate func cancels(_ task: Task<Void, any Error>) {
    cancellation.withLock { $0 = { task.cancel() } }
  }

  private func expire() {
    state.withLock { $0.expired = true }
    cancellation.withLock { $0 }?()
  }
}

extension CallEngine {
  /// Runs a job or a stream: no deadline, but a limit on the server's silence.
  ///
  /// - Throws: as ``within(_:requestID:_:)``.
  func stream(
    _ options: CallOptions, requestID: String? = nil,
    _ body: @escaping @Sendable (SilenceWatch) async throws -> Void
  ) async throws {
    let limit = options.timeout ?? idleTimeout
    let watch = SilenceWatch(limit: limit, deadlines: deadlines)
    let task = Task {
      try await self.gate.enter()
      defer { self.gate.leave() }
      try await body(watch)
    }
    watch.cancels(task)
    do {
      try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        task.cancel()
      }
      _ = watch.ended()
    } catch {
      let expired = watch.ended()
      if Task.isCancelled { throw CancellationError() }
      if expired { throw timedOut(after: limit, requestID: requestID) }
      throw known(error, requestID: requestID)
    }
  }
}
