package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

/// `grpc.health.v1`: open to all, answered from memory, so that it answers while everything else
/// is busy.
package struct HealthService: Grpc_Health_V1_Health.SimpleServiceProtocol {
  let board: HealthBoard

  package init(board: HealthBoard) { self.board = board }

  package func check(
    request: Grpc_Health_V1_HealthCheckRequest, context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthCheckResponse {
    guard let status = board.status(of: request.service) else {
      throw ServiceError(
        .notFound, "RESOURCE_NOT_FOUND", "There is no service of this name.",
        metadata: ["resource": "services/\(request.service.prefix(200))"])
    }
    return .with { $0.status = .init(status) }
  }

  package func list(
    request: Grpc_Health_V1_HealthListRequest, context: ServerContext
  ) async throws -> Grpc_Health_V1_HealthListResponse {
    .with { response in
      for service in board.services {
        guard let status = board.status(of: service) else { continue }
        response.statuses[service] = .with { $0.status = .init(status) }
      }
    }
  }

  package func watch(
    request: Grpc_Health_V1_HealthCheckRequest,
    response: RPCWriter<Grpc_Health_V1_HealthCheckResponse>, context: ServerContext
  ) async throws {
    let isKnown = board.status(of: request.service) != nil
    var last: Grpc_Health_V1_HealthCheckResponse.ServingStatus?
    for await change in board.changes() {
      let status: Grpc_Health_V1_HealthCheckResponse.ServingStatus =
        isKnown ? .init(change) : .serviceUnknown
      guard status != last else { continue }
      last = status
      try await response.write(.with { $0.status = status })
    }
    try Task.checkCancellation()
    if board.isDraining { throw ServiceError.draining }
  }
}

extension Grpc_Health_V1_HealthCheckResponse.ServingStatus {
  init(_ status: HealthBoard.Status) {
    self = status == .serving ? .serving : .notServing
  }
}
