import Domain
import Testing

@Suite("Credit groups and holds")
struct CreditGroupTests {
  /// The stranger leads a group with the customer in it.
  private func group(limit: Int64) throws -> Shop {
    var shop = Shop(limit: 1_000_000)
    var head = shop.books.creditAccount(of: shop.stranger)
    head.limit = limit
    shop.books.load(head)
    var fields = UpdateCreditAccount.Fields()
    fields.group = .some(shop.stranger)
    try shop.run(
      UpdateCreditAccount(customer: shop.customer, expectedVersion: nil, fields: fields))
    return shop
  }

  private func head(_ shop: Shop) -> CreditAccount { shop.books.creditAccount(of: shop.stranger) }

  @Test("member and group must both pass; the group owes what its members owe")
  func bothPass() throws {
    var shop = try group(limit: 50_000)
    let product = shop.product("100", taxClass: "ZERO")
    let first = try shop.run(PlaceOrder(shop.request((product, "5"))))
    #expect(first.state == .confirmed)
    #expect(head(shop).groupExposure == 50_000)
    let second = try shop.run(PlaceOrder(shop.request((product, "1"))))
    #expect(second.credit?.failed == [.groupLimit])
    #expect(second.credit?.passesIf == 10_000)
    try shop.run(CancelOrder(order: first.id, reasonCode: "CUSTOMER"))
    #expect(head(shop).groupExposure == 0)
    #expect(try shop.run(RedecideCredit(order: second.id)).order.state == .confirmed)
    #expect(head(shop).groupExposure == 10_000)
  }

  @Test("who joins brings what it owes, who leaves takes it along")
  func joining() throws {
    var shop = try group(limit: 50_000)
    let product = shop.product("100", taxClass: "ZERO")
    try shop.run(PlaceOrder(shop.request((product, "2"))))
    #expect(head(shop).membersOwed == 20_000)
    var fields = UpdateCreditAccount.Fields()
    fields.group = .some(nil)
    try shop.run(
      UpdateCreditAccount(customer: shop.customer, expectedVersion: nil, fields: fields))
    #expect(head(shop).membersOwed == 0)
    #expect(!head(shop).isGroupHead)
  }

  @Test("a group has one level")
  func oneLevel() throws {
    var shop = try group(limit: 50_000)
    var fields = UpdateCreditAccount.Fields()
    fields.group = .some(shop.customer)
    for customer in [shop.stranger, shop.customer] {
      let refused = shop.refusal(
        of: UpdateCreditAccount(customer: customer, expectedVersion: nil, fields: fields))
      #expect(refused?.violations.map(\.field) == ["credit_account.group"])
    }
  }

  @Test("an overdue item denies at 31 days, however much headroom there is")
  func overdue() throws {
    var shop = Shop()
    let product = shop.product("100", taxClass: "ZERO")
    let order = try shop.run(PlaceOrder(shop.request((product, "1")))).id
    try shop.run(ShipOrder(order: order))
    try shop.run(InvoiceOrder(order: order))
    shop.now = shop.now.adding(days: 60)
    #expect(try shop.run(PlaceOrder(shop.request((product, "1")))).state == .confirmed)
    shop.now = shop.now.adding(days: 1)
    let held = try shop.run(PlaceOrder(shop.request((product, "1"))))
    #expect(held.credit?.failed == [.overdueDays])
    #expect(held.credit?.passesIf == 10_000)
    try shop.run(
      RecordPayment(
        customer: .id(shop.customer), amount: Money(10_000, .eur), autoApply: true))
    let freed = try shop.run(RedecideCredit(order: held.id)).order
    #expect(freed.state == .confirmed)
    #expect(freed.credit?.result == .approved)
    #expect(shop.events(.creditHoldReleased).count == 1)
  }

  @Test("what still denies stays as it is, without an event")
  func stillDenied() throws {
    var shop = Shop(limit: 100)
    let product = shop.product("100", taxClass: "ZERO")
    let held = try shop.run(PlaceOrder(shop.request((product, "1"))))
    let events = shop.books.events.rows.count
    #expect(try shop.run(RedecideCredit(order: held.id)).order == held)
    #expect(shop.books.events.rows.count == events)
  }

  @Test("a blocked account ships nothing, whatever was approved")
  func blockedAtShipping() throws {
    var shop = Shop()
    let product = shop.product("100", taxClass: "ZERO")
    let order = try shop.run(PlaceOrder(shop.request((product, "1")))).id
    var fields = UpdateCreditAccount.Fields()
    fields.isBlocked = true
    try shop.run(
      UpdateCreditAccount(customer: shop.customer, expectedVersion: nil, fields: fields))
    let refused = shop.refusal(of: ShipOrder(order: order))
    #expect(refused?.reason == .creditHold)
    #expect(refused?.metadata["rules"] == "BLOCKED")
  }

  @Test("terms by hand beyond those agreed hold the order")
  func terms() throws {
    var shop = Shop()
    let product = shop.product("100", taxClass: "ZERO")
    var request = shop.request((product, "1"))
    request.paymentTerms = PaymentTerms("net 60")
    #expect(try shop.run(PlaceOrder(request)).credit?.failed == [.terms])
    var fields = UpdateCreditAccount.Fields()
    fields.agreedTerms = PaymentTerms("net 60")
    try shop.run(
      UpdateCreditAccount(customer: shop.customer, expectedVersion: nil, fields: fields))
    #expect(try shop.run(PlaceOrder(request)).state == .confirmed)
  }

  @Test("who was never granted credit has none, with limit 0 as the second reason")
  func noAccount() throws {
    var shop = Shop(limit: 0)
    let product = shop.product("100", taxClass: "ZERO")
    let held = try shop.run(PlaceOrder(shop.request((product, "1"))))
    #expect(held.credit?.failed == [.noAccount, .limit])
    try shop.run(
      SetCreditLimit(customer: shop.customer, expectedVersion: nil, limit: Money(0, .eur)))
    let again = try shop.run(PlaceOrder(shop.request((product, "1"))))
    #expect(again.credit?.failed == [.limit])
  }

  @Test("a review keeps the limit, says what it would be, and is due again when a person must look")
  func review() throws {
    var shop = Shop(limit: 100)
    var fields = UpdateCreditAccount.Fields()
    fields.nextReview = shop.today
    try shop.run(
      UpdateCreditAccount(customer: shop.customer, expectedVersion: nil, fields: fields))
    var history = PaymentHistory()
    history.paidInvoices = 3
    history.sales = 1_200_000
    let account = try shop.run(ReviewCredit(customer: shop.customer, history: history))
    #expect(account.limit == 100)
    #expect(account.score == Int64(12 + 20 + 0 + 15 + 8))
    #expect(account.riskClass == .c)
    #expect(account.proposedLimit == 200_000)
    #expect(account.nextReview == shop.today.adding(days: 90))
    shop.now = shop.now.adding(days: 90)
    try shop.run(
      SetCreditLimit(
        customer: shop.customer, expectedVersion: nil, limit: Money(300_000, .eur)))
    #expect(shop.account.nextReview == shop.today.adding(days: 90))
    shop.now = shop.now.adding(days: 90)
    try shop.run(ReviewCredit(customer: shop.customer, history: history))
    #expect(shop.account.nextReview == shop.today)
  }
}
