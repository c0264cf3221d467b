/// Warns, once, that a customer owes so much of its limit that the next order may be denied, and is
/// ready to warn again when it has owed less in between. The head of a group is looked at with all
/// of its group.
///
/// Changes nothing where nothing was crossed, or the policy has no share to warn from.
package struct WarnOfUtilization: Command {
  package let customer: ID<Customer>

  package init(customer: ID<Customer>) { self.customer = customer }

  package var needs: Needs {
    var needs = Needs()
    needs.customers.insert(customer)
    needs.policies = true
    return needs
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> CreditAccount {
    let customer = try books.customer(customer, for: context)
    var account = books.creditAccount(of: customer.id)
    let rules = books.creditRules(on: context.today)
    let isNear = rules.warns(of: account, on: context.today)
    guard isNear != account.isWarned else { return account }
    account.isWarned = isNear
    account.updateTime = context.now
    books.put(account)
    let current = books.creditAccount(of: customer.id)
    books.record(
      isNear ? .creditUtilizationWarned : .creditAccountChanged,
      ResourceRef(.customer, customer.id), version: current.version, customer: customer.id,
      in: context
    ) {
      $0.member("policy", String(rules.version))
      $0.member("currency", account.currency.code)
      $0.member("utilization_warned", isNear)
      $0.member("exposure_minor", rules.utilized(account))
      $0.member("limit_minor", account.limit(on: context.today))
      $0.member("warning_percent", rules.utilizationWarning?.description)
    }
    return current
  }
}

extension CreditRules {
  /// What is held against the limit.
  package func utilized(_ account: CreditAccount) -> Int64 {
    deductsUnapplied ? account.groupExposure : account.owed + account.membersOwed
  }

  /// Exposure has come to the share of a limit from which on people are warned.
  package func warns(of account: CreditAccount, on day: CalendarDay) -> Bool {
    guard let share = utilizationWarning else { return false }
    let limit = account.limit(on: day)
    return limit > 0
      && Int128(utilized(account)) * 100_000_000 >= Int128(share.micros) * Int128(limit)
  }
}
