import Domain
import Foundation
import Postgres
import Simulation
import Store
import Testing

/// A game played on books in memory, in batches of random size, with everything it left.
private struct Played {
  let world: World
  var books: Books
  var batches: [[Step]] = []
  var outcomes: [Outcome] = []

  init(seed: UInt64, commands: Int) {
    var player = Player(seed: seed)
    var dice = Dice(seed: ~seed)
    world = player.world
    books = world.opening()
    while outcomes.count < commands {
      var batch: [Step] = []
      var known = Set(books.receipts.rows.map(\.id))
      for _ in 0..<dice.roll(1...12) {
        let step = player.next(on: books)
        // Nobody names a scheduled receipt before it was answered, and it is answered after its batch.
        if !step.command.needs.receipts.isSubset(of: known) {
          batches.append(batch)
          batch = []
          known = Set(books.receipts.rows.map(\.id))
        }
        let outcome = Outcome(of: step, on: &books)
        player.note(outcome)
        outcomes.append(outcome)
        batch.append(step)
      }
      batches.append(batch)
    }
  }
}

extension Outcome {
  /// Decides one step as the door does.
  fileprivate init(of step: Step, on books: inout Books) {
    books.reseed(step.seed)
    self.init(of: step.command, on: &books, in: step.context)
    switch self {
    case .accepted: books.keep()
    case .rejected: books.rollBack()
    }
  }
}

extension Connection {
  /// Loads, decides and writes one batch in one transaction.
  fileprivate func replay(_ batch: [Step], of seller: ID<Seller>) throws -> [Outcome] {
    var needs = Needs()
    for step in batch { needs.formUnion(step.command.needs) }
    let plan = LoadPlan(seller: seller, needs: needs)
    return try transaction(Tenancy.readWrite(seller), opening: plan.queries) { transaction in
      var (books, _) = try plan.books(from: transaction.opened, seed: 0)
      try LoadPlan.loadFurther(into: &books, in: &transaction, commands: batch.count) {
        var needs = Needs()
        for step in batch {
          needs.formUnion(step.command.furtherNeeds(on: $0, in: step.context) ?? Needs())
        }
        return needs
      }
      let outcomes = batch.map { Outcome(of: $0, on: &books) }
      Flush.write(books, to: &transaction)
      return outcomes
    }
  }
}

@Suite("The same commands in memory and through PostgreSQL")
struct ReplayTests {
  /// A seed each for yen, dinar and euro, tax by document and by line, both ways of rounding.
  @Test("give the same answers and leave equal rows", arguments: [1, 5, 6, 10] as [UInt64])
  func leaveEqualRows(seed: UInt64) async throws {
    let played = Played(seed: seed, commands: 1500)
    let seller = played.world.seller
    let database = try await TestDatabase.make()
    let connection = try await database.connect()
    let opening = Flush.queries(of: played.world.opening())
    try await connection.transaction(Tenancy.readWrite(seller)) { $0.flush(opening) }

    var index = 0
    for batch in played.batches {
      let outcomes = try await connection.replay(batch, of: seller)
      for (step, outcome) in zip(batch, outcomes) {
        let expected = played.outcomes[index]
        index += 1
        guard !outcome.isSame(as: expected) else { continue }
        Issue.record(
          """
          seed \(seed), step \(step.index), \(step.command)
          in memory: \(expected)
          through PostgreSQL: \(outcome)
          """)
        return
      }
    }
    let dump = try await connection.answer(DumpStore(), of: seller, for: .all)
    expectEqual(played.books, dump)
    while try await connection.seal(seller, atLeast: 1000) > 0 {}
    let violations = try await connection.answer(VerifyBooks(), of: seller, for: .all)
    #expect(violations == [])
  }

  /// Field by field: rows with their versions, and what is written once.
  private func expectEqual(_ books: Books, _ dump: StoreDump) {
    #expect(dump.books.differences(from: books) == [])
    #expect(dump.journal == books.journal.rows.sorted { $0.id < $1.id })
    #expect(dump.movements == books.movements.rows.sorted { $0.id < $1.id })
    #expect(
      dump.revisions
        == books.revisions.rows.sorted {
          ($0.order.id, $0.order.revision) < ($1.order.id, $1.order.revision)
        })
    let events = books.events.rows.sorted { $0.id < $1.id }
    #expect(dump.events.count == events.count)
    for (written, event) in zip(dump.events, events) {
      #expect(
        written.id == event.id && written.type == event.type && written.resource == event.resource
          && written.resourceVersion == event.resourceVersion
          && written.customer == event.customer && written.actor == event.actor
          && written.requestID == event.requestID && written.method == event.method
          && written.occurTime == event.occurTime,
        "\(written) is not \(event)")
      #expect(canonical(written.data) == canonical(event.data), "\(event.type) \(event.id)")
    }
  }

  /// PostgreSQL keeps JSON with its members in an order of its own.
  private func canonical(_ json: String) -> Data? {
    guard let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) else { return nil }
    return try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
  }
}
