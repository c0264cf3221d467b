import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "In place of goods of a return, at their price; again for more.",
      valueName: "RMA:SKU=QUANTITY"))
  var replace: [ReplacementArgument] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Taken off the whole, in this order; again for more.", valueName: "N%|AMOUNT[:REASON]"))
  var discount: [DiscountArgument] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Charged beside the lines: FREIGHT, PACKAGING, INSURANCE or OTHER; again for more.",
      valueName: "KIND=AMOUNT[:TEXT]"))
  var charge: [ChargeArgument] = []

  @Option(help: "The order's key in another system.")
  var externalID: String?

  @Option(help: "The buyer's own order number, for invoices.")
  var purchaseOrder: String?

  @Option(help: "Currency, ISO 4217; default the customer's.")
  var currency: String?

  @Option(help: "Payment terms; default the customer's.")
  var terms: String?

  @Option(help: "Who is invoiced and owes; default the customer's.")
  var billTo: ResourceArgument?

  @Option(help: "Who is expected to pay; default the customer's.")
  var payer: ResourceArgument?

  @Option(help: "Business date of the order; default today.")
  var date: DayArgument?

  @Option(help: "When the customer wants to have the goods.")
  var requested: DayArgument?

  @Option(help: "Who comes first when stock arrives: the larger number, -100 to 100.")
  var priority: Int32?

  @Flag(inversion: .prefixedNo, help: "A waiting line takes stock only when all of it is there.")
  var shipComplete: Bool?

  @Option(help: "Where goods are taken from; default the seller's default warehouse.")
  var warehouse: ResourceArgument?

  @Option(help: "Who receives the goods.")
  var recipient: String?

  @OptionGroup(title: "Delivery address; default the customer's")
  var shipTo: AddressOptions

  /// The order that the flags describe.
  func order(_ resolver: Resolver) async throws -> Order {
    guard let customer else { throw ErrorReport.usage("--customer is missing") }
    guard !line.isEmpty || !replace.isEmpty else {
      throw ErrorReport.usage("at least one --line or --replace is needed")
    }
    var order = Order()
    let name = try await resolver.name(customer, .customer)
    order.customer = name
    _ = try await fill(&order, resolver) {
      try await resolver.client.customers.get(
        CustomerName(validating: name), options: resolver.options
      ).currencyCode
    }
    return order
  }

  /// Lays what was given over an order; returns the fields that changed.
  ///
  /// - Parameter ownCurrency: The currency of amounts where the flags name none.
  func fill(
    _ order: inout Order, _ resolver: Resolver, ownCurrency: () async throws -> String
  ) async throws -> [String] {
    var paths: [String] = []
    func set<Value>(_ value: Value?, _ path: String, _ assign: (Value) -> Void) {
      guard let value else { return }
      assign(value)
      paths.append(path)
    }
    set(externalID, "external_id") { order.externalID = $0 }
    set(purchaseOrder, "purchase_order_reference") { order.purchaseOrderReference = $0 }
    set(currency, "currency_code") { order.currencyCode = $0 }
    set(terms, "payment_terms") { order.paymentTerms = $0 }
    set(date, "order_date") { order.orderDate = $0.day }
    set(requested, "requested_date") { order.requestedDate = $0.day }
    set(priority, "priority") { order.priority = $0 }
    set(shipComplete, "ship_complete") { order.shipComplete = $0 }
    if let billTo {
      order.billTo = try await resolver.name(billTo, .customer)
      paths.append("bill_to")
    }
    if let payer {
      order.payer = try await resolver.name(payer, .customer)
      paths.append("payer")
    }
    if shipTo.isGiven || recipient != nil {
      shipTo.fill(&order.shipTo)
      if let recipient { order.shipTo.recipient = recipient }
      paths.append("ship_to")
    }
    if !line.isEmpty || !replace.isEmpty {
      order.lines = try await lines(resolver)
      paths.append("lines")
    }
    if !discount.isEmpty || !charge.isEmpty {
      var currency = currency ?? ""
      if currency.isEmpty, !charge.isEmpty || discount.contains(where: { !$0.isPercent }) {
        currency = try await ownCurrency()
      }
      if !discount.isEmpty {
        order.discounts = try discount.map { try $0.discount(currency) }
        paths.append("discounts")
      }
      if !charge.isEmpty {
        order.charges = try charge.map { try $0.charge(currency) }
        paths.append("charges")
      }
    }
    return paths
  }

  private func lines(_ resolver: Resolver) async throws -> [OrderLine] {
    var from = ""
    if let warehouse { from = try await resolver.name(warehouse, .warehouse) }
    var lines = line.map(\.orderLine) + (try await replace.orderLines(resolver))
    for index in lines.indices { lines[index].warehouse = from }
    return lines
  }
}

extension [ReplacementArgument] {
  /// The lines of an order that they say.
  func orderLines(_ resolver: Resolver) async throws -> [OrderLine] {
    var lines: [OrderLine] = []
    for argument in self {
      var line = argument.line.orderLine
      line.replacementFor = try await resolver.name(argument.item, .goodsReturn)
      lines.append(line)
    }
    return lines
  }
}

extension OrderLineArgument {
  /// The line of an order that it says.
  var orderLine: OrderLine {
    .with {
      if product.contains("/") {
        $0.product = product
      } else {
        $0.sku = product
      }
      $0.quantity = quantity
      $0.unitPrice = unitPrice ?? ""
      if let discountPercent { $0.discountPercent = discountPercent }
    }
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
