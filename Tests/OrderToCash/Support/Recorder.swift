import Synchronization

/// Keeps what happened, in order.
final class Recorder<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])

  /// Notes one more; says how many there are now.
  @discardableResult
  func note(_ element: Element) -> Int {
    elements.withLock { elements in
      elements.append(element)
      return elements.count
    }
  }

  var all: [Element] { elements.withLock(\.self) }
  var count: Int { all.count }
}

/// Waits for a condition, looking often; `false` when it did not come true in five seconds.
func eventually(_ condition: () -> Bool) async throws -> Bool {
  let end = ContinuousClock.now.advanced(by: .seconds(5))
  while !condition() {
    guard ContinuousClock.now < end else { return false }
    try await Task.sleep(for: .milliseconds(5))
  }
  return true
}
