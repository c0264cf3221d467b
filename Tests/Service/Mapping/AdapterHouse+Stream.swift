import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Synchronization

@testable import Service

extension AdapterHouse {
  /// Calls a method that streams its answer, and gives all messages, as a client reads them.
  func stream<Request: Sendable, Reply: SwiftProtobuf.Message>(
    _ method: String, _ request: Request, as caller: AuthenticatedCaller? = nil,
    _ body: (ServerRequest<Request>, ServerContext) async throws -> StreamingServerResponse<Reply>
  ) async throws -> [Reply] {
    guard let rule = MethodTable.byName[method] else { throw Missing() }
    var context = CallContext(
      callID: "test", method: MethodPolicy(rule),
      record: CallRecord(
        callID: "test", method: method, logger: environment.logger,
        metrics: ServiceMetrics(factory: PrometheusMetricsFactory(registry: .init()))))
    context.caller = caller ?? admin
    context.seller = seller
    let server = ServerContext(
      descriptor: MethodDescriptor(fullyQualifiedService: rule.service, method: rule.method),
      remotePeer: "test", localPeer: "test", cancellation: .init())
    return try await CallContext.$current.withValue(context) {
      let response = try await body(ServerRequest(metadata: [:], message: request), server)
      let collector = Collector<Reply>()
      _ = try await response.accepted.get().producer(RPCWriter(wrapping: collector))
      return try collector.all.map {
        try Reply(serializedBytes: $0.serializedBytes() as [UInt8])
      }
    }
  }
}

/// Keeps what is written to it.
private final class Collector<Element: Sendable>: RPCWriterProtocol {
  private let elements = Mutex<[Element]>([])

  var all: [Element] { elements.withLock { $0 } }

  func write(_ element: Element) async throws { elements.withLock { $0.append(element) } }

  func write(contentsOf more: some Sequence<Element>) async throws {
    elements.withLock { $0 += more }
  }
}
