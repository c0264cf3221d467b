import ArgumentParser
import OrderToCash

/// The whole way, call after call: order, shipment, invoice, payment.
struct FullCycle: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cycle", abstract: "Takes orders to cash: place, ship, invoice, pay in full.")

  @OptionGroup var options: LoadOptions

  func run() async throws {
    try await options.run(unit: "cycles") { client, turn in
      let wanted = SeededGoods.order(&turn.chance)
      let order = try await client.orders.place(.with { $0.order = wanted })
      _ = try await client.fulfillment.ship(.with { $0.name = order.name })
      let invoice = try await client.invoices.invoice(.with { $0.name = order.name })
      _ = try await client.payments.record(
        .with {
          $0.payment.customer = order.customer
          $0.payment.amount = invoice.totals.payable
          $0.payment.means = .bankTransfer
          $0.payment.remittance.reference = invoice.invoiceNumber
          $0.autoApply = true
        })
      return 1
    }
  }
}
