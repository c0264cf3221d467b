import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension OrderCommand {
  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Changes a draft; its lines are replaced as a whole where --line is given.",
      discussion: "What was placed is changed with `order amend`.")

    @Argument(help: "Number, name or ext:KEY.")
    var order: ResourceArgument

    @OptionGroup var fields: OrderFields

    @Option(help: "Until when the draft's prices hold: it is a quote.")
    var pricesValidUntil: TimeArgument?

    @Option(help: "Until when stock is kept for it.")
    var reserveUntil: TimeArgument?

    @Option(help: "The version that you have seen; default the one that is read now.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(order, .order)
        let now = try await session.client.orders.get(
          OrderName(validating: name), options: session.options)
        var request = UpdateOrderRequest()
        // An address is changed as a whole: what is not given stays as it is.
        if fields.shipTo.isGiven || fields.recipient != nil { request.order.shipTo = now.shipTo }
        var paths = try await fields.fill(&request.order, session.resolver) { now.currencyCode }
        if let customer = fields.customer {
          request.order.customer = try await session.resolver.name(customer, .customer)
          paths.append("customer")
        }
        if let pricesValidUntil {
          request.order.priceValidUntilTime = pricesValidUntil.time
          paths.append("price_valid_until_time")
        }
        if let reserveUntil {
          request.order.reserveUntilTime = reserveUntil.time
          paths.append("reserve_until_time")
        }
        guard !paths.isEmpty else { throw ErrorReport.usage("nothing to change was given") }
        request.order.name = name
        request.order.etag = etag ?? now.etag
        request.updateMask = .with { $0.paths = paths }
        request.validateOnly = mutation.dryRun
        try await session.change(mutation) { [request] options in
          try await session.client.orders.update(request, options: options)
        }
      }
    }
  }

  struct Amend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Changes an order after it was placed; the old revision can still be read.",
      discussion: """
        Lines are named by their id: `--line 1=12` orders 12 of line 1 in all. What grows is \
        decided on by credit anew; what shrinks is never denied. --dry-run shows what would come out.
        """)

    @Argument(help: "Number, name or ext:KEY.")
    var order: ResourceArgument

    @OptionGroup var fields: AmendmentFields
    @OptionGroup var placement: PlacementOptions

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if !fields.isGiven { throw ValidationError("nothing to change was given") }
    }

    func run() async throws {
      try await global.run { session in
        var request = AmendOrderRequest()
        let name = try await session.resolver.name(order, .order)
        request.name = name
        try await fields.fill(&request) {
          try await session.client.orders.get(
            OrderName(validating: name), options: session.options)
        }
        request.addLines += try await fields.replace.orderLines(session.resolver)
        request.etag = etag ?? ""
        request.validateOnly = mutation.dryRun
        request.failOnHold = placement.failOnHold
        request.allowBackorder = placement.allowBackorder
        if let total = try placement.expected() { request.expectedTotal = total }
        try await session.change(mutation) { [request] options in
          try await session.client.orders.amend(request, options: options)
        }
      }
    }
  }

  struct Hold: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Holds orders by hand: nothing of them leaves until they are released.")

    @Argument(help: "Number, name, ext:KEY, or - for the input.")
    var orders: [ResourceArgument]

    @Option(help: "Why; shown to those who meet the hold.")
    var reason: String

    @Option(help: "More about it, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.change(orders, .order, mutation) { name, options in
          var request = HoldOrderRequest()
          request.name = name
          request.etag = etag ?? ""
          request.reason = reason
          request.note = note ?? ""
          request.validateOnly = mutation.dryRun
          return try await session.client.orders.hold(request, options: options)
        }
      }
    }
  }

  struct Release: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ends the holds of orders that were made by hand.",
      discussion: "A hold of credit is ended with `credit release`.")

    @Argument(help: "Number, name, ext:KEY, or - for the input.")
    var orders: [ResourceArgument]

    @Option(help: "The reason of the hold that ends; default all made by hand.")
    var reason: String?

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.change(orders, .order, mutation) { name, options in
          var request = ReleaseOrderRequest()
          request.name = name
          request.etag = etag ?? ""
          request.reason = reason ?? ""
          request.note = note ?? ""
          request.validateOnly = mutation.dryRun
          return try await session.client.orders.release(request, options: options)
        }
      }
    }
  }
}

/// What changes on an order that was placed, in flags.
struct AmendmentFields: ParsableArguments {
  @Option(
    name: .long, help: "LINE=QUANTITY in all, cancelled and shipped included; again for more.")
  var line: [QuantityArgument] = []

  @Option(name: .long, help: "LINE=PRICE by hand, within your authority; again for more.")
  var price: [QuantityArgument] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Taken off a line in place of what was; again for more.",
      valueName: "LINE=N%|AMOUNT[:REASON]"))
  var discount: [AssignmentArgument] = []

  @Option(name: .long, help: "A line without discounts from now on; again for more.")
  var noDiscount: [String] = []

  @Option(name: .long, help: "LINE=DATE promised to the customer; again for more.")
  var promise: [AssignmentArgument] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "One more line; again for more.", valueName: "SKU=QUANTITY[@PRICE][%DISCOUNT]"))
  var add: [OrderLineArgument] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "One more line in place of goods of a return, at their price; again for more.",
      valueName: "RMA:SKU=QUANTITY"))
  var replace: [ReplacementArgument] = []

  @Option(help: "When the customer wants to have the goods.")
  var requested: DayArgument?

  @Option(help: "Why, for the log and the list of revisions.")
  var reason: String?

  @Option(help: "Who receives the goods.")
  var recipient: String?

  @OptionGroup(title: "Delivery address; what is not given stays")
  var shipTo: AddressOptions

  var isGiven: Bool {
    !line.isEmpty || !price.isEmpty || !discount.isEmpty || !noDiscount.isEmpty
      || !promise.isEmpty || !add.isEmpty || !replace.isEmpty || requested != nil
      || recipient != nil
      || shipTo.isGiven
  }

  /// Lays what was given over a request.
  ///
  /// - Parameter read: Reads the order; called only where something of it must be known.
  func fill(
    _ request: inout AmendOrderRequest, read: () async throws -> Order
  ) async throws {
    request.reason = reason ?? ""
    request.addLines = add.map(\.orderLine)
    if let requested { request.requestedDate = requested.day }
    let hasAmounts = discount.contains { !$0.value.contains("%") }
    let hasAddress = shipTo.isGiven || recipient != nil
    let order = hasAmounts || hasAddress ? try await read() : Order()
    if hasAddress {
      request.shipTo = order.shipTo
      shipTo.fill(&request.shipTo)
      if let recipient { request.shipTo.recipient = recipient }
    }
    request.changes = try changes(currency: order.currencyCode)
  }

  /// What changes on each line, a line once, in the order of the flags.
  func changes(currency: String) throws -> [AmendOrderRequest.Change] {
    var changes: [AmendOrderRequest.Change] = []
    func change(_ line: String, _ assign: (inout AmendOrderRequest.Change) throws -> Void) rethrows
    {
      if let index = changes.firstIndex(where: { $0.lineID == line }) {
        return try assign(&changes[index])
      }
      var change = AmendOrderRequest.Change()
      change.lineID = line
      try assign(&change)
      changes.append(change)
    }
    for part in line { change(part.key) { $0.quantity = part.quantity } }
    for part in price { change(part.key) { $0.unitPrice = part.quantity } }
    for part in promise {
      guard let day = DayText.day(part.value) else {
        throw ErrorReport.usage("--promise is LINE=DATE, not \(part.field)=\(part.value)")
      }
      change(part.field) { $0.promisedDate = day }
    }
    for part in discount {
      guard let argument = DiscountArgument(argument: part.value) else {
        throw ErrorReport.usage("--discount is LINE=N% or LINE=AMOUNT, not \(part.value)")
      }
      let discount = try argument.discount(currency)
      change(part.field) {
        $0.discounts.append(discount)
        $0.setDiscounts = true
      }
    }
    for line in noDiscount { change(line) { $0.setDiscounts = true } }
    return changes
  }
}
