import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct WarehouseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "warehouse", abstract: "Where goods lie.",
    subcommands: [Create.self, List.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Creates a warehouse.")

    @Argument(help: "Short key: capital letters, digits, . _ and -.")
    var code: String

    @Option(help: "What people call it; default the code.")
    var displayName: String?

    @OptionGroup(title: "Address") var address: AddressOptions
    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = CreateWarehouseRequest()
        request.validateOnly = mutation.dryRun
        request.warehouse.code = code
        request.warehouse.displayName = displayName ?? ""
        if address.isGiven { address.fill(&request.warehouse.address) }
        try await session.change(mutation) { [request] options in
          try await session.client.stock.createWarehouse(request, options: options)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists warehouses.")

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.list(list) {
          session.client.stock.listWarehouses(
            filter: list.filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }
}

struct StockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stock", abstract: "What lies in the warehouses.",
    subcommands: [Levels.self, Receive.self])

  struct Levels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists what lies there and what is promised, a row a product and warehouse.")

    @Option(help: "Only this product.")
    var product: ResourceArgument?

    @Option(help: "Only this warehouse.")
    var warehouse: ResourceArgument?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var filter = list.filter
        if let product {
          let name = try await session.resolver.name(product, .product)
          filter = ListOptions.filter(filter, and: "product = \(filterLiteral(name))")
        }
        if let warehouse {
          let name = try await session.resolver.name(warehouse, .warehouse)
          filter = ListOptions.filter(filter, and: "warehouse = \(filterLiteral(name))")
        }
        try await session.list(list) { [filter] in
          session.client.stock.listLevels(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  struct Receive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Books goods that came in. What waits for them is served first.")

    @Option(name: .long, help: "SKU=QUANTITY, or products/…=QUANTITY; again for more.")
    var line: [QuantityArgument]

    @Option(help: "Where the goods are; default the seller's default warehouse.")
    var warehouse: ResourceArgument?

    @Option(help: "The supplier's delivery note.")
    var reference: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = ReceiveStockRequest()
        request.validateOnly = mutation.dryRun
        request.reference = reference ?? ""
        if let warehouse {
          request.warehouse = try await session.resolver.name(warehouse, .warehouse)
        }
        request.lines = line.map { argument in
          .with {
            if argument.key.contains("/") {
              $0.product = argument.key
            } else {
              $0.sku = argument.key
            }
            $0.quantity = argument.quantity
          }
        }
        try await session.change(mutation) { [request] options in
          try await session.client.stock.receive(request, options: options)
        }
      }
    }
  }
}
