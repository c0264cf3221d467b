import Domain
import Testing

@Suite("Deposits and prepaid terms")
struct DepositTests {
  private let cia = PaymentTerms("CIA")

  /// A prepaid order of ten at 100 with 19 %: 1,190.00.
  private func held(
    _ shop: inout Shop, _ lines: (ID<Product>, String)...
  ) throws -> Order {
    var request = shop.request()
    request.lines = lines.map {
      .init(product: .id($0.0), quantity: Quantity($0.1) ?? .zero)
    }
    request.paymentTerms = cia
    return try shop.run(PlaceOrder(request))
  }

  private func pay(_ shop: inout Shop, _ amount: Int64) throws {
    try shop.run(
      RecordPayment(
        customer: .id(shop.customer), amount: Money(amount, shop.books.seller.currency),
        autoApply: true))
  }

  private func balance(_ shop: Shop, _ account: Account) -> Int64 {
    shop.books.balance(AccountKey(account, shop.books.seller.currency)).balance
  }

  @Test("a prepaid order waits, without an account and without exposure, until its deposit is paid")
  func waits() throws {
    var shop = Shop(limit: 0)
    let product = shop.product("100", stock: 10)
    let order = try held(&shop, (product, "10"))
    #expect(order.state == .onHold && order.holds.map(\.kind) == [.credit])
    #expect(order.credit?.failed == [.prepayment] && order.holds[0].reason == "PREPAYMENT")
    #expect(order.credit?.passesIf == 119_000)
    #expect(shop.account.exposure == 0)
    #expect(shop.refusal(of: ShipOrder(order: order.id))?.reason == .orderOnHold)
    let deposit = try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
    #expect(deposit.kind == .deposit && deposit.number == "DEP-2026-000001")
    #expect(deposit.totals.gross == 119_000 && deposit.totals.tax == 19_000)
    #expect(deposit.dueDate == shop.today && deposit.deliveryDate == nil)
    #expect(balance(shop, .deposits) == -100_000 && balance(shop, .outputTax) == -19_000)
    #expect(balance(shop, .receivables) == 119_000 && balance(shop, .revenue) == 0)
    #expect(
      shop.refusal(of: InvoiceOrder(order: order.id, scope: .deposit))?.reason
        == .nothingToInvoice)
    try pay(&shop, 118_999)
    #expect(try shop.run(RedecideCredit(order: order.id)).order.state == .onHold)
    try pay(&shop, 1)
    let freed = try shop.run(RedecideCredit(order: order.id)).order
    #expect(freed.state == .confirmed && freed.credit?.result == .approved)
    #expect(shop.account.exposure == 0)
    #expect(shop.events(.invoicePaid).count == 1)
  }

  @Test("the final invoice recalls the paid deposit, and nothing is left to pay")
  func recalls() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 10)
    let order = try held(&shop, (product, "10"))
    let deposit = try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
    try pay(&shop, 119_000)
    try shop.run(RedecideCredit(order: order.id))
    try shop.run(ShipOrder(order: order.id))
    #expect(shop.account.openOrders == -119_000 && shop.account.unbilledShipments == 119_000)
    let final = try shop.run(InvoiceOrder(order: order.id))
    #expect(final.number == "INV-2026-000001")
    #expect(final.totals.gross == 119_000 && final.prepaid == 119_000 && final.payable == 0)
    #expect(final.prepayments.map(\.deposit) == [deposit.id])
    #expect(shop.books.openItems(of: order.id).map(\.invoice) == [deposit.id])
    for account in [Account.deposits, .receivables, .unappliedCash] {
      #expect(balance(shop, account) == 0)
    }
    #expect(balance(shop, .revenue) == -100_000 && balance(shop, .outputTax) == -19_000)
    #expect(shop.books.orders[order.id]?.state == .completed && shop.account.exposure == 0)
    #expect(Order.PaymentState(of: shop.books.openItems(of: order.id)) == .paid)
  }

  @Test("what an invoice recalls is drawn down by what it bills, group by group, to the whole")
  func partial() throws {
    for mode in RoundingMode.allCases {
      for level in TaxLevel.allCases {
        var shop = Shop(mode: mode, level: level)
        let first = shop.product("0.35", stock: 3)
        let second = shop.product("33.33", taxClass: "REDUCED", stock: 7)
        let order = try held(&shop, (first, "3"), (second, "7"))
        let deposit = try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
        #expect(deposit.totals.gross == order.totals.gross)
        #expect(deposit.taxes == order.taxes && deposit.lines.count == 2)
        try pay(&shop, order.totals.gross)
        try shop.run(RedecideCredit(order: order.id))
        try shop.run(ShipOrder(order: order.id))
        var recalled: [Int64] = []
        for index in 0..<10 {
          let line = InvoiceOrder.Line(
            number: index < 3 ? 1 : 2, quantity: Quantity(whole: 1))
          let invoice = try shop.run(InvoiceOrder(order: order.id, lines: [line]))
          #expect(0...1 ~= invoice.payable, "\(invoice.totals) recalls \(invoice.prepaid)")
          recalled.append(invoice.prepaid)
        }
        #expect(shop.books.orders[order.id]?.state == .completed)
        let left = shop.books.orders[order.id]?.depositsLeft ?? 0
        #expect(recalled.reduce(0, +) + left == order.totals.gross)
        #expect(left <= 2)
        #expect(
          balance(shop, .deposits) == -(shop.books.orders[order.id]?.deposits[0].netLeft ?? 0))
      }
    }
  }

  @Test("net 1.05 and tax 0.20 recalled piece by piece: tax 0.07, 0.06, 0.07")
  func drawDown() throws {
    var shop = Shop()
    let product = shop.product("0.35", stock: 3)
    let order = try held(&shop, (product, "3"))
    try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
    try pay(&shop, 125)
    try shop.run(RedecideCredit(order: order.id))
    try shop.run(ShipOrder(order: order.id))
    var parts: [[Int64]] = []
    for _ in 0..<3 {
      let one = InvoiceOrder.Line(number: 1, quantity: Quantity(whole: 1))
      let invoice = try shop.run(InvoiceOrder(order: order.id, lines: [one]))
      parts.append(invoice.prepayments.flatMap { [$0.net, $0.tax] })
    }
    #expect(parts == [[35, 7], [35, 6], [35, 7]])
  }

  @Test("a deposit that is not paid is not recalled, and stays a claim of its own")
  func unpaid() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 10)
    let order = try shop.run(PlaceOrder(shop.request((product, "10"))))
    let percent = try #require(Percent("30"))
    let deposit = try shop.run(
      InvoiceOrder(order: order.id, scope: .deposit, depositPercent: percent))
    #expect(deposit.totals.gross == 35_700)
    // The claim stands in the open items and no more in the open order.
    #expect(shop.account.openOrders == 83_300 && shop.account.openItems == 35_700)
    try shop.run(ShipOrder(order: order.id))
    let final = try shop.run(InvoiceOrder(order: order.id))
    #expect(final.prepaid == 0 && final.payable == 119_000)
    #expect(shop.account.openItems == 154_700 && shop.account.exposure == 119_000)
    #expect(balance(shop, .deposits) == -30_000)
  }

  @Test("a share first, the rest by default, and both are recalled once they are paid")
  func twice() throws {
    var shop = Shop()
    let product = shop.product("33.33", stock: 10)
    let order = try shop.run(PlaceOrder(shop.request((product, "10"))))
    let third = try #require(Percent("33.333333"))
    let first = try shop.run(
      InvoiceOrder(order: order.id, scope: .deposit, depositPercent: third))
    let second = try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
    #expect(first.totals.net + second.totals.net == order.totals.net)
    try pay(&shop, 1_000_000)
    try shop.run(ShipOrder(order: order.id))
    let final = try shop.run(InvoiceOrder(order: order.id))
    #expect(final.prepayments.map(\.number) == [first.number, second.number])
    #expect(final.payable == 0)
    #expect(shop.books.orders[order.id]?.deposits[0].left == 0)
  }

  @Test("a deposit of an amount asks for exactly that, over the tax groups by largest remainder")
  func amount() throws {
    for level in TaxLevel.allCases {
      var shop = Shop(level: level)
      let product = shop.product("100", stock: 10)
      let order = try shop.run(PlaceOrder(shop.request((product, "10"))))
      let half = try shop.run(
        InvoiceOrder(order: order.id, scope: .deposit, depositAmount: Money(50_000, .eur)))
      #expect(half.totals.gross == 50_000)
      #expect([half.totals.net, half.totals.tax] == [42_017, 7983])
      #expect(shop.account.openOrders == 69_000 && shop.account.openItems == 50_000)
      let rest = try shop.run(
        InvoiceOrder(order: order.id, scope: .deposit, depositAmount: Money(69_000, .eur)))
      #expect([rest.totals.net, rest.totals.tax] == [57_983, 11_017])
      #expect(
        shop.refusal(
          of: InvoiceOrder(order: order.id, scope: .deposit, depositAmount: Money(1, .eur)))?
          .reason == .nothingToInvoice)
    }
    var shop = Shop()
    let first = shop.product("100", stock: 10)
    let second = shop.product("50", taxClass: "REDUCED", stock: 10)
    let order = try shop.run(PlaceOrder(shop.request((first, "1"), (second, "1"))))
    // 172.50 in all: 100.00 are 68.99 and 31.01, which are 57.97 + 11.01 (a cent short) and 28.98 + 2.03.
    let deposit = try shop.run(
      InvoiceOrder(order: order.id, scope: .deposit, depositAmount: Money(10_000, .eur)))
    #expect(deposit.totals.gross == 10_000 && deposit.taxes.count == 2)
    for group in deposit.taxes {
      #expect(try group.tax == LineAmounts.tax(on: group.base, rate: group.rate, .halfAway))
    }
  }

  @Test("two deposits of all of a prepaid order free it, though their taxes round a cent away")
  func roundedAway() throws {
    var shop = Shop(limit: 0)
    let product = shop.product("33.33", stock: 10)
    let order = try held(&shop, (product, "7"))
    let gross = order.totals.gross
    var short = 0
    for amount in stride(from: Int64(101), through: gross - 101, by: 97) {
      var shop = shop
      let first = InvoiceOrder(
        order: order.id, scope: .deposit, depositAmount: Money(amount, .eur))
      guard shop.refusal(of: first) == nil else { continue }
      let rest = try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
      let asked = amount + rest.totals.gross
      #expect(gross - 1...gross + 1 ~= asked)
      if asked < gross { short += 1 }
      let enough = min(gross, asked)
      try pay(&shop, enough - 1)
      #expect(try shop.run(RedecideCredit(order: order.id)).order.state == .onHold)
      try pay(&shop, 1)
      #expect(try shop.run(RedecideCredit(order: order.id)).order.state == .confirmed, "\(amount)")
    }
    #expect(short > 0)
    try shop.run(
      InvoiceOrder(order: order.id, scope: .deposit, depositAmount: Money(gross - 100, .eur)))
    try pay(&shop, gross - 100)
    #expect(try shop.run(RedecideCredit(order: order.id)).order.state == .onHold)
  }

  @Test("random amounts come to the cent, or the refusal names neighbours that do")
  func amounts() throws {
    var refused = 0
    for mode in RoundingMode.allCases {
      for level in TaxLevel.allCases {
        for classes in [["STANDARD"], ["STANDARD", "REDUCED"], ["STANDARD", "REDUCED", "ZERO"]] {
          var shop = Shop(mode: mode, level: level)
          let request = classes.map { (shop.product("33.33", taxClass: $0, stock: 10), "7") }
          var wanted = shop.request()
          wanted.lines = request.map {
            .init(product: .id($0.0), quantity: Quantity($0.1) ?? .zero)
          }
          let order = try shop.run(PlaceOrder(wanted))
          for amount in stride(from: 1, through: order.totals.gross, by: 97) {
            let ask = InvoiceOrder(
              order: order.id, scope: .deposit, depositAmount: Money(amount, .eur), draftOnly: true)
            do throws(Rejection) {
              let draft = try shop.run(ask)
              #expect(draft.totals.gross == amount)
            } catch {
              refused += 1
              #expect(level == .document && classes.count == 1, "\(amount): \(error)")
              #expect(error.violations.map(\.reason) == [.fieldOutOfRange])
              for near in [amount - 1, amount + 1] where near > 0 {
                let other = InvoiceOrder(
                  order: order.id, scope: .deposit, depositAmount: Money(near, .eur),
                  draftOnly: true)
                #expect(error.violations[0].description.contains("\(Money(near, .eur))"))
                #expect(try shop.run(other).totals.gross == near)
              }
            }
          }
        }
      }
    }
    #expect(refused > 0, "a single rate skips some amounts")
  }

  @Test("an amount is of the order's currency, above 0, at most what is left, and stands alone")
  func refusedAmounts() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 10)
    let order = try shop.run(PlaceOrder(shop.request((product, "10"))))
    func faults(
      _ amount: Money, _ percent: Percent? = nil, _ scope: Invoice.Scope = .deposit
    ) -> [String] {
      let ask = InvoiceOrder(
        order: order.id, scope: scope, depositPercent: percent, depositAmount: amount)
      return shop.refusal(of: ask)?.violations.map { "\($0.field) \($0.reason.rawValue)" } ?? []
    }
    let dollar = try #require(Currency("USD"))
    #expect(faults(Money(119_001, .eur)) == ["deposit_amount FIELD_OUT_OF_RANGE"])
    #expect(faults(Money(0, .eur)) == ["deposit_amount FIELD_OUT_OF_RANGE"])
    #expect(faults(Money(1, dollar)) == ["deposit_amount.currency_code CURRENCY_MISMATCH"])
    #expect(
      faults(Money(1, .eur), Percent(whole: 10), .due) == [
        "deposit_percent FIELD_INVALID", "deposit_amount FIELD_INVALID",
        "deposit_amount FIELD_INVALID",
      ])
    #expect(faults(Money(119_000, .eur)) == [])
  }

  @Test("a deposit that is open again stops the next shipment")
  func reopened() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 10)
    let order = try held(&shop, (product, "10"))
    try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
    try pay(&shop, 119_000)
    try shop.run(RedecideCredit(order: order.id))
    let payment = try #require(shop.books.payments.rows.first { _ in true })
    try shop.run(
      UnapplyPayment(
        payment: payment.id, applications: payment.applications.map(\.id), reason: "BOUNCED"))
    let refusal = shop.refusal(of: ShipOrder(order: order.id))
    #expect(refusal?.reason == .creditHold && refusal?.metadata["rules"] == "PREPAYMENT")
    let item = try #require(shop.books.openItems(of: order.id).first)
    try shop.run(ApplyPayment(payment: payment.id, applications: [.init(item: item.id)]))
    try shop.run(ShipOrder(order: order.id))
    #expect(shop.events(.creditDecided).count == 2)
  }

  @Test(
    "more than was paid for waits for another deposit; a release by hand needs authority for it")
  func amended() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 100)
    let order = try held(&shop, (product, "10"))
    try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
    try pay(&shop, 119_000)
    try shop.run(RedecideCredit(order: order.id))
    try shop.run(
      AmendOrder(order: order.id, changes: [.init(line: 1, quantity: Quantity(whole: 12))]))
    let held = try #require(shop.books.orders[order.id])
    #expect(held.state == .onHold && held.credit?.passesIf == 23_800)
    let release = ReleaseCreditHold(order: order.id, note: "go")
    let clerk = Caller(principal: shop.admin, authority: ["credit.release": 23_799])
    #expect(shop.refusal(of: release, as: clerk)?.reason == .authorityExceeded)
    let more = try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
    #expect(more.totals.gross == 23_800)
    try pay(&shop, 23_800)
    #expect(try shop.run(RedecideCredit(order: order.id)).order.state == .confirmed)
  }

  @Test("a deposit of a cancelled order is left to be credited and counts against what is owed")
  func cancelled() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 10)
    let order = try held(&shop, (product, "10"))
    try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
    #expect(shop.account.exposure == 119_000)
    try shop.run(CancelOrder(order: order.id, reasonCode: "T"))
    #expect(shop.books.orders[order.id]?.state == .cancelled)
    #expect(shop.books.orders[order.id]?.depositsLeft == 119_000)
    #expect(shop.account.openOrders == -119_000 && shop.account.exposure == 0)
  }

  @Test("a draft of a deposit is refused when another was issued since")
  func overtaken() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 10)
    let order = try held(&shop, (product, "10"))
    let draft = try shop.run(InvoiceOrder(order: order.id, scope: .deposit, draftOnly: true))
    #expect(draft.number == nil && balance(shop, .deposits) == 0)
    try shop.run(InvoiceOrder(order: order.id, scope: .deposit))
    #expect(shop.refusal(of: IssueInvoice(invoice: draft.id))?.reason == .nothingToInvoice)
    #expect(shop.books.series[SeriesKey(.deposit, year: 2026)]?.last == 1)
    #expect(shop.books.series[SeriesKey(.invoice, year: 2026)] == nil)
  }

  @Test("what does not go together is said at once")
  func shape() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 10)
    let order = try held(&shop, (product, "10"))
    let line = InvoiceOrder.Line(number: 1, quantity: Quantity(whole: 1))
    let refusal = shop.refusal(
      of: InvoiceOrder(
        order: order.id, lines: [line], scope: .deposit, depositPercent: Percent(whole: 101)))
    #expect(refusal?.violations.map(\.field) == ["lines", "deposit_percent"])
    #expect(
      shop.refusal(of: InvoiceOrder(order: order.id, depositPercent: Percent(whole: 10)))?
        .violations.map(\.reason) == [.fieldInvalid])
  }

  @Test("who pays in advance is asked for nothing but that, and that nothing is blocked")
  func rules() throws {
    var shop = Shop(limit: 1)
    let product = shop.product("100", stock: 10)
    var account = shop.account
    account.openItems = 1_000_000
    account.isBlocked = true
    shop.books.load(account)
    let order = try held(&shop, (product, "1"))
    #expect(order.credit?.failed == [.blocked, .prepayment])
    var request = shop.request((product, "1"))
    request.paymentTerms = cia
    let refusal = shop.refusal(
      of: PlaceOrder(request, options: ConfirmationOptions(failOnHold: true)))
    #expect(refusal?.reason == .creditHold)
    let free = shop.product("0.001", stock: 10)
    account.isBlocked = false
    shop.books.load(account)
    // Nothing is to be paid for nothing.
    #expect(try held(&shop, (free, "1")).state == .confirmed)
  }
}
