import GRPCCore
public import OrderToCashAPI

extension OrderClient {
  /// Places orders without end; their results come after they are committed, in any order.
  ///
  /// Requests are taken from `requests` as fast as the server answers: at most 1,000 are unanswered.
  /// Each gets a request id of its own where it has none. When the connection breaks, what is not
  /// answered is sent again under the same ids. The results end when all requests are answered, or
  /// with the error that `requests` throws.
  public func place<S: AsyncSequence & Sendable>(
    stream requests: S, options: CallOptions = .init()
  ) -> Results<PlaceOrderResult> where S.Element == PlaceOrderRequest {
    Results { [engine] results in
      let stream = OrderStream()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          defer { stream.finish() }
          for try await request in requests { try await stream.add(request.identified()) }
        }
        try await engine.stream(options) { watch in
          let moved = Flag()
          try await engine.attempts(
            options, requestID: nil, until: nil, hasMoved: moved.take
          ) { link in
            stream.beginAgain()
            try await Self.send(stream, over: link, watch, moved, to: results)
          }
        }
        try await group.waitForAll()
      }
    }
  }

  /// Sends what waits over one connection, until all is answered.
  private static func send(
    _ stream: OrderStream, over link: Link, _ watch: SilenceWatch, _ moved: Flag,
    to results: Handoff<PlaceOrderResult>
  ) async throws {
    let request = StreamingClientRequest(
      of: O2c_V1_PlaceOrdersRequest.self, metadata: link.metadata
    ) { writer in
      while let message = try await stream.nextMessage() {
        watch.listen()
        try await writer.write(message)
      }
    }
    try await O2c_V1_OrderService.Client(wrapping: link.connection).placeOrders(
      request: request, options: link.options
    ) { response in
      for try await message in response.messages {
        moved.raise()
        watch.pause()
        for result in message.results where stream.answered(result.requestID) {
          try await results.send(PlaceOrderResult(result))
        }
        if !stream.isComplete { watch.listen() }
      }
    }
    guard stream.isComplete else {
      throw OrderToCashError(
        code: .unavailable, reason: .streamIncomplete,
        message: "The server ended the stream before all orders were answered.", isRetryable: true)
    }
  }
}
