import Domain
import Testing

@Suite("Rules of prices")
struct PricingPolicyTests {
  private static let colleague: ID<Principal> = ID(high: 9, low: 8)

  /// A shop where a version of the rules is in force.
  private func shop(_ change: (inout PricingRules) -> Void) throws -> Shop {
    var shop = Shop()
    var rules = PricingRules()
    change(&rules)
    let policy = try shop.run(propose(rules))
    try shop.run(
      GrantApproval(
        approval: try #require(policy.approval), stored: StartPolicyVersion(policy: policy.id)),
      as: Caller(principal: Self.colleague, permissions: ["policies.write"]))
    return shop
  }

  private func propose(
    _ rules: PricingRules, _ tests: [Policy.TestCase] = []
  ) -> CreatePolicyVersion {
    CreatePolicyVersion(
      rules: .pricing(rules), validFrom: nil, testCases: tests, method: "Policy", request: [])
  }

  private func lead(_ shop: Shop) -> Caller {
    Caller(principal: shop.admin, permissions: ["credit.read", PricingRules.permission])
  }

  private func percent(_ number: Int64) -> Discount { .percent(Percent(whole: number)) }

  @Test(
    "up to the free percent anyone gives it, up to the largest who holds the permission, then nobody",
    arguments: [
      ([10], nil, nil), ([11], .authorityExceeded, nil), ([30], .authorityExceeded, nil),
      ([31], .discountNotAllowed, .discountNotAllowed), ([5, 5], nil, nil),
      ([10, 10], .authorityExceeded, nil), ([1, 1, 1], .discountNotAllowed, .discountNotAllowed),
    ] as [([Int64], Reason?, Reason?)])
  func line(percents: [Int64], clerk: Reason?, lead: Reason?) throws {
    var shop = try shop {
      $0.freeLinePercent = Percent(whole: 10)
      $0.maxLinePercent = Percent(whole: 30)
      $0.maxLineDiscounts = 2
    }
    let product = shop.product("100")
    var request = shop.request((product, "1"))
    request.lines[0].discounts = percents.map(percent)
    let refusal = shop.refusal(of: PlaceOrder(request))
    #expect(refusal?.reason == clerk)
    if clerk == .authorityExceeded {
      #expect(refusal?.metadata["permission"] == "orders.discount")
      #expect(refusal?.metadata["authorityMinor"] == "1000")
      #expect(refusal?.violations.map(\.field) == ["order.lines[0].discounts"])
    }
    #expect(shop.refusal(of: PlaceOrder(request), as: self.lead(shop))?.reason == lead)
  }

  @Test(
    "a percent that is free stays free where it comes to a unit more; a cent beyond it does not")
  func rounded() throws {
    for mode in RoundingMode.allCases {
      var shop = try shop {
        $0.freeLinePercent = Percent(whole: 10)
        $0.maxLinePercent = Percent(whole: 25)
      }
      var seller = shop.books.seller
      seller.roundingMode = mode
      shop.books.put(seller)
      shop.books.keep()
      for price in ["19.98", "0.05", "0.15", "0.25", "33.33", "101.01"] {
        let product = shop.product(price)
        var request = shop.request((product, "1"))
        for (number, caller) in [(10, shop.owner), (25, lead(shop))] as [(Int64, Caller)] {
          request.lines[0].discounts = [percent(number)]
          #expect(
            shop.refusal(of: PlaceOrder(request), as: caller) == nil, "\(number) % of \(price)")
        }
      }
      let product = shop.product("19.98")
      var request = shop.request((product, "1"))
      request.lines[0].discounts = [Discount(.amount(201))]
      #expect(shop.refusal(of: PlaceOrder(request))?.reason == .authorityExceeded)
      request.lines[0].discounts = [Discount(.amount(501))]
      #expect(
        shop.refusal(of: PlaceOrder(request), as: lead(shop))?.reason == .discountNotAllowed)
    }
  }

  @Test("what is taken off the whole has bounds of its own, and faults of one step come together")
  func order() throws {
    var shop = try shop {
      $0.freeLinePercent = Percent(whole: 10)
      $0.maxLinePercent = Percent(whole: 50)
      $0.freeOrderPercent = Percent(whole: 2)
      $0.maxOrderPercent = Percent(whole: 4)
    }
    let product = shop.product("100")
    var request = shop.request((product, "1"), (product, "1"))
    request.discounts = [percent(3)]
    #expect(shop.refusal(of: PlaceOrder(request))?.reason == .authorityExceeded)
    #expect(shop.refusal(of: PlaceOrder(request), as: lead(shop)) == nil)
    request.discounts = [percent(5)]
    #expect(shop.refusal(of: PlaceOrder(request), as: lead(shop))?.reason == .discountNotAllowed)
    request.lines[0].discounts = [percent(20)]
    request.lines[1].discounts = [percent(60)]
    let refusal = shop.refusal(of: PlaceOrder(request))
    #expect(refusal?.reason == .discountNotAllowed)
    #expect(
      refusal?.violations.map(\.field)
        == ["order.lines[0].discounts", "order.lines[1].discounts"])
    #expect(refusal?.violations.map(\.reason) == [.authorityExceeded, .discountNotAllowed])
  }

  @Test("a price by hand below the list's is a discount from the list's")
  func manualPrice() throws {
    var shop = try shop {
      $0.freeLinePercent = Percent(whole: 10)
      $0.maxLinePercent = Percent(whole: 30)
    }
    let product = shop.product("100")
    func ask(_ price: String) -> PlaceOrder {
      var request = shop.request((product, "1"))
      request.lines[0].unitPrice = UnitPrice(price)
      return PlaceOrder(request)
    }
    let orders = ["90", "89", "70", "69", "120"].map(ask)
    let clerk: [Reason?] = [nil, .authorityExceeded, .authorityExceeded, .discountNotAllowed, nil]
    for (order, expected) in zip(orders, clerk) {
      #expect(shop.refusal(of: order)?.reason == expected)
    }
    let leads: [Reason?] = [nil, nil, nil, .discountNotAllowed, nil]
    for (order, expected) in zip(orders, leads) {
      #expect(shop.refusal(of: order, as: lead(shop))?.reason == expected)
    }
  }

  @Test("of several discounts the largest alone counts where the rules say so")
  func largestOnly() throws {
    var shop = try shop { $0.stacking = .largestOnly }
    let product = shop.product("100")
    var request = shop.request((product, "1"))
    request.lines[0].discounts = [percent(5), Discount(.amount(1200)), percent(10)]
    request.discounts = [percent(1), percent(2)]
    let order = try shop.run(PlaceOrder(request))
    #expect(order.lines[0].discounts.map(\.amount) == [1200])
    #expect(order.lines[0].netAmount == 8800)
    #expect(order.discounts.map(\.amount) == [176])
    #expect(order.totals.net == 8624)
  }

  @Test("none by hand comes on top of the list's where the rules say so")
  func notOnList() throws {
    var shop = try shop { $0.stacking = .notOnList }
    let product = shop.product("100")
    shop.books.put(
      Price(
        key: .init(
          product: product, currency: .eur, audience: .customer(shop.customer),
          minQuantity: .zero, validFrom: CalendarDay(daysSince1970: 0)),
        unitPrice: .zero, discount: Percent(whole: 5)))
    shop.books.keep()
    var request = shop.request((product, "1"))
    #expect(try shop.run(PlaceOrder(request)).totals.net == 9500)
    request.lines[0].discounts = [percent(1)]
    #expect(shop.refusal(of: PlaceOrder(request))?.reason == .discountNotAllowed)
  }

  @Test("a discount has a reason of the list, and an order a least value")
  func reasonAndValue() throws {
    var shop = try shop {
      $0.reasons = ["SEASON", "DAMAGE"]
      $0.minimumOrderValue = 5000
    }
    let product = shop.product("50")
    var request = shop.request((product, "1"))
    #expect(shop.refusal(of: PlaceOrder(request)) == nil)
    request.lines[0].discounts = [Discount(.amount(1))]
    #expect(shop.refusal(of: PlaceOrder(request))?.reason == .discountNotAllowed)
    request.lines[0].discounts = [Discount(.amount(1), reason: "SEASON")]
    let refusal = shop.refusal(of: PlaceOrder(request))
    #expect(refusal?.reason == .minimumOrderValue)
    #expect(refusal?.metadata["minimumMinor"] == "5000")
  }

  @Test("the event of an order names the version it was priced under, version 1 goes unsaid")
  func event() throws {
    var old = Shop()
    let ordinary = old.product("1")
    try old.run(PlaceOrder(old.request((ordinary, "1"))))
    #expect(old.events(.orderPlaced).last?.data.contains("pricing_policy") == false)
    var shop = try shop { $0.freeLinePercent = Percent(whole: 50) }
    let product = shop.product("1")
    let draft = try shop.run(CreateOrder(shop.request((product, "1"))))
    #expect(shop.events(.orderDrafted).last?.data.contains(#""pricing_policy":2"#) == true)
    try shop.run(ConfirmOrder(order: draft.id))
    #expect(shop.events(.orderPlaced).last?.data.contains("pricing_policy") == false)
    try shop.run(PlaceOrder(shop.request((product, "1"))))
    #expect(shop.events(.orderPlaced).last?.data.contains(#""pricing_policy":2"#) == true)
  }

  @Test("what a lead gave stays given when a clerk changes the quantity, more of it does not")
  func amended() throws {
    var shop = try shop {
      $0.freeLinePercent = Percent(whole: 10)
      $0.maxLinePercent = Percent(whole: 30)
    }
    let product = shop.product("100")
    var request = shop.request((product, "2"))
    request.lines[0].discounts = [percent(20)]
    let order = try shop.run(PlaceOrder(request), as: lead(shop))
    let more = try shop.run(
      AmendOrder(order: order.id, changes: [.init(line: 1, quantity: Quantity(whole: 3))]))
    #expect(more.order.totals.net == 24_000)
    let worse = AmendOrder(order: order.id, changes: [.init(line: 1, discounts: [percent(25)])])
    #expect(shop.refusal(of: worse)?.reason == .authorityExceeded)
    #expect(shop.refusal(of: worse, as: lead(shop)) == nil)
  }

  private static let example: PricingRules = {
    var rules = PricingRules()
    rules.freeLinePercent = Percent(whole: 10)
    rules.maxLinePercent = Percent(whole: 30)
    rules.freeOrderPercent = Percent(whole: 5)
    rules.maxOrderPercent = Percent(whole: 8)
    rules.maxLineDiscounts = 2
    rules.maxOrderDiscounts = 1
    rules.reasons = ["", "SEASON"]
    rules.stacking = .notOnList
    rules.minimumOrderValue = 5000
    return rules
  }()

  @Test(
    "a test case says which rules an order fails",
    arguments: [
      ([.init(gross: 10_000, discounts: [.percent(Percent(whole: 10))])], [], false, []),
      (
        [.init(gross: 10_000, discounts: [.percent(Percent(whole: 11))])], [], false,
        [.linePercent]
      ),
      ([.init(gross: 10_000, discounts: [.percent(Percent(whole: 11))])], [], true, []),
      (
        [.init(gross: 10_000, discounts: [.percent(Percent(whole: 31))])], [], true,
        [.lineMaximum]
      ),
      ([.init(gross: 10_000, lowered: 2000)], [], false, [.linePercent]),
      (
        [
          .init(gross: 9000, discounts: [Discount](repeating: Discount(.amount(1)), count: 3)),
          .init(
            gross: 9000, listPercent: Percent(whole: 5),
            discounts: [Discount(.amount(1), reason: "WHIM")]),
        ], [], false, [.lineCount, .stacking, .reason]
      ),
      (
        [.init(gross: 10_000)], [.percent(Percent(whole: 6)), .percent(Percent(whole: 1))], false,
        [.orderCount, .orderPercent]
      ),
      ([.init(gross: 10_000)], [.percent(Percent(whole: 9))], true, [.orderMaximum]),
      ([.init(gross: 4999)], [], false, [.minimumValue]),
    ] as [([PricingInputs.Line], [Discount], Bool, Set<PricingRule>)])
  func testCase(
    lines: [PricingInputs.Line], discounts: [Discount], mayExceed: Bool,
    failed: Set<PricingRule>
  ) {
    let inputs = PricingInputs(lines: lines, discounts: discounts, mayExceed: mayExceed)
    var faults = Faults()
    #expect(Self.example.failed(inputs, path: "case", &faults) == failed)
    #expect(faults.isEmpty)
    // Each such case passes where it expects what comes out, and refuses the version elsewhere.
    var shop = Shop()
    let good = Policy.TestCase("good", .pricing(inputs, failed: Array(failed)))
    let bad = Policy.TestCase(
      "bad", .pricing(inputs, failed: failed.isEmpty ? [.reason] : []))
    #expect(shop.refusal(of: propose(Self.example, [good])) == nil)
    #expect(
      shop.refusal(of: propose(Self.example, [good, bad]))?.violations.map(\.field)
        == ["policy.test_cases[1]"])
  }

  @Test("rules that make no sense and cases of another kind are refused together")
  func form() throws {
    var shop = Shop()
    var rules = PricingRules()
    rules.maxLinePercent = Percent(whole: 20)
    rules.maxOrderPercent = Percent(whole: 10)
    rules.freeOrderPercent = Percent(whole: 10)
    let other = Policy.TestCase(
      name: "credit", inputs: CreditInputs(), checkpoint: .confirm, failed: [])
    #expect(
      shop.refusal(of: propose(rules, [other]))?.violations.map(\.field)
        == ["policy.pricing.line_discount_percent", "policy.test_cases[0]"])
  }
}
