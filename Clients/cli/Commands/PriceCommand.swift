import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct PriceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "price", abstract: "What products cost.",
    subcommands: [Set.self, List.self, Quote.self])

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sets a price: a row of the price list, by product, scope, quantity and dates.")

    @Argument(help: "Article number or name of the product.")
    var product: ResourceArgument

    @Option(help: "Net price of a unit, a decimal.")
    var price: String?

    @Option(help: "In place of a price: percent off the price that would be taken without the row.")
    var discount: String?

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
      if (price == nil) == (discount == nil) {
        throw ValidationError("give either --price or --discount")
      }
      if customer != nil, priceGroup != nil {
        throw ValidationError("a price is for a customer or for a price group, not both")
      }
    }

    func run() async throws {
      try await global.run { session in
        var row = Price()
        row.product = try await session.resolver.name(product, .product)
        row.unitPrice = price ?? ""
        if let discount { row.discountPercent = discount }
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
        try await session.show(rows)
        session.tellDryRun(mutation)
      }
    }
  }
}

extension PriceCommand {
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the price list: who pays what, from which quantity, when.")

    @Option(help: "Only this product: article number or name.")
    var product: ResourceArgument?

    @Option(help: "Only the rows of this customer.")
    var customer: ResourceArgument?

    @Option(help: "Only the rows of this price group.")
    var priceGroup: String?

    @Option(help: "Only rows that are valid on this day.")
    var on: DayArgument?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var filter = try await session.filter(list.filter, customer: customer)
        if let product {
          let name = try await session.resolver.name(product, .product)
          filter = ListOptions.filter(filter, and: "product = \(filterLiteral(name))")
        }
        if let priceGroup {
          filter = ListOptions.filter(filter, and: "price_group = \(filterLiteral(priceGroup))")
        }
        if let on { filter = ListOptions.filter(filter, and: PriceCommand.valid(on: on.day)) }
        try await session.list(list) { [filter] in
          session.client.catalog.listPrices(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  /// A filter for rows that are valid on a day; a date that is not set bounds nothing.
  static func valid(on day: CivilDate) -> String {
    let text = filterLiteral(DayText.text(day))
    return "NOT valid_from_date > \(text) AND NOT valid_until_date < \(text)"
  }

  struct Quote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what products cost a customer: price and where it comes from, tax, totals.",
      discussion: """
        Promises nothing: `order create --prices-valid-until` makes an offer that holds. \
        `order preview` says more: stock, dates, credit.
        """)

    @Option(help: "Whose prices: name, display name or ext:KEY.")
    var customer: ResourceArgument

    @Option(
      name: .long,
      help: ArgumentHelp(
        "What would be ordered; again for more.", valueName: "SKU=QUANTITY[%DISCOUNT]"))
    var line: [OrderLineArgument]

    @Option(
      name: .long,
      help: ArgumentHelp(
        "Taken off the whole, in this order; again for more.", valueName: "N%|AMOUNT[:REASON]"))
    var discount: [DiscountArgument] = []

    @Option(
      name: .long,
      help: ArgumentHelp(
        "Charged beside the lines; again for more.", valueName: "KIND=AMOUNT[:TEXT]"))
    var charge: [ChargeArgument] = []

    @Option(help: "Order date; default today.")
    var date: DayArgument?

    @Option(help: "Currency, ISO 4217; default the customer's.")
    var currency: String?

    @OptionGroup(title: "Delivery address; default the customer's")
    var shipTo: AddressOptions

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if line.contains(where: { $0.unitPrice != nil }) {
        throw ValidationError("a quote says the price: leave @PRICE out")
      }
    }

    func run() async throws {
      try await global.run { session in
        let customer = try await session.customer(customer)
        let currency = currency ?? customer.currencyCode
        var request = QuotePriceRequest()
        request.customer = customer.name
        request.currencyCode = currency
        if let date { request.orderDate = date.day }
        if shipTo.isGiven { shipTo.fill(&request.shipTo) }
        request.discounts = try discount.map { try $0.discount(currency) }
        request.charges = try charge.map { try $0.charge(currency) }
        request.lines = line.map { argument in
          let line = argument.orderLine
          return .with {
            $0.product = line.product
            $0.sku = line.sku
            $0.quantity = line.quantity
            if let percent = argument.discountPercent {
              $0.discounts = [.with { $0.percent = percent }]
            }
          }
        }
        try await session.show(
          QuoteScreen.screen(
            try await session.client.catalog.quote(request, options: session.options),
            customer: customer.name))
      }
    }
  }
}

struct TaxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tax", abstract: "Which tax is due.",
    subcommands: [Set.self, List.self])

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
        try await session.show(rows)
        session.tellDryRun(mutation)
      }
    }
  }
}

extension TaxCommand {
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists tax rules: by class, region and treatment, the category and the rate.")

    @Option(help: "Only this tax class.")
    var taxClass: String?

    @Option(help: "Only this region, ISO 3166-1 alpha-2.")
    var region: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var filter = list.filter
        if let taxClass {
          filter = ListOptions.filter(filter, and: "tax_class = \(filterLiteral(taxClass))")
        }
        if let region {
          filter = ListOptions.filter(
            filter, and: "region_code = \(filterLiteral(region.uppercased()))")
        }
        try await session.list(list) { [filter] in
          session.client.catalog.listTaxRules(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }
}
