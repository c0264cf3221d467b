import Domain

/// Who asks for a deposit of an amount gets one of exactly that.
extension Checker {
  func checkDeposits(_ changes: Changes, _ step: Step, _ findings: inout Findings) {
    guard let ask = step.command as? InvoiceOrder, let amount = ask.depositAmount else { return }
    let invoices = changes.invoices.map(\.after)
    findings.expect(
      invoices.map(\.totals.gross) == [amount.minorUnits]
        && invoices.allSatisfy { $0.kind == .deposit && $0.currency == amount.currency },
      .documentAddsUp, "\(amount) was asked for: \(invoices.map(\.totals))")
  }
}
