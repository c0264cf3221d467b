import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

/// The work list of credit: held orders, the first to leave on top.
enum ReviewList {
  /// By the day on which the goods are wanted, from which the last day to ship follows; those
  /// without one last, and of one day the oldest first.
  static let order = "requested_date"

  /// The last day on which its open lines must leave; without one, the day that was asked for.
  static func shipBy(_ order: Order) -> CivilDate? {
    let days = order.lines.filter { $0.hasShipByDate && !DecimalText.isZero($0.openQuantity) }
      .map(\.shipByDate)
    if let first = days.min(by: { DayText.text($0) < DayText.text($1) }) { return first }
    return order.hasRequestedDate ? order.requestedDate : nil
  }

  static func creditHold(_ order: Order) -> Order.Hold? {
    order.holds.first { $0.kind == .credit }
  }

  /// - Parameter now: For how long they wait.
  static func columns(now: Timestamp) -> [Column<Order>] {
    [
      Column("number") { .text($0.orderNumber) },
      Column("ship by") { shipBy($0).map { .day($0) } ?? .empty },
      Column("waits") { order in
        .text(optional: creditHold(order).map { Age.text(since: $0.sinceTime, now: now) } ?? "")
      },
      Column("customer", flexible: true) { .reference($0.customer) },
      Column("bill to", flexible: true, rank: 1) { .reference(optional: $0.billTo) },
      Column("gross", rank: 2) { .money($0.totals.gross) },
      Column("over") { .money($0.credit.excess ?? Money()) },
      Column("passes if paid", rank: 3) { .money($0.credit.passesIf) },
      Column("reasons", flexible: true) { order in
        let rules = order.credit.failedRules
        return .text(
          rules.isEmpty ? creditHold(order)?.reason ?? "" : rules.joined(separator: ", "))
      },
      Column("waits for", rank: 4) { .text(optional: $0.approval) },
      Column("name", rank: 9) { .text($0.name) },
    ]
  }
}

/// How long ago something was, in one unit.
enum Age {
  static func text(since: Timestamp, now: Timestamp) -> String {
    let seconds = max(0, now.seconds - since.seconds)
    switch seconds {
    case ..<3_600: return "\(seconds / 60) min"
    case ..<86_400: return "\(seconds / 3_600) h"
    default: return "\(seconds / 86_400) d"
    }
  }
}
