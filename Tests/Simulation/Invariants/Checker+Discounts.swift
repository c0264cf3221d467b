import Domain

/// What people take off lines is within the rules of the day on which they take it.
extension Checker {
  func checkDiscounts(
    _ changes: Changes, _ books: Books, _ step: Step, _ findings: inout Findings
  ) {
    // What leaves beyond the order keeps the percents that were given.
    guard step.name != "ShipOrder" else { return }
    let rules = books.pricingRules(on: step.context.today)
    for change in changes.orders {
      for line in change.after.lines {
        let old = change.before?.lines.first { $0.number == line.number }
        guard old?.discounts != line.discounts || old?.ordered != line.ordered else { continue }
        // What somebody gave before is not given again, also where rules that take the largest alone
        // leave the others away.
        let kept = byHand(old?.discounts ?? [])
        let isNew = !byHand(line.discounts).allSatisfy(kept.contains)
        check(
          line.discounts, off: line.grossAmount, rules.maxLineDiscounts, rules.stacking,
          rules.freeLinePercent, rules.maxLinePercent,
          isFree: !isNew || step.context.caller.may("orders.discount"),
          "line \(line.number) of orders/\(change.after.id)", &findings)
      }
    }
  }

  private func byHand(_ discounts: [Discount]) -> [Discount.Value] {
    discounts.filter { $0.origin == .manual }.map(\.value)
  }

  private func check(
    _ discounts: [Discount], off whole: Int64, _ count: Int, _ stacking: PricingRules.Stacking,
    _ free: Percent, _ most: Percent, isFree: Bool, _ place: String, _ findings: inout Findings
  ) {
    let byHand = discounts.filter { $0.origin == .manual }
    guard !byHand.isEmpty else { return }
    let off = byHand.reduce(0) { $0 + $1.amount }
    // A percent is taken off to the unit, up or down.
    func isWithin(_ percent: Percent) -> Bool {
      Int128(off - 1) * 100_000_000 < Int128(whole) * Int128(percent.micros)
    }
    findings.expect(
      byHand.count <= count && isWithin(most) && (isFree || isWithin(free))
        && (stacking != .notOnList || byHand.count == discounts.count),
      .discounts, "\(place) has \(off) off \(whole): \(discounts)")
  }
}
