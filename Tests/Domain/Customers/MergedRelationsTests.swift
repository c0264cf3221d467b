import Domain
import Testing

@Suite("What named a merged customer")
struct MergedRelationsTests {
  private let other: ID<Customer> = ID(high: 2, low: 3)

  /// A shop with a third customer that is invoiced to the first, paid by it and belongs to it.
  private func shop() throws -> Shop {
    var shop = Shop()
    let party = Party(
      legalName: "Third", vatID: "DE123456789", address: Address(countryCode: "DE"))
    var third = Customer(
      id: other, displayName: "Third", party: party, currency: .eur, paymentTerms: .net30,
      at: shop.now)
    third.billTo = shop.customer
    third.payer = shop.customer
    third.parent = shop.customer
    shop.books.put(third)
    shop.books.put(CreditAccount(customer: other, currency: .eur, at: shop.now))
    shop.books.keep()
    return shop
  }

  private func merge(_ shop: inout Shop) throws {
    var open = MergeCustomers.OpenDocuments()
    for order in shop.books.orders.rows
    where [order.customer, order.billTo, order.payer].contains(shop.customer) {
      open.orders.insert(order.id)
    }
    try shop.run(MergeCustomers(source: shop.customer, into: shop.stranger, open: open))
  }

  @Test(
    "orders of others that it owes or pays, and who names it, name the other, each with an event")
  func relatives() throws {
    var shop = try shop()
    let product = shop.product("100", taxClass: "ZERO")
    var request = shop.request((product, "2"))
    request.customer = .id(other)
    let owed = try shop.run(PlaceOrder(request))
    request.billTo = shop.stranger
    request.payer = shop.customer
    let paid = try shop.run(PlaceOrder(request))
    request.customer = .id(shop.stranger)
    request.billTo = shop.customer
    let turned = try shop.run(PlaceOrder(request))
    #expect(shop.account.openOrders == 40_000)
    #expect(shop.books.creditAccount(of: shop.stranger).openOrders == 20_000)
    try merge(&shop)
    #expect(shop.account.exposure == 0)
    #expect(shop.books.creditAccount(of: shop.stranger).openOrders == 60_000)
    let first = try #require(shop.books.orders[owed.id])
    #expect(first.debtor == shop.stranger && first.payer == nil && first.customer == other)
    let second = try #require(shop.books.orders[paid.id])
    #expect(second.debtor == shop.stranger && second.payer == nil, "who owes is who pays now")
    let third = try #require(shop.books.orders[turned.id])
    #expect(third.customer == shop.stranger && third.billTo == nil && third.payer == nil)
    #expect(
      shop.events(.customerMerged).map(\.resource.kind) == [.order, .order, .order, .customer])
    let relative = try #require(shop.books.customers[other])
    #expect(
      [relative.billTo, relative.payer, relative.parent] == [
        shop.stranger, shop.stranger, shop.stranger,
      ])
    let update = try #require(shop.events(.customerUpdated).last)
    #expect(update.resource.id == other.retyped() && update.data.contains("\"bill_to\""))
    #expect(update.data.contains("\"parent\"") && update.data.contains("\"merged\""))
  }

  @Test("who is merged into by its own relative names nobody, and stands above nobody twice")
  func turnedRound() throws {
    var shop = try shop()
    try shop.run(MergeCustomers(source: shop.customer, into: other, open: .init()))
    let into = try #require(shop.books.customers[other])
    #expect(into.billTo == nil && into.payer == nil && into.parent == nil)

    var second = try self.shop()
    var fields = CustomerFields()
    fields.parent = .some(other)
    try second.run(UpdateCustomer(customer: second.stranger, fields: fields))
    try second.run(MergeCustomers(source: second.customer, into: second.stranger, open: .init()))
    #expect(second.books.customers[other]?.parent == nil)
    #expect(second.books.customers[second.stranger]?.parent == other)
  }

  private func group(
    _ member: ID<Customer>, under head: ID<Customer>?, _ shop: inout Shop
  ) throws {
    var fields = UpdateCreditAccount.Fields()
    fields.group = .some(head)
    try shop.run(UpdateCreditAccount(customer: member, expectedVersion: nil, fields: fields))
  }

  @Test("the members of its group are led by the other, with their sums")
  func leads() throws {
    var shop = try shop()
    let product = shop.product("100", taxClass: "ZERO")
    try group(other, under: shop.customer, &shop)
    try group(shop.stranger, under: shop.customer, &shop)
    var request = shop.request((product, "2"))
    request.customer = .id(other)
    request.billTo = other
    try shop.run(PlaceOrder(request))
    try merge(&shop)
    let head = shop.books.creditAccount(of: shop.stranger)
    #expect(head.group == nil && head.members == 1)
    #expect(shop.books.creditAccount(of: other).group == shop.stranger)
    #expect(head.membersOwed == shop.books.creditAccount(of: other).owed)
    #expect(shop.account.members == 0 && shop.account.membersOwed == 0)
    #expect(shop.events(.creditAccountChanged).suffix(2).allSatisfy { $0.data.contains("merged") })
  }

  @Test("its place in a group goes to the other, unless that has one of its own or leads one")
  func belongs() throws {
    var shop = try shop()
    try group(shop.customer, under: other, &shop)
    try merge(&shop)
    #expect(shop.books.creditAccount(of: shop.stranger).group == other)
    #expect(shop.account.group == nil && shop.books.creditAccount(of: other).members == 1)

    var second = try self.shop()
    try group(second.customer, under: other, &second)
    try second.run(MergeCustomers(source: second.customer, into: other, open: .init()))
    let head = second.books.creditAccount(of: other)
    #expect(head.members == 0 && head.group == nil)
  }

  @Test("nobody is cleared who is to be invoiced or to pay for another")
  func inUse() throws {
    var shop = try shop()
    let erasure = AnonymizeCustomer(customer: shop.customer, reason: "asked")
    let refusal = shop.refusal(of: erasure)
    #expect(refusal?.reason == .resourceInUse)
    #expect(refusal?.metadata["usedBy"] == "customers/\(other)")
    var fields = CustomerFields()
    fields.billTo = .some(nil)
    try shop.run(UpdateCustomer(customer: other, fields: fields))
    #expect(shop.refusal(of: erasure)?.reason == .resourceInUse)
    fields.payer = .some(nil)
    try shop.run(UpdateCustomer(customer: other, fields: fields))
    #expect(shop.refusal(of: erasure) == nil)
  }
}
