import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct PriceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "price", abstract: "What products cost.", subcommands: [Set.self])

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sets a price: a row of the price list, by product, scope, quantity and dates.")

    @Argument(help: "Article number or name of the product.")
    var product: ResourceArgument

    @Option(help: "Net price of a unit, a decimal.")
    var price: String

    @Option(help: "Currency, ISO 4217.")
    var currency: String

    @Option(help: "For how many units the price is; default 1.")
    var per: String?

    @Option(help: "For this customer only.")
    var customer: ResourceArgument?

    @Option(help: "For this price group only.")
    var priceGroup: String?

    @Option(help: "Smallest quantity of an order line.")
    var minQuantity: String?

    @Option(help: "First order date.")
    var from: DayArgument?

    @Option(help: "Last order date.")
    var until: DayArgument?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if customer != nil, priceGroup != nil {
        throw ValidationError("a price is for a customer or for a price group, not both")
      }
    }

    func run() async throws {
      try await global.run { session in
        var row = Price()
        row.product = try await session.resolver.name(product, .product)
        row.unitPrice = price
        row.currencyCode = currency
        if let per { row.baseQuantity = per }
        if let customer { row.customer = try await session.resolver.name(customer, .customer) }
        if let priceGroup { row.priceGroup = priceGroup }
        if let minQuantity { row.minQuantity = minQuantity }
        if let from { row.validFromDate = from.day }
        if let until { row.validUntilDate = until.day }
        var request = SetPricesRequest()
        request.prices = [row]
        request.validateOnly = mutation.dryRun
        let rows = try await session.client.catalog.setPrices(
          request, options: try session.options(mutation))
        try session.printer.show(rows)
        session.tellDryRun(mutation)
      }
    }
  }
}

struct TaxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tax", abstract: "Which tax is due.", subcommands: [Set.self])

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sets a tax rule, by tax class, region, treatment and first day.")

    @Option(help: "Tax class of products; default STANDARD.")
    var taxClass: String?

    @Option(help: "Where the goods go, ISO 3166-1 alpha-2; default everywhere.")
    var region: String?

    @Option(help: "Tax treatment of customers; default the ordinary one.")
    var treatment: String?

    @Option(help: "First day.")
    var from: DayArgument?

    @Option(help: "Category, UNCL 5305: S, Z, E, AE, K, G, O, L or M.")
    var category: String

    @Option(help: "Rate in percent.")
    var rate: String?

    @Option(help: "Why nothing is charged, VATEX.")
    var exemption: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var row = TaxRule()
        row.taxClass = taxClass ?? ""
        row.regionCode = region ?? ""
        row.treatment = treatment ?? ""
        if let from { row.validFromDate = from.day }
        row.categoryCode = category
        row.ratePercent = rate ?? ""
        row.exemptionCode = exemption ?? ""
        var request = SetTaxRulesRequest()
        request.taxRules = [row]
        request.validateOnly = mutation.dryRun
        let rows = try await session.client.catalog.setTaxRules(
          request, options: try session.options(mutation))
        try session.printer.show(rows)
        session.tellDryRun(mutation)
      }
    }
  }
}
