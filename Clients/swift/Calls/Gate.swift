import Synchronization

/// Lets at most so many in at once; the others wait in line. Waiting ends with the task's
/// cancellation.
final class Gate: Sendable {
  private struct State {
    var free: Int
    var ticket: UInt64 = 0
    /// In order of arrival; those who left are missing.
    var line: [(ticket: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []
    var head = 0

    mutating func nextInLine() -> CheckedContinuation<Bool, Never>? {
      guard head < line.count else { return nil }
      let next = line[head].continuation
      head += 1
      if head > 64, head * 2 > line.count {
        line.removeFirst(head)
        head = 0
      }
      return next
    }
  }

  private let state: Mutex<State>

  init(limit: Int) { state = Mutex(State(free: limit)) }

  /// Waits for a place.
  ///
  /// - Throws: `CancellationError`; no place is taken then.
  func enter() async throws {
    let ticket = state.withLock { state -> UInt64? in
      if state.free > 0 {
        state.free -= 1
        return nil
      }
      state.ticket += 1
      return state.ticket
    }
    guard let ticket else { return }
    let entered = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer = state.withLock { state -> Bool? in
          if Task.isCancelled { return false }
          if state.free > 0 {
            state.free -= 1
            return true
          }
          state.line.append((ticket, continuation))
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let continuation = state.withLock { state -> CheckedContinuation<Bool, Never>? in
        guard let index = state.line[state.head...].firstIndex(where: { $0.ticket == ticket })
        else { return nil }
        return state.line.remove(at: index).continuation
      }
      continuation?.resume(returning: false)
    }
    if !entered { throw CancellationError() }
  }

  /// Gives the place to the next in line.
  func leave() {
    let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      if let next = state.nextInLine() { return next }
      state.free += 1
      return nil
    }
    next?.resume(returning: true)
  }
}
