import Domain
import Testing

@Suite("What a partner sees")
struct PartnerScopeTests {
  @Test("another customer's documents look like nothing at all")
  func foreignIsNotFound() throws {
    var shop = Shop()
    let product = shop.product("10")
    let order = try shop.run(PlaceOrder(shop.request((product, "2")))).id
    try shop.run(ShipOrder(order: order, lines: [.init(number: 1, quantity: Quantity(whole: 1))]))
    let draft = try shop.run(InvoiceOrder(order: order, draftOnly: true)).id
    try shop.run(InvoiceOrder(order: order))
    let payment = try shop.run(
      RecordPayment(customer: .id(shop.customer), amount: Money(100, .eur), autoApply: true))
    let item = try #require(payment.applications.first?.item)

    let partner = Caller(principal: shop.admin, scope: .customers([shop.stranger]))
    func expectSame(
      _ foreign: some Command, _ absent: some Command, _ foreignName: String, _ absentName: String
    ) {
      let seen = shop.refusal(of: foreign, as: partner)
      let unseen = shop.refusal(of: absent, as: partner)
      #expect(seen?.reason == .resourceNotFound)
      #expect(seen?.message == unseen?.message.replacing(absentName, with: foreignName))
      #expect(seen?.metadata.keys == unseen?.metadata.keys)
    }
    let none: ID<Order> = nowhere()
    let (here, there) = ("\(order)", "\(none)")
    expectSame(ConfirmOrder(order: order), ConfirmOrder(order: none), here, there)
    expectSame(
      CancelOrder(order: order, reasonCode: "X"), CancelOrder(order: none, reasonCode: "X"), here,
      there)
    expectSame(ShipOrder(order: order), ShipOrder(order: none), here, there)
    expectSame(InvoiceOrder(order: order), InvoiceOrder(order: none), here, there)
    expectSame(ExpireReservation(order: order), ExpireReservation(order: none), here, there)
    expectSame(
      ReleaseCreditHold(order: order, note: ""), ReleaseCreditHold(order: none, note: ""), here,
      there)
    expectSame(
      IssueInvoice(invoice: draft), IssueInvoice(invoice: nowhere()), "\(draft)", there)
    let application = [RecordPayment.Application(item: item)]
    expectSame(
      ApplyPayment(payment: payment.id, applications: application),
      ApplyPayment(payment: nowhere(), applications: application), "\(payment.id)", there)
    expectSame(
      UnapplyPayment(payment: payment.id, applications: [], reason: ""),
      UnapplyPayment(payment: nowhere(), applications: [], reason: ""), "\(payment.id)", there)
    let limit = Money(1, .eur)
    expectSame(
      SetCreditLimit(customer: shop.customer, expectedVersion: 1, limit: limit),
      SetCreditLimit(customer: nowhere(), expectedVersion: 1, limit: limit), "\(shop.customer)",
      there)
    expectSame(
      UpdateCustomer(customer: shop.customer, fields: .init()),
      UpdateCustomer(customer: nowhere(), fields: .init()), "\(shop.customer)", there)
  }

  @Test("a partner orders for its own customers, at the seller's prices")
  func ownOrders() throws {
    var shop = Shop()
    let product = shop.product("10")
    let partner = Caller(principal: shop.admin, scope: .customers([shop.customer]))
    #expect(shop.refusal(of: PlaceOrder(shop.request((product, "1"))), as: partner) == nil)
    var foreign = shop.request((product, "1"))
    foreign.customer = .id(shop.stranger)
    #expect(
      shop.refusal(of: PlaceOrder(foreign), as: partner)?.violations.map(\.reason)
        == [.referenceNotFound])
    var cheap = shop.request((product, "1"))
    cheap.lines[0].unitPrice = UnitPrice("0.01")
    #expect(shop.refusal(of: PlaceOrder(cheap), as: partner)?.reason == .discountNotAllowed)
    var less = shop.request((product, "1"))
    less.lines[0].discounts = [.percent(Percent(whole: 1))]
    #expect(shop.refusal(of: PlaceOrder(less), as: partner)?.reason == .discountNotAllowed)
    #expect(
      shop.refusal(
        of: CreateCustomer(
          {
            var fields = CustomerFields()
            fields.displayName = "Mine"
            return fields
          }()), as: partner)?.reason == .permissionMissing)
  }
}
