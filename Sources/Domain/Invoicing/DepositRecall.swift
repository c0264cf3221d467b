/// What an invoice takes of deposits that were paid: each tax group of a deposit is drawn down by
/// what invoices have billed of the order's group, and the last of them takes what is left. No
/// invoice takes more than it asks for; the next one then takes more.
struct DepositRecall {
  /// With the invoice's own lines and charges drawn.
  let order: Order
  let paid: Set<ID<Invoice>>

  /// Changes the order's deposits and the invoice in hand.
  func recall(on invoice: inout Invoice) -> [Deposit] {
    var deposits = order.deposits
    var available = invoice.totals.gross
    invoice.prepayments = []
    for index in deposits.indices where paid.contains(deposits[index].invoice) {
      var taken = Invoice.Prepayment(of: deposits[index])
      for place in deposits[index].groups.indices {
        let group = deposits[index].groups[place]
        let part = part(of: group, on: invoice)
        let tax = min(part.tax, available)
        let net = min(part.net, available - tax)
        available -= net + tax
        deposits[index].groups[place].recalledNet += net
        deposits[index].groups[place].recalledTax += tax
        taken.net += net
        taken.tax += tax
      }
      if taken.amount > 0 { invoice.prepayments.append(taken) }
    }
    return deposits
  }

  /// A group that the order has no more goes with the last of the order.
  private func part(
    of group: Deposit.Group, on invoice: Invoice
  ) -> (net: Int64, tax: Int64) {
    let total = order.taxes.first(where: group.isTaxedLike)
    let base = total.map(order.bases)
    let (drawn, rest) = (base?.drawn ?? 0, base?.rest ?? 0)
    if drawn + rest == 0 || isLast {
      return isLast ? (group.netLeft, group.taxLeft) : (0, 0)
    }
    func part(_ whole: Int64, _ recalled: Int64) -> Int64 {
      max(
        0,
        drawnDown(
          whole, cumulative: drawn, of: drawn + rest, drawn: recalled, order.roundingMode))
    }
    return (part(group.net, group.recalledNet), part(group.tax, group.recalledTax))
  }

  private var isLast: Bool {
    order.lines.allSatisfy { $0.uninvoiced.isZero } && order.charges.allSatisfy(\.isInvoiced)
  }
}
