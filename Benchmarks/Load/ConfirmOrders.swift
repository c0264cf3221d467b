import ArgumentParser
import OrderToCash

/// Confirms drafts: only the confirming is measured, where stock is reserved and credit decided.
struct ConfirmOrders: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Creates drafts and confirms them; measures the confirming.")

  @OptionGroup var options: LoadOptions

  func run() async throws {
    try await options.run(unit: "confirms") { client, turn in
      let order = SeededGoods.order(&turn.chance)
      let draft = try await client.orders.create(.with { $0.order = order })
      turn.beginAgain()
      _ = try await client.orders.confirm(.with { $0.name = draft.name })
      return 1
    }
  }
}
