import Domain
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

extension ErrorStatus {
  /// The status as a message: in the trailers of a call, or as one item's result in a batch.
  ///
  /// - Parameter callID: Goes into `RequestInfo`, so that support can find the call.
  package func message(callID: String) -> Google_Rpc_Status {
    var details: [any SwiftProtobuf.Message] = [
      errorInfo, Google_Rpc_RequestInfo.with { $0.requestID = callID },
    ]
    switch code {
    case .invalidArgument where !violations.isEmpty:
      details.append(badRequest)
    case .failedPrecondition:
      details.append(preconditionFailure)
    case .notFound:
      metadata["resource"].map { details.append(resourceInfo($0)) }
    case .alreadyExists:
      metadata["existing"].map { details.append(resourceInfo($0)) }
    default: break
    }
    if let retryAfter { details.append(retryInfo(retryAfter)) }
    return .with { status in
      status.code = Int32(code.rawValue)
      status.message = message
      status.details = details.compactMap { try? Google_Protobuf_Any(message: $0) }
    }
  }

  /// The error that the transport sends: status, details, and when to come back.
  package func rpcError(callID: String) -> RPCError {
    var trailers: Metadata = ["o2c-call-id": .string(callID)]
    if let bytes: [UInt8] = try? message(callID: callID).serializedBytes() {
      trailers.addBinary(bytes, forKey: "grpc-status-details-bin")
    }
    if let retryAfter {
      trailers.addString(String(retryAfter.wholeMilliseconds), forKey: "grpc-retry-pushback-ms")
    }
    return RPCError(code: code, message: message, metadata: trailers)
  }

  private var errorInfo: Google_Rpc_ErrorInfo {
    .with {
      $0.reason = reason
      $0.domain = Self.domain
      $0.metadata = metadata
      $0.metadata["outcome"] = outcome.rawValue
      $0.metadata["retryable"] = retryAfter == nil ? "false" : "true"
    }
  }

  private var badRequest: Google_Rpc_BadRequest {
    .with {
      $0.fieldViolations = violations.map { violation in
        .with {
          $0.field = violation.field
          $0.reason = violation.reason.rawValue
          $0.description_p = violation.description
        }
      }
    }
  }

  /// One violation a line where several lines are concerned, else one for the whole.
  private var preconditionFailure: Google_Rpc_PreconditionFailure {
    .with {
      $0.violations = violations.map { violation in
        .with {
          $0.type = violation.reason.rawValue
          $0.subject = violation.field
          $0.description_p = violation.description
        }
      }
      if violations.isEmpty {
        $0.violations = [
          .with {
            $0.type = reason
            $0.subject = metadata["resource"] ?? ""
            $0.description_p = message
          }
        ]
      }
    }
  }

  private func resourceInfo(_ name: String) -> Google_Rpc_ResourceInfo {
    .with {
      // `orders/{order}` is one of `orders`; the last part of a singleton's name is its type.
      let parts = name.split(separator: "/")
      let position = parts.count.isMultiple(of: 2) ? parts.count - 2 : parts.count - 1
      $0.resourceType = position < 0 ? "" : String(parts[position])
      $0.resourceName = name
      $0.description_p = message
    }
  }

  private func retryInfo(_ delay: Duration) -> Google_Rpc_RetryInfo {
    .with {
      let (seconds, attoseconds) = delay.components
      $0.retryDelay.seconds = seconds
      $0.retryDelay.nanos = Int32(attoseconds / 1_000_000_000)
    }
  }
}

extension Duration {
  /// Rounded down, never negative.
  var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    return max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }
}
