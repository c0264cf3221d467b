package import GRPCCore
package import Logging

/// The outermost: gives the call its id and its context, and writes its line when it is over.
package struct CallLogInterceptor: ServerInterceptor {
  let policies: MethodPolicies
  let logger: Logger
  let metrics: ServiceMetrics
  let callIDs: CallIDs

  package init(
    policies: MethodPolicies, logger: Logger, metrics: ServiceMetrics, callIDs: CallIDs = CallIDs()
  ) {
    self.policies = policies
    self.logger = logger
    self.metrics = metrics
    self.callIDs = callIDs
  }

  package func intercept<Input: Sendable, Output: Sendable>(
    request: StreamingServerRequest<Input>, context: ServerContext,
    next:
      @Sendable @concurrent (StreamingServerRequest<Input>, ServerContext) async throws
      -> StreamingServerResponse<Output>
  ) async throws -> StreamingServerResponse<Output> {
    let policy = policies[context.descriptor]
    let callID = callIDs.make()
    let record = CallRecord(
      callID: callID, method: policy.name, logger: logger, metrics: metrics)
    var call = CallContext(callID: callID, method: policy, record: record)
    call.acceptLanguage = request.metadata.text("accept-language")
    call.traceParent = request.metadata.text("traceparent")
    do {
      let response = try await CallContext.$current.withValue(call) {
        try await next(request, context)
      }
      switch response.accepted {
      case .failure(let error):
        record.finish(Status.Code(error.code))
        return response
      case .success(var contents):
        contents.metadata.addString(callID, forKey: "o2c-call-id")
        let producer = contents.producer
        contents.producer = { writer in
          do {
            let trailers = try await producer(writer)
            record.finish(.ok)
            return trailers
          } catch {
            record.finish((error as? RPCError).map { Status.Code($0.code) } ?? .unknown)
            throw error
          }
        }
        return StreamingServerResponse(accepted: .success(contents))
      }
    } catch {
      record.finish((error as? RPCError).map { Status.Code($0.code) } ?? .unknown)
      throw error
    }
  }
}

extension Metadata {
  /// The first value of a text header; nil when there is none. Long values are cut off the wire by
  /// the transport's limit of 16 KiB.
  func text(_ key: String) -> String? {
    var values = self[stringValues: key].makeIterator()
    return values.next()
  }
}
