import OrderToCash
import Synchronization

/// Clients at work while a fault happens.
enum Load {
  /// Runs so many clients, spread over the configurations given, until the body returns or takes
  /// the flag down. Calls in flight are waited for.
  static func run(
    clients count: Int, on configurations: [Configuration], company: Company, history: History,
    isWanted: Flag = Flag(true), _ faults: () async throws -> Void
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      for (place, configuration) in configurations.enumerated() {
        group.addTask {
          try await withOrderToCash(configuration) { o2c in
            await withDiscardingTaskGroup { clients in
              for number in 0..<count where number % configurations.count == place {
                clients.addTask {
                  var workload = Workload(
                    Client(o2c: o2c, history: history), company: company, number: number)
                  await workload.run { isWanted.value }
                }
              }
            }
          }
        }
      }
      do {
        try await faults()
        isWanted.value = false
      } catch {
        isWanted.value = false
        throw error
      }
    }
  }
}

/// A flag that tasks share.
final class Flag: Sendable {
  private let state: Mutex<Bool>

  init(_ value: Bool) { state = Mutex(value) }

  var value: Bool {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
