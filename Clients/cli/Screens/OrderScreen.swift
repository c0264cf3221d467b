import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

/// An order on one screen: who, when, each line with what is open, reserved, back-ordered, shipped and
/// billed, what holds it, credit, totals, and what to do next.
enum OrderScreen {
  /// - Parameters:
  ///   - now: For what has expired.
  ///   - zone: the seller's, for its times; UTC when nil.
  static func screen(_ order: Order, now: Timestamp, zone: TimeZone? = nil) -> Screen {
    // A draft reserves nothing, so that nothing of it waits.
    let hidden = order.state == .draft ? ["waiting"] : []
    let lines = Table(order.lines, columns.filter { !hidden.contains($0.heading.title) })
    var sections: [Section] = [.facts(facts(order)), .table("lines", lines)]
    if !order.holds.isEmpty { sections.append(.table("holds", Table(order.holds, holds))) }
    if order.hasCredit { sections.append(.text("credit", credit(order.credit, zone))) }
    sections.append(
      .table(
        "totals",
        TotalsTable.table(
          order.totals, discounts: order.discounts, charges: order.charges)))
    sections.append(.text("next", NextSteps.of(order, now: now)))
    return Screen(message: order, sections: sections, table: lines, names: [order.name])
  }

  private static func facts(_ order: Order) -> [(String, Cell)] {
    let number = order.orderNumber.isEmpty ? "(preview)" : order.orderNumber
    let words = [
      number, order.revision > 1 ? "revision \(order.revision)" : "",
      order.externalID.isEmpty ? "" : "ext:\(order.externalID)",
      order.purchaseOrderReference.isEmpty ? "" : "their \(order.purchaseOrderReference)",
    ]
    let states = [
      Cell.state(order.fulfillmentState), .state(order.billingState), .state(order.paymentState),
    ].map(\.forPeople)
    var facts: [(String, Cell)] = [
      ("order", .text(words.filter { !$0.isEmpty }.joined(separator: ", "))),
      ("state", .text(([order.stateText] + states.filter { !$0.isEmpty }).joined(separator: ", "))),
      ("customer", .reference(optional: order.customer)),
    ]
    if order.debtor != order.customer { facts.append(("bill to", .reference(order.debtor))) }
    if order.payer != order.debtor {
      facts.append(("payer", .reference(optional: order.payer)))
    }
    return facts + [
      ("ordered", .day(order.orderDate)), ("requested", .day(order.requestedDate)),
      ("promised", .day(order.promisedDate)), ("terms", .text(optional: order.paymentTerms)),
      ("ship to", order.hasShipTo ? .text(order.shipTo.oneLine) : .empty),
      (
        "prices valid until", order.state == .draft ? .time(order.priceValidUntilTime) : .empty
      ),
      ("stock kept until", .time(order.reserveUntilTime)),
      ("priority", .number(optional: order.priority == 0 ? "" : String(order.priority))),
      ("ship complete", .text(optional: order.shipComplete ? "yes" : "")),
      ("billed", .text(optional: billed(order))),
    ]
      + order.deposits.map { ("deposit", .text($0.oneLine)) } + [
        ("copied from", .reference(optional: order.copiedFrom)),
        ("waits for", .text(optional: order.depositToPay ?? "")),
        ("waits for", .text(optional: order.approval)),
      ]
  }

  /// When, where that is not with the shipment.
  private static func billed(_ order: Order) -> String {
    switch order.invoiceTrigger {
    case .onOrder: "at once, with the order"
    case .onDelivery: "what was delivered"
    case .manual: "by hand"
    case .onShipment, .unspecified, .UNRECOGNIZED: ""
    }
  }

  static let columns: [Column<OrderLine>] = [
    Column("line") { .text(optional: $0.lineID) },
    Column("sku") { .text(optional: $0.sku) },
    Column("description", flexible: true, rank: 7) { .text(optional: $0.description_p) },
    Column("ordered") { .number(optional: $0.quantity) },
    Column("open") { .number(optional: $0.openQuantity.unlessZero) },
    Column("reserved") { .number(optional: $0.reservedQuantity.unlessZero) },
    Column("waiting", rank: 1) { .number(optional: $0.backorderedQuantity.unlessZero) },
    Column("shipped") { .number(optional: $0.shippedQuantity.unlessZero) },
    Column("billed") { .number(optional: $0.invoicedQuantity.unlessZero) },
    Column("cancelled", rank: 2) { .number(optional: $0.cancelledQuantity.unlessZero) },
    Column("returned", rank: 2) { .number(optional: $0.returnedQuantity.unlessZero) },
    Column("promised", rank: 1) { .day($0.promisedDate) },
    Column("ship by", rank: 4) { .day($0.shipByDate) },
    Column("price", rank: 5) { .price(optional: $0.unitPrice, $0.netAmount.currencyCode) },
    Column("price from", rank: 8) { .state($0.priceSource) },
    Column("net", rank: 3) { .money($0.netAmount) },
    Column("replaces", flexible: true, rank: 3) { .reference(optional: $0.replacementFor) },
  ]

  private static let holds: [Column<Order.Hold>] = [
    Column("hold") { .state($0.kind) },
    Column("since") { .time($0.sinceTime) },
    Column("reason", flexible: true) { .text($0.reason) },
    Column("by", flexible: true, rank: 1) { .reference(optional: $0.actor) },
    Column("note", flexible: true, rank: 2) { .text(optional: $0.note) },
  ]

  private static func credit(_ decision: CreditDecision, _ zone: TimeZone?) -> [String] {
    var lines = [decision.oneLine(in: zone)]
    if decision.hasExposure, decision.hasLimit {
      lines.append(
        "exposure \(Cell.money(decision.exposure).forPeople)"
          + " of \(Cell.money(decision.limit).forPeople)"
          + ", headroom \(Cell.money(decision.headroom).forPeople)")
    }
    let ways = DecisionScreen.ways(decision)
    if let first = ways.first { lines.append("would pass \(first)") }
    return lines
  }
}

/// How a gross amount comes about.
enum TotalsTable {
  static func table(
    _ totals: Order.Totals, discounts: [Discount], charges: [Charge]
  ) -> Table {
    var rows: [(String, Cell)] = [("lines", .money(totals.linesNet))]
    rows += discounts.map { discount in
      let taken = discount.takenOff
      return (
        "less discount \(discount.shortText)",
        .money(0 &- taken.minorUnits, taken.currencyCode)
      )
    }
    rows += charges.map { ("charge \($0.shortText)", .money($0.netAmount)) }
    rows.append(("net", .money(totals.net)))
    rows += totals.taxes.map { tax in
      let rate = tax.ratePercent.isEmpty ? "" : " \(tax.ratePercent) %"
      let base = Cell.money(tax.base).forPeople
      return ("tax \(tax.categoryCode)\(rate) of \(base)", .money(tax.tax))
    }
    rows.append(("gross", .money(totals.gross)))
    return Table(
      rows.filter { $0.1 != .money(0, "") },
      [Column("part", flexible: true) { .text($0.0) }, Column("amount") { $0.1 }])
  }
}

extension O2c_V1_Order.Deposit {
  /// Not yet taken into account by an invoice of the goods.
  var left: Money {
    .with {
      $0.minorUnits = amount.minorUnits &- recalled.minorUnits
      $0.currencyCode = amount.currencyCode
    }
  }

  /// What it asked for, its number, and what of it invoices have recalled.
  var oneLine: String {
    let text = "\(Cell.money(amount).forPeople) (\(invoiceNumber))"
    guard recalled.minorUnits > 0 else { return text }
    return "\(text), \(Cell.money(recalled).forPeople) of it on invoices"
  }
}

extension O2c_V1_Order {
  /// It is to be paid for in advance, and is not.
  var waitsForPrepayment: Bool {
    holds.contains { $0.kind == .credit && $0.reason.split(separator: ",").contains("PREPAYMENT") }
  }

  /// The deposit that a prepaid order waits for; nil where it waits for none.
  var depositToPay: String? {
    guard waitsForPrepayment else { return nil }
    let open = deposits.filter { $0.left.minorUnits > 0 }
    if open.isEmpty { return "a deposit: nobody has asked for it yet" }
    return "the deposit of \(open.map(\.oneLine).joined(separator: " and "))"
  }

  /// The state, and what kinds of hold there are.
  var stateText: String {
    let kinds = holds.map { EnumText.name($0.kind) }
    return ([EnumText.name(state)] + (kinds.isEmpty ? [] : [kinds.joined(separator: "+")]))
      .joined(separator: ": ")
  }
}

extension String {
  /// The number, or nothing where it is zero.
  var unlessZero: String { DecimalText.isZero(self) ? "" : self }
}
