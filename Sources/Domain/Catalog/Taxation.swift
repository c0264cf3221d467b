/// Finds the tax rule of a line, and adds tax to the lines of a document.
package enum Taxation {
  /// The most specific rule in force: the customer's treatment before the ordinary one, the place
  /// of delivery before anywhere, the latest start. None is an error, never a rate of zero.
  static func rule(
    among rules: some Sequence<TaxRule>, taxClass: String, region: String, treatment: String,
    on day: CalendarDay
  ) -> TaxRule? {
    var best: TaxRule?
    for rule in rules {
      let key = rule.key
      guard key.taxClass == taxClass, key.validFrom <= day,
        key.regionCode == region || key.regionCode.isEmpty,
        key.treatment == treatment || key.treatment.isEmpty
      else { continue }
      if let current = best, !isMoreSpecific(key, than: current.key) { continue }
      best = rule
    }
    return best
  }

  private static func isMoreSpecific(_ a: TaxRule.Key, than b: TaxRule.Key) -> Bool {
    if a.treatment.isEmpty != b.treatment.isEmpty { return !a.treatment.isEmpty }
    if a.regionCode.isEmpty != b.regionCode.isEmpty { return !a.regionCode.isEmpty }
    return a.validFrom > b.validFrom
  }

  /// How long a check of a VAT id counts.
  package static let vatCheckDays: Int32 = 90

  /// Whether the customer meets what the category of a rule demands beside its key: K, and AE across
  /// a border, need a VAT id of another state that was found valid within 90 days.
  package static func isDue(
    _ rule: TaxRule, to customer: Customer, from country: String, in region: String,
    on day: CalendarDay
  ) -> Bool {
    switch rule.category {
    case .intraCommunity: break
    case .reverseCharge where region != country: break
    default: return true
    }
    guard let check = customer.vatCheck, check.isValid, !customer.party.vatID.isEmpty else {
      return false
    }
    let checked = Int32(check.time.microseconds / 86_400_000_000)
    let state = customer.party.vatID.prefix(2).uppercased()
    return checked >= day.daysSince1970 - vatCheckDays
      && (state == "EL" ? "GR" : state) != country
  }

  /// What tax needs to know of a line or a charge, and what it gives back.
  package struct TaxedLine: Sendable {
    /// The line's net; after `discount` was split, what is taxed of it.
    package var net: Int64
    package var category: TaxCategory
    package var rate: Percent
    package var exemptionCode: String
    package var tax: Int64 = 0

    package init(net: Int64, category: TaxCategory, rate: Percent, exemptionCode: String) {
      self.net = net
      self.category = category
      self.rate = rate
      self.exemptionCode = exemptionCode
    }

    package func isTaxedLike(_ other: TaxedLine) -> Bool {
      category == other.category && rate == other.rate && exemptionCode == other.exemptionCode
    }
  }

  /// Positions by category and rate, in order of appearance.
  private static func groups(of lines: [TaxedLine]) -> [[Int]] {
    var groups: [[Int]] = []
    for (position, line) in lines.enumerated() {
      let group = groups.firstIndex { lines[$0[0]].isTaxedLike(line) }
      if let group { groups[group].append(position) } else { groups.append([position]) }
    }
    return groups
  }

  /// The shares of a document discount: by largest remainder over the groups by net, then in each
  /// group over its lines. No share is above its line's net as long as the discount is not above
  /// the sum.
  package static func shares(ofDiscount discount: Int64, over lines: [TaxedLine]) -> [Int64] {
    var shares = [Int64](repeating: 0, count: lines.count)
    guard discount != 0, !lines.isEmpty else { return shares }
    let groups = groups(of: lines)
    let parts = allocated(
      discount, by: groups.map { members in members.reduce(0) { $0 + lines[$1].net } })
    for (members, part) in zip(groups, parts) {
      for (member, share) in zip(members, allocated(part, by: members.map { lines[$0].net })) {
        shares[member] = share
      }
    }
    return shares
  }

  /// Groups by category and rate in order of appearance, rounds as the level says, and gives every
  /// line its share: DOCUMENT rounds once a group and splits by largest remainder, LINE rounds each
  /// line and adds up.
  package static func apply(
    to lines: inout [TaxedLine], level: TaxLevel, _ mode: RoundingMode
  ) throws(Rejection) -> [TaxTotal] {
    var totals: [TaxTotal] = []
    for members in groups(of: lines) {
      let first = lines[members[0]]
      var base: Int128 = 0
      for member in members { base += Int128(lines[member].net) }
      var total = TaxTotal(
        category: first.category, rate: first.rate, base: try base.amount(), tax: 0,
        exemptionCode: first.exemptionCode)
      switch level {
      case .document:
        total.tax = try LineAmounts.tax(on: total.base, rate: first.rate, mode)
        let shares = allocated(total.tax, by: members.map { lines[$0].net })
        for (member, share) in zip(members, shares) { lines[member].tax = share }
      case .line:
        for member in members {
          lines[member].tax = try LineAmounts.tax(on: lines[member].net, rate: first.rate, mode)
          total.tax += lines[member].tax
        }
      }
      totals.append(total)
    }
    return totals
  }
}
