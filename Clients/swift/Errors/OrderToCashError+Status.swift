import GRPCCore
import OrderToCashAPI
import SwiftProtobuf

extension OrderToCashError {
  /// The error in a status message: that of a call's trailers, or of one item of a batch.
  init(_ status: Google_Rpc_Status, requestID: String?, callID: String? = nil) {
    var details = StatusDetails()
    for detail in status.details { details.add(detail) }
    let metadata = details.info?.metadata ?? [:]
    let code = Code(rawValue: Int(status.code))
    self.init(
      code: code, reason: Reason(rawValue: details.info?.reason ?? ""), message: status.message,
      metadata: metadata, violations: details.violations,
      outcome: metadata["outcome"].flatMap(Outcome.init) ?? .unknown,
      isRetryable: details.info == nil ? code == .unavailable : metadata["retryable"] == "true",
      retryAfter: details.retryAfter, callID: details.callID ?? callID, requestID: requestID,
      resource: details.resource)
  }

  /// The error that a call ended with. One without details comes from below the service: from the
  /// transport, or from a proxy.
  init(_ error: RPCError, requestID: String?) {
    let callID = error.metadata[stringValues: "o2c-call-id"].first { _ in true }
    let bytes = error.metadata[binaryValues: "grpc-status-details-bin"].first { _ in true }
    if let bytes, let status = try? Google_Rpc_Status(serializedBytes: bytes),
      !status.details.isEmpty
    {
      self.init(status, requestID: requestID, callID: callID)
      return
    }
    let reason: Reason =
      switch error.code {
      case .unavailable: .connectionFailed
      case .deadlineExceeded: .deadlineExceeded
      default: Reason("")
      }
    self.init(
      code: Code(rawValue: error.code.rawValue), reason: reason,
      message: Self.text(of: error),
      isRetryable: !reason.rawValue.isEmpty, callID: callID, requestID: requestID)
  }

  /// What the transport says, without how it works inside.
  private static func text(of error: RPCError) -> String {
    let opening = "Channel is in a transient failure state and 'wait for ready' isn't enabled. "
    guard !error.message.isEmpty else { return "\(error.code)" }
    guard error.message.hasPrefix(opening) else { return error.message }
    return "The server cannot be reached. \(error.message.dropFirst(opening.count))"
  }
}

extension Reason {
  init(_ text: String) { self.init(rawValue: text) }
}

/// The details of a status that the contract knows.
private struct StatusDetails {
  var info: Google_Rpc_ErrorInfo?
  var violations: [OrderToCashError.FieldViolation] = []
  var retryAfter: Duration?
  var callID: String?
  var resource: String?

  mutating func add(_ detail: Google_Protobuf_Any) {
    if let info: Google_Rpc_ErrorInfo = unpack(detail) {
      self.info = info
    } else if let request: Google_Rpc_BadRequest = unpack(detail) {
      violations += request.fieldViolations.map {
        .init(path: $0.field, reason: Reason($0.reason), message: $0.description_p)
      }
    } else if let failure: Google_Rpc_PreconditionFailure = unpack(detail) {
      violations += failure.violations.map {
        .init(path: $0.subject, reason: Reason($0.type), message: $0.description_p)
      }
    } else if let retry: Google_Rpc_RetryInfo = unpack(detail) {
      retryAfter =
        .seconds(retry.retryDelay.seconds) + .nanoseconds(Int64(retry.retryDelay.nanos))
    } else if let request: Google_Rpc_RequestInfo = unpack(detail) {
      callID = request.requestID
    } else if let resource: Google_Rpc_ResourceInfo = unpack(detail) {
      self.resource = resource.resourceName
    }
  }

  private func unpack<M: Message>(_ detail: Google_Protobuf_Any) -> M? {
    detail.isA(M.self) ? try? M(unpackingAny: detail) : nil
  }
}
