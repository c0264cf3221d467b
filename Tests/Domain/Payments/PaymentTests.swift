import Domain
import Testing

@Suite("Payments")
struct PaymentTests {
  /// Open items of these amounts, due one after the other.
  private func shop(_ amounts: Int64...) throws -> (Shop, [ID<OpenItem>]) {
    var shop = Shop()
    let product = shop.product("0.01", taxClass: "ZERO", stock: 0, isStocked: false)
    var items: [ID<OpenItem>] = []
    for (index, amount) in amounts.enumerated() {
      var request = shop.request((product, String(amount)))
      request.paymentTerms = PaymentTerms("net \(10 + index)")
      let order = try shop.run(PlaceOrder(request)).id
      try shop.run(ShipOrder(order: order))
      try shop.run(InvoiceOrder(order: order))
      items += shop.books.openItems(of: order).map(\.id)
    }
    return (shop, items)
  }

  private func open(_ shop: Shop, _ items: [ID<OpenItem>]) -> [Int64] {
    items.map { shop.books.openItems[$0]?.open ?? -1 }
  }

  @Test("700.00 on 7.00, 100.00, 250.00, 400.00 leaves 57.00")
  func oldestFirst() throws {
    var (shop, items) = try shop(700, 10_000, 25_000, 40_000)
    try shop.run(
      RecordPayment(customer: .id(shop.customer), amount: Money(70_000, .eur), autoApply: true))
    #expect(open(shop, items) == [0, 0, 0, 5700])
    #expect(shop.account.openItems == 5700)
    #expect(shop.account.unappliedCash == 0)
    #expect(shop.books.balance(AccountKey(.receivables, .eur)).balance == 5700)
    #expect(shop.books.balance(AccountKey(.bank, .eur)).balance == 70_000)
    #expect(shop.books.balance(AccountKey(.unappliedCash, .eur)).balance == 0)
  }

  @Test("named items come first, what is left goes to the oldest or stays")
  func namedThenOldest() throws {
    var (shop, items) = try shop(700, 10_000, 25_000)
    let named = RecordPayment.Application(item: items[2], amount: Money(5000, .eur))
    let payment = try shop.run(
      RecordPayment(
        customer: .id(shop.customer), amount: Money(40_000, .eur), applications: [named],
        autoApply: true))
    #expect(open(shop, items) == [0, 0, 0])
    #expect(payment.unapplied == 4300)
    #expect(shop.account.exposure == -4300)
  }

  @Test(
    "what does not fit is refused",
    arguments: [
      (10_000, 701, Reason.itemOverpaid), (500, 600, .overApplication), (500, 0, .invalidFields),
      (500, -1, .invalidFields), (0, 1, .invalidFields),
    ] as [(Int64, Int64, Reason)])
  func limits(amount: Int64, applied: Int64, reason: Reason) throws {
    var (shop, items) = try shop(700)
    let application = RecordPayment.Application(item: items[0], amount: Money(applied, .eur))
    let refusal = shop.refusal(
      of: RecordPayment(
        customer: .id(shop.customer), amount: Money(amount, .eur), applications: [application]))
    #expect(refusal?.reason == reason)
    #expect(shop.books.payments.count == 0)
    #expect(shop.books.series[SeriesKey(.payment, year: 2026)] == nil)
  }

  @Test("a payment with nothing to apply it to is answered as it is on the books")
  func nothingToApply() throws {
    var (shop, _) = try shop()
    let payment = try shop.run(
      RecordPayment(customer: .id(shop.customer), amount: Money(100, .eur), autoApply: true))
    #expect(payment == shop.books.payments[payment.id])
    #expect(payment.version == 1)
    #expect(payment.unapplied == 100)
  }

  @Test("un-applying opens the item again, once")
  func unapply() throws {
    var (shop, items) = try shop(700)
    let payment = try shop.run(
      RecordPayment(customer: .id(shop.customer), amount: Money(500, .eur), autoApply: true))
    let command = UnapplyPayment(
      payment: payment.id, applications: payment.applications.map(\.id), reason: "wrong")
    let undone = try shop.run(command)
    #expect(open(shop, items) == [700])
    #expect(undone.unapplied == 500)
    #expect(undone.applications.map(\.state) == [.unapplied])
    #expect(shop.refusal(of: command)?.reason == .invalidStateTransition)
    let entries = shop.books.journal.rows.filter { $0.document.kind == .payment }
    #expect(entries.map(\.reverses) == [nil, nil, entries[1].id])
    #expect(payment.applications.map(\.entry) == [entries[1].id])
    #expect(
      entries[2].postings.map { "\($0.account) \($0.amount)" }.sorted()
        == entries[1].postings.map { "\($0.account) \(-$0.amount)" }.sorted())
    try shop.run(ApplyPayment(payment: payment.id, applications: [.init(item: items[0])]))
    #expect(open(shop, items) == [200])
  }

  @Test("a partner does not take money off another customer's item")
  func unapplyIsScoped() throws {
    var (shop, items) = try shop(700)
    let payment = try shop.run(
      RecordPayment(
        customer: .id(shop.stranger), amount: Money(500, .eur),
        applications: [.init(item: items[0])]))
    let partner = Caller(principal: shop.admin, scope: .customers([shop.stranger]))
    let refusal = shop.refusal(
      of: UnapplyPayment(
        payment: payment.id, applications: payment.applications.map(\.id), reason: "mine"),
      as: partner)
    #expect(refusal?.violations.map(\.reason) == [.referenceNotFound])
    #expect(open(shop, items) == [200])
  }
}
