import ArgumentParser
import OrderToCash
import OrderToCashAPI

struct ShipmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shipment", abstract: "What left a warehouse.",
    subcommands: [Get.self, List.self])

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows shipments.")

    @Argument(help: "Number, name, or - for the input.")
    var shipments: [ResourceArgument]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(shipments, .shipment) { name in
          try await session.client.fulfillment.get(
            ShipmentName(validating: name), options: session.options)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists shipments, newest first.")

    @Option(help: "Only those of this order.")
    var order: ResourceArgument?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var parent: OrderName?
        if let order {
          parent = try OrderName(validating: await session.resolver.name(order, .order))
        }
        try await session.list(list) { [parent] in
          session.client.fulfillment.list(
            of: parent, filter: list.filter, orderBy: list.sort, view: list.view,
            options: session.options)
        }
      }
    }
  }
}
