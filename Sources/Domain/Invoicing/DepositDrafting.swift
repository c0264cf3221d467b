/// Makes a deposit invoice: of what no invoice bills yet and no deposit asks for, all or a share, one
/// line a tax group.
///
/// Tax is rounded on the document itself; where lines round, it is drawn down from the order's. A
/// deposit of the whole order comes to exactly the order's gross.
struct DepositDrafting {
  let order: Order

  /// What may be asked for of a tax group: before tax, and its tax.
  struct Room {
    var total: TaxTotal
    /// Of what no invoice bills yet, deposits or not.
    var net: Int64
    var tax: Int64
    /// Of that, what no deposit asks for.
    var netLeft: Int64
    var taxLeft: Int64
  }

  func rooms() -> [Room] {
    order.taxes.map { total in
      let base = order.bases(of: total)
      var room = Room(total: total, net: base.rest, tax: base.restTax, netLeft: 0, taxLeft: 0)
      var (net, tax): (Int64, Int64) = (0, 0)
      for deposit in order.deposits {
        for group in deposit.groups where group.isTaxedLike(total) {
          net += group.netLeft
          tax += group.taxLeft
        }
      }
      room.netLeft = max(0, room.net - net)
      room.taxLeft = max(0, room.tax - tax)
      return room
    }
  }

  /// Groups with base and tax: a percentage of what no invoice bills yet, at most what is left; nil
  /// asks for all that is left.
  func groups(_ percent: Percent?) throws(Rejection) -> [TaxTotal] {
    var groups: [TaxTotal] = []
    for room in rooms() {
      var group = room.total
      group.base = room.netLeft
      if let percent {
        let share = rounded(
          Int128(room.net) * Int128(percent.micros), over: 100_000_000, order.roundingMode)
        group.base = min(room.netLeft, Int64(share))
      }
      guard group.base > 0 else { continue }
      group.tax = try tax(on: group.base, room)
      groups.append(group)
    }
    return groups
  }

  func tax(on base: Int64, _ room: Room) throws(Rejection) -> Int64 {
    switch order.taxLevel {
    case .document:
      return try LineAmounts.tax(on: base, rate: room.total.rate, order.roundingMode)
    case .line:
      if base == room.netLeft { return room.taxLeft }
      let share = rounded(
        Int128(room.tax) * Int128(base), over: Int128(room.net), order.roundingMode)
      return min(room.taxLeft, Int64(share))
    }
  }

  /// Puts the groups on the invoice, a line each.
  func fill(_ invoice: inout Invoice, _ groups: [TaxTotal]) throws(Rejection) {
    invoice.lines = []
    var scale: Int64 = 1_000_000
    for _ in 0..<order.currency.digits { scale /= 10 }
    for group in groups {
      let (micros, overflow) = group.base.multipliedReportingOverflow(by: scale)
      if overflow {
        throw .invalidField(
          "amount", .fieldOutOfRange, "The amount is too large for the price of one line.")
      }
      invoice.lines.append(
        Invoice.Line(
          number: Int32(invoice.lines.count + 1), orderLine: nil, product: nil, sku: "",
          description: "Deposit for order \(order.number)", unitCode: "C62",
          quantity: Quantity(whole: 1), unitPrice: UnitPrice(micros: micros),
          baseQuantity: Quantity(whole: 1), grossAmount: group.base, discountAmount: 0,
          netAmount: group.base, taxCategory: group.category, taxRate: group.rate,
          exemptionCode: group.exemptionCode, taxAmount: group.tax))
    }
    invoice.taxes = groups
    let net = groups.reduce(Int128(0)) { $0 + Int128($1.base) }
    let tax = groups.reduce(Int128(0)) { $0 + Int128($1.tax) }
    invoice.totals = try Order.Totals(
      net: net.amount(), tax: tax.amount(), gross: (net + tax).amount())
  }
}

extension Order {
  /// What was taxed in a group: drawn by issued invoices, and still to be billed with its tax.
  func bases(of total: TaxTotal) -> (drawn: Int64, rest: Int64, restTax: Int64) {
    var (drawn, rest, restTax): (Int64, Int64, Int64) = (0, 0, 0)
    for line in lines
    where line.taxCategory == total.category && line.taxRate == total.rate
      && line.exemptionCode == total.exemptionCode
    {
      drawn += line.drawn.base
      guard line.uninvoiced > .zero else { continue }
      let cumulative = min(line.ordered, line.invoiced + line.uninvoiced).micros
      rest += max(
        0,
        drawnDown(
          line.taxableAmount, cumulative: cumulative, of: line.ordered.micros,
          drawn: line.drawn.base, roundingMode))
      let taxBefore = LineAmounts.share(
        of: line.taxAmount, line.ordered - line.uninvoiced, of: line.ordered, roundingMode)
      restTax += line.taxAmount - taxBefore
    }
    for charge in charges
    where charge.taxCategory == total.category && charge.taxRate == total.rate
      && charge.exemptionCode == total.exemptionCode
    {
      if charge.isInvoiced {
        drawn += charge.amount
      } else {
        rest += charge.amount
        restTax += charge.taxAmount
      }
    }
    return (drawn, rest, restTax)
  }
}
