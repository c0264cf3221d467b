/// Several calls at once on one connection.
enum InFlight {
  /// Calls at once. The order of answers is that of the items.
  static let width = 16

  /// Carries out `work` on each item, several at once, and gives each outcome to `receive` in the
  /// order of the items. Stops taking up items when somebody interrupts.
  static func forEach<Item: Sendable, Value: Sendable>(
    _ items: [Item], width: Int = width,
    work: @escaping @Sendable (Item) async throws -> Value,
    receive: (Item, Result<Value, any Error>) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Result<Value, any Error>).self) { group in
      var waiting: [Int: Result<Value, any Error>] = [:]
      var started = 0
      var told = 0
      func start() {
        guard started < items.count, !Interrupt.isRequested else { return }
        let index = started
        let item = items[index]
        started += 1
        group.addTask {
          do {
            return (index, .success(try await work(item)))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<width { start() }
      while let (index, result) = try await group.next() {
        waiting[index] = result
        while let next = waiting.removeValue(forKey: told) {
          try receive(items[told], next)
          told += 1
        }
        start()
      }
    }
    if Interrupt.isRequested { throw CancellationError() }
  }
}
