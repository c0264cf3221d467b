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

    @Option(help: "Working days between order and goods issue; default 0.")
    var handlingDays: Int32?

    @OptionGroup(title: "Address") var address: AddressOptions
    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = CreateWarehouseRequest()
        request.validateOnly = mutation.dryRun
        request.warehouse.code = code
        request.warehouse.displayName = displayName ?? ""
        if let handlingDays { request.warehouse.handlingDays = handlingDays }
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
    subcommands: [Levels.self, Check.self, Receive.self, Schedule.self, Move.self])

  struct Levels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists what lies there and what is promised, a row a product and warehouse.")

    @Option(help: "Only this product.")
    var product: ResourceArgument?

    @Option(help: "Only this warehouse.")
    var warehouse: ResourceArgument?

    @Flag(help: "Only what orders wait for.")
    var short = false

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
        let pages = { [filter] in
          session.client.stock.listLevels(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
        guard short else { return try await session.list(list, pages) }
        try await session.list(list, columns: StockLevel.columns) {
          var rows: [StockLevel] = []
          for try await row in pages() where !DecimalText.isZero(row.backordered) {
            rows.append(row)
          }
          return rows
        }
      }
    }
  }

  struct Receive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Books goods that came in. What waits for them is served first.")

    @Option(name: .long, help: "SKU=QUANTITY, or products/…=QUANTITY; again for more.")
    var line: [QuantityArgument] = []

    @Option(help: "The scheduled receipt that came in; without --line all that it said.")
    var receipt: ResourceArgument?

    @Option(help: "Where the goods are; default the seller's default warehouse.")
    var warehouse: ResourceArgument?

    @Option(help: "The supplier's delivery note.")
    var reference: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if line.isEmpty, receipt == nil {
        throw ValidationError("give at least one --line, or a --receipt")
      }
    }

    func run() async throws {
      try await global.run { session in
        var request = ReceiveStockRequest()
        if let receipt { request.receipt = try await session.resolver.name(receipt, .receipt) }
        request.validateOnly = mutation.dryRun
        request.reference = reference ?? ""
        if let warehouse {
          request.warehouse = try await session.resolver.name(warehouse, .warehouse)
        }
        request.lines = line.map(\.receiptLine)
        try await session.change(mutation) { [request] options in
          try await session.client.stock.receive(request, options: options)
        }
      }
    }
  }
}
