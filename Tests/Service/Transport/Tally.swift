import Synchronization

/// A number that many tasks count up.
final class Tally: Sendable {
  private let value = Atomic(0)

  var count: Int { value.load(ordering: .relaxed) }

  func add(_ amount: Int = 1) { value.add(amount, ordering: .relaxed) }
}
