import Synchronization

/// Hands values from those who make them to the one who takes them, with room for a few. Who makes
/// too many waits; so does who takes too soon. Waiting ends with the task's cancellation.
final class Handoff<Element: Sendable>: Sendable {
  private struct State {
    var buffer: [Element] = []
    var head = 0
    var end: Result<Void, any Error>?
    var taker: CheckedContinuation<Void, Never>?
    var makers: [CheckedContinuation<Void, Never>] = []

    var count: Int { buffer.count - head }

    mutating func drainWaiting() -> [CheckedContinuation<Void, Never>] {
      var waiting = makers
      if let taker { waiting.append(taker) }
      makers = []
      taker = nil
      return waiting
    }

    mutating func take(_ most: Int) -> [Element] {
      let taken = Array(buffer[head..<min(buffer.count, head + min(most, count))])
      head += taken.count
      if head == buffer.count {
        buffer.removeAll(keepingCapacity: true)
        head = 0
      } else if head > 1_024 {
        buffer.removeFirst(head)
        head = 0
      }
      return taken
    }
  }

  private let state = Mutex(State())
  private let room: Int

  init(room: Int) { self.room = room }

  /// Hands a value over, when there is room for it. After the end it is dropped.
  ///
  /// - Throws: `CancellationError`.
  func send(_ element: Element) async throws {
    while true {
      try Task.checkCancellation()
      let (sent, taker) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
        guard state.end == nil else { return (true, nil) }
        guard state.count < room else { return (false, nil) }
        state.buffer.append(element)
        return (true, state.taker.take())
      }
      taker?.resume()
      if sent { return }
      await wait(asTaker: false) { $0.count < self.room || $0.end != nil }
    }
  }

  /// Hands a value over, whatever room there is.
  func append(_ element: Element) {
    let taker = state.withLock { state in
      guard state.end == nil else { return CheckedContinuation<Void, Never>?.none }
      state.buffer.append(element)
      return state.taker.take()
    }
    taker?.resume()
  }

  /// Puts values in front of all others, whatever room there is.
  func putBack(_ elements: [Element]) {
    let taker = state.withLock { state in
      state.buffer.replaceSubrange(0..<state.head, with: elements)
      state.head = 0
      return state.taker.take()
    }
    taker?.resume()
  }

  /// Forgets the values that are there.
  func drop() {
    let makers = state.withLock { state in
      _ = state.take(.max)
      defer { state.makers = [] }
      return state.makers
    }
    for maker in makers { maker.resume() }
  }

  /// No more values come; those that are there are still taken. The first end counts.
  func finish(throwing error: (any Error)? = nil) {
    let waiting = state.withLock { state in
      if state.end == nil { state.end = error.map(Result.failure) ?? .success(()) }
      return state.drainWaiting()
    }
    for continuation in waiting { continuation.resume() }
  }

  /// The next value; `nil` at the end.
  ///
  /// - Throws: what the end was given, or `CancellationError`.
  func next() async throws -> Element? {
    try await nextBatch(1)?.first
  }

  /// What is there, at least one and at most `most`; `nil` at the end.
  func nextBatch(_ most: Int) async throws -> [Element]? {
    while true {
      try Task.checkCancellation()
      let (taken, makers) = try state.withLock {
        state throws -> ([Element]?, [CheckedContinuation<Void, Never>]) in
        if state.count > 0 {
          let taken = state.take(most)
          defer { state.makers = [] }
          return (taken, state.makers)
        }
        if let end = state.end {
          try end.get()
          return (nil, [])
        }
        return ([], [])
      }
      for maker in makers { maker.resume() }
      guard let taken else { return nil }
      if !taken.isEmpty { return taken }
      await wait(asTaker: true) { $0.count > 0 || $0.end != nil }
    }
  }

  private func wait(asTaker: Bool, until ready: (State) -> Bool) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let now = state.withLock { state in
          if Task.isCancelled || ready(state) { return true }
          if asTaker {
            state.taker = continuation
          } else {
            state.makers.append(continuation)
          }
          return false
        }
        if now { continuation.resume() }
      }
    } onCancel: {
      // All look again whether they may go on; that is rare enough not to keep a list of names.
      let waiting = state.withLock { $0.drainWaiting() }
      for continuation in waiting { continuation.resume() }
    }
  }
}
