import ArgumentParser
import OrderToCash

/// One order a call.
struct PlaceUnary: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unary", abstract: "Places orders, one a call.")

  @OptionGroup var options: LoadOptions

  @Flag(help: "All orders from one customer, of one product.")
  var hot = false

  func run() async throws {
    let hot = hot
    try await options.run(unit: "orders") { client, turn in
      let order = hot ? SeededGoods.hotOrder : SeededGoods.order(&turn.chance)
      _ = try await client.orders.place(.with { $0.order = order })
      return 1
    }
  }
}
