import Domain
import Testing

@Suite("The life of a customer")
struct CustomerLifeTests {
  @Test(
    "a block refuses what its scope says, and nothing else",
    arguments: [
      (Customer.Block.Scope.orders, true, false), (.shipments, false, true), (.all, true, true),
    ])
  func scopes(scope: Customer.Block.Scope, orders: Bool, shipments: Bool) throws {
    var shop = Shop()
    let product = shop.product()
    let order = try shop.run(PlaceOrder(shop.request((product, "2"))))
    let draft = try shop.run(CreateOrder(shop.request((product, "1"))))
    let blocked = try shop.run(
      BlockCustomer(customer: shop.customer, scope: scope, reason: "Late"))
    #expect(blocked.state == .blocked && blocked.block?.scope == scope)
    let placing = shop.refusal(of: PlaceOrder(shop.request((product, "1"))))
    #expect((placing?.reason == .customerBlocked) == orders)
    let confirming = shop.refusal(of: ConfirmOrder(order: draft.id))
    #expect((confirming?.reason == .customerBlocked) == orders)
    let shipping = shop.refusal(of: ShipOrder(order: order.id))
    #expect((shipping?.reason == .customerBlocked) == shipments)
    try shop.run(UnblockCustomer(customer: shop.customer))
    let again = shop.refusal(of: PlaceOrder(shop.request((product, "1"))))
    #expect(again == nil)
    let twice = shop.refusal(of: UnblockCustomer(customer: shop.customer))
    #expect(twice?.reason == .invalidStateTransition)
    #expect(shop.events(.customerBlocked).count == 1 && shop.events(.customerUnblocked).count == 1)
  }

  @Test("every field that changes is in the event; what may be personal is there by its version")
  func history() throws {
    var shop = Shop()
    var fields = CustomerFields()
    fields.displayName = "Erika Mustermann"
    fields.paymentTerms = PaymentTerms("net 10")
    fields.contacts = [.init(role: "buyer", name: "Erika", email: "erika@example.com", phone: "")]
    fields.accountManager = "Max"
    fields.paymentMeansCode = "58"
    fields.invoiceDelivery = .some(
      .init(channel: .email, address: "erika@example.com", format: .pdf))
    fields.invoiceRules = .some(.init(trigger: .onDelivery, grouping: .perShipment))
    fields.billTo = .some(shop.stranger)
    fields.annotations = ["k": "Erika"]
    try shop.run(UpdateCustomer(customer: shop.customer, fields: fields))
    let data = try #require(shop.events(.customerUpdated).last?.data)
    for member in [
      "\"display_name\":[{\"before\":\"version 1\",\"after\":\"version 2\"}]",
      "\"payment_terms\":[{\"before\":\"net 30\",\"after\":\"net 10\"}]", "\"contacts\"",
      "\"account_manager\"", "\"payment_means_code\":[{\"before\":\"\",\"after\":\"58\"}]",
      "\"invoice_delivery.channel\"", "\"invoice_rules.trigger\"", "\"bill_to\"",
      "\"annotations\"",
    ] {
      #expect(data.contains(member), "\(member) in \(data)")
    }
    for person in ["Erika", "Mustermann", "example.com", "Max"] { #expect(!data.contains(person)) }
  }

  @Test("a VAT check is kept as long as the id is the same")
  func vatCheck() throws {
    var shop = Shop()
    var fields = CustomerFields()
    fields.vatCheck = .some(.init(isValid: true, time: shop.now, source: "VIES"))
    try shop.run(UpdateCustomer(customer: shop.customer, fields: fields))
    var party = try #require(shop.books.customers[shop.customer]).party
    party.legalName = "Another name"
    fields = CustomerFields()
    fields.party = party
    try shop.run(UpdateCustomer(customer: shop.customer, fields: fields))
    #expect(shop.books.customers[shop.customer]?.vatCheck?.isValid == true)
    party.vatID = "DE136695976"
    fields.party = party
    let changed = try shop.run(UpdateCustomer(customer: shop.customer, fields: fields))
    #expect(changed.vatCheck == nil)
  }

  private func merged(
    _ shop: inout Shop, by caller: Caller? = nil
  ) throws(Rejection) -> CustomerMerge {
    var open = MergeCustomers.OpenDocuments()
    for order in shop.books.orders.rows
    where order.customer == shop.customer && order.state != .completed && order.state != .cancelled
    {
      open.orders.insert(order.id)
    }
    for item in shop.books.openItems.rows where item.customer == shop.customer && item.open != 0 {
      open.items.insert(item.id)
    }
    for payment in shop.books.payments.rows
    where payment.customer == shop.customer && payment.unapplied > 0 {
      open.payments.insert(payment.id)
    }
    for invoice in shop.books.invoices.rows
    where invoice.customer == shop.customer && invoice.state == .draft {
      open.drafts.insert(invoice.id)
    }
    return try shop.run(
      MergeCustomers(source: shop.customer, into: shop.stranger, open: open), as: caller)
  }

  @Test("a merge moves what is open with its exposure, and the source keeps the trace")
  func merge() throws {
    var shop = Shop()
    let product = shop.product("100", taxClass: "ZERO")
    let first = try shop.run(PlaceOrder(shop.request((product, "3"))))
    try shop.run(
      ShipOrder(order: first.id, lines: [.init(number: 1, quantity: Quantity(whole: 2))]))
    let invoice = try shop.run(
      InvoiceOrder(order: first.id, lines: [.init(number: 1, quantity: Quantity(whole: 1))]))
    let draft = try shop.run(InvoiceOrder(order: first.id, draftOnly: true))
    try shop.run(
      RecordPayment(customer: .id(shop.customer), means: .cash, amount: Money(2500, .eur)))
    let before = shop.account
    #expect(
      [before.openOrders, before.unbilledShipments, before.openItems, before.unappliedCash]
        == [10_000, 10_000, 10_000, 2500])
    _ = try merged(&shop)
    let source = try #require(shop.books.customers[shop.customer])
    #expect(
      source.mergedInto == shop.stranger && source.refuses(.orders) && source.refuses(.shipments))
    #expect(shop.account.exposure == 0)
    let account = shop.books.creditAccount(of: shop.stranger)
    #expect(
      [account.openOrders, account.unbilledShipments, account.openItems, account.unappliedCash]
        == [10_000, 10_000, 10_000, 2500])
    #expect(shop.books.orders[first.id]?.customer == shop.stranger)
    #expect(shop.books.openItems.rows.allSatisfy { $0.customer == shop.stranger })
    #expect(shop.books.shipments.rows.allSatisfy { $0.customer == shop.stranger })
    #expect(shop.books.invoices[invoice.id]?.customer == shop.customer)
    #expect(shop.books.invoices[draft.id]?.customer == shop.stranger)
    #expect(shop.books.balance(AccountKey(.receivables, .eur)).balance == 10_000)
    let issued = try shop.run(IssueInvoice(invoice: draft.id))
    #expect(issued.customer == shop.stranger)
    #expect(shop.books.creditAccount(of: shop.stranger).openItems == 20_000)
    #expect(
      shop.events(.customerMerged).map(\.resource.kind)
        == [.order, .shipment, .invoice, .payment, .customer],
      "what moved tells it on its own timeline")
    let placing = shop.refusal(of: PlaceOrder(shop.request((product, "1"))))
    #expect(placing?.reason == .customerBlocked)
    #expect(placing?.metadata["mergedInto"] == "customers/\(shop.stranger)")
    let unblocking = shop.refusal(of: UnblockCustomer(customer: shop.customer))
    #expect(unblocking?.reason == .invalidStateTransition)
  }

  @Test(
    "a merge that would leave something behind, or goes nowhere, is refused and changes nothing")
  func refusedMerge() throws {
    var shop = Shop()
    let product = shop.product("100", taxClass: "ZERO")
    try shop.run(PlaceOrder(shop.request((product, "3"))))
    func refusal(_ source: ID<Customer>, _ into: ID<Customer>) -> Reason? {
      shop.refusal(of: MergeCustomers(source: source, into: into, open: .init()))?.reason
    }
    #expect(refusal(shop.customer, shop.stranger) == .resourceInUse)
    #expect(shop.account.openOrders == 30_000)
    #expect(refusal(shop.customer, shop.customer) == .resourceInUse)
    #expect(refusal(nowhere(), shop.customer) == .resourceNotFound)
    let clerk = Caller(principal: shop.admin, authority: ["customers.merge": 29_999])
    #expect(throws: Rejection.self) { try merged(&shop, by: clerk) }
    _ = try merged(&shop)
    #expect(refusal(shop.customer, shop.stranger) == .resourceInUse)
  }

  @Test("an erasure clears the person and keeps the books; nothing may be open")
  func anonymize() throws {
    var shop = Shop()
    var fields = CustomerFields()
    fields.displayName = "Erika Mustermann"
    fields.contacts = [.init(role: "buyer", name: "Erika", email: "erika@example.com", phone: "1")]
    fields.shipTo = [Address(recipient: "Erika", city: "Berlin", countryCode: "DE")]
    try shop.run(UpdateCustomer(customer: shop.customer, fields: fields))
    let product = shop.product("100")
    let order = try shop.run(PlaceOrder(shop.request((product, "1"))))
    let erasure = AnonymizeCustomer(customer: shop.customer, reason: "Asked on 2026-01-10")
    let refused = shop.refusal(of: erasure)
    #expect(refused?.reason == .resourceInUse)
    try shop.run(ShipOrder(order: order.id))
    let invoice = try shop.run(InvoiceOrder(order: order.id))
    let owing = shop.refusal(of: erasure)
    #expect(owing?.reason == .resourceInUse)
    try shop.run(
      RecordPayment(
        customer: .id(shop.customer), means: .cash, amount: Money(11_900, .eur), autoApply: true))
    let cleared = try shop.run(erasure)
    #expect(cleared.state == .anonymized && cleared.contacts.isEmpty && cleared.shipTo.isEmpty)
    #expect(cleared.party == Party(legalName: "", address: Address(countryCode: "DE")))
    #expect(cleared.matchKeys.isEmpty && !cleared.displayName.contains("Erika"))
    #expect(shop.books.invoices[invoice.id]?.buyer.legalName == "Kontor GmbH")
    let log = shop.books.events.rows.map(\.data).joined()
    for person in ["Erika", "Mustermann", "example.com", "Berlin"] {
      #expect(!log.contains(person))
    }
    let again = shop.refusal(of: erasure)
    #expect(again?.reason == .invalidStateTransition)
    let update = shop.refusal(of: UpdateCustomer(customer: shop.customer, fields: fields))
    #expect(update?.reason == .invalidStateTransition)
    let placing = shop.refusal(of: PlaceOrder(shop.request((product, "1"))))
    #expect(placing?.reason == .customerBlocked)
  }
}
