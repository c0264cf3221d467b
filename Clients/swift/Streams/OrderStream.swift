import OrderToCashAPI
import Synchronization

/// The requests of an order stream: those that wait to be sent, and those that were and are not
/// answered. What is not answered when a connection breaks is sent again on the next one.
final class OrderStream: Sendable {
  /// As many as the server lets be unanswered before it stops reading.
  static let window = 1_000

  private struct Open {
    let request: PlaceOrderRequest
    /// More than one where the caller repeats an id.
    var count = 1
  }

  private let gate = Gate(limit: OrderStream.window)
  private let waiting = Handoff<PlaceOrderRequest>(room: OrderStream.window)
  private let open = Mutex<[String: Open]>([:])

  /// Takes a request in, when fewer than the window are unanswered.
  func add(_ request: PlaceOrderRequest) async throws {
    try await gate.enter()
    // Both in one step: a connection that begins meanwhile would send it a second time.
    open.withLock {
      $0[request.requestID, default: Open(request: request, count: 0)].count += 1
      waiting.append(request)
    }
  }

  /// No more requests come.
  func finish() { waiting.finish() }

  /// The requests for the next message, as many as wait and fit; `nil` when all were sent.
  func nextMessage() async throws -> O2c_V1_PlaceOrdersRequest? {
    guard let requests = try await waiting.nextBatch(500) else { return nil }
    var size = 0
    let fitting = requests.prefix { request in
      size += request.roughSize
      return size < 512 * 1_024
    }
    let count = max(1, fitting.count)
    if count < requests.count { waiting.putBack(Array(requests[count...])) }
    var message = O2c_V1_PlaceOrdersRequest()
    message.requests = Array(requests[..<count])
    return message
  }

  /// A result came. Says whether it was waited for; one too many is dropped.
  func answered(_ requestID: String) -> Bool {
    let wasOpen = open.withLock { open in
      guard var entry = open.removeValue(forKey: requestID) else { return false }
      entry.count -= 1
      if entry.count > 0 { open[requestID] = entry }
      return true
    }
    if wasOpen { gate.leave() }
    return wasOpen
  }

  /// Whether every request that was taken in is answered.
  var isComplete: Bool { open.withLock(\.isEmpty) }

  /// Puts all that is not answered in line, for a new connection.
  func beginAgain() {
    open.withLock { open in
      waiting.drop()
      let again = open.values.flatMap { Array(repeating: $0.request, count: $0.count) }
      waiting.putBack(again.sorted { $0.requestID < $1.requestID })
    }
  }
}

extension PlaceOrderRequest {
  /// About as many bytes as it has on the wire, rather more than less; encoding it to know would
  /// double the work.
  fileprivate var roughSize: Int {
    1_024 + order.lines.count * 160 + order.annotations.count * 512
  }
}
