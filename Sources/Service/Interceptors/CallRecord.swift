import Domain
import GRPCCore
import Logging
import Synchronization

/// One call's line in the log and its measure, gathered while it runs and written once.
///
/// Never holds metadata or payloads. A call whose answer could not even begin to be sent ends when
/// its record is dropped.
package final class CallRecord: Sendable {
  private struct State {
    var principal: ID<Principal>?
    var credential: String?
    var seller: ID<Seller>?
    var requestID: String?
    var reason: String?
    var outcome: Outcome?
    var fault: String?
    var isFinished = false
  }

  package let callID: String
  package let method: String
  private let start = ContinuousClock.now
  private let logger: Logger
  private let metrics: ServiceMetrics
  private let state = Mutex(State())

  init(callID: String, method: String, logger: Logger, metrics: ServiceMetrics) {
    self.callID = callID
    self.method = method
    self.logger = logger
    self.metrics = metrics
  }

  deinit { finish(.cancelled) }

  func note(caller: AuthenticatedCaller, seller: ID<Seller>?) {
    state.withLock {
      $0.principal = caller.principal
      $0.credential = caller.credentialID
      $0.seller = seller
    }
  }

  func note(reason: String, outcome: Outcome) {
    state.withLock {
      $0.reason = reason
      $0.outcome = outcome
    }
  }

  /// What broke on our side, in words of our own layers: they quote no rows and no input.
  func note(fault: String) { state.withLock { $0.fault = fault } }

  /// The request id under which the call acts, for the log.
  package func note(requestID: String) {
    state.withLock { $0.requestID = requestID }
  }

  /// Writes the line and counts the call; a second time does nothing.
  func finish(_ code: Status.Code) {
    let done = state.withLock { state -> State? in
      guard !state.isFinished else { return nil }
      state.isFinished = true
      return state
    }
    guard let done else { return }
    let duration = start.duration(to: .now)
    metrics.recordCall(method: method, code: code, duration: duration)
    let level: Logger.Level =
      switch code {
      case .ok: .debug
      case .internalError, .unknown, .dataLoss: .error
      default: .info
      }
    logger.log(
      level: level, "call",
      metadata: metadata(of: done, code: code, duration: duration))
  }

  private func metadata(
    of state: State, code: Status.Code, duration: Duration
  ) -> Logger.Metadata {
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    var metadata: Logger.Metadata = [
      "call": "\(callID)", "method": "\(method)", "code": "\(code)",
      "microseconds": "\(microseconds)",
    ]
    if let principal = state.principal { metadata["principal"] = "\(principal)" }
    if let credential = state.credential { metadata["credential"] = "\(credential)" }
    if let seller = state.seller { metadata["seller"] = "\(seller)" }
    if let requestID = state.requestID { metadata["request"] = "\(requestID)" }
    if let reason = state.reason { metadata["reason"] = "\(reason)" }
    if let fault = state.fault { metadata["fault"] = "\(fault)" }
    if let outcome = state.outcome { metadata["outcome"] = "\(outcome.rawValue)" }
    return metadata
  }
}
