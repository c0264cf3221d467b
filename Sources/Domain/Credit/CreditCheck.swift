/// The credit rules at a checkpoint. They see the books after the command's change, so nothing is
/// counted twice.
enum CreditCheck {
  /// - Parameter added: what the command adds to the exposure that is on the account now.
  static func decide(
    customer: Customer, account: CreditAccount, added: Int64, in context: Context
  ) -> CreditDecision {
    var failed: [CreditDecision.Rule] = []
    let exposure = account.exposure + added
    let limit = account.limit(on: context.today)
    if customer.refuses(.orders) { failed.append(.blocked) }
    if exposure > limit { failed.append(.limit) }
    return CreditDecision(
      result: failed.isEmpty ? .approved : .denied, failed: failed, exposure: exposure,
      limit: limit, decidedAt: context.now)
  }

  /// Who may not see credit figures learns the rules that failed, and no amounts.
  static func rejection(
    _ decision: CreditDecision, _ currency: Currency, in context: Context
  ) -> Rejection {
    let rules = decision.failed.map(\.rawValue).joined(separator: ",")
    guard context.caller.may("credit.read") else {
      return Rejection(
        .creditHold, "The credit rules stop this order. Ask the seller's credit desk.",
        metadata: ["rules": rules])
    }
    let missing = Money(decision.passesIf, currency)
    return Rejection(
      .creditHold,
      "The credit rules stop this order: exposure would be "
        + "\(Money(decision.exposure, currency)) with a limit of "
        + "\(Money(decision.limit, currency)). It passes if \(missing) is paid or added to the "
        + "limit.",
      metadata: [
        "rules": rules, "exposureMinor": String(decision.exposure),
        "limitMinor": String(decision.limit), "passesIfMinor": String(decision.passesIf),
        "currencyCode": currency.code,
      ])
  }
}

extension Books {
  /// Every decision leaves its inputs, its rules and its outcome in the log.
  @discardableResult
  mutating func recordDecision(
    _ decision: CreditDecision, checkpoint: StaticString, _ order: Order, _ account: CreditAccount,
    added: Int64, in context: Context
  ) -> ID<Event> {
    record(.creditDecided, order, in: context) { data in
      data.member("checkpoint", checkpoint.description)
      data.member("policy", "1")
      data.member("result", decision.result.rawValue)
      data.member("failed", decision.failed.map(\.rawValue))
      data.member("currency", account.currency.code)
      data.member("open_orders_minor", account.openOrders)
      data.member("unbilled_shipments_minor", account.unbilledShipments)
      data.member("open_items_minor", account.openItems)
      data.member("unapplied_cash_minor", account.unappliedCash)
      data.member("added_minor", added)
      data.member("exposure_minor", decision.exposure)
      data.member("limit_minor", decision.limit)
      data.member("passes_if_minor", decision.passesIf)
    }
  }
}
