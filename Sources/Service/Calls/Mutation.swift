package import Domain
package import GRPCCore
package import OrderToCashAPI
package import SwiftProtobuf

/// A request that changes something: safe to repeat under its id, and to try without effect.
package protocol MutationRequest: Message, Sendable {
  var requestID: String { get set }
  var validateOnly: Bool { get set }
}

/// For whom and until when a request is carried out.
struct MutationTerms: Sendable {
  /// The call that it is part of, for errors of items.
  var callID: String
  var caller: AuthenticatedCaller
  var seller: ID<Seller>
  var deadline: ContinuousClock.Instant?
  /// Learns the request id.
  var record: CallRecord?
  var mustHaveID = false

  /// Those of the call in hand.
  static func ofCall() throws -> MutationTerms {
    let (call, caller, seller) = try CallContext.authenticated()
    return MutationTerms(
      callID: call.callID, caller: caller, seller: seller, deadline: call.deadline,
      record: call.record)
  }

  /// Of an item, whose id is its own.
  var ofItem: MutationTerms {
    var terms = self
    terms.record = nil
    terms.mustHaveID = true
    return terms
  }
}

/// The one way of a mutation: shape, request id, hash, command, door, reply.
package struct Mutation: Sendable {
  let environment: Environment
  /// `o2c.v1.OrderService/PlaceOrder`
  let method: String

  /// Of one request; a batch is as large as its items.
  static let mostBytes = 256 * 1024

  package init(_ method: String, in environment: Environment) {
    self.environment = environment
    self.method = method
  }

  /// What became of one request, with the id it acted under.
  package struct Outcome<Reply: Sendable>: Sendable {
    /// As it was written down: to be sent, not to be read.
    package var reply: Reply
    package var requestID: ID<Request>
    package var isReplay: Bool
  }

  /// Carries a request out.
  ///
  /// - Parameters:
  ///   - command: turns the request into a command; faults of shape are collected, all at once.
  ///   - reply: turns the core's answer into the message.
  ///   - withoutSecrets: what is stored for a repetition, where that differs from the reply.
  package func perform<Request: MutationRequest, C: Command, Reply: Message & Sendable>(
    _ request: Request,
    command: (Request, inout Shape) -> C?,
    reply: @escaping @Sendable (C.Reply) -> Reply,
    withoutSecrets: (@Sendable (Reply) -> Reply)? = nil
  ) async throws -> Outcome<Reply> {
    try await prepare(
      request, on: .ofCall(), command: command, reply: reply, withoutSecrets: withoutSecrets
    ).perform()
  }

  /// Checks a request and makes it ready for the door.
  func prepare<Request: MutationRequest, C: Command, Reply: Message & Sendable>(
    _ request: Request, on terms: MutationTerms,
    command: (Request, inout Shape) -> C?,
    reply: @escaping @Sendable (C.Reply) -> Reply,
    withoutSecrets: (@Sendable (Reply) -> Reply)? = nil
  ) throws -> Prepared<Reply> {
    let (requestID, isOwn) = try identity(request.requestID, mustHaveID: terms.mustHaveID)
    terms.record?.note(requestID: requestID.uuidText)
    var shape = Shape(checking: request)
    let made = command(request, &shape)
    try shape.faults.check()
    if let resource = shape.missingEtag { throw Rejection.etagRequired(resource) }
    guard let made else {
      preconditionFailure("\(method): a request without faults makes a command")
    }
    var content = request
    content.requestID = ""
    let (hash, byteCount) = try RequestIdentity.hash(of: content, method: method)
    guard byteCount <= Self.mostBytes else {
      throw Rejection.invalidField(
        "", .fieldOutOfRange,
        "A request has at most \(Self.mostBytes) bytes, not \(byteCount).")
    }
    let ticket = RequestTicket(
      seller: terms.seller, caller: terms.caller.domainCaller, requestID: requestID, hash: hash,
      method: method, deadline: terms.deadline, isValidateOnly: request.validateOnly,
      byteCount: byteCount)
    let entry = DoorEntry(made, as: ticket) { (decided) throws(Rejection) in
      let message = reply(decided)
      let written = try Self.written(message)
      guard let withoutSecrets else { return (written, written) }
      return (written, try Self.written(withoutSecrets(message)))
    }
    return Prepared(entry: entry, isOwn: isOwn, door: environment.door)
  }

  /// A request that waits for nothing but the door.
  struct Prepared<Reply: Message & Sendable>: Sendable {
    let entry: DoorEntry
    /// Made here: the caller knows no id.
    let isOwn: Bool
    let door: Door

    func perform() async throws -> Outcome<Reply> {
      try outcome(of: await door.submit([entry])[0])
    }

    func outcome(of answer: Result<DoorAnswer, any Error>) throws -> Outcome<Reply> {
      let requestID = entry.ticket.requestID
      do {
        switch try answer.get() {
        case .decided(let value):
          guard let bytes = value as? [UInt8] else { throw ServiceError.internalError(.applied) }
          return Outcome(reply: try Reply(written: bytes), requestID: requestID, isReplay: false)
        case .replayed(let bytes):
          return Outcome(reply: try Reply(written: bytes), requestID: requestID, isReplay: true)
        }
      } catch var error as ServiceError where isOwn && error.outcome == .unknown {
        // Nobody but us knows the id: a repetition would come with another one and could act twice.
        error.retryAfter = nil
        throw error
      }
    }
  }

  /// The items of a batch: together through the door, each with a result of its own, in their order.
  ///
  /// - Parameter field: of the result, for the reply.
  static func results<Item: MutationRequest, Result: BatchResult, Reply: Message & Sendable>(
    of items: [Item], in field: WritableKeyPath<Result, Reply>, on terms: MutationTerms,
    at door: Door, prepare: (Item, MutationTerms) throws -> Prepared<Reply>
  ) async -> [Result] {
    let terms = terms.ofItem
    let prepared = items.map { item in Swift.Result { try prepare(item, terms) } }
    var answers = await door.submit(prepared.compactMap { try? $0.get().entry }).makeIterator()
    return zip(items, prepared).map { item, prepared in
      var result = Result()
      result.requestID = item.requestID
      do {
        let ready = try prepared.get()
        guard let answer = answers.next() else { throw ServiceError.internalError(.unknown) }
        let outcome = try ready.outcome(of: answer)
        result[keyPath: field] = outcome.reply
        result.replayed = outcome.isReplay
      } catch {
        result.error = BatchShape.status(error, callID: terms.callID)
      }
      return result
    }
  }

  private func identity(
    _ text: String, mustHaveID: Bool
  ) throws(Rejection) -> (id: ID<Request>, isOwn: Bool) {
    if text.isEmpty {
      guard !mustHaveID else {
        throw .invalidField(
          "request_id", .fieldRequired, "Each item of a batch has a request_id of its own.")
      }
      return (RequestIdentity.make(now: environment.clock.now()), true)
    }
    return (try Self.requestID(text), false)
  }

  /// Refuses what is no request id, where something is read before the request is carried out.
  static func checkIdentity(_ text: String, now: Instant) throws(Rejection) {
    if !text.isEmpty { try RequestIdentity.check(requestID(text), now: now) }
  }

  private static func requestID(_ text: String) throws(Rejection) -> ID<Request> {
    guard let id = ID<Request>(uuid: text) ?? ID<Request>(text) else {
      throw RequestIdentity.invalid(text)
    }
    return id
  }

  private static func written(_ message: some Message) throws(Rejection) -> [UInt8] {
    do {
      return try message.serializedBytes()
    } catch {
      throw Rejection(.invariantViolated, "The reply could not be written down.")
    }
  }
}

extension Mutation.Outcome where Reply: Message {
  /// The reply with the metadata that says under which id it happened, and whether it is a replay.
  package var response: ServerResponse<Reply> {
    var metadata: Metadata = [:]
    metadata.addString(requestID.uuidText, forKey: "o2c-request-id")
    if isReplay { metadata.addString("true", forKey: "o2c-replayed") }
    return ServerResponse(message: reply, metadata: metadata)
  }
}

extension Message {
  /// A message that goes out as the bytes that it was written down as: the first answer and each
  /// repetition are the same to the byte, and nothing is encoded twice. Its fields are not set.
  init(written bytes: [UInt8]) throws {
    self.init()
    // A message without fields of its own keeps all that it reads as it is.
    unknownFields = try Google_Protobuf_Empty(serializedBytes: bytes).unknownFields
  }
}
