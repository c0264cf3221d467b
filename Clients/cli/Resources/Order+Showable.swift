import OrderToCash
import OrderToCashAPI

extension O2c_V1_Order: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("number") { .text(optional: $0.orderNumber) },
      Column("external id") { .text(optional: $0.externalID) },
      Column("date") { .day($0.orderDate) },
      Column("customer", flexible: true) { .text(optional: $0.customer) },
      Column("state") { .state($0.state) },
      Column("fulfillment") { .state($0.fulfillmentState) },
      Column("billing") { .state($0.billingState) },
      Column("payment") { .state($0.paymentState) },
      Column("net") { .money($0.totals.net) },
      Column("gross") { .money($0.totals.gross) },
      Column("name", flexible: true) { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    var facts: [(String, Cell)] = [
      ("number", .text(optional: orderNumber)), ("name", .text(optional: name)),
      ("external id", .text(optional: externalID)), ("customer", .text(customer)),
      ("date", .day(orderDate)), ("requested", .day(requestedDate)), ("state", .state(state)),
      ("fulfillment", .state(fulfillmentState)), ("billing", .state(billingState)),
      ("payment", .state(paymentState)), ("payment terms", .text(optional: paymentTerms)),
      ("purchase order", .text(optional: purchaseOrderReference)),
      ("ship to", hasShipTo ? .text(shipTo.oneLine) : .empty),
    ]
    for hold in holds {
      facts.append(("hold", .text("\(EnumText.name(hold.kind)): \(hold.reason)")))
    }
    facts += [
      ("net", .money(totals.net)), ("tax", .money(totals.tax)), ("gross", .money(totals.gross)),
    ]
    var sections: [Section] = [.facts(facts)]
    if !lines.isEmpty { sections.append(.table("lines", Table(lines, OrderLine.columns))) }
    if hasCredit { sections.append(.facts(credit.facts)) }
    sections.append(.facts([("etag", .text(optional: etag))]))
    return sections
  }
}

extension O2c_V1_OrderLine {
  static var columns: [Column<Self>] {
    [
      Column("line") { .text(optional: $0.lineID) },
      Column("sku") { .text(optional: $0.sku) },
      Column("description", flexible: true) { .text(optional: $0.description_p) },
      Column("quantity") { .number(optional: $0.quantity) },
      Column("unit") { .text(optional: $0.unitCode) },
      Column("price") { .number(optional: $0.unitPrice) },
      Column("discount %") { $0.hasDiscountPercent ? .number($0.discountPercent) : .empty },
      Column("net") { .money($0.netAmount) },
      Column("tax %") { .number(optional: $0.taxRatePercent) },
      Column("reserved") { .number(optional: $0.reservedQuantity) },
      Column("backordered") { .number(optional: $0.backorderedQuantity) },
      Column("shipped") { .number(optional: $0.shippedQuantity) },
      Column("invoiced") { .number(optional: $0.invoicedQuantity) },
    ]
  }
}

extension O2c_V1_CreditDecision {
  var facts: [(String, Cell)] {
    var facts: [(String, Cell)] = [("credit", .state(result))]
    for rule in rules {
      facts.append(("rule \(rule.rule)", .text(rule.passed ? "passed" : "failed")))
    }
    return facts + [
      ("exposure", .money(exposure)), ("limit", .money(limit)), ("headroom", .money(headroom)),
      ("passes if paid", .money(passesIf)),
    ]
  }
}

extension O2c_V1_Address {
  /// The address on one line.
  var oneLine: String {
    let city = [postalCode, city].filter { !$0.isEmpty }.joined(separator: " ")
    return ([recipient] + streetLines + [city, region, countryCode]).filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
