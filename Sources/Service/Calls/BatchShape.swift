import Domain
import OrderToCashAPI
import SwiftProtobuf

/// What batches of every kind share: the bound, and results in the order of the requests.
enum BatchShape {
  static let mostItems = 500

  static func check(_ count: Int, _ message: some Message) throws {
    guard message.unknownFields.data.isEmpty else {
      throw Rejection.invalidField("", .fieldUnknown, "The request has a field that is not known.")
    }
    guard count <= mostItems else {
      throw Rejection.invalidField(
        "requests", .batchTooLarge, "A batch has at most \(mostItems) requests, not \(count).")
    }
    guard count > 0 else {
      throw Rejection.invalidField("requests", .fieldRequired, "A batch has a request.")
    }
  }

  /// What became of an item, in the words of an error of its own call.
  static func status(_ error: any Error, callID: String) -> Google_Rpc_Status {
    let policy = CallContext.current?.method
    let status = policy.map { ErrorStatus(for: error, in: $0) }
    return (status ?? ErrorStatus(ServiceError.internalError(.unknown))).message(callID: callID)
  }
}

/// What became of an item of a batch: its reply or its error, under its request id.
protocol BatchResult: Message {
  var requestID: String { get set }
  var replayed: Bool { get set }
  var error: Google_Rpc_Status { get set }
}

extension O2c_V1_PlaceOrderResult: BatchResult {}
extension O2c_V1_ShipOrderResult: BatchResult {}
