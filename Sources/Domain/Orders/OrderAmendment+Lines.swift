/// Lines that change, and lines that come.
extension OrderAmendment {
  /// Prices what changes; the numbers of the lines that need their tax again.
  func lines(
    _ order: inout Order, _ pricing: LinePricing, on books: Books
  ) throws(Rejection) -> Set<Int32> {
    var step = Step(pricing: pricing)
    for (index, change) in command.changes.enumerated() {
      guard let place = order.lines.firstIndex(where: { $0.number == change.line }) else {
        continue
      }
      let path = "changes[\(index)]"
      if change.quantity != nil || change.unitPrice != nil || change.discounts != nil {
        try self.change(&order.lines[place], change, path, &step, on: books)
      }
      if let day = change.promisedDate { order.lines[place].promisedDate = day }
    }
    for (index, asked) in command.addedLines.enumerated() {
      guard let product = books.find(asked.product) else { continue }
      order.lastLine += 1
      let warehouse = product.isStocked ? asked.warehouse ?? books.seller.defaultWarehouse : nil
      let line = try pricing.line(
        number: order.lastLine, product,
        .init(
          quantity: asked.quantity, unitPrice: asked.unitPrice, discounts: asked.discounts,
          replaced: replaced(by: asked.replacementFor, product.id, on: books)),
        warehouse: warehouse, among: books.prices(of: product.id), path: "add_lines[\(index)]",
        &step.faults)
      if let line {
        order.lines.append(line)
        step.touched.insert(line.number)
      } else {
        step.missing.add(
          "add_lines[\(index)]", .priceMissing,
          "\(product.sku) has no price in \(before.currency) on \(before.orderDate).")
      }
    }
    try step.missing.check(.priceMissing, "A line of the order has no price.")
    try step.faults.check()
    return step.touched
  }

  struct Step {
    let pricing: LinePricing
    var missing = Faults()
    var faults = Faults()
    var touched: Set<Int32> = []
  }

  /// A line at another quantity or price. An invoiced one keeps its price: more of it is priced as
  /// before, and less of it is a cancellation of the rest, so that its amounts stay what was drawn
  /// on.
  private func change(
    _ line: inout OrderLine, _ change: AmendOrder.Change, _ path: String, _ step: inout Step,
    on books: Books
  ) throws(Rejection) {
    let quantity = change.quantity ?? line.ordered
    if line.invoiced > .zero {
      if quantity < line.ordered {
        line.cancelled += line.ordered - quantity
      } else {
        try line.reprice(quantity, before.currency, before.roundingMode, path, &step.faults)
      }
      return
    }
    guard let product = books.products[line.product] else { return }
    let manual = line.priceSource == .manual
    if manual, change.unitPrice == nil {
      if let discounts = change.discounts { line.discounts = discounts }
      try line.reprice(quantity, before.currency, before.roundingMode, path, &step.faults)
      step.touched.insert(line.number)
      return
    }
    let priced = try step.pricing.line(
      number: line.number, product,
      .init(
        quantity: quantity, unitPrice: change.unitPrice,
        discounts: change.discounts ?? line.discounts.filter { $0.origin == .manual },
        replaced: replaced(by: line.replacementFor, line.product, on: books)),
      warehouse: line.warehouse, among: books.prices(of: line.product), path: path, &step.faults)
    guard let priced else {
      step.missing.add(
        path, .priceMissing,
        "\(line.sku) has no price in \(before.currency) on \(before.orderDate).")
      return
    }
    line.takePrice(of: priced)
    step.touched.insert(line.number)
  }

  /// Discounts and manual prices are for the seller's own people, within the rules and within the
  /// caller's authority; what others gave before is not counted.
  func value(
    _ after: Order, _ touched: Set<Int32>, _ pricing: LinePricing, on books: Books
  ) throws(Rejection) {
    var faults = PricingFaults(for: context.caller)
    if case .customers = context.caller.scope {
      for (index, change) in command.changes.enumerated()
      where change.unitPrice != nil || change.discounts != nil {
        faults.forbid(
          "changes[\(index)]",
          "Partners order at the seller's prices: leave unit_price and discounts out.")
      }
      for (index, line) in command.addedLines.enumerated()
      where line.unitPrice != nil || !line.discounts.isEmpty {
        faults.forbid(
          "add_lines[\(index)]",
          "Partners order at the seller's prices: leave unit_price and discounts out.")
      }
    }
    for line in after.lines where touched.contains(line.number) {
      faults.check(
        try pricing.given(on: line, among: books), .line, by: pricing.rules,
        path: path(of: line.number), isNew: isByHand(line.number))
    }
    try faults.throwIfAny("The order has prices or discounts that you may not give.")
    if after.totals.net < before.totals.net {
      try pricing.rules.checkValue(of: after, in: books.seller.currency)
    }
    guard context.caller.authority["orders.discount"] != nil else { return }
    var given: Int128 = 0
    for line in after.lines where isByHand(line.number) {
      given += Int128(line.discounts.given)
      given += try Int128(pricing.loweredByHand(line, among: books.prices(of: line.product)))
    }
    try context.caller.requireAuthority(
      "orders.discount", for: Money(given.amount(), after.currency))
  }

  private func path(of number: Int32) -> String {
    if let index = command.changes.firstIndex(where: { $0.line == number }) {
      return "changes[\(index)]"
    }
    return "add_lines[\(number - before.lastLine - 1)]"
  }

  private func isByHand(_ number: Int32) -> Bool {
    number > before.lastLine
      || command.changes.contains {
        $0.line == number && ($0.unitPrice != nil || $0.discounts != nil)
      }
  }
}

extension OrderLine {
  /// Quantity, price and amounts of a line that was priced anew; what has happened to it stays.
  fileprivate mutating func takePrice(of priced: OrderLine) {
    ordered = priced.ordered
    unitPrice = priced.unitPrice
    baseQuantity = priced.baseQuantity
    priceSource = priced.priceSource
    priceRow = priced.priceRow
    priceDate = priced.priceDate
    discounts = priced.discounts
    grossAmount = priced.grossAmount
    discountAmount = priced.discountAmount
    netAmount = priced.netAmount
  }
}
