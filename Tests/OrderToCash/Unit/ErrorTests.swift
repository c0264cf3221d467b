import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import OrderToCash

@Suite("Errors")
struct ErrorTests {
  @Test("all that the details say is in the error")
  func details() throws {
    let badRequest = Google_Rpc_BadRequest.with {
      $0.fieldViolations = [
        .with {
          $0.field = "order.lines[2].quantity"
          $0.reason = "FIELD_OUT_OF_RANGE"
          $0.description_p = "must be greater than 0"
        }
      ]
    }
    let precondition = Google_Rpc_PreconditionFailure.with {
      $0.violations = [
        .with {
          $0.type = "INSUFFICIENT_STOCK"
          $0.subject = "order.lines[0]"
        }
      ]
    }
    let retry = Google_Rpc_RetryInfo.with {
      $0.retryDelay = .with {
        $0.seconds = 1
        $0.nanos = 500_000_000
      }
    }
    let resource = Google_Rpc_ResourceInfo.with { $0.resourceName = "orders/o1" }
    let error = OrderToCashError(
      try refusal(
        .invalidArgument, "SOMETHING_NEW", outcome: "applied", retryable: true,
        details: [badRequest, precondition, retry, resource]), requestID: "r1")
    #expect(error.code == .invalidArgument)
    #expect(error.reason.rawValue == "SOMETHING_NEW")
    #expect(error.outcome == .applied)
    #expect(error.isRetryable)
    #expect(error.retryAfter == .milliseconds(1_500))
    #expect(error.callID == "call-7")
    #expect(error.requestID == "r1")
    #expect(error.resource == "orders/o1")
    #expect(
      error.violations == [
        .init(
          path: "order.lines[2].quantity", reason: .fieldOutOfRange,
          message: "must be greater than 0"),
        .init(path: "order.lines[0]", reason: .insufficientStock, message: ""),
      ])
    #expect(error.metadata["retryable"] == "true")
  }

  @Test(
    "an error without details is retryable only when the server was not reached, or not in time",
    arguments: [
      (RPCError.Code.unavailable, true), (.deadlineExceeded, true), (.internalError, false),
      (.resourceExhausted, false), (.aborted, false), (.unknown, false), (.unimplemented, false),
    ])
  func bare(code: RPCError.Code, isRetryable: Bool) {
    let error = OrderToCashError(RPCError(code: code, message: "m"), requestID: nil)
    #expect(error.isRetryable == isRetryable)
    #expect(error.outcome == .unknown)
    #expect(error.code.rawValue == code.rawValue)
  }

  @Test("details that are not readable leave the code and the text")
  func garbage() {
    var metadata: Metadata = [:]
    metadata.addBinary([0xFF, 0x00, 0x13], forKey: "grpc-status-details-bin")
    let error = OrderToCashError(
      RPCError(code: .aborted, message: "changed", metadata: metadata), requestID: nil)
    #expect(error.code == .aborted)
    #expect(error.message == "changed")
  }

  @Test("the description has what support asks for")
  func description() {
    let error = OrderToCashError(
      code: .notFound, reason: .resourceNotFound, message: "There is no order o1.",
      outcome: .notApplied, callID: "c1", requestID: "r1")
    #expect(
      "\(error)"
        == "NOT_FOUND/RESOURCE_NOT_FOUND: There is no order o1. (outcome not_applied, call c1, request r1)"
    )
  }
}
