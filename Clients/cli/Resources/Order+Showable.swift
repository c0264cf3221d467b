import OrderToCash
import OrderToCashAPI

extension O2c_V1_Order: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("number") { .text(optional: $0.orderNumber) },
      Column("external id", rank: 5) { .text(optional: $0.externalID) },
      Column("date", rank: 3) { .day($0.orderDate) },
      Column("customer", flexible: true) { .reference(optional: $0.customer) },
      Column("state") { .state($0.state) },
      Column("fulfillment", rank: 4) { .state($0.fulfillmentState) },
      Column("billing", rank: 6) { .state($0.billingState) },
      Column("payment", rank: 2) { .state($0.paymentState) },
      Column("promised", rank: 1) { .day($0.promisedDate) },
      Column("net", rank: 7) { .money($0.totals.net) },
      Column("gross") { .money($0.totals.gross) },
      Column("name", rank: 9) { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    var facts: [(String, Cell)] = [
      ("number", .text(optional: orderNumber)), ("name", .text(optional: name)),
      ("revision", .number(optional: revision == 0 ? "" : String(revision))),
      ("external id", .text(optional: externalID)), ("customer", .reference(customer)),
      ("bill to", .reference(optional: debtor == customer ? "" : debtor)),
      ("payer", .reference(optional: payer == debtor ? "" : payer)),
      ("copied from", .reference(optional: copiedFrom)),
      ("date", .day(orderDate)), ("requested", .day(requestedDate)),
      ("promised", .day(promisedDate)), ("state", .state(state)),
      ("fulfillment", .state(fulfillmentState)), ("billing", .state(billingState)),
      ("payment", .state(paymentState)), ("payment terms", .text(optional: paymentTerms)),
      ("purchase order", .text(optional: purchaseOrderReference)),
      ("ship to", hasShipTo ? .text(shipTo.oneLine) : .empty),
      ("prices valid until", .time(priceValidUntilTime)),
      ("stock kept until", .time(reserveUntilTime)),
      ("priority", .number(optional: priority == 0 ? "" : String(priority))),
      ("ship complete", .text(optional: shipComplete ? "yes" : "")),
      ("approval", .text(optional: approval)),
    ]
    for hold in holds {
      facts.append(("hold", .text("\(EnumText.name(hold.kind)): \(hold.reason)")))
    }
    facts += discounts.map { ("discount", .text($0.oneLine)) }
    facts += charges.map { ("charge", .text($0.oneLine)) }
    facts += [
      ("net", .money(totals.net)), ("tax", .money(totals.tax)), ("gross", .money(totals.gross)),
    ]
    var sections: [Section] = [.facts(facts)]
    if !lines.isEmpty { sections.append(.table("lines", Table(lines, OrderLine.columns))) }
    if hasCredit { sections.append(.facts(credit.facts)) }
    sections.append(
      .facts([("etag", .text(optional: etag)), ("preview token", .text(optional: previewToken))]))
    return sections
  }
}

extension O2c_V1_OrderLine {
  static var columns: [Column<Self>] {
    [
      Column("line") { .text(optional: $0.lineID) },
      Column("sku") { .text(optional: $0.sku) },
      Column("description", flexible: true, rank: 8) { .text(optional: $0.description_p) },
      Column("quantity") { .number(optional: $0.quantity) },
      Column("unit", rank: 9) { .text(optional: $0.unitCode) },
      Column("price") { .price(optional: $0.unitPrice, $0.netAmount.currencyCode) },
      Column("discount %", rank: 5) {
        $0.hasDiscountPercent ? .number($0.discountPercent) : .empty
      },
      Column("net") { .money($0.netAmount) },
      Column("tax %", rank: 6) { .number(optional: $0.taxRatePercent) },
      Column("reserved", rank: 2) { .number(optional: $0.reservedQuantity) },
      Column("backordered", rank: 1) { .number(optional: $0.backorderedQuantity) },
      Column("shipped", rank: 3) { .number(optional: $0.shippedQuantity) },
      Column("invoiced", rank: 4) { .number(optional: $0.invoicedQuantity) },
      Column("promised", rank: 7) { .day($0.promisedDate) },
      Column("replaces", flexible: true, rank: 3) { .reference(optional: $0.replacementFor) },
    ]
  }
}

extension O2c_V1_Discount {
  /// How much and why: `5 % SEASON`.
  var shortText: String {
    let reason = reasonCode.isEmpty ? "" : " \(reasonCode)"
    switch value {
    case .percent(let percent): return "\(percent) %\(reason)"
    case .amount(let amount): return "\(Cell.money(amount).forPeople)\(reason)"
    case nil: return reasonCode
    }
  }

  /// The discount on one line, with what it takes off: `5 % SEASON, 6.90 EUR`.
  var oneLine: String {
    switch value {
    case .percent where hasTakenOff: "\(shortText), \(Cell.money(takenOff).forPeople)"
    case .percent, .amount, nil: shortText
    }
  }
}

extension O2c_V1_Charge {
  /// What it is for and its tax: `FREIGHT, tax 19 %`.
  var shortText: String {
    let what = description_p.isEmpty ? EnumText.name(kind) : description_p
    return what + (taxRatePercent.isEmpty ? "" : ", tax \(taxRatePercent) %")
  }

  /// The charge on one line: `FREIGHT, tax 19 %, 9.90 EUR`.
  var oneLine: String { "\(shortText), \(Cell.money(netAmount).forPeople)" }
}

extension O2c_V1_OrderRevision: Showable {
  var identifier: String { order.name }

  static var columns: [Column<Self>] {
    [
      Column("revision") { .number(String($0.revision)) },
      Column("time") { .time($0.createTime) },
      Column("by", flexible: true) { .reference(optional: $0.actor) },
      Column("reason", flexible: true) { .text(optional: $0.reason) },
      Column("lines", flexible: true, rank: 1) { revision in
        .text(
          optional: revision.order.lines.map { "\($0.sku) \($0.quantity)" }.joined(separator: ", "))
      },
      Column("promised", rank: 2) { .day($0.order.promisedDate) },
      Column("net", rank: 3) { .money($0.order.totals.net) },
      Column("gross") { .money($0.order.totals.gross) },
    ]
  }
}

extension O2c_V1_CreditDecision {
  var facts: [(String, Cell)] {
    [
      ("credit", .text(verdict)), ("decided", .time(decideTime)),
      ("valid until", .time(validUntilTime)),
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

extension O2c_V1_Order {
  /// Who owes it: the customer, unless it says otherwise.
  var debtor: String { billTo.isEmpty ? customer : billTo }
}
