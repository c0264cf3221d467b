/// What the PRICING policy says about prices and discounts given by hand. The defaults are version 1.
///
/// Up to the free percents anyone who takes orders gives them, up to the largest ones who holds
/// `orders.discount`, beyond these nobody. The caller's authority in money holds beside them. A price
/// by hand below the list's counts as a discount from the list's.
package struct PricingRules: Hashable, Sendable {
  /// What people need to go beyond the free percents.
  package static let permission = "orders.discount"

  package var version: Int64 = 1
  /// The share of a line that anyone may take off, all discounts by hand together.
  package var freeLinePercent = Percent(whole: 100)
  /// The share of the lines' sum that anyone may take off it.
  package var freeOrderPercent = Percent(whole: 100)
  /// The same for those who hold the permission.
  package var maxLinePercent = Percent(whole: 100)
  package var maxOrderPercent = Percent(whole: 100)
  /// How many discounts by hand a line, or the whole, may have.
  package var maxLineDiscounts = 10
  package var maxOrderDiscounts = 10
  package var stacking = Stacking.chained
  /// The reasons that a discount by hand may have; any, and none, when empty.
  package var reasons: [String] = []
  /// The least net of an order, minor units of the seller's currency; 0 is none.
  package var minimumOrderValue: Int64 = 0

  /// How several discounts work together.
  package enum Stacking: String, CaseIterable, Sendable {
    /// Each on what those before it left.
    case chained = "CHAINED"
    /// Only the one that takes most off the whole counts; the others are left out.
    case largestOnly = "LARGEST_ONLY"
    /// None by hand where the price list gives one.
    case notOnList = "NOT_ON_LIST"
  }

  package init() {}

  /// A price by hand matters only where some percent is bounded.
  var boundsLines: Bool { min(freeLinePercent, maxLinePercent) < Percent(whole: 100) }
}

/// What was taken off a line, or off the whole, and by whose hand.
struct GivenDiscounts {
  var whole: Int64
  var discounts: [Discount]
  /// How far a price by hand is below the list's.
  var lowered: Int64 = 0
}

extension PricingRules {
  enum Level { case line, order }

  struct Failure {
    var rule: PricingRule
    var text: String
    /// What would be free, minor units; of LINE_PERCENT and ORDER_PERCENT.
    var free: Int64 = 0
    var given: Int64 = 0
  }

  /// The rules that people break with what they take off; nothing where nobody took anything.
  func failures(_ given: GivenDiscounts, _ level: Level, mayExceed: Bool) -> [Failure] {
    let manual = given.discounts.filter { $0.origin == .manual }
    guard !manual.isEmpty || given.lowered > 0 else { return [] }
    var failures: [Failure] = []
    let most = level == .line ? maxLineDiscounts : maxOrderDiscounts
    if manual.count > most {
      failures.append(
        Failure(
          rule: level == .line ? .lineCount : .orderCount,
          text: "At most \(most) discounts are taken one after the other."))
    }
    if let other = manual.first(where: { !reasons.isEmpty && !reasons.contains($0.reason) }) {
      let found = other.reason.isEmpty ? "none" : other.reason
      failures.append(
        Failure(
          rule: .reason,
          text:
            "A discount has one of the reasons \(reasons.joined(separator: ", ")), not \(found)."
        ))
    }
    if stacking == .notOnList, !manual.isEmpty, manual.count < given.discounts.count {
      failures.append(
        Failure(
          rule: .stacking, text: "The price list gives a discount already: none comes on top."))
    }
    let off = given.discounts.given + given.lowered
    let base = given.whole + given.lowered
    // What the percent itself comes to, however it is rounded, does not exceed it.
    func exceeds(_ percent: Percent) -> Bool {
      guard Int128(off) * 100_000_000 > Int128(base) * Int128(percent.micros) else { return false }
      return RoundingMode.allCases.allSatisfy {
        off > LineAmounts.discount(of: base, percent: percent, $0)
      }
    }
    let (free, largest) =
      level == .line ? (freeLinePercent, maxLinePercent) : (freeOrderPercent, maxOrderPercent)
    if exceeds(largest) {
      failures.append(
        Failure(
          rule: level == .line ? .lineMaximum : .orderMaximum,
          text: "At most \(largest) % may be taken off."))
    } else if !mayExceed, exceeds(free) {
      failures.append(
        Failure(
          rule: level == .line ? .linePercent : .orderPercent,
          text: "More than \(free) % off is given by those who hold \(Self.permission).",
          free: Int64(Int128(base) * Int128(free.micros) / 100_000_000), given: off))
    }
    return failures
  }

  /// Leaves of several discounts what counts.
  func stacked(_ discounts: [Discount], on whole: Int64, _ mode: RoundingMode) -> [Discount] {
    guard stacking == .largestOnly, discounts.count > 1 else { return discounts }
    var best: (discount: Discount, off: Int64)?
    for discount in discounts {
      let off =
        switch discount.value {
        case .percent(let percent): LineAmounts.discount(of: whole, percent: percent, mode)
        case .amount(let amount): amount
        }
      if off > best?.off ?? -1 { best = (discount, off) }
    }
    return best.map { [$0.discount] } ?? []
  }

  /// An order below the least value is refused. The bound is in the seller's currency and speaks of
  /// orders in that currency alone: no exchange rate decides on who may order.
  func checkValue(of order: Order, in currency: Currency) throws(Rejection) {
    guard order.currency == currency, order.totals.net < minimumOrderValue else { return }
    throw Rejection(
      .minimumOrderValue,
      "An order is worth at least \(Money(minimumOrderValue, order.currency)) before tax, "
        + "this one \(Money(order.totals.net, order.currency)).",
      metadata: [
        "minimumMinor": String(minimumOrderValue), "actualMinor": String(order.totals.net),
        "currencyCode": order.currency.code,
      ])
  }
}

/// Collects what a request takes off against the rules, over all its lines.
struct PricingFaults {
  private let mayExceed: Bool
  private var faults = Faults()
  private var isForbidden = false
  private var free: Int64 = 0
  private var given: Int64 = 0

  init(for caller: Caller) { mayExceed = caller.may(PricingRules.permission) }

  /// What nobody, or not this caller whatever the amount, may give.
  mutating func forbid(_ path: String, _ text: String) {
    isForbidden = true
    faults.add(path, .discountNotAllowed, text)
  }

  /// - Parameter isNew: false for what another person gave before: the same percents stay given.
  mutating func check(
    _ discounts: GivenDiscounts, _ level: PricingRules.Level, by rules: PricingRules, path: String,
    isNew: Bool = true
  ) {
    let isGranted = !isNew && !discounts.discounts.contains { $0.isAmountByHand }
    for failure in rules.failures(discounts, level, mayExceed: mayExceed || isGranted) {
      switch failure.rule {
      case .linePercent, .orderPercent:
        if given == 0 { (free, given) = (failure.free, failure.given) }
        faults.add(path, .authorityExceeded, failure.text)
      case .lineMaximum, .orderMaximum, .lineCount, .orderCount, .reason, .stacking, .minimumValue:
        forbid(path, failure.text)
      }
    }
  }

  /// Throws DISCOUNT_NOT_ALLOWED, or AUTHORITY_EXCEEDED where another person may give all of it.
  func throwIfAny(_ message: String) throws(Rejection) {
    guard !isForbidden else { return try faults.check(.discountNotAllowed, message) }
    try faults.check(
      .authorityExceeded, "The order has discounts that another person may give, not you.",
      [
        "permission": PricingRules.permission, "authorityMinor": String(free),
        "requestedMinor": String(given),
      ])
  }
}

extension Discount {
  fileprivate var isAmountByHand: Bool {
    if case .amount = value { origin == .manual } else { false }
  }
}

extension Books {
  /// The rules of prices in force on a day.
  package func pricingRules(on day: CalendarDay) -> PricingRules {
    guard case .pricing(let rules) = policies.rows.inForce(.pricing, on: day)?.rules else {
      return PricingRules()
    }
    return rules
  }
}
