import Domain
import Simulation

extension Mutant {
  static let all = documents + orders + stock + goods + credit + money + log

  private static let documents: [Mutant] = [
    Mutant("an order in another currency than its account", .oneCurrency) { books, context in
      books.tamper(context, where: { $0.state == .confirmed }) { $0.currency = .usd }
    },
    Mutant("a total that is a cent too high", .documentAddsUp) { books, context in
      books.tamper(context, where: { $0.state == .draft }) { $0.totals.gross += 1 }
    },
    Mutant("tax that was rounded up", .groupTax) { books, context in
      books.tamper(context, where: { $0.state == .draft && !$0.taxes.isEmpty }) {
        $0.taxes[0].tax += 1
        $0.totals.tax += 1
      }
    },
    Mutant("a line with more than its share", .shares) { books, context in
      books.tamper(context, where: { $0.state == .draft }) {
        $0.lines[0].taxAmount += 1
        $0.totals.tax += 1
      }
    },
    Mutant("an invoice of everything with another total", .wholeInvoice) { books, context in
      let order = books.orders.rows.filter { $0.state == .draft && $0.charges.isEmpty }
        .min { $0.id < $1.id }
      guard let order else { return }
      let lines = order.lines.map { line in
        Invoice.Line(
          number: line.number, orderLine: line.number, product: line.product, sku: line.sku,
          description: line.description, unitCode: line.unitCode, quantity: line.ordered,
          unitPrice: line.unitPrice, baseQuantity: line.baseQuantity,
          grossAmount: line.grossAmount, discountAmount: line.discountAmount,
          netAmount: line.netAmount, taxCategory: line.taxCategory, taxRate: line.taxRate,
          exemptionCode: line.exemptionCode, taxAmount: line.taxAmount)
      }
      var totals = order.totals
      totals.gross += 1
      books.put(
        Invoice(
          id: books.makeID(in: context), state: .draft, customer: order.debtor, order: order.id,
          seller: books.seller.party, buyer: books.seller.party, deliverTo: Address(),
          currency: order.currency, paymentTerms: order.paymentTerms, buyerReference: "",
          purchaseOrderReference: "", lines: lines, taxes: order.taxes, totals: totals,
          roundingMode: order.roundingMode, taxLevel: order.taxLevel, at: context.now))
    },
    Mutant("a number left out", .gapless) { books, context in
      books.issue(context, number: 2, on: nil)
    },
    Mutant("a date that falls", .datesRise) { books, context in
      books.issue(context, number: 1, on: CalendarDay(daysSince1970: 10_000))
    },
  ]

  private static let orders: [Mutant] = [
    Mutant("a revision that nothing is kept of", .revisions) { books, context in
      books.tamper(context, where: { $0.state == .confirmed }) { $0.revision += 1 }
    },
    Mutant("more cancelled than was ordered", .orderedQuantity) { books, context in
      books.tamper(context, where: { $0.state == .draft }) {
        $0.lines[0].cancelled = $0.lines[0].ordered + Quantity(whole: 1)
      }
    },
    Mutant("more reserved than is open", .reservedInsideOpen) { books, context in
      books.tamper(context, where: { $0.lines[0].stockKey != nil }) {
        $0.lines[0].reserved = $0.lines[0].open + Quantity(whole: 1)
      }
    },
    Mutant("shipped without a shipment", .sumOfDocuments) { books, context in
      books.tamper(context, where: { $0.state == .confirmed && $0.lines[0].open > .zero }) {
        $0.lines[0].shipped += Quantity(micros: 1)
      }
    },
    Mutant("a draft that completes", .states) { books, context in
      books.tamper(context, where: { $0.state == .draft }) { $0.state = .completed }
    },
    Mutant("a hold that is gone while the order stays held", .states) { books, context in
      books.tamper(context, where: { $0.state == .onHold }) { $0.holds = [] }
    },
    Mutant("goods that leave for a held order", .issueWasAllowed) { books, context in
      let order = books.orders.rows.filter { $0.state == .onHold }.min { $0.id < $1.id }
      guard let order else { return }
      books.put(
        Shipment(
          id: books.makeID(in: context), number: "SH-2030-000001", order: order.id,
          customer: order.customer,
          lines: [
            .init(
              orderLine: 1, product: order.lines[0].product, warehouse: order.lines[0].warehouse,
              quantity: Quantity(whole: 1))
          ], carrier: "", trackingNumber: "", shipDate: context.today, at: context.now))
    },
    Mutant("an amendment that kept nothing of before", .revisions) { books, context in
      books.tamper(context, where: { $0.state == .confirmed }) { $0.revision += 1 }
    },
    Mutant("confirmed without a decision", .confirmedIsDecided) { books, context in
      books.tamper(context, where: { $0.state == .confirmed }) { $0.credit = nil }
    },
    Mutant("raised without another decision", .confirmedIsDecided) { books, context in
      books.tamper(context, where: { $0.state == .confirmed && $0.lines[0].uninvoiced > .zero }) {
        $0.revision += 1
        $0.lines[0].taxAmount += 10_000
      }
    },
    Mutant("taken off more often than anybody may", .discounts) { books, context in
      books.tamper(context, where: { $0.state == .confirmed }) {
        $0.lines[0].discounts = Array(repeating: Discount(.amount(0)), count: 11)
      }
    },
    Mutant("held twice for credit", .oneCreditHold) { books, context in
      books.tamper(context, where: \.hasCreditHold) { order in
        order.holds += order.holds.filter { $0.kind == .credit }
      }
    },
  ]

  private static let stock: [Mutant] = [
    Mutant("goods from nowhere", .stockLevel) { books, _ in
      books.tamper(where: { $0.onHand > .zero }) { $0.onHand += Quantity(micros: 1) }
    },
    Mutant("reserved twice", .reservations) { books, _ in
      books.tamper(where: { $0.available > Quantity(whole: 1) }) {
        $0.reserved += Quantity(whole: 1)
      }
    },
    Mutant(
      "goods that nobody is served from", .nobodyUnserved, command: Careless.ReceiveStock()),
  ]

  private static let credit: [Mutant] = [
    Mutant("exposure that is a cent too high", .exposure) { books, context in
      let largest = books.creditAccounts.rows.max { $0.openItems < $1.openItems }
      guard var account = largest else { return }
      account.openOrders += 1
      books.put(account)
      books.record(
        .creditLimitChanged, ResourceRef(.customer, account.customer), version: 1,
        customer: account.customer, in: context
      ) { $0.member("note", "tampered") }
    },
    Mutant("who asks decides", .fourEyes) { books, context in
      var approval = Approval(
        id: books.makeID(in: context), subject: ResourceRef(.seller, books.sellerID),
        customer: nil, method: "SetCreditLimit", permission: "credit.limit", amount: nil,
        request: [], note: "", in: context)
      approval.state = .granted
      approval.decidedBy = context.caller.principal
      books.put(approval)
    },
    Mutant("an approval over the limit", .approvalPasses) { books, context in
      books.decide("APPROVED", over: 1, in: context)
    },
    Mutant(
      "a release beyond authority", .releaseHasAuthority,
      caller: Caller(principal: ID(high: 1, low: 1), authority: ["credit.release": 50])
    ) { books, context in books.decide("OVERRIDDEN", over: 51, in: context) },
  ]

  private static let money: [Mutant] = [
    Mutant("more applied than was paid", .paymentParts) { books, context in
      books.tamper(
        context, { $0.applications[0].amount += $0.amount },
        where: { !$0.applications.isEmpty && $0.applications[0].state == .active })
    },
    Mutant("an item that lost a cent", .openAmount) { books, context in
      guard var item = books.openItems.rows.filter({ $0.open > 1 }).min(by: { $0.id < $1.id })
      else { return }
      item.open -= 1
      books.put(item, in: context)
    },
    Mutant("money applied for another customer", .applicationBalances) { books, context in
      books.tamper(
        context, { $0.applications[0].customer = ID(high: 1, low: 1) },
        where: { !$0.applications.isEmpty })
    },
    Mutant("an application that vanished", .unappliedOnce) { books, context in
      books.tamper(
        context, { $0.applications.removeLast() }, where: { !$0.applications.isEmpty })
    },
    Mutant("money taken off an item by an entry of its own", .unappliedOnce) { books, context in
      guard let payment = books.payments.rows.min(by: { $0.id < $1.id }) else { return }
      books.post(
        [.init(.receivables, 1), .init(.unappliedCash, -1)], payment.currency, on: context.today,
        for: ResourceRef(.payment, payment.id), in: context)
    },
    Mutant("a balance without its posting", .balances) { books, context in
      books.unbalance(in: context)
    },
    Mutant("a receivable that no item stands for", .controlAccounts) { books, context in
      books.post(
        [.init(.receivables, 100), .init(.revenue, -100)], books.seller.currency,
        on: context.today, for: ResourceRef(.seller, books.sellerID), in: context)
    },
    Mutant("a posting that no event stands for", .entriesOfEvents) { books, context in
      books.post(
        [.init(.bank, 100), .init(.revenue, -100)], books.seller.currency, on: context.today,
        for: ResourceRef(.seller, books.sellerID), in: context)
    },
  ]

  private static let log: [Mutant] = [
    Mutant(
      "a sweep that acts whenever it is asked", .sweepsOnce,
      command: Restless.ExpireReservation()),
    Mutant("a change that nobody is told of", .changeHasEvent) { books, _ in
      guard var customer = books.customers.rows.min(by: { $0.id < $1.id }) else { return }
      customer.displayName += "!"
      books.put(customer)
    },
    Mutant("a rejection that leaves a row", .rejectionLeavesNothing, isRejected: true) {
      books, context in books.load(NumberSeries(key: SeriesKey(.order, year: 1999)))
    },
    Mutant("a rehearsal that leaves a row", .rehearsal, isRehearsed: true) { books, context in
      books.load(NumberSeries(key: SeriesKey(.order, year: 1999)))
    },
    Mutant("an order that is owed by somebody else than was decided on", .scope) { books, context in
      let other = books.customers.rows.map(\.id).min()
      books.tamper(context, where: { $0.state == .confirmed && $0.debtor != other }) {
        $0.billTo = other
      }
    },
    Mutant(
      "a partner at another's payment", .scope,
      caller: Caller(principal: ID(high: 1, low: 1), scope: .customers([]))
    ) { books, context in books.tamper(context, { $0.remittanceText = "mine" }) },
  ]
}

extension Books {
  /// Records a decision about the oldest confirmed order that is so much over the limit.
  fileprivate mutating func decide(_ result: String, over: Int64, in context: Context) {
    let order = orders.rows.filter { $0.state == .confirmed }.min { $0.id < $1.id }
    guard let order, let account = creditAccounts[order.debtor] else { return }
    let limit = account.limit(on: context.today)
    record(.creditDecided, order, in: context) {
      $0.member("account", order.billTo.map { "customers/\($0)/creditAccount" })
      $0.member("result", result)
      $0.member("open_orders_minor", account.openOrders)
      $0.member("unbilled_shipments_minor", account.unbilledShipments)
      $0.member("open_items_minor", account.openItems)
      $0.member("unapplied_cash_minor", account.unappliedCash)
      $0.member("added_minor", limit + over - account.exposure)
      $0.member("exposure_minor", limit + over)
      $0.member("limit_minor", limit)
    }
  }

  /// Posts, and then has the balance go further than the postings. There is no way to put a
  /// balance but to post, so it is loaded over the true one.
  fileprivate mutating func unbalance(in context: Context) {
    let currency = seller.currency
    post(
      [.init(.bank, 1), .init(.revenue, -1)], currency, on: context.today,
      for: ResourceRef(.seller, sellerID), in: context)
    var bank = balance(AccountKey(.bank, currency))
    bank.balance += 5
    load(bank)
  }
}

/// Takes the name of a command that serves those who wait, and serves nobody.
private enum Careless {
  struct ReceiveStock: Command {
    var needs: Needs { Needs() }

    func decide(on books: inout Books, in context: Context) throws(Rejection) -> Bool {
      var keys: Set<StockKey> = []
      for order in books.orders.rows where order.state == .confirmed {
        for line in order.lines where line.backordered > .zero {
          if let key = line.stockKey { keys.insert(key) }
        }
      }
      books.tamper(where: { keys.contains($0.key) }) {
        // Enough for a line that takes all or nothing.
        $0.onHand += Quantity(whole: 1000)
      }
      return true
    }
  }
}

/// Takes the name of a sweep, and does something each time.
private enum Restless {
  struct ExpireReservation: Command {
    var needs: Needs { Needs() }

    func decide(on books: inout Books, in context: Context) throws(Rejection) -> Bool {
      books.tamper(context, where: { $0.state == .draft }) { $0.annotations["swept"] = "again" }
      return true
    }
  }
}
