import Domain

/// What an order and an invoice have in common when it comes to adding up.
private struct Sheet {
  struct Line {
    var gross: Int64
    var discount: Int64
    var net: Int64
    /// Share of the document's discount.
    var share: Int64
    var tax: Int64
    var category: TaxCategory
    var rate: Percent
    var exemption: String
  }

  var name: String
  var lines: [Line]
  var charges: [Charge]
  var taxes: [TaxTotal]
  var totals: Order.Totals
  var mode: RoundingMode
  var level: TaxLevel
  /// Its tax is drawn down where lines round.
  var isDeposit = false

  init(_ order: Order) {
    name = "orders/\(order.id)"
    lines = order.lines.map {
      Line(
        gross: $0.grossAmount, discount: $0.discountAmount, net: $0.netAmount,
        share: $0.documentDiscount, tax: $0.taxAmount, category: $0.taxCategory, rate: $0.taxRate,
        exemption: $0.exemptionCode)
    }
    charges = order.charges
    taxes = order.taxes
    totals = order.totals
    mode = order.roundingMode
    level = order.taxLevel
  }

  init(_ invoice: Invoice) {
    name = "invoices/\(invoice.id)"
    lines = invoice.lines.map {
      Line(
        gross: $0.grossAmount, discount: $0.discountAmount, net: $0.netAmount,
        share: $0.documentDiscount, tax: $0.taxAmount, category: $0.taxCategory, rate: $0.taxRate,
        exemption: $0.exemptionCode)
    }
    charges = invoice.charges
    taxes = invoice.taxes
    totals = invoice.totals
    mode = invoice.roundingMode
    level = invoice.taxLevel
    isDeposit = invoice.kind == .deposit
  }
}

/// I-01 to I-05.
extension Checker {
  func checkDocuments(_ changes: Changes, _ findings: inout Findings) {
    for change in changes.orders {
      let order = change.after
      currency(of: order, &findings)
      // What ships and bills leaves the amounts alone.
      if change.before?.totals == order.totals, change.before?.lines.count == order.lines.count {
        continue
      }
      addsUp(Sheet(order), &findings)
    }
    for change in changes.invoices {
      addsUp(Sheet(change.after), &findings)
      invoice(change.after, &findings)
    }
    for change in changes.items where change.before == nil { newItem(change.after, &findings) }
    for change in changes.invoices where change.after.state == .issued {
      claims(change.after, changes, &findings)
      prepaid(change.after, &findings)
    }
  }

  private func addsUp(_ sheet: Sheet, _ findings: inout Findings) {
    var net: Int64 = 0
    var share: Int64 = 0
    var tax: Int64 = 0
    for line in sheet.lines {
      findings.expect(
        line.net == line.gross - line.discount && line.net >= 0 && line.gross >= 0
          && line.discount >= 0 && line.tax >= 0 && line.share >= 0 && line.share <= line.net,
        .documentAddsUp, "\(sheet.name) has the line \(line)")
      net += line.net
      share += line.share
      tax += line.tax
    }
    let charged = sheet.charges.reduce(0) { $0 + $1.amount }
    tax += sheet.charges.reduce(0) { $0 + $1.taxAmount }
    let totals = sheet.totals
    findings.expect(
      share == totals.discount && charged == totals.charges
        && net - share + charged == totals.net && tax == totals.tax
        && totals.net + totals.tax == totals.gross,
      .documentAddsUp,
      "\(sheet.name): lines \(net) - \(share) + \(charged) + \(tax), totals \(totals)")
    for group in sheet.taxes { checkGroup(group, of: sheet, &findings) }
    findings.expect(
      sheet.taxes.reduce(0) { $0 + $1.base } == totals.net, .groupTax,
      "\(sheet.name): the groups do not hold all lines")
  }

  private func checkGroup(_ group: TaxTotal, of sheet: Sheet, _ findings: inout Findings) {
    var members: [(base: Int64, tax: Int64)] = []
    for line in sheet.lines
    where line.category == group.category && line.rate == group.rate
      && line.exemption == group.exemptionCode
    {
      members.append((line.net - line.share, line.tax))
    }
    for charge in sheet.charges
    where charge.taxCategory == group.category && charge.taxRate == group.rate
      && charge.exemptionCode == group.exemptionCode
    {
      members.append((charge.amount, charge.taxAmount))
    }
    let base = members.reduce(0) { $0 + $1.base }
    let wanted =
      switch sheet.level {
      case .document: Oracle.tax(base, group.rate, sheet.mode)
      case .line where sheet.isDeposit: group.tax
      case .line: members.reduce(0) { $0 + Oracle.tax($1.base, group.rate, sheet.mode) }
      }
    findings.expect(
      group.base == base && group.tax == wanted, .groupTax,
      "\(sheet.name): group \(group) should have base \(base), tax \(wanted)")
    findings.expect(
      members.reduce(0) { $0 + $1.tax } == group.tax, .shares,
      "\(sheet.name): the shares of group \(group) do not add up to it")
  }

  private func currency(of order: Order, _ findings: inout Findings) {
    let customer = seen.customers[order.customer]
    findings.expect(
      customer?.currency == order.currency
        && seen.accounts[order.customer]?.currency == order.currency
        && seen.accounts[order.debtor]?.currency == order.currency,
      .oneCurrency, "orders/\(order.id) is in \(order.currency)")
  }

  private func invoice(_ invoice: Invoice, _ findings: inout Findings) {
    guard let order = seen.orders[invoice.order] else {
      findings.expect(false, .oneCurrency, "invoices/\(invoice.id) has no order")
      return
    }
    findings.expect(
      order.currency == invoice.currency && order.debtor == invoice.customer
        && order.roundingMode == invoice.roundingMode && order.taxLevel == invoice.taxLevel,
      .oneCurrency, "invoices/\(invoice.id) differs from orders/\(order.id)")
    if invoice.state == .issued {
      findings.expect(
        invoice.buyer == seen.customers[order.debtor]?.party, .oneCurrency,
        "invoices/\(invoice.id) is to \(invoice.buyer), the debtor is customers/\(order.debtor)")
    }
    let billsAll =
      invoice.kind == .invoice && invoice.lines.count == order.lines.count
      && zip(invoice.lines, order.lines).allSatisfy { $0.quantity == $1.ordered }
      && invoice.charges.count == order.charges.count
    guard billsAll else { return }
    findings.expect(
      invoice.totals == order.totals && Set(invoice.taxes) == Set(order.taxes), .wholeInvoice,
      "invoices/\(invoice.id) has \(invoice.totals) \(invoice.taxes), orders/\(order.id) has "
        + "\(order.totals) \(order.taxes)")
  }

  private func newItem(_ item: OpenItem, _ findings: inout Findings) {
    let invoice = seen.invoices[item.invoice]
    findings.expect(
      invoice?.currency == item.currency && invoice?.customer == item.customer, .oneCurrency,
      "openItems/\(item.id) differs from invoices/\(item.invoice)")
  }

  /// The items of an invoice are what is payable, the last of them due with it.
  private func claims(_ invoice: Invoice, _ changes: Changes, _ findings: inout Findings) {
    let items = changes.items.map(\.after).filter { $0.invoice == invoice.id }
    let payable = invoice.totals.gross - invoice.prepayments.reduce(0) { $0 + $1.net + $1.tax }
    findings.expect(
      items.reduce(0) { $0 + $1.original } == payable
        // A part that comes to nothing has no item.
        && (items.isEmpty || payable < 10 || items.map(\.dueDate).max() == invoice.dueDate)
        && items.allSatisfy { $0.original > 0 },
      .shares, "invoices/\(invoice.id) asks for \(payable) in \(items.map(\.original))")
  }

  /// What is recalled was paid as a deposit of the order, and not more of it; a deposit stands on
  /// its order as its invoice asks for it.
  private func prepaid(_ invoice: Invoice, _ findings: inout Findings) {
    guard let order = seen.orders[invoice.order] else { return }
    let gross = invoice.totals.gross
    findings.expect(
      invoice.prepaid >= 0 && invoice.prepaid <= gross
        && invoice.payable == gross - invoice.prepaid,
      .documentAddsUp, "invoices/\(invoice.id) recalls \(invoice.prepayments) of \(gross)")
    for part in invoice.prepayments {
      let open = seen.items.values.filter { $0.invoice == part.deposit }.reduce(0) { $0 + $1.open }
      findings.expect(
        open == 0 && part.net >= 0 && part.tax >= 0, .controlAccounts,
        "invoices/\(invoice.id) recalls \(part), of which \(open) is not paid")
    }
    for deposit in order.deposits {
      let asked = seen.invoices[deposit.invoice]
      findings.expect(
        asked?.kind == .deposit && asked?.state == .issued && asked?.totals.gross == deposit.gross
          && asked?.order == order.id && deposit.recalled == sums.recalled[deposit.invoice] ?? 0
          && deposit.groups.allSatisfy {
            0 <= $0.recalledNet && $0.recalledNet <= $0.net && 0 <= $0.recalledTax
              && $0.recalledTax <= $0.tax
          },
        .controlAccounts, "orders/\(order.id) has \(deposit) of \(deposit.number)")
    }
    // With the last of the order all that was paid is taken, or the invoice asks for nothing more.
    let isLast = order.lines.allSatisfy { $0.uninvoiced.isZero }
    guard invoice.kind == .invoice, isLast, invoice.payable > 0 else { return }
    for deposit in order.deposits where deposit.left > 0 {
      let open = seen.items.values.filter { $0.invoice == deposit.invoice }
      findings.expect(
        open.contains { $0.open > 0 }, .controlAccounts,
        "invoices/\(invoice.id) is the last and leaves \(deposit.left) of \(deposit.number)")
    }
  }
}
