import Domain

/// I-30, I-39, I-40, I-41.
extension Checker {
  func checkPayments(_ changes: Changes, _ books: Books, _ findings: inout Findings) {
    for change in changes.items {
      item(change.after, &findings)
      if let before = change.before {
        var same = change.after
        same.open = before.open
        if isMerged(before.customer, into: same.customer) { same.customer = before.customer }
        same.version = before.version
        findings.expect(
          same == before, .openAmount, "openItems/\(before.id) changed in more than what is open")
      }
    }
    for change in changes.payments {
      parts(of: change.after, &findings)
      applications(change, &findings)
    }
  }

  func item(_ item: OpenItem, _ findings: inout Findings) {
    let applied = sums.applied[item.id] ?? 0
    findings.expect(
      item.open == item.original - applied && item.open.signum() * item.original.signum() >= 0
        && item.open.magnitude <= item.original.magnitude,
      .openAmount, "openItems/\(item.id): \(item.original) − \(applied) is not \(item.open)")
  }

  /// Whether one customer became the other, over some merges.
  func isMerged(_ customer: ID<Customer>, into other: ID<Customer>) -> Bool {
    var id = customer
    while let next = seen.customers[id]?.mergedInto {
      if next == other { return true }
      id = next
    }
    return false
  }

  func parts(of payment: Payment, _ findings: inout Findings) {
    var applied: Int64 = 0
    for application in payment.applications where application.state == .active {
      applied += application.amount
      findings.expect(
        application.amount > 0, .paymentParts, "payments/\(payment.id) applies \(application)")
    }
    findings.expect(
      payment.amount > 0 && applied >= 0 && applied <= payment.amount
        && payment.unapplied == payment.amount - applied,
      .paymentParts, "payments/\(payment.id) of \(payment.amount) applies \(applied)")
  }

  private func applications(_ change: Change<Payment>, _ findings: inout Findings) {
    let payment = change.after
    let before = change.before?.applications ?? []
    if let old = change.before {
      var same = payment
      same.applications = old.applications
      if isMerged(old.customer, into: same.customer) { same.customer = old.customer }
      same.version = old.version
      findings.expect(
        same == old, .paymentParts, "payments/\(payment.id) changed in more than its applications")
    }
    findings.expect(
      payment.applications.count >= before.count, .unappliedOnce,
      "payments/\(payment.id) lost an application")
    for (index, application) in payment.applications.enumerated() {
      let item = seen.items[application.item]
      findings.expect(
        item?.currency == payment.currency
          && (item?.customer == application.customer
            || item.map { isMerged(application.customer, into: $0.customer) } ?? false),
        .applicationBalances, "payments/\(payment.id) applies to another kind of item")
      guard index < before.count else { continue }
      let old = before[index]
      findings.expect(
        old.id == application.id && old.amount == application.amount
          && old.item == application.item && old.effectiveDate == application.effectiveDate
          && !(old.state == .unapplied && old != application),
        .unappliedOnce, "payments/\(payment.id): \(old) became \(application)")
    }
    for application in payment.applications {
      findings.expect(
        (application.state == .unapplied) == (application.unappliedTime != nil)
          && (application.unappliedDate.map { $0 >= application.effectiveDate } ?? true),
        .unappliedOnce, "payments/\(payment.id): \(application)")
    }
  }
}
