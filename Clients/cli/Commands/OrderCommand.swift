import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct OrderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order", abstract: "What customers want to have, and how far it is.",
    subcommands: [
      Place.self, Preview.self, Create.self, Show.self, Get.self, List.self, Update.self,
      Confirm.self, Amend.self, Hold.self, Release.self, Cancel.self, Ship.self, Invoice.self,
      Duplicate.self, Revisions.self, Timeline.self, Wait.self,
    ])
}

extension OrderCommand {
  struct Preview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what placing an order would come to: price, tax, stock, dates, credit.",
      discussion: """
        Nothing is changed. The preview token at its end, given to `order place --preview-token`, \
        places the order only if nothing has moved since.
        """)

    @OptionGroup var fields: OrderFields

    @Flag(help: "Lets what is not in stock wait for it.")
    var allowBackorder = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = PreviewOrderRequest()
        request.order = try await fields.order(session.resolver)
        request.allowBackorder = allowBackorder
        let order = try await session.client.orders.preview(request, options: session.options)
        var screen = OrderScreen.screen(order, now: .now)
        if !order.previewToken.isEmpty {
          screen.sections.append(.text("preview token", [order.previewToken]))
        }
        try await session.show(screen)
      }
    }
  }

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Creates a draft: priced and taxed, without credit. With a date it is a quote.",
      discussion: "`order confirm` accepts it; until --prices-valid-until at its own prices.")

    @OptionGroup var fields: OrderFields

    @Option(help: "Until when the draft's prices hold: it is a quote.")
    var pricesValidUntil: TimeArgument?

    @Option(help: "Until when stock is kept for it; default it keeps none.")
    var reserveUntil: TimeArgument?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = CreateOrderRequest()
        request.order = try await fields.order(session.resolver)
        if let pricesValidUntil { request.order.priceValidUntilTime = pricesValidUntil.time }
        if let reserveUntil { request.order.reserveUntilTime = reserveUntil.time }
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
      discussion: "`credit reviews` is the list of those that credit holds.")

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
