import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct OrderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order", abstract: "What customers want to have, and how far it is.",
    subcommands: [
      Place.self, Preview.self, Create.self, Get.self, List.self, Confirm.self, Cancel.self,
      Ship.self, Invoice.self, Timeline.self,
    ])
}

/// An order in flags.
struct OrderFields: ParsableArguments {
  @Option(help: "Who orders: name, display name or ext:KEY.")
  var customer: ResourceArgument?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What is ordered; again for more. A price or a discount needs authority.",
      valueName: "SKU=QUANTITY[@PRICE][%DISCOUNT]"))
  var line: [OrderLineArgument] = []

  @Option(help: "The order's key in another system.")
  var externalID: String?

  @Option(help: "The buyer's own order number, for invoices.")
  var purchaseOrder: String?

  @Option(help: "Currency, ISO 4217; default the customer's.")
  var currency: String?

  @Option(help: "Payment terms; default the customer's.")
  var terms: String?

  @Option(help: "Business date of the order; default today.")
  var date: DayArgument?

  @Option(help: "When the customer wants to have the goods.")
  var requested: DayArgument?

  @Option(help: "Where goods are taken from; default the seller's default warehouse.")
  var warehouse: ResourceArgument?

  @Option(help: "Who receives the goods.")
  var recipient: String?

  @OptionGroup(title: "Delivery address; default the customer's")
  var shipTo: AddressOptions

  /// The order that the flags describe.
  func order(_ resolver: Resolver) async throws -> Order {
    guard let customer else { throw ErrorReport.usage("--customer is missing") }
    guard !line.isEmpty else { throw ErrorReport.usage("at least one --line is needed") }
    var order = Order()
    order.customer = try await resolver.name(customer, .customer)
    order.externalID = externalID ?? ""
    order.purchaseOrderReference = purchaseOrder ?? ""
    order.currencyCode = currency ?? ""
    order.paymentTerms = terms ?? ""
    if let date { order.orderDate = date.day }
    if let requested { order.requestedDate = requested.day }
    if shipTo.isGiven || recipient != nil {
      shipTo.fill(&order.shipTo)
      order.shipTo.recipient = recipient ?? ""
    }
    var from = ""
    if let warehouse { from = try await resolver.name(warehouse, .warehouse) }
    order.lines = line.map { argument in
      .with {
        if argument.product.contains("/") {
          $0.product = argument.product
        } else {
          $0.sku = argument.product
        }
        $0.quantity = argument.quantity
        $0.unitPrice = argument.unitPrice ?? ""
        if let discount = argument.discountPercent { $0.discountPercent = discount }
        $0.warehouse = from
      }
    }
    return order
  }
}

/// How an order is placed or confirmed.
struct PlacementOptions: ParsableArguments {
  @Flag(help: "Rejects the order where credit would hold it.")
  var failOnHold = false

  @Flag(help: "Lets what is not in stock wait for it.")
  var allowBackorder = false

  @Option(help: "The gross total that you have seen, as AMOUNT CURRENCY: '1190.00 EUR'.")
  var expectedTotal: String?

  func expected() throws -> Money? {
    guard let expectedTotal else { return nil }
    let words = expectedTotal.split(separator: " ")
    guard words.count == 2 else {
      throw ErrorReport.usage("--expected-total is AMOUNT CURRENCY, such as '1190.00 EUR'")
    }
    return try MoneyArgument.money(String(words[0]), String(words[1]))
  }
}

extension OrderCommand {
  struct Preview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what placing an order would come to: price, tax, stock, credit.")

    @OptionGroup var fields: OrderFields
    @OptionGroup var placement: PlacementOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = PlaceOrderRequest()
        request.order = try await fields.order(session.resolver)
        request.validateOnly = true
        request.failOnHold = placement.failOnHold
        request.allowBackorder = placement.allowBackorder
        if let total = try placement.expected() { request.expectedTotal = total }
        try session.printer.show(
          try await session.client.orders.place(request, options: session.options))
      }
    }
  }

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Creates a draft: priced and taxed, without stock and credit.")

    @OptionGroup var fields: OrderFields

    @Option(help: "Until when the draft's prices hold.")
    var pricesValidUntil: TimeArgument?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = CreateOrderRequest()
        request.order = try await fields.order(session.resolver)
        if let pricesValidUntil { request.order.priceValidUntilTime = pricesValidUntil.time }
        request.validateOnly = mutation.dryRun
        try await session.change(mutation) { [request] options in
          try await session.client.orders.create(request, options: options)
        }
      }
    }
  }

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows orders.")

    @Argument(help: "Number, name, ext:KEY, or - for the input.")
    var orders: [ResourceArgument]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(orders, .order) { name in
          try await session.client.orders.get(
            OrderName(validating: name), options: session.options)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists orders, newest first.",
      discussion: "`--filter 'holds.kind : CREDIT'` is the work list of credit.")

    @Option(help: "Only those of this customer.")
    var customer: ResourceArgument?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let filter = try await session.filter(list.filter, customer: customer)
        try await session.list(list) {
          session.client.orders.list(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Confirms drafts: reserves stock and decides on credit.")

    @Argument(help: "Number, name, ext:KEY, or - for the input.")
    var orders: [ResourceArgument]

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var placement: PlacementOptions
    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = ConfirmOrderRequest()
        request.etag = etag ?? ""
        request.validateOnly = mutation.dryRun
        request.failOnHold = placement.failOnHold
        request.allowBackorder = placement.allowBackorder
        if let total = try placement.expected() { request.expectedTotal = total }
        try await session.change(orders, .order, mutation) { [request] name, options in
          var request = request
          request.name = name
          return try await session.client.orders.confirm(request, options: options)
        }
      }
    }
  }

  struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Cancels orders, or what is still open of them.")

    @Argument(help: "Number, name, ext:KEY, or - for the input.")
    var orders: [ResourceArgument]

    @Option(name: .long, help: "LINE=QUANTITY of what is open; default all. Again for more.")
    var line: [QuantityArgument] = []

    @Option(help: "Why, a code of your own list such as CUSTOMER_REQUEST.")
    var reason: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try mutation.confirmation(on: session.console)
          .ask("Cancel \(orders.map(\.text).joined(separator: ", "))?")
        var request = CancelOrderRequest()
        request.etag = etag ?? ""
        request.reasonCode = reason ?? ""
        request.validateOnly = mutation.dryRun
        request.lines = line.map { part in
          .with {
            $0.lineID = part.key
            $0.quantity = part.quantity
          }
        }
        try await session.change(orders, .order, mutation) { [request] name, options in
          var request = request
          request.name = name
          return try await session.client.orders.cancel(request, options: options)
        }
      }
    }
  }

  struct Timeline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what happened to an order, its shipments and invoices.")

    @Argument(help: "Number, name or ext:KEY.")
    var order: ResourceArgument

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(order, .order)
        var parts = ["resource = \(filterLiteral(name + "*"))"]
        let invoices = session.client.invoices.list(
          filter: "orders : \(filterLiteral(name))", options: session.options)
        do {
          for try await invoice in invoices where parts.count < 20 {
            parts.append("resource = \(filterLiteral(invoice.name))")
          }
        } catch let error as OrderToCashError where error.code == .permissionDenied {
          // Who may not read invoices sees the order's own events.
        }
        let filter = ListOptions.filter(list.filter, and: "(\(parts.joined(separator: " OR ")))")
        try await session.list(list) {
          session.client.events.list(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }
}

extension Session {
  /// A filter, narrowed to a customer where one is given.
  func filter(_ filter: String, customer: ResourceArgument?) async throws -> String {
    guard let customer else { return filter }
    let name = try await resolver.name(customer, .customer)
    return ListOptions.filter(filter, and: "customer = \(filterLiteral(name))")
  }
}
