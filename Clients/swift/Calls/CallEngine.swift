import GRPCCore
import Logging
import Synchronization

/// What all service clients share: connections, the cap on calls in flight, deadlines, retries.
final class CallEngine: Sendable {
  let connections: [Connection]
  let gate: Gate
  let deadlines = DeadlineTimer()
  let timeout: Duration
  let idleTimeout: Duration
  let endpoint: String
  let logger: Logger?

  private let retry: RetryPolicy
  private let waitsForConnection: Bool
  private let metadata: Metadata
  private let turn = Atomic<Int>(0)
  private let budget: Mutex<RetryBudget>

  init(_ configuration: Configuration, logger: Logger?) throws {
    connections = try configuration.makeConnections()
    metadata = try configuration.makeMetadata()
    gate = Gate(limit: configuration.maximumCallsInFlight)
    timeout = configuration.timeout
    idleTimeout = configuration.idleTimeout
    endpoint = configuration.endpoint.description
    retry = configuration.retry
    waitsForConnection = configuration.waitsForConnection
    // A server that goes takes with it whatever is in flight: that much may be repeated at once.
    budget = Mutex(
      RetryBudget(
        percent: configuration.retry.budgetPercent, burst: configuration.maximumCallsInFlight))
    self.logger = logger
  }

  /// Runs `body` until the deadline, whatever hangs in it.
  ///
  /// - Throws: what `body` throws as ``OrderToCashError``; `CancellationError` when the calling task
  ///   was cancelled; DEADLINE_EXCEEDED when the time was up.
  func within<Value: Sendable>(
    _ timeout: Duration, requestID: String?,
    _ body: @escaping @Sendable (ContinuousClock.Instant) async throws -> Value
  ) async throws -> Value {
    let deadline = ContinuousClock.now.advanced(by: timeout)
    let task = Task { try await body(deadline) }
    let ticket = deadlines.watch(until: deadline) { task.cancel() }
    do {
      let value = try await withTaskCancellationHandler {
        try await task.value
      } onCancel: {
        task.cancel()
      }
      if let ticket { deadlines.stop(ticket) }
      return value
    } catch {
      let expired = ticket.map { !deadlines.stop($0) } ?? false
      if Task.isCancelled { throw CancellationError() }
      if expired { throw timedOut(after: timeout, requestID: requestID) }
      throw known(error, requestID: requestID)
    }
  }

  /// Sends attempts until one succeeds, may not be repeated, or there is no time for another.
  ///
  /// - Parameters:
  ///   - mayRepeat: Asked before each retry; a stream that cannot go on where it broke says no.
  ///   - hasMoved: Whether something came since the last attempt; then the attempts count anew.
  func attempts<Value: Sendable>(
    _ options: CallOptions, requestID: String?, until deadline: ContinuousClock.Instant?,
    mayRepeat: @Sendable () -> Bool = { true }, hasMoved: @Sendable () -> Bool = { false },
    _ send: @Sendable (Link) async throws -> Value
  ) async throws -> Value {
    var state = RetryState(policy: retry)
    /// An attempt was lost on its way: it may still act after a later one was refused.
    var isLost = false
    while true {
      do {
        let value = try await send(link(options, until: deadline))
        budget.withLock { $0.succeeded() }
        return value
      } catch {
        try Task.checkCancellation()
        let pushback = (error as? RPCError)?.pushback
        var failure = known(error, requestID: requestID)
        if isLost, failure.outcome == .notApplied { failure.outcome = .unknown }
        isLost = isLost || (requestID != nil && failure.outcome == .unknown)
        guard mayRepeat() else { throw failure }
        if hasMoved() { state = RetryState(policy: retry) }
        let decision = budget.withLock {
          state.failed(
            failure, pushback: pushback,
            remaining: deadline.map { ContinuousClock.now.duration(to: $0) },
            budget: &$0, chance: .random(in: 0...1_000))
        }
        guard case .retry(let wait) = decision else { throw failure }
        logger?.debug(
          "o2c call is repeated",
          metadata: [
            "attempt": "\(state.attempts)", "reason": "\(failure.reason)",
            "request_id": "\(requestID ?? "")", "wait": "\(wait)",
          ])
        try await Task.sleep(for: wait)
      }
    }
  }

  /// The next connection in turn, and what a call on it carries.
  private func link(_ options: CallOptions, until deadline: ContinuousClock.Instant?) -> Link {
    let index = turn.wrappingAdd(1, ordering: .relaxed).oldValue
    var metadata = metadata
    if let seller = options.seller {
      metadata.replaceOrAddString(seller.rawValue, forKey: "o2c-seller")
    }
    if let language = options.language {
      metadata.addString(language, forKey: "accept-language")
    }
    if let traceParent = options.traceParent {
      metadata.addString(traceParent, forKey: "traceparent")
    }
    var transport = GRPCCore.CallOptions.defaults
    transport.waitForReady = waitsForConnection
    if let deadline {
      let left = ContinuousClock.now.duration(to: deadline)
      metadata.addString(WireTimeout.encode(left), forKey: "grpc-timeout")
      if !deadlines.isRunning { transport.timeout = left }
    }
    return Link(
      connection: connections[Int(UInt(bitPattern: index) % UInt(connections.count))],
      metadata: metadata, options: transport)
  }

  /// Any error as the one type that leaves the SDK.
  func known(_ error: any Error, requestID: String?) -> OrderToCashError {
    switch error {
    case let error as OrderToCashError: error
    case let error as RPCError: OrderToCashError(error, requestID: requestID)
    case is CancellationError, is RuntimeError:
      OrderToCashError(
        code: .unavailable, reason: .clientClosed, message: "The client has been shut down.",
        requestID: requestID)
    default:
      OrderToCashError(
        code: .unknown, reason: .connectionFailed, message: "\(error)", requestID: requestID)
    }
  }

  func timedOut(after timeout: Duration, requestID: String?) -> OrderToCashError {
    OrderToCashError(
      code: .deadlineExceeded, reason: .deadlineExceeded,
      message: "There was no answer from \(endpoint) within \(timeout).", isRetryable: true,
      requestID: requestID)
  }
}

/// One attempt: the connection to use and what the call carries.
struct Link: Sendable {
  let connection: Connection
  let metadata: Metadata
  let options: GRPCCore.CallOptions
}

extension RPCError {
  /// What the server says about when to come back.
  fileprivate var pushback: RetryState.Pushback? {
    metadata[stringValues: "grpc-retry-pushback-ms"].first { _ in true }.map(
      RetryState.Pushback.init)
  }
}
