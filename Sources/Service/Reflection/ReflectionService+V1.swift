import Foundation
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

/// `grpc.reflection.v1`: unknown symbols are answered in the stream.
package struct ReflectionServiceV1: Grpc_Reflection_V1_ServerReflection.SimpleServiceProtocol {
  let index: ReflectionIndex

  package init(index: ReflectionIndex) { self.index = index }

  package func serverReflectionInfo(
    request: RPCAsyncSequence<Grpc_Reflection_V1_ServerReflectionRequest, any Error>,
    response: RPCWriter<Grpc_Reflection_V1_ServerReflectionResponse>, context: ServerContext
  ) async throws {
    for try await question in request {
      let answer = index.answer(.init(question))
      try await response.write(
        .with {
          $0.validHost = question.host
          $0.originalRequest = question
          $0.messageResponse = .init(answer)
        })
    }
  }
}

extension ReflectionIndex.Question {
  fileprivate init(_ request: Grpc_Reflection_V1_ServerReflectionRequest) {
    switch request.messageRequest {
    case .fileByFilename(let name): self = .file(named: name)
    case .fileContainingSymbol(let symbol): self = .symbol(symbol)
    case .fileContainingExtension(let asked):
      self = .extension(of: asked.containingType, number: asked.extensionNumber)
    case .allExtensionNumbersOfType(let type): self = .extensionNumbers(of: type)
    case .listServices: self = .services
    case nil: self = .nothing
    }
  }
}

extension Grpc_Reflection_V1_ServerReflectionResponse.OneOf_MessageResponse {
  fileprivate init(_ answer: ReflectionIndex.Answer) {
    switch answer {
    case .files(let files):
      self = .fileDescriptorResponse(.with { $0.fileDescriptorProto = files.map { Data($0) } })
    case .extensionNumbers(let type, let numbers):
      self = .allExtensionNumbersResponse(
        .with {
          $0.baseTypeName = type
          $0.extensionNumber = numbers
        })
    case .services(let names):
      self = .listServicesResponse(
        .with { $0.service = names.map { name in .with { $0.name = name } } })
    case .notFound(let message): self = .errorResponse(.error(.notFound, message))
    case .invalid(let message): self = .errorResponse(.error(.invalidArgument, message))
    }
  }
}

extension Grpc_Reflection_V1_ErrorResponse {
  fileprivate static func error(_ code: RPCError.Code, _ message: String) -> Self {
    .with {
      $0.errorCode = Int32(code.rawValue)
      $0.errorMessage = message
    }
  }
}
