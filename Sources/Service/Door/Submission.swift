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

/// A command as the door takes it, erased to what it needs of it: its needs, and a decision that gives
/// a way to write the reply down, as it will be sent and stored.
package struct DoorEntry: Sendable {
  struct Reply: Sendable {
    var value: any Sendable
    /// As stored for a repetition: never with a secret in it.
    var stored: [UInt8]
  }

  /// Written down once the rows of the batch are on their way: the server writes these meanwhile.
  typealias WriteReply = () throws(Rejection) -> Reply
  typealias Decide = @Sendable (inout Books, Context) throws(Rejection) -> WriteReply
  typealias FurtherNeeds = @Sendable (Books, Context) -> Needs?

  let ticket: RequestTicket
  let needs: Needs
  let furtherNeeds: FurtherNeeds
  let decide: Decide

  /// - Parameter reply: makes the reply and the bytes under which a repetition finds it.
  package init<C: Command>(
    _ command: C, as ticket: RequestTicket,
    reply:
      @escaping @Sendable (C.Reply) throws(Rejection) -> (
        value: any Sendable, stored: [UInt8]
      )
  ) {
    self.ticket = ticket
    needs = command.needs
    furtherNeeds = { command.furtherNeeds(on: $0, in: $1) }
    decide = { (books, context) throws(Rejection) in
      let decided = try command.decide(on: &books, in: context)
      return { () throws(Rejection) in
        let made = try reply(decided)
        return Reply(value: made.value, stored: made.stored)
      }
    }
  }
}

/// One command on its way through the door, and the caller who waits for it.
final class Submission: Sendable {
  typealias Answer = @Sendable (Result<DoorAnswer, any Error>) -> Void

  private enum State {
    case queued(Answer)
    /// In a batch: whether it happens is no longer the caller's to say.
    case running(Answer)
    case done
  }

  let entry: DoorEntry
  private let state: Mutex<State>
  /// A batch with this command has lost its COMMIT: it is settled before time may drop it.
  private let unsettled = Mutex(false)

  var ticket: RequestTicket { entry.ticket }

  /// - Parameter answer: takes what became of it; called once.
  init(_ entry: DoorEntry, answer: @escaping Answer) {
    self.entry = entry
    state = Mutex(.queued(answer))
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
      case .queued(let answer):
        state = .running(answer)
        return true
      case .running: return true
      case .done: return false
      }
    }
  }

  /// Back into the queue, undecided: its caller may leave again without harm.
  func requeue() {
    state.withLock { state in
      if case .running(let answer) = state { state = .queued(answer) }
    }
  }

  /// Answers the caller; only the first answer counts.
  func finish(_ result: Result<DoorAnswer, any Error>) {
    let answer = state.withLock { state -> Answer? in
      defer { state = .done }
      switch state {
      case .queued(let answer), .running(let answer): return answer
      case .done: return nil
      }
    }
    answer?(result)
  }

  /// The caller's time is over, or it left. A command that waits is dropped; one that is being
  /// decided goes on without its caller, who learns that the outcome is open.
  func abandon() {
    let (answer, outcome) = state.withLock { state -> (Answer?, Outcome) in
      switch state {
      case .queued(let answer):
        state = .done
        return (answer, isUnsettled ? .unknown : .notApplied)
      case .running(let answer):
        state = .done
        return (answer, ticket.isValidateOnly ? .notApplied : .unknown)
      case .done: return (nil, .notApplied)
      }
    }
    answer?(.failure(ServiceError.deadlineExceeded(outcome)))
  }
}
