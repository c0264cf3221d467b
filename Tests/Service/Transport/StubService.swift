import Domain
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import GRPCProtobuf
import OrderToCashAPI
import SwiftProtobuf

@testable import Service

/// A few methods of the contract with handlers that do what the request's text says. The messages
/// are those of the health protocol: small, and here anyway.
struct StubService: RegistrableRPCService {
  typealias Request = Grpc_Health_V1_HealthCheckRequest
  typealias Response = Grpc_Health_V1_HealthCheckResponse

  static let getOrder = MethodDescriptor(
    fullyQualifiedService: "o2c.v1.OrderService", method: "GetOrder")
  static let placeOrder = MethodDescriptor(
    fullyQualifiedService: "o2c.v1.OrderService", method: "PlaceOrder")
  static let verifyBooks = MethodDescriptor(
    fullyQualifiedService: "o2c.v1.LedgerService", method: "VerifyBooks")
  static let getCaller = MethodDescriptor(
    fullyQualifiedService: "o2c.v1.AdminService", method: "GetCaller")
  static let methods = [getOrder, placeOrder, verifyBooks, getCaller]

  final class Calls: Sendable {
    let started = Tally()
    let cancelled = Tally()
  }
  let calls = Calls()

  struct Odd: Error {}

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    for method in [Self.getOrder, Self.placeOrder, Self.getCaller] {
      router.registerHandler(
        forMethod: method, deserializer: ProtobufDeserializer<Request>(),
        serializer: ProtobufSerializer<Response>()
      ) { stream, _ in
        let request = try await ServerRequest(stream: stream)
        try await act(request.message.service)
        let response = ServerResponse(message: Response.with { $0.status = .serving })
        return StreamingServerResponse(single: response)
      }
    }
    router.registerHandler(
      forMethod: Self.verifyBooks, deserializer: ProtobufDeserializer<Request>(),
      serializer: ProtobufSerializer<Response>()
    ) { stream, _ in
      let request = try await ServerRequest(stream: stream)
      return StreamingServerResponse { writer in
        try await writer.write(.with { $0.status = .serving })
        try await act(request.message.service)
        return [:]
      }
    }
  }

  private func act(_ what: String) async throws {
    calls.started.add()
    let call = try CallContext.authenticated()
    switch what {
    case "hang":
      do {
        try await Task.sleep(for: .seconds(60))
      } catch {
        calls.cancelled.add()
        throw error
      }
    case "slow": try await Task.sleep(for: .milliseconds(300))
    case "reject":
      throw Rejection(
        .creditHold, "The order would pass the limit.", metadata: ["rules": "LIMIT"])
    case "fields":
      throw Rejection.invalidFields([
        .init("order.lines[2].quantity", .fieldOutOfRange, "must be above 0"),
        .init("order.customer", .fieldRequired, "is required"),
      ])
    case "missing": throw Rejection.notFound("orders/\(call.caller.principal)")
    case "unknown": throw ServiceError.outcomeUnknown
    case "odd": throw Odd()
    case "library": throw RPCError(code: .unknown, message: "Google_Protobuf_Secret")
    default: break
    }
  }
}

struct StubClient: Sendable {
  let client: GRPCClient<HTTP2ClientTransport.Posix>
  let authorization: String?

  /// One call; what the request says is what the handler does.
  @discardableResult
  func call(
    _ method: MethodDescriptor = StubService.getOrder, _ what: String = "",
    metadata: Metadata = [:], timeout: Duration? = nil
  ) async throws -> StubService.Response {
    var metadata = metadata
    if let authorization { metadata.addString(authorization, forKey: "authorization") }
    var options = CallOptions.defaults
    options.waitForReady = false
    options.timeout = timeout
    return try await client.unary(
      request: ClientRequest(
        message: StubService.Request.with { $0.service = what }, metadata: metadata),
      descriptor: method, serializer: ProtobufSerializer<StubService.Request>(),
      deserializer: ProtobufDeserializer<StubService.Response>(), options: options
    ) { try $0.message }
  }

  /// A stream, read to its end; the number of messages.
  func stream(_ what: String, metadata: Metadata = [:]) async throws -> Int {
    var metadata = metadata
    if let authorization { metadata.addString(authorization, forKey: "authorization") }
    return try await client.serverStreaming(
      request: ClientRequest(
        message: StubService.Request.with { $0.service = what }, metadata: metadata),
      descriptor: StubService.verifyBooks,
      serializer: ProtobufSerializer<StubService.Request>(),
      deserializer: ProtobufDeserializer<StubService.Response>(), options: .defaults
    ) { response in
      var count = 0
      for try await _ in response.messages { count += 1 }
      return count
    }
  }

  /// The error of a call that must fail.
  func failure(
    _ method: MethodDescriptor = StubService.getOrder, _ what: String = "",
    metadata: Metadata = [:], timeout: Duration? = nil
  ) async -> Failure? {
    do {
      try await call(method, what, metadata: metadata, timeout: timeout)
      return nil
    } catch {
      return Failure(error)
    }
  }
}

/// An error as a client reads it.
struct Failure: Sendable {
  let code: RPCError.Code?
  let message: String
  let reason: String
  let metadata: [String: String]
  let details: Google_Rpc_Status
  let trailers: Metadata

  init(_ error: any Error) {
    let error = error as? RPCError
    code = error?.code
    message = error?.message ?? ""
    trailers = error?.metadata ?? [:]
    let bytes = trailers[binaryValues: "grpc-status-details-bin"].first { _ in true } ?? []
    details = (try? Google_Rpc_Status(serializedBytes: bytes)) ?? Google_Rpc_Status()
    let info = Self.detail(of: details, Google_Rpc_ErrorInfo.self)
    reason = info?.reason ?? ""
    metadata = info?.metadata ?? [:]
  }

  func detail<Detail: SwiftProtobuf.Message>(_ type: Detail.Type) -> Detail? {
    Self.detail(of: details, type)
  }

  private static func detail<Detail: SwiftProtobuf.Message>(
    of status: Google_Rpc_Status, _ type: Detail.Type
  ) -> Detail? {
    for any in status.details where any.isA(type) { return try? Detail(unpackingAny: any) }
    return nil
  }
}
