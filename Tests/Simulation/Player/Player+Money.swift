import Domain

extension Player {
  mutating func invoiceOrder(on books: Books) -> any Command {
    if dice.chance(12) { return invoiceDeposit(on: books) }
    let scope: Invoice.Scope =
      dice.chance(85) ? .due : dice.pick(Invoice.Scope.shipped, .all)
    func billable(_ line: OrderLine, _ order: Order) -> Quantity {
      switch scope {
      case .due, .deposit: line.toBill(order.invoiceTrigger)
      case .shipped: line.unbilled
      case .all: line.uninvoiced
      }
    }
    let id =
      dice.chance(92)
      ? anyOrder(on: books) { order in
        order.state != .draft && order.lines.contains { billable($0, order) > .zero }
      } : anyOrder()
    let order = books.orders[id]
    var lines: [InvoiceOrder.Line] = []
    if dice.chance(30), let order {
      for line in order.lines where billable(line, order) > .zero || dice.chance(4) {
        lines.append(.init(number: line.number, quantity: part(of: billable(line, order))))
      }
      if dice.chance(2) { lines.append(.init(number: 55, quantity: Quantity(whole: 1))) }
      if dice.chance(2), let first = lines.first { lines.append(first) }
    }
    return InvoiceOrder(
      order: id, expectedVersion: version(order?.version), lines: lines, scope: scope,
      issueDate: issueDate(), draftOnly: dice.chance(10))
  }

  /// For those who are to pay in advance mostly, all of it mostly.
  private mutating func invoiceDeposit(on books: Books) -> any Command {
    let isWaiting = dice.chance(80)
    let id = anyOrder(on: books) { order in
      isWaiting
        ? order.state == .onHold && order.paymentTerms.isPrepaid && order.deposits.isEmpty
        : order.state == .confirmed
    }
    let percents = [30, 50, 33, 100, dice.chance(10) ? 101 : 20]
    let percent = dice.chance(25) ? percents[dice.roll(0...4)] : nil
    let gross = books.orders[id]?.totals.gross ?? 0
    let amount =
      dice.chance(20) && percent == nil || dice.chance(2)
      ? Money(
        Int64(dice.roll(0...Int(gross + gross / 20 + 1))),
        dice.chance(97) ? world.currency : world.foreign) : nil
    return InvoiceOrder(
      order: id, expectedVersion: version(books.orders[id]?.version),
      lines: dice.chance(3) ? [.init(number: 1, quantity: Quantity(whole: 1))] : [],
      scope: dice.chance(97) ? .deposit : .due,
      depositPercent: percent.map { Percent(whole: Int64($0)) }, depositAmount: amount,
      issueDate: issueDate(), draftOnly: dice.chance(10))
  }

  mutating func issueInvoice(on books: Books) -> any Command {
    let id: ID<Invoice> =
      switch dice.roll(0...99) {
      case ..<60: known.drafts.last ?? stranger()
      case ..<80: dice.pick(known.drafts) ?? stranger()
      case ..<96: dice.pick(known.invoices) ?? stranger()
      default: stranger()
      }
    return IssueInvoice(
      invoice: id, expectedVersion: version(books.invoices[id]?.version), issueDate: issueDate())
  }

  private mutating func issueDate() -> CalendarDay? {
    dice.chance(6) ? today.adding(days: dice.pick(-3, -1, -1, 0, 0, 1)) : nil
  }

  mutating func recordPayment(on books: Books) -> any Command {
    let id = debtor(on: books)
    let items = books.openItems(of: id, in: world.currency)
    let some = Array(items.prefix(dice.chance(40) ? 100 : dice.roll(1...4)))
    let due = some.reduce(0) { $0 + $1.open }
    let amount: Int64 =
      switch dice.roll(0...99) {
      case ..<40 where due > 0: due
      case ..<60 where due > 2: due - Int64(dice.roll(1...Int(min(due - 1, 5000))))
      case ..<80: due + Int64(dice.roll(1...9000))
      case ..<98: Int64(dice.roll(1...200_000))
      default: Int64(dice.roll(-5...0))
      }
    let named = dice.chance(55)
    let currency = dice.chance(98) ? books.customers[id]?.currency ?? world.currency : world.foreign
    return RecordPayment(
      customer: dice.chance(88) ? .id(id) : customerReference(on: books),
      externalID: dice.chance(6) ? number("PAY", new: dice.chance(80)) : nil,
      means: dice.pick(.bankTransfer, .card, .cheque), amount: Money(amount, currency),
      valueDate: dice.chance(20) ? today.adding(days: dice.roll(-20...1)) : nil,
      reference: "RF", applications: named ? applications(to: some, currency) : [],
      autoApply: dice.chance(named ? 20 : 70))
  }

  /// Who owes much pays more often than others.
  private mutating func debtor(on books: Books) -> ID<Customer> {
    var id = dice.pick(known.customers) ?? stranger()
    for _ in 0..<3 {
      guard let other = dice.pick(known.customers) else { break }
      let owed = books.creditAccounts[id]?.openItems ?? 0
      if books.creditAccounts[other]?.openItems ?? 0 > owed { id = other }
    }
    return id
  }

  mutating func applyPayment(on books: Books) -> any Command {
    var id = anyPayment()
    for _ in 0..<4 {
      guard let payment = books.payments[id], !dice.chance(10) else { break }
      if !books.openItems(of: payment.customer, in: payment.currency).isEmpty { break }
      id = anyPayment()
    }
    let payment = books.payments[id]
    let customer = dice.chance(85) ? payment?.customer : dice.pick(known.customers)
    var items: [OpenItem] = []
    if let customer {
      items = Array(books.openItems(of: customer, in: world.currency).prefix(dice.roll(1...3)))
    }
    if dice.chance(10), let order = dice.pick(known.finished) {
      items += books.openItems(of: order)
    }
    return ApplyPayment(
      payment: id, expectedVersion: version(payment?.version),
      applications: applications(to: items, payment?.currency ?? world.currency))
  }

  mutating func unapplyPayment(on books: Books) -> any Command {
    var id = anyPayment()
    for _ in 0..<6 where books.payments[id]?.applied == 0 {
      id = dice.pick(known.spent) ?? stranger()
    }
    let payment = books.payments[id]
    let applications = payment?.applications ?? []
    var ids = applications.filter { $0.state == .active || dice.chance(3) }.map(\.id)
    ids = Array(ids.prefix(dice.roll(1...3)))
    if dice.chance(3) { ids.append(stranger()) }
    if dice.chance(3), let first = ids.first { ids.append(first) }
    return UnapplyPayment(
      payment: id, expectedVersion: version(payment?.version), applications: ids,
      reason: "wrong item")
  }

  mutating func setCreditLimit(on books: Books) -> any Command {
    let id = dice.chance(98) ? dice.pick(known.customers) ?? stranger() : stranger()
    let account = books.creditAccounts[id]
    let currency = dice.chance(97) ? account?.currency ?? world.currency : world.foreign
    let scale: Int64 = world.currency.digits == 3 ? 10 : 1
    let limit = Int64(dice.roll(-1...300)) * 10_000 * scale
    var temporary: (amount: Money, until: CalendarDay)?
    if dice.chance(25) {
      temporary = (
        Money(limit + Int64(dice.roll(0...50)) * 10_000, currency),
        today.adding(days: dice.roll(-1...30))
      )
    }
    let version = account?.version ?? 1
    return SetCreditLimit(
      customer: id, expectedVersion: dice.chance(96) ? version : version + 1,
      limit: Money(limit, currency), temporaryLimit: temporary, note: "review")
  }

  private mutating func anyPayment() -> ID<Payment> {
    switch dice.roll(0...99) {
    case ..<75: dice.pick(known.payments) ?? stranger()
    case ..<97: dice.pick(known.spent) ?? stranger()
    default: stranger()
    }
  }

  private mutating func applications(
    to items: [OpenItem], _ currency: Currency
  ) -> [RecordPayment.Application] {
    var applications: [RecordPayment.Application] = []
    for item in items {
      let amount: Int64? =
        switch dice.roll(0...99) {
        case ..<50: nil
        case ..<75: item.open
        case ..<95: max(1, item.open / 2)
        default: item.open + Int64(dice.roll(0...100))
        }
      let unit = dice.chance(99) ? currency : world.foreign
      applications.append(.init(item: item.id, amount: amount.map { Money($0, unit) }))
    }
    if dice.chance(2) { applications.append(.init(item: stranger())) }
    if dice.chance(2), let first = applications.first { applications.append(first) }
    return applications
  }
}
