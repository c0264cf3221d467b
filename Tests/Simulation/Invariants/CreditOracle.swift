import Domain

/// The credit rules counted a second way, item by item and in plain arithmetic.
struct CreditOracle {
  private let rules: CreditRules
  private let seen: Seen
  private let day: CalendarDay

  init(_ policies: some Sequence<Policy>, _ seen: Seen, on day: CalendarDay) {
    self.seen = seen
    self.day = day
    let begun = policies.filter {
      $0.kind == .credit && $0.decision == .granted && $0.validFrom <= day
    }
    let last = begun.max { ($0.validFrom, $0.number) < ($1.validFrom, $1.number) }
    if case .credit(let rules) = last?.rules {
      self.rules = rules
    } else {
      rules = CreditRules(in: seen.sellers.values.first?.currency ?? .eur)
    }
  }

  func exposure(_ account: CreditAccount) -> Int64 {
    account.openOrders + account.unbilledShipments + account.openItems
      - (rules.deductsUnapplied ? account.unappliedCash : 0)
  }

  private func isBlocked(_ customer: Customer?, isShipping: Bool) -> Bool {
    guard let customer, customer.state != .active else { return false }
    guard customer.state == .blocked, let scope = customer.block?.scope else { return true }
    return scope == .all || scope == (isShipping ? .shipments : .orders)
  }

  private func group(_ head: CreditAccount) -> Int64 {
    exposure(head) + head.membersOwed - (rules.deductsUnapplied ? head.membersUnappliedCash : 0)
  }

  private func isOver(_ exposure: Int64, _ account: CreditAccount) -> Bool {
    let limit = Oracle.limit(account, on: day)
    return Int128(exposure) * 100_000_000
      > Int128(limit) * Int128(100_000_000 + rules.limitTolerance.micros)
  }

  /// What a release by hand must have authority for, without tolerance.
  func excess(_ account: CreditAccount, _ head: CreditAccount?, added: Int64) -> Int64 {
    let own = exposure(account) + added - Oracle.limit(account, on: day)
    let all = head.map { group($0) + added - Oracle.limit($0, on: day) } ?? 0
    return rules.limitTolerance > .zero ? 0 : max(0, own, all)
  }

  func failed(
    _ order: Order, _ account: CreditAccount, _ head: CreditAccount?, _ items: [OpenItem],
    added: Int64, isShipping: Bool, unpaid: Int64
  ) -> [String] {
    var failed: [String] = []
    if account.isBlocked || head?.isBlocked == true && account.group != nil
      || isBlocked(seen.customers[account.customer], isShipping: isShipping)
      || isBlocked(seen.customers[order.customer], isShipping: isShipping)
    {
      failed.append("BLOCKED")
    }
    // Who pays in advance is asked for nothing else.
    if order.paymentTerms == PaymentTerms("CIA") {
      return failed + (unpaid > 0 ? ["PREPAYMENT"] : [])
    }
    let wasGranted = account.wasGranted || account.limit > 0 || account.temporaryLimit != nil
    if !isShipping, !wasGranted { failed.append("NO_ACCOUNT") }
    if isOver(exposure(account) + added, account) { failed.append("LIMIT") }
    if let head, isOver(group(head) + added, head) { failed.append("GROUP_LIMIT") }
    let today = day.daysSince1970
    if let most = rules.overdueDays {
      let isLate = items.contains {
        $0.open >= rules.overdueItemMinimum && $0.disputed == 0
          && Int64(today - $0.dueDate.daysSince1970) > most
      }
      if isLate { failed.append("OVERDUE_DAYS") }
    }
    if !isShipping, let share = rules.overdueShare {
      let overdue = items.filter { $0.dueDate.daysSince1970 < today }.reduce(0) { $0 + $1.open }
      let isLarge = Int128(overdue) * 100_000_000 > Int128(share.micros) * Int128(account.openItems)
      if isLarge, overdue > rules.overdueShareMinimum { failed.append("OVERDUE_SHARE") }
    }
    if !isShipping, rules.checksTerms,
      let agreed = account.agreedTerms ?? seen.customers[account.customer]?.paymentTerms
    {
      let isLonger =
        order.paymentTerms.dueDate(from: order.orderDate) > agreed.dueDate(from: order.orderDate)
      let isBetter = !order.paymentTerms.discounts.allSatisfy { wanted in
        agreed.discounts.contains { $0.percent >= wanted.percent && $0.days >= wanted.days }
      }
      if isLonger || isBetter { failed.append("TERMS") }
    }
    if !isShipping, let grace = rules.reviewGrace, let review = account.nextReview,
      Int64(today - review.daysSince1970) > grace
    {
      failed.append("REVIEW_EXPIRED")
    }
    if let level = rules.dunningLevel,
      items.contains(where: { $0.disputed == 0 && Int64($0.dunningLevel) >= level })
    {
      failed.append("DUNNING")
    }
    if !isShipping, let most = rules.largestOrder, order.totals.gross > most {
      failed.append("ORDER_SIZE")
    }
    if !isShipping, let most = rules.largestFirstOrder, account.firstInvoice == nil,
      order.totals.gross > most
    {
      failed.append("FIRST_ORDER")
    }
    return failed
  }
}
