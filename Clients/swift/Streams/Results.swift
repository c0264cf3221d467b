/// What a job or a stream has to say, as it comes.
///
/// The work begins when it is iterated, and ends when the iterator goes away or its task is
/// cancelled. Who takes slowly makes the server wait. Iterating again begins again; a job does so
/// under the same request id, and goes on where it was.
public struct Results<Element: Sendable>: AsyncSequence, Sendable {
  private let work: @Sendable (Handoff<Element>) async throws -> Void

  /// - Parameter work: Hands over the elements; the sequence ends when it returns or throws.
  init(_ work: @escaping @Sendable (Handoff<Element>) async throws -> Void) {
    self.work = work
  }

  /// Begins the work.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(Run(work)) }

  /// Takes the elements one by one.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let run: Run

    fileprivate init(_ run: Run) { self.run = run }

    /// The next element; `nil` at the end.
    ///
    /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
    public mutating func next() async throws -> Element? {
      do {
        return try await run.handoff.next()
      } catch let error as CancellationError {
        run.task.cancel()
        throw error
      }
    }
  }

  /// The work as it goes on; it is cancelled when nobody takes from it any more.
  fileprivate final class Run: Sendable {
    let handoff = Handoff<Element>(room: 256)
    let task: Task<Void, Never>

    init(_ work: @escaping @Sendable (Handoff<Element>) async throws -> Void) {
      task = Task { [handoff] in
        do {
          try await work(handoff)
          handoff.finish()
        } catch {
          handoff.finish(throwing: error)
        }
      }
    }

    deinit { task.cancel() }
  }
}
