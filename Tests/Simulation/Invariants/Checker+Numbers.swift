import Domain

/// I-10 and I-11; and that an issued invoice never changes.
extension Checker {
  mutating func checkNumbers(_ changes: Changes, _ findings: inout Findings) {
    for change in changes.invoices {
      let invoice = change.after
      findings.expect(
        change.before?.state != .issued, .states, "invoices/\(invoice.id) was issued and changed")
      guard invoice.state == .issued else {
        findings.expect(
          invoice.number == nil && invoice.issueDate == nil, .gapless,
          "invoices/\(invoice.id) is a draft with a number")
        continue
      }
      issued(invoice, &findings)
    }
    for change in changes.orders where !change.after.number.isEmpty {
      guard change.before?.number != change.after.number else { continue }
      findings.expect(
        change.before?.number.isEmpty ?? true, .gapless,
        "orders/\(change.after.id) changed its number")
      rises(change.after.number, &findings)
    }
    for change in changes.shipments where change.before == nil {
      rises(change.after.number, &findings)
    }
    for change in changes.returns where change.before == nil {
      rises(change.after.number, &findings)
    }
    for change in changes.payments where change.before == nil {
      rises(change.after.number, &findings)
    }
  }

  private mutating func issued(_ invoice: Invoice, _ findings: inout Findings) {
    guard let date = invoice.issueDate, let text = invoice.number,
      let (key, number) = Self.parse(text)
    else {
      findings.expect(false, .gapless, "invoices/\(invoice.id) was issued without a number")
      return
    }
    let last = lastInvoice[key]
    let kind: SeriesKey.Kind = invoice.kind == .deposit ? .deposit : .invoice
    findings.expect(
      number == (last?.number ?? 0) + 1 && key.year == date.year && key.kind == kind, .gapless,
      "invoices/\(invoice.id) of \(date) is \(text) after \(last?.number ?? 0)")
    findings.expect(
      seen.series[key]?.last == number, .gapless, "the series \(key) does not stand at \(text)")
    if let last {
      findings.expect(date >= last.date, .datesRise, "\(text) is of \(date), after \(last.date)")
    }
    lastInvoice[key] = (number, date)
  }

  private mutating func rises(_ text: String, _ findings: inout Findings) {
    guard let (key, number) = Self.parse(text) else {
      findings.expect(false, .gapless, "\(text) is no document number")
      return
    }
    findings.expect(number > numbers[key, default: 0], .gapless, "\(text) was given before")
    numbers[key] = number
  }

  /// `SO-2026-000123`
  private static func parse(_ text: String) -> (SeriesKey, Int64)? {
    let parts = text.split(separator: "-")
    guard parts.count == 3, let kind = SeriesKey.Kind(rawValue: String(parts[0])),
      let year = Int(parts[1]), let number = Int64(parts[2])
    else { return nil }
    return (SeriesKey(kind, year: year), number)
  }
}
