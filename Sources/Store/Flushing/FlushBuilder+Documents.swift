internal import Domain
internal import Postgres

extension FlushBuilder {
  /// Of a changed document only the lines that differ are written.
  mutating func addOrders(_ books: borrowing Books) {
    let orders = split(books.orders) { $0.id < $1.id }
    add(orders.new, OrderTable.insert)
    var new: [(order: ID<Order>, line: OrderLine)] = []
    var changed: [(order: ID<Order>, line: OrderLine)] = []
    var removed: [(order: ID<Order>, line: OrderLine)] = []
    new.reserveCapacity(orders.new.count * 4)
    for order in orders.new {
      for line in order.lines { new.append((order.id, line)) }
    }
    for change in orders.changed {
      let (added, differing) = Self.differences(
        change.row.lines, change.stored.lines, key: \.number)
      new += added.map { (change.row.id, $0) }
      changed += differing.map { (change.row.id, $0) }
      guard change.stored.state == .draft,
        added.count + change.stored.lines.count > change.row.lines.count
      else { continue }
      let left = Set(change.row.lines.map(\.number))
      removed += change.stored.lines.filter { !left.contains($0.number) }
        .map { (change.row.id, $0) }
    }
    // Before its order is a draft no more.
    add(removed, OrderLineTable.remove)
    if !orders.changed.isEmpty { queries.append(OrderTable.update(orders.changed, of: seller)) }
    add(new, OrderLineTable.insert)
    add(changed, OrderLineTable.update)
    if !books.revisions.rows.isEmpty {
      queries.append(OrderRevisionTable.insert(books.revisions.rows, of: seller))
      queries.append(OrderRevisionTable.insertLines(books.revisions.rows, of: seller))
    }
    let shipments = split(books.shipments) { $0.id < $1.id }
    add(shipments.new, ShipmentTable.insert)
    add(ShipmentLineTable.rows(of: shipments.new), ShipmentLineTable.insert)
    add(ShipmentLotTable.rows(of: shipments.new), ShipmentLotTable.insert)
    if !shipments.changed.isEmpty {
      queries.append(ShipmentTable.update(shipments.changed, of: seller))
    }
  }

  mutating func addReturns(_ books: borrowing Books) {
    let returns = split(books.returns) { $0.id < $1.id }
    add(returns.new, ReturnTable.insert)
    if !returns.changed.isEmpty { queries.append(ReturnTable.update(returns.changed, of: seller)) }
    var new: [ReturnLineTable.Placed] = []
    var changed: [ReturnLineTable.Placed] = []
    for back in returns.new { new += back.lines.map { (back.id, $0) } }
    for change in returns.changed {
      let (added, differing) = Self.differences(
        change.row.lines, change.stored.lines, key: \.number)
      new += added.map { (change.row.id, $0) }
      changed += differing.map { (change.row.id, $0) }
    }
    add(new, ReturnLineTable.insert)
    add(changed, ReturnLineTable.update)
  }

  /// The lines of a draft are written before it is issued: afterwards they could not change.
  mutating func addInvoices(_ books: borrowing Books) {
    let invoices = split(books.invoices) { $0.id < $1.id }
    var new: [(invoice: ID<Invoice>, line: Invoice.Line)] = []
    var changed: [(invoice: ID<Invoice>, line: Invoice.Line)] = []
    for invoice in invoices.new { new += invoice.lines.map { (invoice.id, $0) } }
    for change in invoices.changed {
      let (added, differing) = Self.differences(
        change.row.lines, change.stored.lines, key: \.number)
      new += added.map { (change.row.id, $0) }
      changed += differing.map { (change.row.id, $0) }
    }
    add(changed, InvoiceLineTable.update)
    add(invoices.new, InvoiceTable.insert)
    add(new, InvoiceLineTable.insert)
    if !invoices.changed.isEmpty {
      queries.append(InvoiceTable.update(invoices.changed, of: seller))
    }
    add(
      books.openItems, by: { $0.id < $1.id }, insert: OpenItemTable.insert,
      update: OpenItemTable.update)
  }

  mutating func addPayments(_ books: borrowing Books) {
    let payments = split(books.payments) { $0.id < $1.id }
    add(payments.new, PaymentTable.insert)
    if !payments.changed.isEmpty {
      queries.append(PaymentTable.update(payments.changed, of: seller))
    }
    typealias Placed = (payment: ID<Payment>, position: Int32, application: Payment.Application)
    var new: [Placed] = []
    var changed: [Placed] = []
    for payment in payments.new {
      new += payment.applications.enumerated().map { (payment.id, Int32($0.offset), $0.element) }
    }
    for change in payments.changed {
      for (index, application) in change.row.applications.enumerated() {
        let placed = (change.row.id, Int32(index), application)
        if index >= change.stored.applications.count {
          new.append(placed)
        } else if application != change.stored.applications[index] {
          changed.append(placed)
        }
      }
    }
    add(new, PaymentApplicationTable.insert)
    add(changed, PaymentApplicationTable.update)
  }

  mutating func addLedger(_ books: borrowing Books) {
    add(books.journal.rows, JournalEntryTable.insert)
    add(PostingTable.rows(of: books.journal.rows), PostingTable.insert)
    add(
      books.balances, by: { $0.key.order < $1.key.order }, insert: AccountBalanceTable.insert,
      update: AccountBalanceTable.update)
    add(
      books.series, by: { $0.key.order < $1.key.order }, insert: NumberSeriesTable.insert,
      update: NumberSeriesTable.update)
  }

  private static func differences<Line: Equatable, Key: Hashable>(
    _ current: [Line], _ stored: [Line], key: (Line) -> Key
  ) -> (added: [Line], differing: [Line]) {
    guard current != stored else { return ([], []) }
    let before = Dictionary(stored.map { (key($0), $0) }) { first, _ in first }
    var added: [Line] = []
    var differing: [Line] = []
    for line in current {
      if let old = before[key(line)] {
        if old != line { differing.append(line) }
      } else {
        added.append(line)
      }
    }
    return (added, differing)
  }
}

extension AccountKey {
  fileprivate var order: (Int32, String) { (account.rawValue, currency.code) }
}

extension SeriesKey {
  fileprivate var order: (String, Int) { (kind.rawValue, year) }
}
