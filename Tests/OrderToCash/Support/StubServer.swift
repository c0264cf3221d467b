import Foundation
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import GRPCProtobuf
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

/// One method of a stub server.
protocol StubMethod: Sendable {
  func register<Transport: ServerTransport>(with router: inout RPCRouter<Transport>)
}

/// A unary method that answers by a closure.
struct Unary<Request: Message, Response: Message>: StubMethod {
  let descriptor: MethodDescriptor
  let answer: @Sendable (Request, Metadata) async throws -> Response

  init(
    _ descriptor: MethodDescriptor,
    _ answer: @escaping @Sendable (Request, Metadata) async throws -> Response
  ) {
    self.descriptor = descriptor
    self.answer = answer
  }

  func register<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    router.registerHandler(
      forMethod: descriptor, deserializer: ProtobufDeserializer<Request>(),
      serializer: ProtobufSerializer<Response>()
    ) { request, _ in
      let single = try await ServerRequest(stream: request)
      let response = try await answer(single.message, single.metadata)
      return StreamingServerResponse(single: ServerResponse(message: response))
    }
  }
}

/// A method with a stream each way.
struct Bidirectional<Request: Message, Response: Message>: StubMethod {
  typealias Inbound = RPCAsyncSequence<Request, any Error>
  let descriptor: MethodDescriptor
  let talk: @Sendable (Inbound, RPCWriter<Response>) async throws -> Void

  init(
    _ descriptor: MethodDescriptor,
    _ talk: @escaping @Sendable (Inbound, RPCWriter<Response>) async throws -> Void
  ) {
    self.descriptor = descriptor
    self.talk = talk
  }

  func register<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    router.registerHandler(
      forMethod: descriptor, deserializer: ProtobufDeserializer<Request>(),
      serializer: ProtobufSerializer<Response>()
    ) { request, _ in
      StreamingServerResponse { writer in
        try await talk(request.messages, writer)
        return [:]
      }
    }
  }
}

private struct StubService: RegistrableRPCService {
  let methods: [any StubMethod]

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    for method in methods { method.register(with: &router) }
  }
}

/// The handlers of one test, on a real TLS listener at a port of the system's choice.
func withStubServer<Value: Sendable>(
  _ methods: any StubMethod..., body: (Configuration) async throws -> Value
) async throws -> Value {
  let authority = try TestAuthority()
  let transport = HTTP2ServerTransport.Posix(
    address: .ipv4(host: "127.0.0.1", port: 0),
    transportSecurity: .tls(
      certificateChain: [.bytes(Array(authority.serverPEM.utf8), format: .pem)],
      privateKey: .bytes(Array(authority.serverKeyPEM.utf8), format: .pem)),
    config: .defaults { $0.http2.maxConcurrentStreams = 128 })
  let server = GRPCServer(transport: transport, services: [StubService(methods: methods)])
  return try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { try await server.serve() }
    let port = try await transport.listeningAddress.ipv4?.port ?? 0
    let value = try await body(
      Configuration(
        endpoint: Endpoint(host: "127.0.0.1", port: port), trustRoots: .pem(authority.rootPEM),
        credential: .apiKey("o2c_test_key")))
    server.beginGracefulShutdown()
    group.cancelAll()
    return value
  }
}

/// What a server of ours answers when it refuses.
func refusal(
  _ code: RPCError.Code, _ reason: String, outcome: String = "not_applied",
  retryable: Bool = false, pushback: String? = nil, details: [any Message] = []
) throws -> RPCError {
  let info = Google_Rpc_ErrorInfo.with {
    $0.reason = reason
    $0.domain = "o2c.dev"
    $0.metadata = ["outcome": outcome, "retryable": "\(retryable)"]
  }
  let request = Google_Rpc_RequestInfo.with { $0.requestID = "call-7" }
  let status = try Google_Rpc_Status.with {
    $0.code = Int32(code.rawValue)
    $0.message = "refused: \(reason)"
    $0.details = try ([info, request] + details).map { try Google_Protobuf_Any(message: $0) }
  }
  var metadata: Metadata = [:]
  metadata.addBinary(try status.serializedBytes(), forKey: "grpc-status-details-bin")
  if let pushback { metadata.addString(pushback, forKey: "grpc-retry-pushback-ms") }
  return RPCError(code: code, message: status.message, metadata: metadata)
}
