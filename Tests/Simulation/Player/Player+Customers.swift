import Domain

/// What the seller's people decide on customers: blocks, merges, the end of a person's data.
extension Player {
  mutating func customers(on books: Books) -> any Command {
    switch dice.roll(0...99) {
    case ..<32: blockCustomer(on: books)
    case ..<64: unblockCustomer(on: books)
    case ..<82: mergeCustomers(on: books)
    default: anonymizeCustomer(on: books)
    }
  }

  private mutating func blockCustomer(on books: Books) -> any Command {
    var id = dice.chance(96) ? dice.pick(known.customers) ?? stranger() : stranger()
    // One whose order waits for a release.
    if dice.chance(30), let waiting = liveApproval(on: books)?.customer { id = waiting }
    return BlockCustomer(
      customer: id, expectedVersion: version(books.customers[id]?.version),
      scope: dice.pick(.orders, .shipments, .all), reason: dice.pick("FRAUD", "DISPUTE"))
  }

  /// Of those that are blocked, mostly.
  private mutating func unblockCustomer(on books: Books) -> any Command {
    let blocked = known.customers.filter {
      $0 != world.blocked && books.customers[$0]?.state == .blocked
        && books.customers[$0]?.mergedInto == nil
    }
    let some = dice.chance(90) ? dice.pick(blocked) : nil
    let id = some ?? dice.pick(known.customers) ?? stranger()
    let seen = version(books.customers[id]?.version)
    // Now and then too late, by the clock: rare cases do not hang on the dice.
    let isLate = now.microseconds / 1_000_000 % 16 == 0
    return UnblockCustomer(
      customer: id, expectedVersion: isLate ? (books.customers[id]?.version ?? 1) + 1 : seen,
      note: "settled")
  }

  /// Into another of the same kind; what is open is named as a read would find it, or not all.
  mutating func mergeCustomers(on books: Books) -> any Command {
    let source = dice.pick(known.customers) ?? stranger()
    var into = dice.pick(known.customers) ?? stranger()
    for _ in 0..<3 where into == source && dice.chance(90) {
      into = dice.pick(known.customers) ?? stranger()
    }
    var open = openDocuments(of: source, on: books)
    if dice.chance(15), let item = open.items.min() { open.items.remove(item) }
    return MergeCustomers(source: source, into: into, open: open, note: "twice")
  }

  /// As a read would find them.
  func openDocuments(of source: ID<Customer>, on books: Books) -> MergeCustomers.OpenDocuments {
    var open = MergeCustomers.OpenDocuments()
    for order in books.orders.rows where order.names(source) {
      switch order.state {
      case .draft, .onHold, .confirmed: open.orders.insert(order.id)
      case .cancelled, .completed: if !order.deposits.isEmpty { open.orders.insert(order.id) }
      }
    }
    for item in books.openItems.rows where item.customer == source && item.open != 0 {
      open.items.insert(item.id)
    }
    for payment in books.payments.rows where payment.customer == source && payment.unapplied != 0 {
      open.payments.insert(payment.id)
    }
    for invoice in books.invoices.rows where invoice.customer == source && invoice.state == .draft {
      open.drafts.insert(invoice.id)
    }
    return open
  }

  private mutating func anonymizeCustomer(on books: Books) -> any Command {
    let idle = known.customers.filter { id in
      books.customers[id]?.state != .anonymized && id != world.blocked
        && books.creditAccounts[id].map {
          $0.openOrders == 0 && $0.unbilledShipments == 0 && $0.openItems == 0
            && $0.unappliedCash == 0
        } ?? false
        && !books.orders.rows.contains {
          $0.names(id) && ($0.state == .draft || $0.state == .onHold)
        }
        && !books.customers.rows.contains { $0.billTo == id || $0.payer == id }
    }
    let id = (dice.chance(70) ? dice.pick(idle) : dice.pick(known.customers)) ?? stranger()
    let open = books.orders.rows.filter {
      $0.names(id) && $0.state != .cancelled && $0.state != .completed
    }
    return AnonymizeCustomer(
      customer: id, expectedVersion: version(books.customers[id]?.version), reason: "ASKED",
      openOrders: open.map(\.id).sorted())
  }
}

extension Order {
  /// Whether a customer ordered it, owes it or is to pay it.
  fileprivate func names(_ id: ID<Customer>) -> Bool {
    customer == id || billTo == id || payer == id
  }
}
