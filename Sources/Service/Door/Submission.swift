package import Domain
import Synchronization

/// Under which name and for how long a command is asked: the key of its idempotency, and its time.
package struct RequestTicket: Sendable {
  package var seller: ID<Seller>
  package var caller: Caller
  package var requestID: ID<Request>
  /// SHA-256 over the method and the content, without the request id.
  package var hash: [UInt8]
  /// `OrderService/PlaceOrder`
  package var method: String
  /// Dropped undecided after this, on the monotonic clock.
  package var deadline: ContinuousClock.Instant?
  /// Decides without effect; nothing is stored under the request id.
  package var isValidateOnly: Bool
  /// What the request weighs, for the bound of a batch.
  package var byteCount: Int

  package init(
    seller: ID<Seller>, caller: Caller, requestID: ID<Request>, hash: [UInt8], method: String,
    deadline: ContinuousClock.Instant?, isValidateOnly: Bool = false, byteCount: Int = 0
  ) {
    self.seller = seller
    self.caller = caller
    self.requestID = requestID
    self.hash = hash
    self.method = method
    self.deadline = deadline
    self.isValidateOnly = isValidateOnly
    self.byteCount = byteCount
  }
}

/// What a command answered: made just now, or read from where the first answer is kept.
package enum DoorAnswer: Sendable {
  case decided(any Sendable)
  case replayed([UInt8])
}

/// One command on its way through the door, and the caller who waits for it.
///
/// A command is erased to what the door needs of it: its needs, and a decision that also writes
/// the reply down as it will be stored.
final class Submission: Sendable {
  struct Decided: Sendable {
    var value: any Sendable
    /// As stored for a repetition: never with a secret in it.
    var stored: [UInt8]
  }

  typealias Decide = @Sendable (inout Books, Context) throws(Rejection) -> Decided
  typealias FurtherNeeds = @Sendable (Books, Context) -> Needs?
  typealias Continuation = CheckedContinuation<DoorAnswer, any Error>

  private enum State {
    case queued(Continuation)
    /// In a batch: whether it happens is no longer the caller's to say.
    case running(Continuation)
    case done
  }

  let ticket: RequestTicket
  let needs: Needs
  let furtherNeeds: FurtherNeeds
  let decide: Decide
  private let state: Mutex<State>
  /// A batch with this command has lost its COMMIT: it is settled before time may drop it.
  private let unsettled = Mutex(false)

  init(
    ticket: RequestTicket, needs: Needs, furtherNeeds: @escaping FurtherNeeds = { _, _ in nil },
    decide: @escaping Decide, continuation: Continuation
  ) {
    self.ticket = ticket
    self.needs = needs
    self.furtherNeeds = furtherNeeds
    self.decide = decide
    state = Mutex(.queued(continuation))
  }

  var isUnsettled: Bool {
    get { unsettled.withLock { $0 } }
    set { unsettled.withLock { $0 = newValue } }
  }

  var isExpired: Bool { ticket.deadline.map { $0 <= .now } ?? false }

  /// Takes it into a batch; false when its caller has left while it waited.
  func begin() -> Bool {
    state.withLock { state in
      switch state {
      case .queued(let continuation):
        state = .running(continuation)
        return true
      case .running: return true
      case .done: return false
      }
    }
  }

  /// Back into the queue, undecided: its caller may leave again without harm.
  func requeue() {
    state.withLock { state in
      if case .running(let continuation) = state { state = .queued(continuation) }
    }
  }

  /// Answers the caller; only the first answer counts.
  func finish(_ result: Result<DoorAnswer, any Error>) {
    let continuation = state.withLock { state -> Continuation? in
      defer { state = .done }
      switch state {
      case .queued(let continuation), .running(let continuation): return continuation
      case .done: return nil
      }
    }
    continuation?.resume(with: result)
  }

  /// The caller's time is over, or it left. A command that waits is dropped; one that is being
  /// decided goes on without its caller, who learns that the outcome is open.
  func abandon() {
    let (continuation, outcome) = state.withLock { state -> (Continuation?, Outcome) in
      switch state {
      case .queued(let continuation):
        state = .done
        return (continuation, isUnsettled ? .unknown : .notApplied)
      case .running(let continuation):
        state = .done
        return (continuation, ticket.isValidateOnly ? .notApplied : .unknown)
      case .done: return (nil, .notApplied)
      }
    }
    continuation?.resume(throwing: ServiceError.deadlineExceeded(outcome))
  }
}
