import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct ProductCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "product", abstract: "What is sold.",
    subcommands: [Create.self, Get.self, List.self, Update.self])
}

/// Fields of a product in flags.
struct ProductFields: ParsableArguments {
  @Option(help: "GS1 global trade item number.")
  var gtin: String?

  @Option(help: "More about it.")
  var description: String?

  @Option(help: "Unit, UN/ECE Rec 20; default C62, one piece.")
  var unit: String?

  @Option(help: "The class by which tax rules are looked up; default STANDARD.")
  var taxClass: String?

  @Option(help: "First order date on which it may be sold.")
  var sellableFrom: DayArgument?

  @Option(help: "Last order date on which it may be sold.")
  var sellableUntil: DayArgument?

  @Option(help: "Code of the Harmonized System.")
  var commodityCode: String?

  @Option(help: "Its place in your own list of categories.")
  var category: String?

  @Option(help: "Days until what is not in stock and not on its way can leave.")
  var leadTimeDays: Int32?

  @Option(help: "How much more than ordered may be shipped, percent; default the seller's.")
  var overShipment: String?

  @Option(help: "How much less than ordered ends a line, percent; default the seller's.")
  var underShipment: String?

  /// Lays what was given over a product; returns the fields that changed.
  func fill(_ product: inout Product) -> [String] {
    var paths: [String] = []
    func set<Value>(_ value: Value?, _ path: String, _ assign: (Value) -> Void) {
      guard let value else { return }
      assign(value)
      paths.append(path)
    }
    set(gtin, "gtin") { product.gtin = $0 }
    set(description, "description") { product.description_p = $0 }
    set(unit, "unit_code") { product.unitCode = $0 }
    set(taxClass, "tax_class") { product.taxClass = $0 }
    set(sellableFrom, "sellable_from_date") { product.sellableFromDate = $0.day }
    set(sellableUntil, "sellable_until_date") { product.sellableUntilDate = $0.day }
    set(commodityCode, "commodity_code") { product.commodityCode = $0 }
    set(category, "category") { product.category = $0 }
    set(leadTimeDays, "lead_time_days") { product.leadTimeDays = $0 }
    set(overShipment, "over_shipment_percent") { product.overShipmentPercent = $0 }
    set(underShipment, "under_shipment_percent") { product.underShipmentPercent = $0 }
    return paths
  }
}

extension ProductCommand {
  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Creates a product.")

    @Argument(help: "The seller's article number.")
    var sku: String

    @Argument(help: "Name on documents.")
    var displayName: String

    @Option(help: "GOODS or SERVICE.")
    var kind = "GOODS"

    @Flag(inversion: .prefixedNo, help: "Orders reserve stock; default for goods.")
    var stocked: Bool?

    @OptionGroup var fields: ProductFields
    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = CreateProductRequest()
        request.validateOnly = mutation.dryRun
        request.product.sku = sku
        request.product.displayName = displayName
        request.product.kind = try enumValue(kind, "--kind")
        if let stocked { request.product.stocked = stocked }
        _ = fields.fill(&request.product)
        try await session.change(mutation) { [request] options in
          try await session.client.catalog.createProduct(request, options: options)
        }
      }
    }
  }

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows products.")

    @Argument(help: "Article number, name, or - for the input.")
    var products: [ResourceArgument]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(products, .product) { name in
          try await session.client.catalog.getProduct(
            ProductName(validating: name), options: session.options)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists products.")

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.list(list) {
          session.client.catalog.listProducts(
            filter: list.filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Changes fields of a product.")

    @Argument(help: "Article number or name.")
    var product: ResourceArgument

    @Option(help: "Name on documents.")
    var displayName: String?

    @Option(help: "The version that you have seen; default the one that is read now.")
    var etag: String?

    @OptionGroup var fields: ProductFields
    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(product, .product)
        let row = try await session.client.catalog.getProduct(
          ProductName(validating: name), options: session.options)
        // What does not change stays out, so that only what changes is checked.
        var request = UpdateProductRequest()
        var paths = fields.fill(&request.product)
        if let displayName {
          request.product.displayName = displayName
          paths.append("display_name")
        }
        guard !paths.isEmpty else { throw ErrorReport.usage("nothing to change was given") }
        request.product.name = name
        request.product.etag = etag ?? row.etag
        request.updateMask = .with { $0.paths = paths }
        request.validateOnly = mutation.dryRun
        try await session.change(mutation) { [request] options in
          try await session.client.catalog.updateProduct(request, options: options)
        }
      }
    }
  }
}
