import Domain
import Testing

/// Who owes and who pays, where that is not who orders.
@Suite("Bill-to and payer")
struct DebtorTests {
  /// A shop whose customer orders, and two others: one that owes, and one that pays.
  private struct Street {
    var shop = Shop()
    let debtor: ID<Customer>
    let payer: ID<Customer> = ID(high: 2, low: 3)
    let product: ID<Product>

    /// - Parameter standing: the customer says so for all its orders.
    init(standing: Bool = true, limit: Int64 = 1_000_000) throws {
      debtor = shop.stranger
      product = shop.product("100", taxClass: "ZERO")
      let party = Party(
        legalName: "Payer SARL", vatID: "FR1", address: Address(countryCode: "FR"))
      shop.books.put(
        Customer(
          id: payer, displayName: "Payer", party: party, currency: .eur, paymentTerms: .net30,
          at: shop.now))
      shop.books.put(CreditAccount(customer: payer, currency: .eur, at: shop.now))
      var owing = try #require(shop.books.customers[debtor])
      owing.party = Party(
        legalName: "Holding AG", vatID: "DE2", address: Address(countryCode: "DE"))
      owing.buyerReference = "COST-7"
      owing.paymentTerms = PaymentTerms("net 60") ?? .net30
      shop.books.put(owing)
      var account = shop.books.creditAccount(of: debtor)
      account.limit = limit
      shop.books.put(account)
      var own = shop.account
      own.limit = 0
      shop.books.put(own)
      shop.books.keep()
      guard standing else { return }
      var fields = CustomerFields()
      fields.billTo = .some(debtor)
      fields.payer = .some(payer)
      try shop.run(UpdateCustomer(customer: shop.customer, fields: fields))
    }

    func request(_ quantity: String = "3") -> OrderRequest { shop.request((product, quantity)) }

    func account(_ customer: ID<Customer>) -> CreditAccount {
      shop.books.creditAccount(of: customer)
    }
  }

  @Test("the order's own word goes before its customer's, and that before the customer itself")
  func resolution() throws {
    var street = try Street()
    let byCustomer = try street.shop.run(CreateOrder(street.request()))
    #expect(byCustomer.debtor == street.debtor && byCustomer.payer == street.payer)
    var request = street.request()
    request.billTo = street.payer
    let byOrder = try street.shop.run(CreateOrder(request))
    #expect(byOrder.debtor == street.payer && byOrder.payer == nil, "who pays is who owes")
    request.billTo = street.shop.customer
    request.payer = street.debtor
    let own = try street.shop.run(CreateOrder(request))
    #expect(own.billTo == nil && own.debtor == street.shop.customer && own.payer == street.debtor)
    var plain = try Street(standing: false)
    let usual = try plain.shop.run(CreateOrder(plain.request()))
    #expect(usual.billTo == nil && usual.payer == nil && usual.debtor == plain.shop.customer)
  }

  @Test("there is one step: whom the debtor names for its own orders does not owe")
  func oneStep() throws {
    var street = try Street()
    var fields = CustomerFields()
    fields.billTo = .some(street.payer)
    try street.shop.run(UpdateCustomer(customer: street.debtor, fields: fields))
    #expect(try street.shop.run(CreateOrder(street.request())).debtor == street.debtor)
  }

  @Test("exposure, decision and holds are of the debtor's account, its block counts")
  func credit() throws {
    var street = try Street(limit: 40_000)
    let order = try street.shop.run(PlaceOrder(street.request("3")))
    #expect(order.state == .confirmed && order.credit?.limit == 40_000)
    #expect(street.account(street.debtor).openOrders == 30_000)
    #expect(street.account(street.shop.customer).exposure == 0)
    let data = try #require(street.shop.events(.creditDecided).last?.data)
    #expect(data.contains("\"account\":\"customers/\(street.debtor)/creditAccount\""))
    let held = try street.shop.run(PlaceOrder(street.request("2")))
    #expect(held.state == .onHold && held.credit?.failed == [.limit])
    #expect(street.account(street.debtor).openOrders == 30_000)
    let account = street.account(street.debtor)
    try street.shop.run(
      SetCreditLimit(
        customer: street.debtor, expectedVersion: account.version, limit: Money(60_000, .eur)))
    let freed = try street.shop.run(RedecideCredit(order: held.id))
    #expect(freed.order.state == .confirmed && freed.account.customer == street.debtor)
    #expect(street.account(street.debtor).openOrders == 50_000)

    try street.shop.run(BlockCustomer(customer: street.debtor, scope: .all, reason: "Late"))
    let blocked = try street.shop.run(PlaceOrder(street.request("1")))
    #expect(blocked.state == .onHold && blocked.credit?.failed == [.blocked])
    let shipping = street.shop.refusal(of: ShipOrder(order: order.id))
    #expect(shipping?.reason == .creditHold && shipping?.metadata["rules"] == "BLOCKED")
    let release = street.shop.refusal(of: RedecideCredit(order: blocked.id))
    #expect(release == nil && street.shop.books.orders[blocked.id]?.state == .onHold)
    let all = try street.shop.run(CancelOrder(order: held.id, reasonCode: "CUSTOMER"))
    #expect(all.order.state == .cancelled && street.account(street.debtor).openOrders == 30_000)
  }

  @Test("a block of who ordered keeps its held orders from being freed")
  func blockedBuyer() throws {
    var street = try Street(limit: 0)
    let held = try street.shop.run(PlaceOrder(street.request("1")))
    #expect(held.state == .onHold)
    try street.shop.run(BlockCustomer(customer: street.shop.customer, scope: .all, reason: "Late"))
    let account = street.account(street.debtor)
    try street.shop.run(
      SetCreditLimit(
        customer: street.debtor, expectedVersion: account.version, limit: Money(60_000, .eur)))
    #expect(try street.shop.run(RedecideCredit(order: held.id)).order.state == .onHold)
    try street.shop.run(UnblockCustomer(customer: street.shop.customer))
    #expect(try street.shop.run(RedecideCredit(order: held.id)).order.state == .confirmed)
  }

  @Test("terms are those agreed with the debtor, and its tax treatment is that of the invoice")
  func terms() throws {
    var street = try Street()
    var fields = CustomerFields()
    fields.taxTreatment = "EXPORT"
    try street.shop.run(UpdateCustomer(customer: street.debtor, fields: fields))
    let rule = TaxRule(
      key: .init(
        taxClass: "ZERO", regionCode: "", treatment: "EXPORT",
        validFrom: CalendarDay(daysSince1970: 0)),
      category: .export, rate: .zero, exemptionCode: "VATEX-EU-G")
    try street.shop.run(SetTaxRules(rules: [rule]))
    let order = try street.shop.run(PlaceOrder(street.request()))
    #expect(order.paymentTerms.description == "net 60" && order.state == .confirmed)
    #expect(order.lines[0].taxCategory == .export)
    var longer = street.request()
    longer.paymentTerms = PaymentTerms("net 90")
    #expect(try street.shop.run(PlaceOrder(longer)).credit?.failed == [.terms])
  }

  @Test("the invoice is to the debtor: buyer, item, posting and exposure; goods go to who ordered")
  func invoice() throws {
    var street = try Street()
    let order = try street.shop.run(PlaceOrder(street.request("3")))
    let shipment = try street.shop.run(ShipOrder(order: order.id))
    #expect(shipment.customer == street.shop.customer)
    #expect(street.account(street.debtor).unbilledShipments == 30_000)
    let invoice = try street.shop.run(InvoiceOrder(order: order.id))
    #expect(invoice.customer == street.debtor && invoice.buyer.legalName == "Holding AG")
    #expect(invoice.buyerReference == "COST-7" && invoice.order == order.id)
    let item = try #require(street.shop.books.openItems.rows.first { _ in true })
    #expect(item.customer == street.debtor && item.open == 30_000)
    let posted = street.shop.books.journal.rows.flatMap(\.postings)
    #expect(posted.contains(.init(.receivables, 30_000, customer: street.debtor)))
    #expect(street.account(street.debtor).openItems == 30_000)
    #expect(street.account(street.shop.customer).exposure == 0)

    // Who pays is not who owes: the debtor's receivable falls, the payer's cash is used.
    let payment = try street.shop.run(
      RecordPayment(customer: .id(street.payer), amount: Money(40_000, .eur)))
    #expect(street.account(street.payer).unappliedCash == 40_000)
    let applied = try street.shop.run(
      ApplyPayment(payment: payment.id, applications: [.init(item: item.id)]))
    #expect(applied.unapplied == 10_000 && applied.applications[0].customer == street.debtor)
    #expect(street.account(street.payer).unappliedCash == 10_000)
    #expect(street.account(street.debtor).openItems == 0)
    let used = try #require(street.shop.books.journal.rows.last?.postings)
    #expect(
      used == [
        .init(.unappliedCash, 30_000, customer: street.payer),
        .init(.receivables, -30_000, customer: street.debtor),
      ])
  }

  @Test(
    "what is chosen must be there, in the currency and the caller's to see; a default need not be")
  func choices() throws {
    var street = try Street()
    var fields = CustomerFields()
    fields.displayName = "Dollars"
    fields.currency = .usd
    let foreign = try street.shop.run(CreateCustomer(fields)).id
    func faults(_ change: (inout OrderRequest) -> Void, as caller: Caller? = nil) -> [String] {
      var request = street.request()
      change(&request)
      let refusal = street.shop.refusal(of: PlaceOrder(request), as: caller)
      return (refusal?.violations ?? []).map { "\($0.field) \($0.reason.rawValue)" }
    }
    let missing = faults {
      $0.billTo = nowhere()
      $0.payer = nowhere()
      $0.lines[0].product = .id(nowhere())
    }
    #expect(
      missing == [
        "order.bill_to REFERENCE_NOT_FOUND", "order.payer REFERENCE_NOT_FOUND",
        "order.lines[0].product REFERENCE_NOT_FOUND",
      ])
    #expect(faults { $0.billTo = foreign } == ["order.bill_to CURRENCY_MISMATCH"])
    let partner = Caller(principal: street.shop.admin, scope: .customers([street.shop.customer]))
    let chosen = faults({ $0.billTo = street.debtor }, as: partner)
    #expect(chosen == ["order.bill_to REFERENCE_NOT_FOUND"])
    #expect(faults({ $0.payer = street.payer }, as: partner).count == 1)
    #expect(faults({ _ in }, as: partner).isEmpty)
    var request = street.request()
    request.billTo = street.shop.customer
    let own = try street.shop.run(PlaceOrder(request), as: partner)
    #expect(own.billTo == nil && own.state == .onHold, "it has no limit of its own")
  }

  @Test("a partner of who ordered sees the order, and neither invoice nor account of who owes")
  func partner() throws {
    var street = try Street(limit: 0)
    let partner = Caller(
      principal: street.shop.admin, scope: .customers([street.shop.customer]),
      permissions: ["credit.read"])
    let order = try street.shop.run(PlaceOrder(street.request()), as: partner)
    #expect(order.state == .onHold)
    let refused = street.shop.refusal(
      of: PlaceOrder(street.request(), options: .init(failOnHold: true)), as: partner)
    #expect(refused?.reason == .creditHold && refused?.metadata["exposureMinor"] == nil)
    let check = street.shop.refusal(of: CheckCredit(customer: street.shop.customer), as: partner)
    #expect(check?.reason == .resourceNotFound)
    try street.shop.run(ReleaseCreditHold(order: order.id, note: "go"))
    try street.shop.run(ShipOrder(order: order.id), as: partner)
    let billing = street.shop.refusal(of: InvoiceOrder(order: order.id), as: partner)
    #expect(billing?.reason == .resourceNotFound)
    let draft = try street.shop.run(InvoiceOrder(order: order.id, draftOnly: true))
    let issuing = street.shop.refusal(of: IssueInvoice(invoice: draft.id), as: partner)
    #expect(issuing?.reason == .resourceNotFound)
    let debtor = Caller(principal: street.shop.admin, scope: .customers([street.debtor]))
    let reading = street.shop.refusal(of: HoldOrder(order: order.id, reason: "x"), as: debtor)
    #expect(reading?.reason == .resourceNotFound, "the order is not the debtor's to see")
  }

  @Test(
    "a draft takes others on, keeps what it is not told, and an order that was placed keeps both")
  func drafts() throws {
    var street = try Street()
    func update(
      _ order: Order, as caller: Caller? = nil, _ change: (inout UpdateOrder.Fields) -> Void
    ) throws -> Order {
      var fields = UpdateOrder.Fields()
      change(&fields)
      return try street.shop.run(
        UpdateOrder(order: order.id, expectedVersion: order.version, fields: fields), as: caller)
    }
    var draft = try street.shop.run(CreateOrder(street.request()))
    draft = try update(draft) { $0.purchaseOrderReference = "PO 1" }
    #expect(draft.debtor == street.debtor && draft.payer == street.payer)
    let partner = Caller(principal: street.shop.admin, scope: .customers([street.shop.customer]))
    draft = try update(draft, as: partner) {
      $0.billTo = street.debtor
      $0.payer = street.payer
      $0.purchaseOrderReference = "PO 2"
    }
    #expect(draft.debtor == street.debtor && draft.purchaseOrderReference == "PO 2")
    draft = try update(draft) { $0.payer = street.shop.customer }
    #expect(draft.payer == street.shop.customer)
    draft = try update(draft) { $0.billTo = street.payer }
    #expect(draft.debtor == street.payer && draft.payer == street.shop.customer)
    let event = try #require(street.shop.events(.orderUpdated).last?.data)
    #expect(
      event.contains(
        "\"bill_to\":[{\"before\":\"customers/\(street.debtor)\",\"after\":\"customers/\(street.payer)\"}]"
      ))
    draft = try update(draft) {
      $0.billTo = .some(nil)
      $0.payer = .some(nil)
    }
    #expect(draft.debtor == street.debtor && draft.payer == street.payer)
    let copy = try street.shop.run(DuplicateOrder(order: draft.id))
    #expect(copy.debtor == street.debtor && copy.payer == street.payer)

    let order = try street.shop.run(ConfirmOrder(order: draft.id))
    var fields = CustomerFields()
    fields.billTo = .some(nil)
    fields.payer = .some(nil)
    try street.shop.run(UpdateCustomer(customer: street.shop.customer, fields: fields))
    let more = try street.shop.run(
      AmendOrder(
        order: order.id, changes: [.init(line: 1, quantity: Quantity(whole: 5))], reason: "more"))
    #expect(more.order.debtor == street.debtor && more.order.payer == street.payer)
    #expect(street.account(street.debtor).openOrders == 50_000)
  }
}
