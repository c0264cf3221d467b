import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

/// What people would do next, as commands.
enum NextSteps {
  /// - Parameter now: For what has expired.
  static func of(_ order: Order, now: Timestamp) -> [String] {
    let number = order.orderNumber.isEmpty ? "ORDER" : order.orderNumber
    switch order.state {
    case .draft where order.orderNumber.isEmpty: return []
    case .draft: return draft(order, number, now)
    case .onHold: return held(order, number) + billing(order, number)
    case .confirmed where order.orderNumber.isEmpty: return []
    case .confirmed: return delivery(order, number) + billing(order, number)
    case .completed: return billing(order, number) + deposits(order)
    case .cancelled: return deposits(order)
    case .unspecified, .UNRECOGNIZED: return []
    }
  }

  /// What the credit desk can do about an order.
  static func credit(of order: Order) -> [String] {
    guard order.holds.contains(where: { $0.kind == .credit }) else { return [] }
    let number = order.orderNumber
    var steps: [String] = []
    if !order.approval.isEmpty {
      steps.append("o2c approval grant \(order.approval)   somebody asked for its release")
    }
    if order.credit.hasPassesIf, order.credit.passesIf.minorUnits > 0 {
      let due = order.credit.passesIf
      let amount = MoneyText.plain(due.minorUnits, due.currencyCode)
      steps.append(
        "o2c payment record --customer \(order.debtor) --amount \(amount) --currency \(due.currencyCode) --auto"
      )
    }
    steps.append("o2c credit release \(number) --note …   against the rules, within your authority")
    steps.append("o2c order cancel \(number)   to refuse it")
    return steps
  }

  static func of(_ item: Return) -> [String] {
    let number = item.rmaNumber.isEmpty ? item.name : item.rmaNumber
    switch item.state {
    case .requested:
      return [
        "o2c return authorize \(number)   allows it",
        "o2c return reject \(number) --reason …   refuses it",
      ]
    case .authorized: return ["o2c return receive \(number)   once the goods are back"]
    case .rejected, .received, .unspecified, .UNRECOGNIZED: return []
    }
  }

  private static func draft(_ order: Order, _ number: String, _ now: Timestamp) -> [String] {
    let isExpired = order.hasPriceValidUntilTime && order.priceValidUntilTime.isBefore(now)
    guard !isExpired else {
      return ["o2c order duplicate \(number)   its prices have expired: a new draft has today's"]
    }
    return [
      "o2c order confirm \(number)   \(order.hasPriceValidUntilTime ? "accepts the quote" : "orders it")",
      "o2c order update \(number) --line SKU=QUANTITY   changes it",
    ]
  }

  private static func held(_ order: Order, _ number: String) -> [String] {
    var steps: [String] = []
    if order.waitsForPrepayment {
      steps.append(
        order.deposits.isEmpty
          ? "o2c order invoice \(number) --scope deposit   asks for the money"
          : "waits for \(order.depositToPay ?? "a deposit"): it goes on once that is paid")
    }
    if order.holds.contains(where: { $0.kind == .credit }) {
      steps.append("o2c credit explain \(number)   why credit holds it, rule by rule")
      steps += credit(of: order)
    }
    for hold in order.holds where hold.kind == .manual {
      steps.append("o2c order release \(number)   ends the hold: \(hold.reason)")
    }
    return steps
  }

  private static func delivery(_ order: Order, _ number: String) -> [String] {
    var steps: [String] = []
    let ready = order.lines.filter { !DecimalText.isZero($0.reservedQuantity) }
    if !ready.isEmpty {
      steps.append(
        "o2c order ship \(number)   \(ready.count) of \(order.lines.count) lines can leave")
    }
    let waiting = order.lines.filter { !DecimalText.isZero($0.backorderedQuantity) }
    if !waiting.isEmpty {
      let lines = waiting.prefix(3).map { "--line \($0.sku)=\($0.backorderedQuantity)" }
      steps.append("o2c stock check \(lines.joined(separator: " "))   when the rest can leave")
    }
    return steps
  }

  private static func billing(_ order: Order, _ number: String) -> [String] {
    var steps: [String] = []
    if order.lines.contains(where: { !DecimalText.isZero($0.toBillQuantity) }) {
      steps.append("o2c order invoice \(number)   \(toBill(order)) is not invoiced yet")
    }
    for line in order.lines where !DecimalText.isZero(line.toCreditQuantity) {
      steps.append(
        DecimalText.isZero(line.openQuantity)
          ? "line \(line.lineID): \(line.toCreditQuantity) wait for a credit note"
          : "line \(line.lineID): \(line.toCreditQuantity) billed ahead: they leave, or are credited"
      )
    }
    if order.billingState != .unbilled, order.billingState != .unspecified,
      order.paymentState != .paid
    {
      steps.append("o2c receivable items --customer \(order.debtor)   what is not paid")
    }
    return steps
  }
}

extension NextSteps {
  private static func toBill(_ order: Order) -> String {
    switch order.invoiceTrigger {
    case .onOrder: "what was ordered"
    case .onDelivery: "what was delivered"
    case .onShipment, .manual, .unspecified, .UNRECOGNIZED: "what was shipped"
    }
  }

  /// What is left of them when nothing more comes that could recall it.
  private static func deposits(_ order: Order) -> [String] {
    order.deposits.filter { $0.left.minorUnits > 0 }.map {
      "deposit \($0.invoiceNumber): \(Cell.money($0.left).forPeople) wait for a credit note"
    }
  }
}

extension Timestamp {
  func isBefore(_ other: Timestamp) -> Bool {
    (seconds, nanos) < (other.seconds, other.nanos)
  }
}
