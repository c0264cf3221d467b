import Domain
import Testing

@Suite("The partners of a merged customer")
struct MergedPartnerTests {
  private let third: ID<Customer> = ID(high: 2, low: 3)

  private func partner(
    _ name: String, of customers: [ID<Customer>], _ shop: inout Shop
  ) throws -> Principal {
    try shop.run(
      CreatePrincipal(
        kind: .partner, displayName: name, roles: ["PARTNER"], customers: customers))
  }

  private func caller(_ principal: Principal, _ shop: Shop) -> Caller {
    Caller(
      principal: principal.id,
      scope: .customers(Set(shop.books.principals[principal.id]?.customers ?? [])),
      permissions: ["orders.place"])
  }

  /// What is open of the first customer: its orders.
  private func merge(_ shop: Shop) -> MergeCustomers {
    let open = shop.books.orders.rows.filter {
      $0.customer == shop.customer && $0.state != .cancelled
    }
    return MergeCustomers(
      source: shop.customer, into: shop.stranger, open: .init(orders: Set(open.map(\.id))))
  }

  @Test(
    "follow what moved, keep what is closed, and see nobody else; others see no more than before")
  func follow() throws {
    var shop = Shop()
    let product = shop.product("100", taxClass: "ZERO")
    let mine = try partner("Mine", of: [shop.customer], &shop)
    let theirs = try partner("Theirs", of: [shop.stranger], &shop)
    let closed = try shop.run(PlaceOrder(shop.request((product, "1"))))
    try shop.run(CancelOrder(order: closed.id, reasonCode: "NO"))
    let open = try shop.run(PlaceOrder(shop.request((product, "3"))))
    let before = caller(mine, shop)
    let merge = try shop.run(merge(shop))
    #expect(merge.customer.id == shop.stranger && merge.partners == [mine.id])
    let bound = try #require(shop.books.principals[mine.id])
    #expect(bound.customers == [shop.customer, shop.stranger] && bound.version == 2)
    #expect(shop.books.principals[theirs.id] == theirs)

    func sees(_ order: Order, _ caller: Caller) -> Bool {
      let context = Context(
        now: shop.now, today: shop.today, caller: caller, requestID: ID(high: 5, low: 0),
        method: "Test")
      return (try? shop.books.order(order.id, for: context)) != nil
    }
    #expect(!sees(open, before), "what was authenticated before the merge sees neither")
    #expect(sees(closed, caller(mine, shop)), "what is closed stays in sight")
    #expect(!sees(closed, caller(theirs, shop)), "who saw the other alone gains what moved only")
    #expect(sees(open, caller(mine, shop)) && sees(open, caller(theirs, shop)))

    let update = try #require(shop.events(.principalUpdated).last)
    #expect(update.resource == ResourceRef(.principal, mine.id) && update.resourceVersion == 2)
    #expect(update.customer == nil, "no partner reads who is bound to what")
    #expect(
      update.data.hasPrefix(
        "{\"customers\":[{\"before\":[\"customers/\(shop.customer)\"],"
          + "\"after\":[\"customers/\(shop.customer)\",\"customers/\(shop.stranger)\"]}]"))
    let told = try #require(shop.events(.customerMerged).last)
    #expect(told.data.contains("\"partners\":[\"principals/\(mine.id)\"]"))
  }

  @Test("are bound once, suspended ones too, and go on with the next merge")
  func again() throws {
    var shop = Shop()
    var other = try #require(shop.books.customers[shop.stranger])
    other.id = third
    shop.books.put(other)
    shop.books.put(CreditAccount(customer: third, currency: .eur, at: shop.now))
    shop.books.keep()
    let both = try partner("Both", of: [shop.stranger, shop.customer], &shop)
    let mine = try partner("Mine", of: [shop.customer], &shop)
    try shop.run(SuspendPrincipal(principal: mine.id, reason: "left"))
    #expect(try shop.run(merge(shop)).partners == [mine.id])
    #expect(shop.books.principals[both.id] == both)
    let next = try shop.run(MergeCustomers(source: shop.stranger, into: third, open: .init()))
    #expect(next.partners == [both.id, mine.id].sorted())
    let bound = try #require(shop.books.principals[mine.id])
    #expect(bound.customers == [shop.customer, shop.stranger, third] && bound.state == .suspended)
  }

  @Test("are named to who asks before anything happens, also where an approval is needed first")
  func foretold() throws {
    var shop = Shop()
    let product = shop.product("100", taxClass: "ZERO")
    let mine = try partner("Mine", of: [shop.customer], &shop)
    try shop.run(PlaceOrder(shop.request((product, "3"))))
    let clerk = Caller(principal: ID(high: 9, low: 2), authority: ["customers.merge": 29_999])
    let asked = try shop.run(
      UnderApproval(merge(shop), method: "Merge", request: [], note: ""), as: clerk)
    #expect(asked.partners == [mine.id] && asked.customer.id == shop.customer)
    #expect(shop.books.principals[mine.id] == mine && shop.events(.principalUpdated).isEmpty)
  }
}
