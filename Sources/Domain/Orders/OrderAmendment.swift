/// The order as an amendment makes it, priced and taxed; what it holds of stock is as before.
struct OrderAmendment {
  let command: AmendOrder
  let before: Order
  let context: Context

  func amended(on books: Books) throws(Rejection) -> Order {
    let customer = try books.customer(before.customer, for: context)
    try changes()
    try quantities()
    try prices()
    try references(on: books)
    try replacementCheck(on: books)?.quantities(on: books)
    if isIncrease { try customer.require(.orders) }
    try dates()
    var after = before
    after.requestedDate = command.requestedDate ?? before.requestedDate
    after.shipTo = command.shipTo ?? before.shipTo
    let pricing = LinePricing(
      customer: customer, currency: before.currency, day: before.orderDate,
      mode: before.roundingMode, rules: books.pricingRules(on: context.today))
    let touched = try lines(&after, pricing, on: books)
    try tax(&after, touched, customer, on: books)
    try after.checkCategories()
    try after.total()
    try value(after, touched, pricing, on: books)
    return after
  }

  /// Lines that changed or came get their tax again, at another place all that no invoice has.
  private func tax(
    _ after: inout Order, _ touched: Set<Int32>, _ customer: Customer, on books: Books
  ) throws(Rejection) {
    guard !touched.isEmpty || command.shipTo != nil else { return }
    let products = after.lines.compactMap { books.products[$0.product] }
    guard products.count == after.lines.count else {
      preconditionFailure("an order is loaded with the products of its lines")
    }
    var request = OrderRequest(customer: .id(customer.id), lines: [])
    request.shipTo = after.shipTo
    let lines = after.lines
    let charges = after.charges
    do throws(Rejection) {
      try OrderPricing(request: request, context: context)
        .tax(
          &after, of: books.customers[before.debtor] ?? customer, to: customer, products, on: books)
    } catch var rejection {
      for index in rejection.violations.indices {
        rejection.violations[index].field = "order"
      }
      throw rejection
    }
    for (index, line) in lines.enumerated() {
      let stands = command.shipTo == nil ? !touched.contains(line.number) : line.invoiced > .zero
      guard stands else { continue }
      after.lines[index].taxCategory = line.taxCategory
      after.lines[index].taxRate = line.taxRate
      after.lines[index].exemptionCode = line.exemptionCode
    }
    for (index, charge) in charges.enumerated() where command.shipTo == nil || charge.isInvoiced {
      after.charges[index] = charge
    }
  }

  /// More of something is wanted.
  private var isIncrease: Bool {
    !command.addedLines.isEmpty
      || command.changes.contains { change in
        guard let quantity = change.quantity, let line = before.line(change.line) else {
          return false
        }
        return quantity > line.ordered
      }
  }

  private func changes() throws(Rejection) {
    var faults = Faults()
    var seen: Set<Int32> = []
    for (index, change) in command.changes.enumerated() {
      let path = "changes[\(index)]"
      if before.line(change.line) == nil {
        faults.add("\(path).line_id", .referenceNotFound, "The order has no such line.")
      }
      if !seen.insert(change.line).inserted {
        faults.add("\(path).line_id", .fieldInvalid, "The line is named twice.")
      }
      if change.promisedDate != nil, case .customers = context.caller.scope {
        faults.add("\(path).promised_date", .fieldInvalid, "The seller promises dates.")
      }
      if change.quantity == nil, change.unitPrice == nil, change.discounts == nil,
        change.promisedDate == nil
      {
        faults.add(path, .fieldRequired, "Say what changes of the line.")
      }
    }
    if command.changes.isEmpty, command.addedLines.isEmpty, command.requestedDate == nil,
      command.shipTo == nil
    {
      faults.add("changes", .fieldRequired, "Say what changes.")
    }
    for given in command.amountCurrencies where given.currency != before.currency {
      faults.add(given.path, .currencyMismatch, "The order is in \(before.currency).")
    }
    if before.lines.count + command.addedLines.count > OrderRequest.lineLimit {
      faults.add(
        "add_lines", .fieldOutOfRange, "An order has at most \(OrderRequest.lineLimit) lines.")
    }
    try faults.check()
  }

  /// Ordered stays at or above what was cancelled and shipped.
  private func quantities() throws(Rejection) {
    var nothing = Faults()
    var faults = Faults()
    var metadata: [String: String] = [:]
    var isEmpty = command.addedLines.isEmpty
    var open = before.lines.reduce(into: [:]) { $0[$1.number] = $1.open }
    for (index, change) in command.changes.enumerated() {
      guard let quantity = change.quantity, let line = before.line(change.line) else { continue }
      guard quantity > .zero else {
        nothing.add(
          "changes[\(index)].quantity", .fieldOutOfRange,
          "Line \(line.number) keeps a quantity: to give it up, cancel it.")
        continue
      }
      let least = line.cancelled + line.shipped
      guard quantity < least else {
        open[line.number] = quantity - least
        continue
      }
      if metadata.isEmpty {
        metadata = [
          "line": String(line.number), "ordered": quantity.description,
          "shipped": line.shipped.description, "cancelled": line.cancelled.description,
        ]
      }
      faults.add(
        "changes[\(index)].quantity", .belowShipped,
        "Line \(line.number): \(line.cancelled) cancelled and \(line.shipped) shipped; ordered "
          + "cannot be \(quantity).")
    }
    try nothing.check()
    try faults.check(
      .belowShipped, "Less would be ordered than was cancelled and shipped already.", metadata)
    isEmpty = isEmpty && !before.hasShipped && open.values.allSatisfy { $0.isZero }
    guard !isEmpty else {
      throw Rejection(
        .orderEmpty, "Nothing would be left of the order: cancel it instead.",
        metadata: ["resource": "orders/\(before.id)"])
    }
  }

  /// What was invoiced in part keeps its price to the end.
  private func prices() throws(Rejection) {
    var faults = Faults()
    var metadata: [String: String] = [:]
    for (index, change) in command.changes.enumerated() {
      guard let line = before.line(change.line), line.invoiced > .zero,
        change.unitPrice != nil || change.discounts != nil
      else { continue }
      if metadata.isEmpty {
        metadata = ["line": String(line.number), "invoiced": line.invoiced.description]
      }
      faults.add(
        "changes[\(index)].\(change.unitPrice != nil ? "unit_price" : "discounts")", .lineInvoiced,
        "\(line.invoiced) of line \(line.number) were invoiced at \(line.unitPrice).")
    }
    try faults.check(
      .lineInvoiced,
      "The price of an invoiced line is fixed: cancel its rest and add a line.", metadata)
  }

  private func references(on books: Books) throws(Rejection) {
    var faults = Faults()
    var notSold = Faults()
    for (index, line) in command.addedLines.enumerated() {
      let path = "add_lines[\(index)]"
      if let product = books.find(line.product) {
        if !product.isSellable(on: before.orderDate) {
          notSold.add(
            path, .productNotSellable, "\(product.sku) is not sold on \(before.orderDate).")
        }
      } else {
        faults.add("\(path).product", .referenceNotFound, "There is no such product.")
      }
      if let warehouse = line.warehouse, books.warehouses[warehouse] == nil {
        faults.add("\(path).warehouse", .referenceNotFound, "There is no such warehouse.")
      }
    }
    replacementCheck(on: books)?.references(on: books, &faults)
    try faults.check()
    try notSold.check(.productNotSellable, "A product of the order is not sold any more.")
  }

  private func dates() throws(Rejection) {
    var faults = Faults()
    if let day = command.requestedDate, day < before.orderDate {
      faults.add("requested_date", .fieldOutOfRange, "It is before the order date.")
    }
    for (index, change) in command.changes.enumerated() {
      if let day = change.promisedDate, day < context.today {
        faults.add(
          "changes[\(index)].promised_date", .fieldOutOfRange,
          "Nobody can promise a day that is over."
        )
      }
    }
    try faults.check()
  }
}
