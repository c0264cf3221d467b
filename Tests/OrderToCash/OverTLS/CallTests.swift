import GRPCCore
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

private typealias Methods = O2c_V1_OrderService.Method

@Suite("A call over TLS")
struct CallTests {
  @Test("all attempts of a mutation share one request id, and say who calls")
  func oneRequestID() async throws {
    let seen = Recorder<(id: String, key: String?, seller: String?)>()
    let place = Unary<O2c_V1_PlaceOrderRequest, O2c_V1_Order>(Methods.PlaceOrder.descriptor) {
      request, metadata in
      let attempt = seen.note(
        (
          request.requestID, metadata[stringValues: "authorization"].first { _ in true },
          metadata[stringValues: "o2c-seller"].first { _ in true }
        ))
      if attempt == 1 {
        throw try refusal(
          .unavailable, "OUTCOME_UNKNOWN", outcome: "unknown", retryable: true, pushback: "1")
      }
      if attempt == 2 { throw RPCError(code: .unavailable, message: "no answer") }
      return .with { $0.name = "orders/o1" }
    }
    try await withStubServer(place) { configuration in
      var configuration = configuration
      configuration.seller = "sellers/s1"
      let order = try await withOrderToCash(configuration) { try await $0.orders.place(.init()) }
      #expect(order.name == "orders/o1")
    }
    #expect(seen.count == 3)
    #expect(Set(seen.all.map(\.id)).count == 1)
    #expect(RequestID(seen.all[0].id) != nil)
    #expect(seen.all.allSatisfy { $0.key == "Bearer o2c_test_key" && $0.seller == "sellers/s1" })
  }

  @Test("a refusal after a lost attempt does not say that nothing happened")
  func refusalAfterLoss() async throws {
    let seen = Recorder<String>()
    let place = Unary<O2c_V1_PlaceOrderRequest, O2c_V1_Order>(Methods.PlaceOrder.descriptor) {
      request, _ in
      if seen.note(request.requestID) == 1 {
        throw RPCError(code: .unavailable, message: "no answer")
      }
      throw try refusal(
        .failedPrecondition, "INSUFFICIENT_STOCK", outcome: "not_applied", retryable: false)
    }
    try await withStubServer(place) { configuration in
      let error = await #expect(throws: OrderToCashError.self) {
        try await withOrderToCash(configuration) { _ = try await $0.orders.place(.init()) }
      }
      #expect(error?.reason == Reason(rawValue: "INSUFFICIENT_STOCK"))
      #expect(error?.outcome == .unknown)
    }
    #expect(seen.count == 2)
  }

  @Test("the caller's request id is the one that is sent")
  func ownRequestID() async throws {
    let place = Unary<O2c_V1_PlaceOrderRequest, O2c_V1_Order>(Methods.PlaceOrder.descriptor) {
      request, _ in .with { $0.externalID = request.requestID }
    }
    try await withStubServer(place) { configuration in
      try await withOrderToCash(configuration) { o2c in
        let id = RequestID()
        var options = CallOptions(requestID: id)
        options.seller = "sellers/other"
        let first = try await o2c.orders.place(.init(), options: options)
        #expect(first.externalID == id.description)
        let kept = PlaceOrderRequest.with { $0.requestID = "mine" }
        let second = try await o2c.orders.place(kept, options: options)
        #expect(second.externalID == "mine")
      }
    }
  }

  @Test(
    "an error that says it is final, or a server that waves off, is not asked again",
    arguments: [
      (RPCError.Code.failedPrecondition, "CREDIT_HOLD", false, nil),
      (.unavailable, "DRAINING", true, "-1"),
      (.unavailable, "OUTCOME_UNKNOWN", false, nil),
    ] as [(RPCError.Code, String, Bool, String?)])
  func notRepeated(code: RPCError.Code, reason: String, retryable: Bool, pushback: String?)
    async throws
  {
    let seen = Recorder<String>()
    let place = Unary<O2c_V1_PlaceOrderRequest, O2c_V1_Order>(Methods.PlaceOrder.descriptor) {
      request, _ in
      seen.note(request.requestID)
      throw try refusal(code, reason, retryable: retryable, pushback: pushback)
    }
    try await withStubServer(place) { configuration in
      try await withOrderToCash(configuration) { o2c in
        let error = await #expect(throws: OrderToCashError.self) {
          try await o2c.orders.place(.init())
        }
        #expect(error?.reason == Reason(rawValue: reason))
        #expect(error?.code.rawValue == code.rawValue)
        #expect(error?.callID == "call-7")
        #expect(error?.requestID == seen.all.first)
      }
    }
    #expect(seen.count == 1)
  }

  @Test("no more than three attempts are made")
  func attempts() async throws {
    let seen = Recorder<String>()
    let get = Unary<O2c_V1_GetOrderRequest, O2c_V1_Order>(Methods.GetOrder.descriptor) {
      request, _ in
      seen.note(request.name)
      throw try refusal(.resourceExhausted, "OVERLOADED", retryable: true, pushback: "0")
    }
    try await withStubServer(get) { configuration in
      try await withOrderToCash(configuration) { o2c in
        let error = await #expect(throws: OrderToCashError.self) {
          try await o2c.orders.get("orders/o1")
        }
        #expect(error?.reason == .overloaded)
      }
    }
    #expect(seen.all == ["orders/o1", "orders/o1", "orders/o1"])
  }

  @Test("a call ends at its deadline, whatever the server does, and tells the server of it")
  func deadline() async throws {
    let timeouts = Recorder<String?>()
    let get = Unary<O2c_V1_GetOrderRequest, O2c_V1_Order>(Methods.GetOrder.descriptor) {
      request, metadata in
      if request.name == "orders/quick" { return .init() }
      timeouts.note(metadata[stringValues: "grpc-timeout"].first { _ in true })
      try await Task.sleep(for: .seconds(30))
      return .init()
    }
    try await withStubServer(get) { configuration in
      try await withOrderToCash(configuration) { o2c in
        _ = try await o2c.orders.get("orders/quick")
        let begin = ContinuousClock.now
        let error = await #expect(throws: OrderToCashError.self) {
          try await o2c.orders.get("orders/o1", options: CallOptions(timeout: .milliseconds(400)))
        }
        let took = ContinuousClock.now - begin
        #expect(took >= .milliseconds(400) && took < .milliseconds(650), "\(took)")
        #expect(error?.code == .deadlineExceeded)
        #expect(error?.reason == .deadlineExceeded)
        #expect(error?.outcome == .unknown)
      }
    }
    #expect(timeouts.all.count == 1)
    #expect(timeouts.all.first??.hasSuffix("m") == true)
  }

  @Test("cancelling the task throws CancellationError at once")
  func cancellation() async throws {
    let arrived = Recorder<Void>()
    let get = Unary<O2c_V1_GetOrderRequest, O2c_V1_Order>(Methods.GetOrder.descriptor) { _, _ in
      arrived.note(())
      try await Task.sleep(for: .seconds(30))
      return .init()
    }
    try await withStubServer(get) { configuration in
      try await withOrderToCash(configuration) { o2c in
        let call = Task { try await o2c.orders.get("orders/o1") }
        let isThere = try await eventually { arrived.count == 1 }
        #expect(isThere)
        let begin = ContinuousClock.now
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(ContinuousClock.now - begin < .seconds(1))
      }
    }
  }

  @Test("no more calls are in flight than the configuration allows, and all are answered")
  func cap() async throws {
    let inFlight = Recorder<Int>()
    let get = Unary<O2c_V1_GetOrderRequest, O2c_V1_Order>(Methods.GetOrder.descriptor) {
      request, _ in
      inFlight.note(1)
      try await Task.sleep(for: .milliseconds(5))
      inFlight.note(-1)
      return .with { $0.name = request.name }
    }
    try await withStubServer(get) { configuration in
      var configuration = configuration
      configuration.maximumCallsInFlight = 4
      try await withOrderToCash(configuration) { o2c in
        let answered = try await withThrowingTaskGroup(of: Int.self) { group in
          for _ in 0..<100 {
            group.addTask {
              try await o2c.orders.get("orders/o1").name == "orders/o1" ? 1 : 0
            }
          }
          return try await group.reduce(0, +)
        }
        #expect(answered == 100)
      }
    }
    let most = inFlight.all.reduce(into: (now: 0, most: 0)) { state, step in
      state.now += step
      state.most = max(state.most, state.now)
    }
    #expect(most.most <= 4 && most.most > 1, "\(most.most)")
  }

  @Test("more than a hundred calls at once work on one connection")
  func manyOnOneConnection() async throws {
    let get = Unary<O2c_V1_GetOrderRequest, O2c_V1_Order>(Methods.GetOrder.descriptor) {
      request, _ in
      try await Task.sleep(for: .milliseconds(20))
      return .with { $0.name = request.name }
    }
    try await withStubServer(get) { configuration in
      var configuration = configuration
      configuration.connections = 1
      try await withOrderToCash(configuration) { o2c in
        let answered = try await withThrowingTaskGroup(of: String.self) { group in
          for number in 0..<300 {
            let name = try OrderName(validating: "orders/o\(number)")
            group.addTask { try await o2c.orders.get(name).name }
          }
          return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(answered == Set((0..<300).map { "orders/o\($0)" }))
      }
    }
  }

  @Test("a server that another authority vouches for is not talked to")
  func untrusted() async throws {
    let get = Unary<O2c_V1_GetOrderRequest, O2c_V1_Order>(Methods.GetOrder.descriptor) { _, _ in
      .init()
    }
    try await withStubServer(get) { configuration in
      var configuration = configuration
      configuration.trustRoots = .pem(try TestAuthority().rootPEM)
      configuration.waitsForConnection = false
      try await withOrderToCash(configuration) { o2c in
        let error = await #expect(throws: OrderToCashError.self) {
          try await o2c.orders.get("orders/o1")
        }
        #expect(error?.code == .unavailable)
        #expect(error?.reason == .connectionFailed)
      }
    }
  }

  @Test("a client that was shut down says so")
  func closed() async throws {
    let get = Unary<O2c_V1_GetOrderRequest, O2c_V1_Order>(Methods.GetOrder.descriptor) { _, _ in
      .init()
    }
    try await withStubServer(get) { configuration in
      let client = try await withOrderToCash(configuration) { o2c in
        _ = try await o2c.orders.get("orders/o1")
        return o2c
      }
      let error = await #expect(throws: OrderToCashError.self) {
        try await client.orders.get("orders/o1")
      }
      #expect(error?.reason == .clientClosed)
    }
  }

  @Test("a batch keeps its order, and each item has its own request id and error")
  func batch() async throws {
    let batch = Unary<O2c_V1_BatchPlaceOrdersRequest, O2c_V1_BatchPlaceOrdersResponse>(
      Methods.BatchPlaceOrders.descriptor
    ) { request, _ in
      let refused = try refusal(.failedPrecondition, "CREDIT_HOLD")
      let bytes =
        refused.metadata[binaryValues: "grpc-status-details-bin"].first { _ in true } ?? []
      return try .with {
        $0.results = try request.requests.enumerated().map { index, request in
          try .with {
            $0.requestID = request.requestID
            if index == 1 {
              $0.error = try Google_Rpc_Status(serializedBytes: bytes)
            } else {
              $0.order.externalID = request.order.externalID
            }
          }
        }
      }
    }
    try await withStubServer(batch) { configuration in
      try await withOrderToCash(configuration) { o2c in
        let requests = (0..<3).map { index in
          PlaceOrderRequest.with { $0.order.externalID = "e\(index)" }
        }
        let results = try await o2c.orders.place(batch: requests)
        #expect(Set(results.map(\.requestID)).count == 3)
        #expect(try results[0].get().externalID == "e0")
        #expect(throws: OrderToCashError.self) { try results[1].get() }
        #expect(try results[2].get().externalID == "e2")
      }
    }
  }
}
