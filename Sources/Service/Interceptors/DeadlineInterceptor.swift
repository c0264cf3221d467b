import Domain
package import GRPCCore
import Synchronization

/// Gives each call its time and answers DEADLINE_EXCEEDED itself when that is over.
///
/// The library's own deadline reads half of what clients send and answers nobody. The handler runs
/// in a child task, which is cancelled when the time is over; what waits in it (the door, the pool,
/// a slow request or reply) gives up at once, and what was decided goes on without it.
package struct DeadlineInterceptor: ServerInterceptor {
  let timer: DeadlineTimer

  package init(timer: DeadlineTimer) { self.timer = timer }

  package func intercept<Input: Sendable, Output: Sendable>(
    request: StreamingServerRequest<Input>, context: ServerContext,
    next:
      @Sendable @concurrent (StreamingServerRequest<Input>, ServerContext) async throws
      -> StreamingServerResponse<Output>
  ) async throws -> StreamingServerResponse<Output> {
    guard var call = CallContext.current,
      let timeout = try timeout(named: request.metadata.text("grpc-timeout"), for: call.method)
    else { return try await next(request, context) }
    let deadline = ContinuousClock.now + timeout
    guard timeout > .zero else { throw ServiceError.deadlineExceeded(.notApplied) }
    let method = call.method
    call.deadline = deadline
    return try await withoutActuallyEscaping(next) { next in
      var response = try await race(
        to: deadline, late: .deadlineExceeded(method.outcomeOfUnknownError)
      ) { [call] in
        let response = try await CallContext.$current.withValue(call) {
          try await next(request, context)
        }
        // The library has made a failure of what was thrown; it is needed as it was.
        if case .failure(let error) = response.accepted { throw error.unwrapped }
        return response
      }
      guard case .success(var contents) = response.accepted else { return response }
      let producer = contents.producer
      // A single reply is there when it is sent: whatever it tells of has happened.
      let outcome: Outcome =
        method.mutates ? (method.shape.isUnary ? .applied : .unknown) : .notApplied
      contents.producer = { writer in
        try await race(to: deadline, late: .deadlineExceeded(outcome)) {
          try await producer(writer)
        }
      }
      response.accepted = .success(contents)
      return response
    }
  }

  /// The time of a call: what its caller asked for, at most the method's ceiling.
  func timeout(
    named header: String?, for method: MethodPolicy
  ) throws(ServiceError) -> Duration? {
    guard let header else { return method.defaultTimeout }
    let asked = try GRPCTimeout.parse(header)
    return method.longestTimeout.map { min($0, asked) } ?? asked
  }

  /// Runs the operation in a child task and cancels it at the deadline.
  ///
  /// What the operation says on its own wins, even late: only it knows the outcome. Silence, or the
  /// mere cancellation, becomes `late`.
  private func race<Value: Sendable>(
    to deadline: ContinuousClock.Instant, late: ServiceError,
    _ operation: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let latch = Latch()
    let ticket = timer.schedule(at: deadline) { latch.open(.expired) }
    defer { timer.cancel(ticket) }
    return try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask {
        defer { latch.open(.finished) }
        return try await operation()
      }
      let end = await latch.wait()
      if end == .expired { group.cancelAll() }
      do {
        guard let value = try await group.next() else { throw CancellationError() }
        return value
      } catch  where end == .expired {
        switch error {
        case let error as ServiceError:
          throw error.outcome == .notApplied ? .deadlineExceeded(.notApplied) : error
        case is Rejection, is ErrorStatus: throw error
        default: throw late
        }
      }
    }
  }
}

/// Opens once, for one waiter.
private final class Latch: Sendable {
  enum End: Sendable { case finished, expired }
  private enum State {
    case closed
    case waiting(CheckedContinuation<End, Never>)
    case open(End)
  }
  private let state = Mutex(State.closed)

  func open(_ end: End) {
    let waiter = state.withLock { state -> CheckedContinuation<End, Never>? in
      switch state {
      case .closed:
        state = .open(end)
        return nil
      case .waiting(let continuation):
        state = .open(end)
        return continuation
      case .open: return nil
      }
    }
    waiter?.resume(returning: end)
  }

  func wait() async -> End {
    await withCheckedContinuation { continuation in
      let end = state.withLock { state -> End? in
        if case .open(let end) = state { return end }
        state = .waiting(continuation)
        return nil
      }
      if let end { continuation.resume(returning: end) }
    }
  }
}
