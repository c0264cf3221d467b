import ArgumentParser
import OrderToCash

/// Many orders a call.
struct PlaceBatch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Places orders, many a call.")

  @OptionGroup var options: LoadOptions

  @Option(help: "Orders a call, at most 500.")
  var size = 250

  @Flag(help: "All orders from one customer, of one product.")
  var hot = false

  func run() async throws {
    let (size, hot) = (size, hot)
    try await options.run(unit: "orders") { client, turn in
      var requests: [PlaceOrderRequest] = []
      requests.reserveCapacity(size)
      for _ in 0..<size {
        let order = hot ? SeededGoods.hotOrder : SeededGoods.order(&turn.chance)
        requests.append(.with { $0.order = order })
      }
      for result in try await client.orders.place(batch: requests) { _ = try result.get() }
      return size
    }
  }
}
