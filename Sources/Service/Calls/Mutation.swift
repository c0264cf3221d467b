package import Domain
package import GRPCCore
package import OrderToCashAPI
package import SwiftProtobuf

/// A request that changes something: safe to repeat under its id, and to try without effect.
package protocol MutationRequest: Message, Sendable {
  var requestID: String { get set }
  var validateOnly: Bool { get set }
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
    let (call, caller, seller) = try CallContext.authenticated()
    return try await perform(
      request, as: caller, for: seller, deadline: call.deadline, record: call.record,
      command: command, reply: reply, withoutSecrets: withoutSecrets)
  }

  func perform<Request: MutationRequest, C: Command, Reply: Message & Sendable>(
    _ request: Request, as caller: AuthenticatedCaller, for seller: ID<Seller>,
    deadline: ContinuousClock.Instant?, record: CallRecord?, mustHaveID: Bool = false,
    command: (Request, inout Shape) -> C?,
    reply: @escaping @Sendable (C.Reply) -> Reply,
    withoutSecrets: (@Sendable (Reply) -> Reply)? = nil
  ) async throws -> Outcome<Reply> {
    let (requestID, isOwn) = try identity(request.requestID, mustHaveID: mustHaveID)
    record?.note(requestID: requestID.uuidText)
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
      seller: seller, caller: caller.domainCaller, requestID: requestID, hash: hash,
      method: method, deadline: deadline, isValidateOnly: request.validateOnly,
      byteCount: byteCount)
    do {
      let answer = try await environment.door.submit(made, as: ticket) {
        (decided) throws(Rejection) in
        let message = reply(decided)
        return (message, try Self.stored(withoutSecrets?(message) ?? message))
      }
      switch answer {
      case .decided(let value):
        guard let message = value as? Reply else {
          throw ServiceError.internalError(.applied)
        }
        return Outcome(reply: message, requestID: requestID, isReplay: false)
      case .replayed(let bytes):
        let message = try Reply(serializedBytes: bytes)
        return Outcome(reply: message, requestID: requestID, isReplay: true)
      }
    } catch var error as ServiceError where isOwn && error.outcome == .unknown {
      // Nobody but us knows the id: a repetition would come with another one and could act twice.
      error.retryAfter = nil
      throw error
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

  private static func stored(_ message: some Message) throws(Rejection) -> [UInt8] {
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
