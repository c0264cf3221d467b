import Domain

/// I-56: every changed row has an event of this request, versions count up by one, and what an
/// event says of before is what the last one said of after.
extension Checker {
  mutating func checkLog(
    _ changes: Changes, _ books: Books, _ step: Step, _ findings: inout Findings
  ) {
    let events = books.events.fresh
    var told: Set<ResourceRef> = []
    var customers: Set<ID<Customer>> = []
    for event in events {
      told.insert(event.resource)
      // What waits for an approval shows it: the approval's event tells of both.
      if event.resource.kind == .approval, let subject = Facts(event)["subject"],
        let ref = ResourceRef(subject)
      {
        told.insert(ref)
      }
      if let customer = event.customer { customers.insert(customer) }
      findings.expect(
        event.requestID == step.context.requestID && event.occurTime == step.context.now
          && event.actor == step.context.caller.principal,
        .changeHasEvent, "events/\(event.id) is not of this request")
    }
    let merge = events.first { $0.type == .customerMerged && $0.resource.kind == .customer }
    // A merge names in its event the items that it moved.
    func isMoved(_ name: String) -> Bool { merge?.data.contains("\"\(name)\"") ?? false }
    func expect<Row: Aggregate>(
      _ changed: [Change<Row>], _ findings: inout Findings, _ told: (Row) -> Bool
    ) {
      for change in changed {
        findings.expect(
          told(change.after), .changeHasEvent, "no event tells of \(Row.self) \(change.after.key)")
        findings.expect(
          change.after.version == (change.before?.version ?? 0) + 1, .changeHasEvent,
          "\(Row.self) \(change.after.key) went to version \(change.after.version)")
      }
    }
    expect(changes.orders, &findings) {
      told.contains(.init(.order, $0.id))
    }
    expect(changes.shipments, &findings) { told.contains(.init(.shipment, $0.id)) }
    expect(changes.invoices, &findings) { told.contains(.init(.invoice, $0.id)) }
    expect(changes.items, &findings) {
      told.contains(.init(.invoice, $0.invoice)) || isMoved("openItems/\($0.id)")
    }
    expect(changes.payments, &findings) {
      told.contains(.init(.payment, $0.id))
    }
    expect(changes.customers, &findings) { told.contains(.init(.customer, $0.id)) }
    // What an order does to the account of who owes it stands in the order's own events.
    let debtors = Set(changes.orders.flatMap { [$0.before?.debtor, $0.after.debtor] })
    let groups = Set(changes.accounts.flatMap { [$0.before?.group, $0.after.group] })
    expect(changes.accounts, &findings) {
      customers.contains($0.customer) || groups.contains($0.customer)
        || debtors.contains($0.customer) || isMoved("customers/\($0.customer)")
    }
    expect(changes.policies, &findings) { told.contains(.init(.policy, $0.id)) }
    expect(changes.approvals, &findings) { told.contains(.init(.approval, $0.id)) }
    expect(changes.products, &findings) { told.contains(.init(.product, $0.id)) }
    expect(changes.prices, &findings) { told.contains(.init(.product, $0.key.product)) }
    expect(changes.warehouses, &findings) { told.contains(.init(.warehouse, $0.id)) }
    expect(changes.principals, &findings) { told.contains(.init(.principal, $0.id)) }
    expect(changes.apiKeys, &findings) { told.contains(.init(.apiKey, $0.id)) }
    expect(changes.certificates, &findings) { told.contains(.init(.certificate, $0.id)) }
    expect(changes.sellers, &findings) { told.contains(.init(.seller, $0.id)) }
    expect(changes.returns, &findings) { told.contains(.init(.returned, $0.id)) }
    expect(changes.receipts, &findings) { receipt in
      told.contains(.init(.stockReceipt, receipt.id))
        || receipt.lines.allSatisfy {
          $0.quantity.isZero || told.contains(.init(.product, $0.product))
        }
    }
    expect(changes.levels, &findings) { level in
      told.contains(.init(.product, level.key.product))
        || changes.receipts.contains { change in
          change.after.lines.contains { $0.product == level.key.product }
        }
        || changes.orders.contains { change in
          // A draft may have lost the line that held it.
          ((change.before?.lines ?? []) + change.after.lines).contains {
            $0.stockKey == level.key
          }
        }
    }
    for event in events { chain(event, changes, &findings) }
  }

  private mutating func chain(
    _ event: Event, _ changes: Changes, _ findings: inout Findings
  ) {
    switch event.type {
    case .orderCancelled, .orderAmended:
      let facts = Facts(event)
      let change = changes.orders.first { event.resource == .init(.order, $0.after.id) }
      findings.expect(
        facts["before"] == change?.before?.state.rawValue
          && facts["after"] == change?.after.state.rawValue,
        .changeHasEvent, "\(event.resource) did not go as the event says: \(event.data)")
    case .paymentApplied, .paymentUnapplied:
      let facts = Facts(event)
      guard let name = facts["item"], let id = ID<OpenItem>(name.dropFirst(10)),
        let item = seen.items[id]
      else {
        findings.expect(false, .changeHasEvent, "the event names no item: \(event.data)")
        return
      }
      let last = lastOpen[id] ?? item.original
      findings.expect(
        facts.amount("open_before_minor") == last, .changeHasEvent,
        "openItems/\(id) had \(last) open, the event says \(event.data)")
      lastOpen[id] = facts.amount("open_after_minor")
    case .creditLimitChanged:
      let facts = Facts(event)
      let change = changes.accounts.first { event.resource == .init(.customer, $0.after.customer) }
      findings.expect(
        facts.amount("before_minor") == change?.before?.limit ?? 0
          && facts.amount("after_minor") == change?.after.limit,
        .changeHasEvent, "the limit of \(event.resource) went otherwise than \(event.data)")
    case .approvalRequested, .approvalGranted, .approvalDenied, .approvalExpired:
      let facts = Facts(event)
      guard let subject = facts["subject"].flatMap({ ResourceRef($0) }) else { return }
      findings.expect(
        facts.amount("subject_version") == version(of: subject), .changeHasEvent,
        "\(subject) has another version than \(event.type) says: \(event.data)")
    default: break
    }
    if event.resource.kind == .order {
      let id: ID<Order> = event.resource.id.retyped()
      findings.expect(
        event.resourceVersion == seen.orders[id]?.version, .changeHasEvent,
        "the event \(event.type) of orders/\(id) has version \(event.resourceVersion)")
    }
  }

  private func version(of subject: ResourceRef) -> Int64? {
    switch subject.kind {
    case .order: seen.orders[subject.id.retyped()]?.version
    case .customer: seen.accounts[subject.id.retyped()]?.version
    case .policy: seen.policies[subject.id.retyped()]?.version
    case .seller: seen.sellers[subject.id.retyped()]?.version
    default: nil
    }
  }

  /// What a partner does touches the documents of its customers alone; serving others from stock
  /// that it gives back is the seller's doing.
  func checkScope(_ changes: Changes, _ step: Step, _ findings: inout Findings) {
    guard case .customers(let own) = step.context.caller.scope else { return }
    for change in changes.invoices {
      findings.expect(
        own.contains(change.after.customer), .scope, "invoices/\(change.after.id) is not theirs")
    }
    for change in changes.payments {
      findings.expect(
        own.contains(change.after.customer), .scope, "payments/\(change.after.id) is not theirs")
    }
    for change in changes.items {
      findings.expect(
        own.contains(change.after.customer), .scope, "openItems/\(change.after.id) is not theirs")
    }
    for change in changes.orders where !own.contains(change.after.customer) {
      findings.expect(
        change.before?.state == change.after.state, .scope,
        "orders/\(change.after.id) is not theirs and moved")
    }
  }
}

extension ResourceRef {
  /// Reads `orders/…`.
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])),
      let id = ID<AnyResource>(parts[1])
    else { return nil }
    self.init(kind, id)
  }
}
