/// What lowers a price: a percent of what remains, or an amount. Several chain in their order.
package struct Discount: Hashable, Sendable {
  package var value: Value
  package var origin: Origin
  /// Free text or a code of UNCL5189; empty when none was given.
  package var reason: String
  /// What it came to, minor units: the difference between what was there and what remains.
  package var amount: Int64

  package enum Value: Hashable, Sendable {
    case percent(Percent)
    /// Minor units of the document's currency.
    case amount(Int64)
  }

  /// Who gave it.
  package enum Origin: String, CaseIterable, Sendable {
    /// A row of the price list.
    case list = "LIST"
    /// A person, within the rules and within the caller's authority.
    case manual = "MANUAL"
    /// The line whose goods came back and are replaced had it.
    case replacement = "REPLACEMENT"
  }

  package init(
    _ value: Value, origin: Origin = .manual, reason: String = "", amount: Int64 = 0
  ) {
    self.value = value
    self.origin = origin
    self.reason = reason
    self.amount = amount
  }

  package static func percent(_ percent: Percent) -> Discount { Discount(.percent(percent)) }
}

extension [Discount] {
  /// Takes the discounts off one after the other and notes what each came to. A percent rounds what
  /// remains; an amount above what remains is a fault at its path.
  ///
  /// - Returns: what remains.
  package mutating func take(
    from whole: Int64, _ mode: RoundingMode, path: String, _ faults: inout Faults
  ) -> Int64 {
    var rest = whole
    for position in indices {
      switch self[position].value {
      case .percent(let percent):
        self[position].amount = LineAmounts.discount(of: rest, percent: percent, mode)
      case .amount(let amount) where amount <= rest:
        self[position].amount = amount
      case .amount:
        faults.add(
          "\(path)[\(position)].amount", .fieldOutOfRange, "The discount is above what remains.")
        self[position].amount = 0
      }
      rest -= self[position].amount
    }
    return rest
  }

  /// What people gave, minor units.
  package var given: Int64 {
    reduce(0) { $0 + ($1.origin == .manual ? $1.amount : 0) }
  }

  package var total: Int64 { reduce(0) { $0 + $1.amount } }
}
