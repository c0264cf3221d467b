import Synchronization

/// Something that has happened or not, told between tasks.
final class Flag: Sendable {
  private let value = Atomic<Bool>(false)

  /// It happened.
  func raise() { value.store(true, ordering: .relaxed) }

  /// Whether it happened.
  var isRaised: Bool { value.load(ordering: .relaxed) }

  /// Whether it happened since the last time this was asked.
  func take() -> Bool { value.exchange(false, ordering: .relaxed) }
}
