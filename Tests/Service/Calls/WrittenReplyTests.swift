import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Replies that were written down")
struct WrittenReplyTests {
  @Test("go out byte for byte, alone and within another message")
  func bytes() throws {
    let order = O2c_V1_Order.with {
      $0.name = "orders/1"
      $0.state = .confirmed
      $0.totals.gross.minorUnits = -119
      $0.lines = (0..<3).map { number in .with { $0.lineID = String(number) } }
      $0.annotations = ["a": "1"]
    }
    let bytes: [UInt8] = try order.serializedBytes()
    let written = try O2c_V1_Order(written: bytes)
    #expect(try written.serializedBytes() as [UInt8] == bytes)
    let result = O2c_V1_PlaceOrderResult.with {
      $0.requestID = "1"
      $0.order = written
    }
    let read = try O2c_V1_PlaceOrderResult(serializedBytes: result.serializedBytes() as [UInt8])
    #expect(read.order == order)
  }

  @Test("that say nothing stay empty")
  func empty() throws {
    #expect(try O2c_V1_Order(written: []) == O2c_V1_Order())
  }
}
