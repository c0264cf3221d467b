import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Reflection", .timeLimit(.minutes(2)))
struct ReflectionTests {
  static let index = Result {
    try ReflectionIndex(
      descriptorSet: EmbeddedDescriptors.fileDescriptorSet,
      served: ["o2c.v1.OrderService", "grpc.health.v1.Health", "not.in.the.Set"])
  }

  @Test("files come with all that they import, the one asked for first")
  func files() throws {
    let index = try Self.index.get()
    for question in [
      ReflectionIndex.Question.symbol("o2c.v1.OrderService"),
      .symbol("o2c.v1.OrderService.PlaceOrder"), .symbol("o2c.v1.PlaceOrderRequest"),
      .symbol("o2c.v1.PlaceOrderRequest.request_id"), .symbol("o2c.v1.Order.State"),
      .file(named: "o2c/v1/order_service.proto"),
    ] {
      guard case .files(let bytes) = index.answer(question) else {
        Issue.record("\(question)")
        continue
      }
      let files = try bytes.map {
        try Google_Protobuf_FileDescriptorProto(serializedBytes: $0)
      }
      #expect(files.first?.name == "o2c/v1/order_service.proto")
      let names = Set(files.map(\.name))
      #expect(names.count == files.count)
      for file in files { #expect(names.isSuperset(of: file.dependency)) }
    }
  }

  @Test("error details, extensions and services are known; the unknown is said to be so")
  func others() throws {
    let index = try Self.index.get()
    guard case .files = index.answer(.symbol("google.rpc.ErrorInfo")) else {
      Issue.record("no error details")
      return
    }
    guard
      case .files = index.answer(
        .extension(of: "google.protobuf.MethodOptions", number: 50101))
    else {
      Issue.record("no extension")
      return
    }
    #expect(
      index.answer(.extensionNumbers(of: "google.protobuf.MethodOptions"))
        == .extensionNumbers(type: "google.protobuf.MethodOptions", [50101]))
    #expect(index.answer(.services) == .services(["grpc.health.v1.Health", "o2c.v1.OrderService"]))
    #expect(index.answer(.symbol("o2c.v1.Nothing")) == .notFound("no such symbol"))
    #expect(index.answer(.file(named: "x.proto")) == .notFound("no such file"))
    #expect(index.answer(.nothing) == .invalid("the request asks nothing"))
  }

  @Test("both versions answer a stream of questions without a credential")
  func streams() async throws {
    try await TestHouse.run { house in
      try await house.withAPIKey(nil) { stub in
        let v1 = Grpc_Reflection_V1_ServerReflection.Client(wrapping: stub.client)
        let answers = try await v1.serverReflectionInfo { writer in
          try await writer.write(.with { $0.listServices = "" })
          try await writer.write(.with { $0.fileContainingSymbol = "o2c.v1.Nothing" })
          try await writer.write(.with { $0.fileContainingSymbol = "o2c.v1.OrderService" })
        } onResponse: { response in
          try await response.messages.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 3)
        #expect(
          answers.first?.listServicesResponse.service.map(\.name) == ["o2c.v1.OrderService"])
        #expect(answers.dropFirst().first?.errorResponse.errorCode == 5)
        #expect(answers.last?.fileDescriptorResponse.fileDescriptorProto.isEmpty == false)

        let alpha = Grpc_Reflection_V1alpha_ServerReflection.Client(wrapping: stub.client)
        let count = try await alpha.serverReflectionInfo { writer in
          try await writer.write(.with { $0.fileByFilename = "o2c/v1/types.proto" })
        } onResponse: { response in
          try await response.messages.reduce(into: 0) {
            $0 += $1.fileDescriptorResponse.fileDescriptorProto.count
          }
        }
        #expect(count > 0)
      }
    }
  }
}
