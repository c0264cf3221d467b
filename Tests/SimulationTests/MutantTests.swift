import Domain
import Simulation
import Testing

/// A thing that must not happen, and the invariant that must notice.
struct Mutant: Sendable, CustomTestStringConvertible {
  let name: String
  let invariant: Invariant
  let command: any Command
  /// Who does it; nil for someone who may do everything.
  var caller: Caller?
  var isRehearsed = false

  var testDescription: String { "\(invariant.rawValue) \(name)" }

  init(
    _ name: String, _ invariant: Invariant, isRejected: Bool = false, isRehearsed: Bool = false,
    caller: Caller? = nil, _ change: @escaping @Sendable (inout Books, Context) -> Void
  ) {
    self.name = name
    self.invariant = invariant
    self.caller = caller
    self.isRehearsed = isRehearsed
    command = Tamper(isRejected: isRejected, change)
  }

  init(_ name: String, _ invariant: Invariant, command: any Command) {
    self.name = name
    self.invariant = invariant
    self.command = command
  }
}

@Suite("Invariants bite")
struct MutantTests {
  /// A game under way, copied for each test.
  private static let underway: Game = {
    var game = Game(seed: 9)
    game.play(to: 900)
    return game
  }()

  @Test("what breaks an invariant is found by that invariant", arguments: Mutant.all)
  func isFound(_ mutant: Mutant) {
    var game = Self.underway
    #expect(game.violations.isEmpty)
    game.play(mutant.command, as: mutant.caller, isRehearsed: mutant.isRehearsed)
    let broken = Set(game.violations.map(\.invariant))
    #expect(broken.contains(mutant.invariant), "found \(broken.map(\.rawValue).sorted())")
  }

  @Test("every invariant has a mutant")
  func allAreTried() {
    // I-48 has none: an entry that does not balance stops the process before it is on the books.
    // I-15 holds what the product derives against an own count: no row can break it.
    let tried = Set(Mutant.all.map(\.invariant)).union([.entryBalances, .toBillOrToCredit])
    #expect(tried == Set(Invariant.allCases))
  }

  @Test("a row changed behind the books' back is found by the audit")
  func auditFinds() {
    var game = Self.underway
    game.play(
      Tamper { books, _ in
        guard var account = books.creditAccounts.rows.max(by: { $0.openItems < $1.openItems })
        else { return }
        account.openItems -= 1
        books.load(account)
      })
    #expect(game.violations.isEmpty)
    game.audit()
    #expect(game.violations.contains { $0.invariant == .exposure })
  }
}
