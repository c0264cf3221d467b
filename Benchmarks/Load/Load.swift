import ArgumentParser

/// Puts load on a server and prints what it measured as one line of JSON.
@main
struct Load: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "o2c-bench",
    abstract: "Puts load on an o2c server through the SDK and prints what it measured.",
    discussion: """
      The server must have the goods and customers of Benchmarks/Floor/seed.sql; Benchmarks/run \
      sees to that, and to the comparison with the floor.
      """,
    subcommands: [
      PlaceUnary.self, PlaceBatch.self, PlaceStream.self, ConfirmOrders.self, FullCycle.self,
      NoOperation.self,
    ])
}
