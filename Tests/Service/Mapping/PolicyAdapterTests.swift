import Domain
import GRPCCore
import OrderToCashAPI
import Store
import SwiftProtobuf
import Testing

@testable import Service

extension Desk {
  fileprivate func propose(
    _ change: (inout O2c_V1_Policy) -> Void
  ) async throws -> O2c_V1_Policy {
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/CreatePolicyVersion",
      O2c_V1_CreatePolicyVersionRequest.with { change(&$0.policy) }
    ) { try await admin.createPolicyVersion(request: $0, context: $1) }.message
  }

  fileprivate func policies(_ filter: String) async throws -> [O2c_V1_Policy] {
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/ListPolicies",
      O2c_V1_ListPoliciesRequest.with {
        $0.filter = filter
        $0.view = .full
      }
    ) { try await admin.listPolicies(request: $0, context: $1) }.message.policies
  }

  fileprivate func replay(_ policy: String) async throws -> [O2c_V1_ReplayPolicyResponse] {
    let admin = AdminService(house.environment)
    let today = house.environment.clock.day(
      at: house.environment.clock.now(), in: "Europe/Berlin")
    return try await house.stream(
      "o2c.v1.AdminService/ReplayPolicy",
      O2c_V1_ReplayPolicyRequest.with {
        $0.policy = policy
        $0.fromDate = .init(today)
      }
    ) { try await admin.replayPolicy(request: $0, context: $1) }
  }

  fileprivate func place(
    discount: String, as caller: AuthenticatedCaller
  ) async throws -> O2c_V1_Order {
    let orders = OrderService(house.environment)
    return try await house.call(
      "o2c.v1.OrderService/PlaceOrder",
      O2c_V1_PlaceOrderRequest.with {
        $0.order.customer = company.customer.name
        $0.order.lines = [
          .with {
            $0.sku = company.product.sku
            $0.quantity = "1"
            $0.discountPercent = discount
          }
        ]
      }, as: caller
    ) { try await orders.placeOrder(request: $0, context: $1) }.message
  }

  fileprivate var reviews: CreditReviews {
    CreditReviews(
      pool: house.environment.readers, door: house.environment.door,
      logger: house.environment.logger)
  }

  fileprivate func events(_ type: String) async throws -> [O2c_V1_Event] {
    let events = EventService(house.environment)
    return try await house.call(
      "o2c.v1.EventService/ListEvents",
      O2c_V1_ListEventsRequest.with {
        $0.filter = "resource = \"\(company.customer.name)\" AND type = \"\(type)\""
        $0.view = .full
      }
    ) { try await events.listEvents(request: $0, context: $1) }.message.events
  }
}

@Suite("Policies and credit sweeps on a real database", .serialized)
struct PolicyAdapterTests {
  @Test("rules of prices are tested, granted by another, and bound clerks and leads from then on")
  func pricing() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      let clerk = AdapterHouse.person(5, roles: ["SALES"])
      let lead = AdapterHouse.person(6, roles: ["SALES_LEAD"])
      _ = try await desk.place(discount: "30", as: clerk)
      func rules(_ policy: inout O2c_V1_Policy) {
        policy.kind = .pricing
        policy.pricing.lineDiscountPercent = "10"
        policy.pricing.lineDiscountMaximumPercent = "25"
        policy.pricing.orderDiscounts = 0
        policy.pricing.minimumOrderValue = .init(100, .eur)
        policy.testCases = [
          .with {
            $0.displayName = "a clerk gives 11 %"
            $0.pricing.lineDiscounts = [.with { $0.percent = "11" }]
            $0.failedRules = ["LINE_PERCENT"]
          },
          .with {
            $0.displayName = "a lead gives 25 % on one of two lines"
            $0.pricing.hasPermission_p = true
            $0.pricing.lines = [
              .with {
                $0.base = .init(20_000, .eur)
                $0.discounts = [.with { $0.amount = .init(5000, .eur) }]
              }, .with { $0.base = .init(1, .eur) },
            ]
          },
        ]
      }
      #expect(
        await house.refusal {
          _ = try await desk.propose {
            rules(&$0)
            $0.testCases[0].failedRules = ["LINE_PERCENT", "NONE_SUCH"]
            $0.testCases[1].pricing.base = .init(1, .eur)
            $0.pricing.minimumOrderValue = .init(1, .usd)
          }
        } == [
          "INVALID_FIELDS", "policy.pricing.minimum_order_value.currency_code",
          "policy.test_cases[0].failed_rules[1]", "policy.test_cases[1].pricing.lines",
        ])
      #expect(
        await house.refusal {
          _ = try await desk.propose {
            rules(&$0)
            $0.testCases[0].failedRules = []
            $0.pricing.lineDiscountMaximumPercent = "5"
          }
        } == [
          "INVALID_FIELDS", "policy.pricing.line_discount_percent", "policy.test_cases[0]",
          "policy.test_cases[1]",
        ])
      let policy = try await desk.propose(rules)
      #expect(policy.state == .proposed && policy.version == 2)
      _ = try await desk.grant(policy.approval, as: AdapterHouse.person(2))
      let read = try #require(try await desk.policies("kind = PRICING AND state = ACTIVE").first)
      #expect(read.pricing == policy.pricing && read.testCases == policy.testCases)
      #expect(read.pricing.lineDiscountPercent == "10" && read.pricing.stacking == .chained)
      #expect(read.pricing.minimumOrderValue.minorUnits == 100)
      #expect(read.testCases[1].pricing.lines.count == 2)

      _ = try await desk.place(discount: "10", as: clerk)
      #expect(
        await house.refusal { _ = try await desk.place(discount: "11", as: clerk) }
          == ["AUTHORITY_EXCEEDED", "order.lines[0].discounts"])
      _ = try await desk.place(discount: "25", as: lead)
      #expect(
        await house.refusal { _ = try await desk.place(discount: "26", as: lead) }
          == ["DISCOUNT_NOT_ALLOWED", "order.lines[0].discounts"])
      // Prices leave no decisions to look at again.
      #expect(
        await house.refusal { _ = try await desk.replay(policy.name) }
          == ["INVALID_FIELDS", "policy"])
    }
  }

  @Test(
    "a case of credit says that an order is prepaid and what is paid: PREPAYMENT is tested by it")
  func prepaid() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      func propose(_ paid: [Int64], _ terms: String = "CIA") async throws -> O2c_V1_Policy {
        try await desk.propose {
          $0.kind = .credit
          $0.credit.orderSizeMaximum = .init(100, .eur)
          $0.testCases = paid.map { amount in
            .with {
              $0.displayName = "\(amount) of 119.00 paid"
              $0.credit.terms = terms
              $0.credit.orderGross = .init(11_900, .eur)
              $0.credit.depositsPaid = .init(amount, .eur)
              $0.failedRules = amount < 11_900 ? ["PREPAYMENT"] : []
            }
          }
        }
      }
      // Neither the missing account nor the size of the order is asked of who pays in advance.
      let policy = try await propose([0, 11_899, 11_900])
      let read = try #require(
        try await desk.policies("name = \"\(policy.name)\"").first)
      #expect(read.testCases == policy.testCases)
      #expect(read.testCases.map(\.credit.terms) == ["CIA", "CIA", "CIA"])
      #expect(read.testCases.map(\.credit.depositsPaid.minorUnits) == [0, 11_899, 11_900])
      #expect(
        await house.refusal { _ = try await propose([11_900], "net 30") }
          == ["INVALID_FIELDS", "policy.test_cases[0].credit.deposits_paid"])
      #expect(
        await house.refusal {
          _ = try await desk.propose {
            $0.kind = .credit
            $0.testCases = [
              .with {
                $0.displayName = "nothing paid, and expected to pass"
                $0.credit.terms = "CIA"
                $0.credit.orderGross = .init(11_900, .eur)
              }
            ]
          }
        } == ["INVALID_FIELDS", "policy.test_cases[0]"])
    }
  }

  @Test(
    "classes and points of a credit policy come back as proposed, and the next review uses them")
  func scoring() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      func rules(_ policy: inout O2c_V1_Policy) {
        policy.kind = .credit
        policy.credit.utilizationWarningPercent = "0"
        policy.credit.classes = [
          .with {
            $0.riskClass = .a
            $0.fromScore = 30
            $0.factor = "1.5"
            $0.limitMaximum = .init(900_000, .eur)
            $0.startLimit = .init(300_000, .eur)
            $0.reviewDays = 20
          },
          .with {
            $0.riskClass = .e
            $0.reviewDays = 10
          },
        ]
        policy.credit.scoreTable.noHistoryPoints = 22
        policy.credit.scoreTable.overdueShare = [
          .with {
            $0.bound = "12.5"
            $0.points = 3
          }
        ]
      }
      #expect(
        await house.refusal {
          _ = try await desk.propose {
            rules(&$0)
            $0.credit.classes[1].riskClass = .a
            $0.credit.scoreTable.months = [
              .with {
                $0.bound = "1.5"
                $0.points = 3
              }
            ]
          }
        } == ["INVALID_FIELDS", "policy.credit.score_table.months[0].bound"])
      let policy = try await desk.propose(rules)
      _ = try await desk.grant(policy.approval, as: AdapterHouse.person(2))
      let read = try #require(try await desk.policies("kind = CREDIT").first)
      #expect(read.credit == policy.credit)
      #expect(read.credit.classes.map(\.riskClass) == [.a, .e])
      #expect(read.credit.classes[0].factor == "1.5" && read.credit.classes[0].reviewDays == 20)
      #expect(read.credit.scoreTable.overdueShare.map(\.bound) == ["12.5"])
      #expect(read.credit.scoreTable.daysBeyondTerms.map(\.points) == [30, 24, 16, 8])
      #expect(read.credit.utilizationWarningPercent == "0")

      try await review(desk)
      let account = try await desk.get()
      // 22 without history, 3 for nothing overdue, 15 without incidents, 8 without a rating.
      #expect(account.score == 48 && account.riskClass == .a)
      #expect(account.proposedLimit.minorUnits == 300_000)
      let parts = account.scoreParts.map { "\($0.factor) \($0.value) \($0.points)" }
      #expect(
        parts == [
          "DAYS_BEYOND_TERMS  22", "OVERDUE_SHARE 0 % 3", "AGE 0 months 0", "INCIDENTS 0 15",
          "EXTERNAL_RATING  8",
        ])
      let credit = CreditService(house.environment)
      for view in [O2c_V1_View.Level.basic, .full] {
        let list = try await house.call(
          "o2c.v1.CreditService/ListCreditAccounts",
          O2c_V1_ListCreditAccountsRequest.with { $0.view = view }
        ) { try await credit.listCreditAccounts(request: $0, context: $1) }.message.creditAccounts
        #expect(list.map(\.scoreParts.count) == [view == .full ? 5 : 0])
      }
    }
  }

  /// Ships and invoices an order, so that the next sweep scores the customer.
  private func review(_ desk: Desk) async throws {
    let house = desk.house
    let placed = try await desk.company.place(quantity: "1")
    let shipping = FulfillmentService(house.environment)
    _ = try await house.call(
      "o2c.v1.FulfillmentService/ShipOrder",
      O2c_V1_ShipOrderRequest.with { $0.name = placed.name }
    ) { try await shipping.shipOrder(request: $0, context: $1) }
    let invoicing = InvoiceService(house.environment)
    _ = try await house.call(
      "o2c.v1.InvoiceService/InvoiceOrder",
      O2c_V1_InvoiceOrderRequest.with { $0.name = placed.name }
    ) { try await invoicing.invoiceOrder(request: $0, context: $1) }
    try await desk.reviews.sweep(house.seller)
  }

  @Test("a replay shows each decision that would come out otherwise, and the sum of them")
  func replay() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      let small = try await desk.company.place(quantity: "1")
      let large = try await desk.company.place(quantity: "20")
      let held = try await desk.company.place(quantity: "70")
      #expect([small, large, held].map(\.state) == [.confirmed, .confirmed, .onHold])
      let policy = try await desk.propose {
        $0.kind = .credit
        $0.credit.orderSizeMaximum = .init(20_000, .eur)
        $0.credit.limitTolerancePercent = "50"
      }
      let messages = try await desk.replay(policy.name)
      let flips = messages.compactMap { $0.message == nil || $0.flip.order.isEmpty ? nil : $0.flip }
      #expect(flips.map(\.order) == [large.name])
      #expect(flips[0].was == .approved && flips[0].wouldBe.result == .denied)
      #expect(flips[0].customer == desk.company.customer.name)
      #expect(flips[0].wouldBe.rules.first { !$0.passed }?.rule == "ORDER_SIZE")
      let result = try #require(messages.last).result
      #expect(result.decisions == 3 && result.nowDenied == 1 && result.nowApproved == 0)
      let wider = try await desk.propose {
        $0.kind = .credit
        $0.credit.limitTolerancePercent = "50"
      }
      let other = try await desk.replay(wider.name)
      #expect(other.count == 2)
      #expect(other[0].flip.order == held.name && other[0].flip.wouldBe.result == .approved)
      #expect(other[1].result.nowApproved == 1)
      // It decides nothing.
      #expect(try await desk.policies("state = ACTIVE").isEmpty)
    }
  }

  @Test("sweeps note a limit that is over and a limit that is nearly used, once each")
  func sweeps() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      // 1,000.00 of limit: 68 pieces at 11.90 are 809.20.
      let order = try await desk.company.place(quantity: "68")
      for _ in 0..<2 {
        #expect(try await desk.reviews.warn(house.seller, after: nil) == nil)
        try await desk.reviews.sweep(house.seller)
      }
      let warned = try await desk.events("credit.utilization_warned")
      #expect(warned.count == 1)
      #expect(warned.first?.data.contains("\"exposure_minor\":80920") == true)
      #expect(warned.first?.actor == "")
      try await house.cancel(order.name)
      _ = try await desk.reviews.warn(house.seller, after: nil)
      _ = try await desk.company.place(quantity: "68")
      for _ in 0..<2 { _ = try await desk.reviews.warn(house.seller, after: nil) }
      #expect(try await desk.events("credit.utilization_warned").count == 2)
      #expect(try await desk.events("credit.limit_expired").isEmpty)

      let id = try #require(Names.customer.id(in: desk.company.customer.name))
      await SystemCommands(door: house.environment.door, logger: house.environment.logger).submit(
        LapsedLimit(customer: id), named: "LapsedLimit", at: house.environment.clock.now(),
        for: house.seller)
      #expect(try await desk.get().temporaryLimit.amount.minorUnits == 500_000)
      for _ in 0..<2 { try await desk.reviews.sweep(house.seller) }
      #expect(try await desk.events("credit.limit_expired").count == 1)
      #expect(try await desk.get().hasTemporaryLimit == false)
    }
  }
}

/// Puts a temporary limit on an account that ended yesterday.
private struct LapsedLimit: Command {
  let customer: ID<Customer>

  var needs: Needs {
    var needs = Needs()
    needs.customers.insert(customer)
    return needs
  }

  func decide(on books: inout Books, in context: Context) throws(Rejection) -> ID<Customer> {
    var account = books.creditAccount(of: customer)
    account.temporaryLimit = .init(amount: 500_000, until: context.today.adding(days: -1))
    books.put(account)
    return customer
  }
}
