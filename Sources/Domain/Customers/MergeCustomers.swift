/// Merges a customer into another: its open orders and drafts with their shipments, returns and drafted
/// invoices, its open items and unapplied payments become the other's, with their exposure; so do the
/// orders that it owes or pays for others. Customers that name it as bill-to, payer or parent, and
/// members of its credit group, name the other from then on. What is closed stays, and the source says
/// where it went. Partners that are bound to the source are bound to the other too.
///
/// The documents that move are found by a read beforehand and named here. Under the lock of the
/// source's credit account their sums must be all that the account has, so that nothing of value
/// can be left behind.
///
/// Checks, in this order: both customers are there, neither is gone, one currency, authority for
/// the amount, all that is open is named.
package struct MergeCustomers: Command {
  package let source: ID<Customer>
  package let into: ID<Customer>
  package let open: OpenDocuments
  package let note: String

  /// What is open of a customer.
  package struct OpenDocuments: Sendable {
    /// Ordered, owed or paid by it.
    package var orders: Set<ID<Order>>
    package var items: Set<ID<OpenItem>>
    package var payments: Set<ID<Payment>>
    /// Invoices to it that are not issued.
    package var drafts: Set<ID<Invoice>>
    package init(
      orders: Set<ID<Order>> = [], items: Set<ID<OpenItem>> = [], payments: Set<ID<Payment>> = [],
      drafts: Set<ID<Invoice>> = []
    ) {
      self.orders = orders
      self.items = items
      self.payments = payments
      self.drafts = drafts
    }
  }

  package init(
    source: ID<Customer>, into: ID<Customer>, open: OpenDocuments, note: String = ""
  ) {
    self.source = source
    self.into = into
    self.open = open
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.customers = [source, into]
    needs.dependentsOf = [source]
    needs.partnersOf = [source]
    needs.orders = open.orders
    needs.shipmentsOfOrders = open.orders
    needs.returnsOfOrders = open.orders
    needs.invoices = open.drafts
    needs.openItems = open.items
    needs.payments = open.payments
    needs.accounts = [.receivables, .unappliedCash]
    return needs
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> CustomerMerge {
    let (from, to) = try customers(on: books, in: context)
    let account = books.creditAccount(of: source)
    let worth =
      account.openOrders + account.unbilledShipments + account.openItems + account.unappliedCash
    try context.caller.requireAuthority("customers.merge", for: Money(worth, from.currency))
    let moved = move(on: &books, in: context)
    let left = books.creditAccount(of: source)
    guard left.openOrders == 0, left.unbilledShipments == 0, left.openItems == 0,
      left.unappliedCash == 0
    else {
      throw Rejection(
        .resourceInUse, "Something of customers/\(source) changed meanwhile: merge it again.",
        metadata: ["resource": "customers/\(source)", "usedBy": "open documents"])
    }
    if moved.items != 0 || moved.cash != 0 {
      books.post(
        [
          .init(.receivables, moved.items, customer: into),
          .init(.receivables, -moved.items, customer: source),
          .init(.unappliedCash, -moved.cash, customer: into),
          .init(.unappliedCash, moved.cash, customer: source),
        ], from.currency, on: context.today, for: ResourceRef(.customer, source), in: context)
    }
    renameRelatives(on: &books, in: context)
    regroup(on: &books, in: context)
    let partners = bindPartners(on: &books, in: context)
    var gone = from
    gone.state = .blocked
    gone.block = .init(scope: .all, reason: "Merged into customers/\(into).", since: context.now)
    gone.mergedInto = into
    gone.updateTime = context.now
    books.put(gone)
    books.record(
      .customerMerged, ResourceRef(.customer, source),
      version: books.customers[source]?.version ?? gone.version, customer: source, in: context
    ) {
      $0.member("into", "customers/\(into)")
      $0.member("orders", open.orders.sorted().map { "orders/\($0)" })
      $0.member("items", open.items.sorted().map { "openItems/\($0)" })
      $0.member("payments", open.payments.sorted().map { "payments/\($0)" })
      if !partners.isEmpty { $0.member("partners", partners.map { "principals/\($0)" }) }
      $0.member("open_items_minor", moved.items)
      $0.member("unapplied_minor", moved.cash)
      $0.member("currency", from.currency.code)
      $0.member("note", note.isEmpty ? nil : note)
    }
    return CustomerMerge(customer: books.customers[into] ?? to, partners: partners)
  }

  private func customers(
    on books: Books, in context: Context
  ) throws(Rejection) -> (Customer, Customer) {
    let from = try books.customer(source, for: context)
    let to = try books.customer(into, for: context)
    func refuse(_ message: String, _ id: ID<Customer>) -> Rejection {
      Rejection(
        .resourceInUse, message,
        metadata: ["resource": "customers/\(id)", "usedBy": "customers/\(id)"])
    }
    if source == into { throw refuse("A customer is not merged into itself.", source) }
    for customer in [from, to] {
      if customer.mergedInto != nil || customer.state == .anonymized {
        throw refuse("customers/\(customer.id) is gone already.", customer.id)
      }
    }
    if from.currency != to.currency {
      throw refuse(
        "customers/\(from.id) is kept in \(from.currency), customers/\(to.id) in \(to.currency).",
        from.id)
    }
    return (from, to)
  }

  private func move(on books: inout Books, in context: Context) -> (items: Int64, cash: Int64) {
    for id in open.orders.sorted() { moveOrder(id, on: &books, in: context) }
    for id in open.drafts.sorted() {
      guard var draft = books.invoices[id], draft.state == .draft, draft.customer == source,
        books.orders[draft.order]?.debtor == into
      else { continue }
      draft.customer = into
      books.put(draft)
      record(
        ResourceRef(.invoice, id), books.invoices[id]?.version ?? draft.version, on: &books, context
      )
    }
    var items: Int64 = 0
    for id in open.items.sorted() {
      guard var item = books.openItems[id], item.customer == source else { continue }
      items += item.open
      item.customer = into
      books.put(item, in: context)
    }
    var cash: Int64 = 0
    for id in open.payments.sorted() {
      guard var payment = books.payments[id], payment.customer == source else { continue }
      cash += payment.unapplied
      payment.customer = into
      books.put(payment, in: context)
      record(
        ResourceRef(.payment, id), books.payments[id]?.version ?? payment.version, on: &books,
        context)
    }
    return (items, cash)
  }

  /// On the timeline of what moved: whose it was, and whose it is.
  func record(
    _ document: ResourceRef, _ version: Int64, on books: inout Books, _ context: Context
  ) {
    books.record(.customerMerged, document, version: version, customer: into, in: context) {
      $0.member("before", "customers/\(source)")
      $0.member("after", "customers/\(into)")
    }
  }
}
