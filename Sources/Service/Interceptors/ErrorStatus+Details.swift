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
      if !violations.isEmpty { $0.metadata["violationCount"] = String(violations.count) }
      $0.metadata["outcome"] = outcome.rawValue
      $0.metadata["retryable"] = retryAfter == nil ? "false" : "true"
    }
  }

  /// Bytes of violations that a trailer carries: clients take 8 KiB of metadata, some no more.
  private static let largestViolations = 4096

  /// The violations that fit; `violationCount` tells how many there are.
  private var fitting: ArraySlice<Rejection.Violation> {
    var bytes = 0
    return violations.prefix { violation in
      bytes += violation.field.utf8.count + violation.description.utf8.count + 32
      return bytes <= Self.largestViolations
    }
  }

  /// What fits into trailers that every client reads, 8 KiB in all and in base64. How many there
  /// are is in the metadata.
  private var shownViolations: ArraySlice<Rejection.Violation> {
    var room = 4 << 10
    return violations.prefix { violation in
      room -= violation.field.utf8.count + violation.reason.rawValue.utf8.count + 8
      room -= violation.description.utf8.count
      return room >= 0
    }
  }

  private var badRequest: Google_Rpc_BadRequest {
    .with {
      $0.fieldViolations = fitting.map { violation in
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
      $0.violations = fitting.map { violation in
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
