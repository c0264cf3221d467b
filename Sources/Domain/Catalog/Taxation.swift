/// Finds the tax rule of a line, and adds tax to the lines of a document.
enum Taxation {
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

  /// What tax needs to know of a line, and what it gives back.
  struct TaxedLine {
    var net: Int64
    var category: TaxCategory
    var rate: Percent
    var exemptionCode: String
    var tax: Int64 = 0
  }

  /// Groups by category and rate in order of appearance, rounds as the level says, and gives every
  /// line its share: DOCUMENT rounds once a group and splits by largest remainder, LINE rounds each
  /// line and adds up.
  static func apply(
    to lines: inout [TaxedLine], level: TaxLevel, _ mode: RoundingMode
  ) throws(Rejection) -> [TaxTotal] {
    var groups: [(total: TaxTotal, members: [Int])] = []
    for (position, line) in lines.enumerated() {
      let group = groups.firstIndex {
        $0.total.category == line.category && $0.total.rate == line.rate
          && $0.total.exemptionCode == line.exemptionCode
      }
      if let group {
        groups[group].members.append(position)
      } else {
        let total = TaxTotal(
          category: line.category, rate: line.rate, base: 0, tax: 0,
          exemptionCode: line.exemptionCode)
        groups.append((total, [position]))
      }
    }
    for position in groups.indices {
      let members = groups[position].members
      var base: Int128 = 0
      for member in members { base += Int128(lines[member].net) }
      groups[position].total.base = try base.amount()
      let rate = groups[position].total.rate
      switch level {
      case .document:
        let tax = try LineAmounts.tax(on: groups[position].total.base, rate: rate, mode)
        groups[position].total.tax = tax
        let shares = allocated(tax, by: members.map { lines[$0].net })
        for (member, share) in zip(members, shares) { lines[member].tax = share }
      case .line:
        for member in members {
          lines[member].tax = try LineAmounts.tax(on: lines[member].net, rate: rate, mode)
          groups[position].total.tax += lines[member].tax
        }
      }
    }
    return groups.map(\.total)
  }
}
