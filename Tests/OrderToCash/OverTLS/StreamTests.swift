import Foundation
import GRPCCore
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Synchronization
import Testing

/// Orders `e0`, `e1`, …, counting how many were taken from it.
private struct Orders: AsyncSequence, Sendable {
  let count: Int
  let taken = Recorder<Int>()

  struct AsyncIterator: AsyncIteratorProtocol {
    let orders: Orders
    var index = 0

    mutating func next() async throws -> PlaceOrderRequest? {
      guard index < orders.count else { return nil }
      defer { index += 1 }
      orders.taken.note(index)
      return .with { $0.order.externalID = "e\(index)" }
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(orders: self) }
}

private typealias Place = Bidirectional<O2c_V1_PlaceOrdersRequest, O2c_V1_PlaceOrdersResponse>
private typealias Import = Bidirectional<
  O2c_V1_ImportRecordsRequest, O2c_V1_ImportRecordsResponse
>

private func answer(_ request: O2c_V1_PlaceOrderRequest) -> O2c_V1_PlaceOrderResult {
  .with {
    $0.requestID = request.requestID
    $0.order.externalID = request.order.externalID
  }
}

@Suite("A stream over TLS")
struct StreamTests {
  @Test("every order of a stream is answered once, in messages of at most 500")
  func all() async throws {
    let sizes = Recorder<Int>()
    let place = Place(O2c_V1_OrderService.Method.PlaceOrders.descriptor) { messages, writer in
      for try await message in messages {
        sizes.note(message.requests.count)
        try await writer.write(.with { $0.results = message.requests.reversed().map(answer) })
      }
    }
    try await withStubServer(place) { configuration in
      try await withOrderToCash(configuration) { o2c in
        var seen: [String] = []
        for try await result in o2c.orders.place(stream: Orders(count: 5_000)) {
          seen.append(try result.get().externalID)
        }
        #expect(seen.count == 5_000)
        #expect(Set(seen).count == 5_000)
      }
    }
    #expect(sizes.all.allSatisfy { (1...500).contains($0) })
    #expect(sizes.all.reduce(0, +) == 5_000)
  }

  @Test("what a broken stream left unanswered is sent again under the same ids, and only that")
  func broken() async throws {
    let streams = Recorder<Void>()
    let received = Recorder<String>()
    let place = Place(O2c_V1_OrderService.Method.PlaceOrders.descriptor) { messages, writer in
      let stream = streams.note(())
      for try await message in messages {
        for request in message.requests {
          received.note(request.requestID)
          // Each of the first streams breaks on the way.
          if stream < 5, received.count % 97 == 96 {
            throw RPCError(code: .unavailable, message: "gone")
          }
          try await writer.write(.with { $0.results = [answer(request)] })
        }
      }
    }
    try await withStubServer(place) { configuration in
      var configuration = configuration
      configuration.retry.initialDelay = .milliseconds(1)
      try await withOrderToCash(configuration) { o2c in
        var seen: [String] = []
        for try await result in o2c.orders.place(stream: Orders(count: 2_000)) {
          seen.append(try result.get().externalID)
        }
        #expect(seen.count == 2_000)
        #expect(Set(seen).count == 2_000)
      }
    }
    #expect(streams.count == 5)
    #expect(Set(received.all).count == 2_000)
  }

  @Test("a caller who does not take results is not read from without end")
  func backPressure() async throws {
    let place = Place(O2c_V1_OrderService.Method.PlaceOrders.descriptor) { messages, writer in
      for try await message in messages {
        try await writer.write(.with { $0.results = message.requests.map(answer) })
      }
    }
    try await withStubServer(place) { configuration in
      try await withOrderToCash(configuration) { o2c in
        let orders = Orders(count: 1_000_000)
        var iterator = o2c.orders.place(stream: orders).makeAsyncIterator()
        _ = try await iterator.next()
        try await Task.sleep(for: .milliseconds(500))
        let taken = orders.taken.count
        try await Task.sleep(for: .milliseconds(200))
        #expect(orders.taken.count == taken)
        #expect(taken < 3_000, "\(taken)")
      }
    }
  }

  @Test("an error of the caller's own sequence ends the results, after those that were sent")
  func sourceFails() async throws {
    struct Broken: Error {}
    let place = Place(O2c_V1_OrderService.Method.PlaceOrders.descriptor) { messages, writer in
      for try await message in messages {
        try await writer.write(.with { $0.results = message.requests.map(answer) })
      }
    }
    try await withStubServer(place) { configuration in
      try await withOrderToCash(configuration) { o2c in
        let source = AsyncThrowingStream<PlaceOrderRequest, any Error> { continuation in
          for _ in 0..<3 { continuation.yield(.init()) }
          continuation.finish(throwing: Broken())
        }
        var count = 0
        await #expect(throws: Broken.self) {
          for try await _ in o2c.orders.place(stream: source) { count += 1 }
        }
        #expect(count == 3)
      }
    }
  }

  @Test("silence ends a stream, and only silence of the server")
  func silence() async throws {
    let place = Place(O2c_V1_OrderService.Method.PlaceOrders.descriptor) { messages, writer in
      for try await message in messages where message.requests.first?.order.externalID != "e1" {
        try await writer.write(.with { $0.results = message.requests.map(answer) })
      }
    }
    try await withStubServer(place) { configuration in
      var configuration = configuration
      configuration.retry = .never
      try await withOrderToCash(configuration) { o2c in
        let begin = ContinuousClock.now
        let source = AsyncStream<PlaceOrderRequest> { continuation in
          continuation.yield(.with { $0.order.externalID = "e0" })
          Task {
            try await Task.sleep(for: .milliseconds(1_500))
            continuation.yield(.with { $0.order.externalID = "e1" })
          }
        }
        var iterator = o2c.orders.place(
          stream: source, options: CallOptions(timeout: .seconds(1))
        ).makeAsyncIterator()
        let first = try await iterator.next()
        #expect(try first?.get().externalID == "e0")
        let error = await #expect(throws: OrderToCashError.self) { try await iterator.next() }
        #expect(error?.code == .deadlineExceeded)
        let took = ContinuousClock.now - begin
        #expect(took > .milliseconds(2_450) && took < .milliseconds(3_500), "\(took)")
      }
    }
  }

  @Test("a broken import goes on where it was, under the same id, and names each bad row once")
  func importResumes() async throws {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let ids = Recorder<String>()
    let kept = Mutex<[UInt8]>([])
    let upload = Import(O2c_V1_AdminService.Method.ImportRecords.descriptor) { messages, writer in
      var attempt = 0
      for try await message in messages {
        switch message.message {
        case .header(let header):
          attempt = ids.note(header.requestID + header.sha256 + "\(header.size)")
          let offset = kept.withLock(\.count)
          try await writer.write(.with { $0.accepted.resumeOffset = Int64(offset) })
        case .chunk(let chunk):
          let count = kept.withLock { kept in
            kept += chunk.data
            return kept.count
          }
          try await writer.write(.with { $0.progress.bytesReceived = Int64(count) })
          try await writer.write(.with { $0.rowError.row = 7 })
          if attempt < 3 { throw RPCError(code: .unavailable, message: "gone") }
          if chunk.last {
            try await writer.write(.with { $0.result.rows = 10 })
            return
          }
        case nil: break
        }
      }
    }
    try await withStubServer(upload) { configuration in
      var configuration = configuration
      configuration.retry.initialDelay = .milliseconds(1)
      try await withOrderToCash(configuration) { o2c in
        var offsets: [Int] = []
        var badRows: [Int] = []
        var rows = 0
        let source = ImportSource(bytes: bytes)
        for try await update in o2c.admin.importRecords(.customers, from: source) {
          switch update {
          case .started(let offset): offsets.append(offset)
          case .rowFailed(let row): badRows.append(row.row)
          case .finished(let result): rows = result.rows
          case .progress: break
          }
        }
        #expect(offsets == [0, 262_144, 524_288])
        #expect(badRows == [7])
        #expect(rows == 10)
      }
    }
    #expect(kept.withLock(\.self) == bytes)
    #expect(ids.count == 3)
    #expect(Set(ids.all).count == 1)
  }

  @Test("who leaves a stream ends it on the server too")
  func leaving() async throws {
    let ended = Recorder<Void>()
    let place = Place(O2c_V1_OrderService.Method.PlaceOrders.descriptor) { messages, writer in
      defer { ended.note(()) }
      for try await message in messages {
        try await writer.write(.with { $0.results = message.requests.map(answer) })
      }
    }
    try await withStubServer(place) { configuration in
      try await withOrderToCash(configuration) { o2c in
        for try await _ in o2c.orders.place(stream: Orders(count: 1_000_000)) { break }
        let hasEnded = try await eventually { ended.count == 1 }
        #expect(hasEnded)
      }
    }
  }
}
