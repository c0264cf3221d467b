package import Domain

/// Everything at once: all rows, and all sums made again from them.
extension Checker {
  package func audit(_ books: Books, at index: Int) -> [Violation] {
    var findings = Findings(step: index, command: "audit")
    let again = Sums(of: books).withoutZeros
    let kept = sums.withoutZeros
    findings.expect(again.credit == kept.credit, .exposure, "exposure, counted from all rows")
    findings.expect(
      again.reserved == kept.reserved, .reservations, "reservations, counted from all rows")
    findings.expect(
      again.waiting == kept.waiting, .nobodyUnserved, "who waits, counted from all rows")
    findings.expect(
      again.shipped == kept.shipped && again.invoiced == kept.invoiced
        && again.delivered == kept.delivered && again.returned == kept.returned
        && again.returning == kept.returning,
      .sumOfDocuments, "shipped, invoiced and returned, counted from all rows")
    findings.expect(
      again.owed == kept.owed && again.incoming == kept.incoming && again.lapsing == kept.lapsing,
      .stockLevel, "plans of levels, counted from all rows")
    findings.expect(
      again.applied == kept.applied && again.openItems == kept.openItems, .openAmount,
      "open items, counted from all rows")
    findings.expect(
      again.deposits == kept.deposits && again.recalled == kept.recalled, .controlAccounts,
      "deposits, counted from all rows")
    findings.expect(
      again.unapplied == kept.unapplied, .paymentParts, "unapplied cash, counted from all rows")
    for order in books.orders.rows {
      findings.expect(
        seen.orders[order.id] == order, .changeHasEvent, "orders/\(order.id) changed unseen")
      lines(of: order, &findings)
      revisions(of: order, &findings)
    }
    for level in books.stockLevels.rows {
      findings.expect(
        seen.levels[level.key] == level, .stockLevel, "level \(level.key) changed unseen")
      self.level(level.key, &findings)
    }
    for account in books.creditAccounts.rows {
      findings.expect(
        seen.accounts[account.customer] == account, .exposure,
        "the account of customers/\(account.customer) changed unseen")
      exposure(of: account.customer, &findings)
    }
    for item in books.openItems.rows { self.item(item, &findings) }
    for payment in books.payments.rows { parts(of: payment, &findings) }
    for balance in books.balances.rows {
      findings.expect(
        seen.balances[balance.key] == balance, .balances, "\(balance.key) changed unseen")
    }
    balances(&findings)
    controlAccounts(&findings)
    series(of: books, &findings)
    return findings.violations
  }

  /// Each number of an invoice series on exactly one invoice, from 1 to the last, dates rising.
  private func series(of books: Books, _ findings: inout Findings) {
    var bySeries: [SeriesKey: [(number: String, date: CalendarDay)]] = [:]
    for invoice in books.invoices.rows {
      guard let number = invoice.number, let date = invoice.issueDate else { continue }
      let kind: SeriesKey.Kind = invoice.scope == .deposit ? .deposit : .invoice
      bySeries[SeriesKey(kind, year: date.year), default: []].append((number, date))
    }
    for (key, invoices) in bySeries {
      let sorted = invoices.sorted { $0.number < $1.number }
      let last = Int64(sorted.count)
      findings.expect(
        books.series[key]?.last == last
          && zip(1..., sorted).allSatisfy { key.formatted($0) == $1.number },
        .gapless, "the series \(key) has \(last) invoices")
      findings.expect(
        zip(sorted, sorted.dropFirst()).allSatisfy { $0.date <= $1.date }, .datesRise,
        "the dates of \(key) fall")
    }
  }
}
