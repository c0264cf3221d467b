import Domain
import Simulation
import Testing

@Suite("Previews and orders")
struct PreviewTests {
  /// Games until this many orders were placed or refused.
  private static let orders = 10_000

  @Test("a preview is the order that is placed, on 10,000 random orders")
  func areEqual() async {
    let results = await withTaskGroup(of: Result.self) { group in
      for seed: UInt64 in 101...106 {
        group.addTask {
          await Task.yield()
          return Self.play(seed: seed, until: Self.orders / 6 + 1)
        }
      }
      var results: [Result] = []
      for await result in group { results.append(result) }
      return results
    }
    for difference in results.flatMap(\.differences) { Issue.record("\(difference)") }
    let (placed, refused) = results.reduce((0, 0)) { ($0.0 + $1.placed, $0.1 + $1.refused) }
    #expect(placed + refused >= Self.orders)
    #expect(placed > 2000 && refused > 2000)
  }

  struct Result {
    var placed = 0
    var refused = 0
    var differences: [String] = []
  }

  private static func play(seed: UInt64, until count: Int) -> Result {
    var player = Player(seed: seed)
    var books = player.world.opening()
    books.settle()
    var result = Result()
    while result.placed + result.refused < count, result.differences.isEmpty {
      let step = player.next(on: books)
      if let place = step.command as? PlaceOrder {
        compare(place, step, &books, &result)
      }
      books.reseed(step.seed)
      let outcome = Outcome(of: step.command, on: &books, in: step.context)
      if case .accepted = outcome { books.keep() } else { books.rollBack() }
      player.note(outcome)
      if step.seed % 3 == 0 { books.settle() }
    }
    return result
  }

  /// Previews, then places with what was shown, and takes both back.
  private static func compare(
    _ place: PlaceOrder, _ step: Step, _ books: inout Books, _ result: inout Result
  ) {
    let preview = PreviewOrder(place.request, options: place.options)
    books.reseed(step.seed)
    let shown = Outcome(of: preview, on: &books, in: step.context)
    if !books.events.fresh.isEmpty {
      result.differences.append("step \(step.index): a preview left a trace")
    }
    books.rollBack()
    var options = place.options
    if case .accepted(let reply) = shown, let reply = reply as? OrderPreview {
      options.expects = reply.facts
    }
    books.reseed(step.seed)
    let placed = Outcome(
      of: PlaceOrder(place.request, options: options), on: &books, in: step.context)
    books.rollBack()
    switch (shown, placed) {
    case (.accepted(let preview), .accepted(let order)):
      result.placed += 1
      guard let preview = preview as? OrderPreview, let order = order as? Order,
        preview.order == order
      else {
        result.differences.append("step \(step.index): \(preview) is not \(order)")
        return
      }
    case (.rejected(let shown), .rejected(let refusal)):
      result.refused += 1
      if shown.reason != refusal.reason
        || !Set(shown.violations).isSuperset(of: refusal.violations)
      {
        result.differences.append("step \(step.index): \(shown) is not \(refusal)")
      }
    default: result.differences.append("step \(step.index): \(shown) is not \(placed)")
    }
  }
}
