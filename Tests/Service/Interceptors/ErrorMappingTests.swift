import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Errors on the wire", .timeLimit(.minutes(2)))
struct ErrorMappingTests {
  struct Case: Sendable {
    let what: String
    let code: RPCError.Code
    let reason: String
    let outcome: String
    let retryable: String
  }

  static let cases = [
    Case(
      what: "reject", code: .failedPrecondition, reason: "CREDIT_HOLD", outcome: "not_applied",
      retryable: "false"),
    Case(
      what: "fields", code: .invalidArgument, reason: "INVALID_FIELDS", outcome: "not_applied",
      retryable: "false"),
    Case(
      what: "missing", code: .notFound, reason: "RESOURCE_NOT_FOUND", outcome: "not_applied",
      retryable: "false"),
    Case(
      what: "unknown", code: .unavailable, reason: "OUTCOME_UNKNOWN", outcome: "unknown",
      retryable: "true"),
    Case(
      what: "odd", code: .internalError, reason: "INTERNAL_ERROR", outcome: "unknown",
      retryable: "false"),
    Case(
      what: "library", code: .internalError, reason: "INTERNAL_ERROR", outcome: "unknown",
      retryable: "false"),
  ]

  @Test("every error has its reason, outcome and call id, and none is UNKNOWN")
  func unary() async throws {
    try await TestHouse.run { house in
      let certificate = try house.certificate()
      try await house.withCertificate(certificate) { client in
        for expected in Self.cases {
          let failure = try #require(
            await client.failure(StubService.placeOrder, expected.what))
          #expect(failure.code == expected.code)
          #expect(failure.reason == expected.reason)
          #expect(failure.metadata["outcome"] == expected.outcome)
          #expect(failure.metadata["retryable"] == expected.retryable)
          #expect(failure.detail(Google_Rpc_ErrorInfo.self)?.domain == "o2c.dev")
          #expect(failure.details.code == Int32(expected.code.rawValue))
          #expect(!failure.message.contains("Google_"))
          let callID = try #require(failure.trailers.text("o2c-call-id"))
          #expect(failure.detail(Google_Rpc_RequestInfo.self)?.requestID == callID)
          let pushback = failure.trailers.text("grpc-retry-pushback-ms")
          #expect((pushback != nil) == (expected.retryable == "true"))
          #expect(
            (failure.detail(Google_Rpc_RetryInfo.self) != nil) == (expected.retryable == "true"))
        }
      }
    }
  }

  @Test("an error in the middle of a stream is mapped like any other")
  func streams() async throws {
    try await TestHouse.run { house in
      let certificate = try house.certificate()
      try await house.withCertificate(certificate) { client in
        for expected in Self.cases {
          guard case .failure(let error) = await Result({ try await client.stream(expected.what) })
          else {
            Issue.record("\(expected.what) ended well")
            continue
          }
          #expect(Failure(error).code == expected.code)
          #expect(Failure(error).reason == expected.reason)
        }
      }
    }
  }

  @Test("all violations come with path and reason, and what is missing with its name")
  func details() throws {
    let fields = ErrorStatus(
      Rejection.invalidFields([
        .init("order.lines[2].quantity", .fieldOutOfRange, "must be above 0"),
        .init("order.customer", .fieldRequired, "is required"),
      ]))
    let request = try #require(
      detail(Google_Rpc_BadRequest.self, of: fields.message(callID: "c")))
    #expect(
      request.fieldViolations.map(\.field) == ["order.lines[2].quantity", "order.customer"])
    #expect(request.fieldViolations.map(\.reason) == ["FIELD_OUT_OF_RANGE", "FIELD_REQUIRED"])

    let names = [
      ("orders/x", "orders"), ("orders/x/shipments/y", "shipments"),
      ("customers/x/creditAccount", "creditAccount"), ("x", "x"),
    ]
    for (name, type) in names {
      let missing = ErrorStatus(Rejection.notFound(name))
      let resource = try #require(
        detail(Google_Rpc_ResourceInfo.self, of: missing.message(callID: "c")))
      #expect(resource.resourceName == name)
      #expect(resource.resourceType == type)
    }

    let held = ErrorStatus(Rejection(.creditHold, "Over the limit."))
    let precondition = try #require(
      detail(Google_Rpc_PreconditionFailure.self, of: held.message(callID: "c")))
    #expect(precondition.violations.map(\.type) == ["CREDIT_HOLD"])
  }

  @Test("bytes that are no message are INVALID_ARGUMENT without a Swift name")
  func undecodable() async throws {
    try await TestHouse.run { house in
      let certificate = try house.certificate()
      try await house.withCertificate(certificate) { client in
        let failure = await Result {
          try await client.client.unary(
            request: ClientRequest(message: [0xFF, 0xFF, 0xFF] as [UInt8]),
            descriptor: StubService.getOrder, serializer: RawBytes(), deserializer: RawBytes(),
            options: .defaults
          ) { try $0.message }
        }
        guard case .failure(let error) = failure else {
          Issue.record("accepted")
          return
        }
        #expect(Failure(error).code == .invalidArgument)
        #expect(Failure(error).reason == "INVALID_FIELDS")
        #expect(!Failure(error).message.contains("Grpc_"))
      }
    }
  }

  private func detail<Detail>(_ type: Detail.Type, of status: Google_Rpc_Status) -> Detail?
  where Detail: SwiftProtobuf.Message {
    status.details.lazy.compactMap { try? Detail(unpackingAny: $0) }.first
  }
}

/// Sends bytes as they are.
struct RawBytes: MessageSerializer, MessageDeserializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ message: [UInt8]) throws -> Bytes { Bytes(message) }
  func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> [UInt8] {
    bytes.withUnsafeBytes { Array($0) }
  }
}
