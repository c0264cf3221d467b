package import Domain

/// One move of the player: a command as a value, with everything that it is decided with. Its ids
/// come from a seed of its own, so it makes the same ones whatever ran, or did not run, before it.
package struct Step: Sendable {
  package var index: Int
  package var seed: UInt64
  package var command: any Command
  package var context: Context
  /// Whether it is rehearsed with `validate_only` before it is run.
  package var isRehearsed: Bool

  package init(
    index: Int, seed: UInt64, command: any Command, context: Context, isRehearsed: Bool
  ) {
    self.index = index
    self.seed = seed
    self.command = command
    self.context = context
    self.isRehearsed = isRehearsed
  }

  /// The command's name, such as `PlaceOrder`.
  package var name: String { String(describing: type(of: command)) }

  /// Sweeps ask once for each unit whose time has come, however often they run.
  var isSweep: Bool { Self.sweeps.contains(name) }

  private static let sweeps: Set<String> = [
    "ExpireReservation", "ExpireApproval", "RedecideCredit", "ExpireTemporaryLimit",
    "WarnOfUtilization",
  ]

  /// The preview of an order that is about to be placed, of every third.
  var preview: Step? {
    guard seed % 3 == 1, let place = command as? PlaceOrder else { return nil }
    var step = self
    step.command = PreviewOrder(place.request, options: place.options)
    return step
  }
}

/// What became of a step.
package enum Outcome: Sendable {
  case accepted(any Sendable)
  case rejected(Rejection)

  package init(of command: any Command, on books: inout Books, in context: Context) {
    do throws(Rejection) {
      self = .accepted(try command.decide(on: &books, in: context))
    } catch {
      self = .rejected(error)
    }
  }

  package var reason: Reason? {
    switch self {
    case .accepted: nil
    case .rejected(let rejection): rejection.reason
    }
  }

  /// Equal replies, or equal rejections.
  package func isSame(as other: Outcome) -> Bool {
    switch (self, other) {
    case (.rejected(let a), .rejected(let b)): a == b
    case (.accepted(let a), .accepted(let b)): Self.equal(a, b)
    case (.accepted, .rejected), (.rejected, .accepted): false
    }
  }

  /// Whether a preview said what then came: the same order to the last field; or the same refusal,
  /// which may name what later steps would find as well.
  func foretells(_ outcome: Outcome) -> Bool {
    switch (self, outcome) {
    case (.accepted(let preview), .accepted(let order)):
      (preview as? OrderPreview)?.order == order as? Order
    case (.rejected(let preview), .rejected(let refusal)):
      preview.reason == refusal.reason
        && refusal.violations.allSatisfy { preview.violations.contains($0) }
    case (.accepted, .rejected), (.rejected, .accepted): false
    }
  }

  private static func equal(_ a: any Sendable, _ b: any Sendable) -> Bool {
    guard let a = a as? any Equatable else { return false }
    return matches(a, b)
  }

  private static func matches<Value: Equatable>(_ a: Value, _ b: any Sendable) -> Bool {
    (b as? Value) == a
  }
}
