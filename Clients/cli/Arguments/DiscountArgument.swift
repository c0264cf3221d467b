import ArgumentParser
import OrderToCash
import OrderToCashAPI

/// Something that is taken off: `5%` or `10.00`, with a reason if wanted: `5%:SEASON`.
struct DiscountArgument: ExpressibleByArgument, Sendable, Hashable {
  enum Value: Sendable, Hashable {
    case percent(String)
    case amount(String)
  }

  let value: Value
  let reason: String

  init?(argument: String) {
    let pieces = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let text = pieces.first.map(String.init), pieces.count == 1 || !pieces[1].isEmpty else {
      return nil
    }
    reason = pieces.count == 2 ? String(pieces[1]) : ""
    let isPercent = text.hasSuffix("%")
    let number = isPercent ? String(text.dropLast()) : text
    guard DecimalText.isDecimal(number) else { return nil }
    value = isPercent ? .percent(number) : .amount(number)
  }

  /// As the contract has it.
  func discount(_ currency: String) throws -> Discount {
    var discount = Discount()
    discount.reasonCode = reason
    switch value {
    case .percent(let percent): discount.percent = percent
    case .amount(let amount): discount.amount = try MoneyArgument.money(amount, currency)
    }
    return discount
  }

  /// Whether it can be told without knowing the currency.
  var isPercent: Bool {
    switch value {
    case .percent: true
    case .amount: false
    }
  }
}

/// Something that is charged beside the lines: `FREIGHT=9.90`, with a text if wanted:
/// `OTHER=5.00:engraving`.
struct ChargeArgument: ExpressibleByArgument, Sendable, Hashable {
  let kind: Charge.Kind
  let amount: String
  let description: String

  init?(argument: String) {
    let pieces = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2, let kind = EnumText.value(String(pieces[0]), of: Charge.Kind.self)
    else { return nil }
    let rest = pieces[1].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let amount = rest.first.map(String.init), DecimalText.isDecimal(amount) else {
      return nil
    }
    self.kind = kind
    self.amount = amount
    description = rest.count == 2 ? String(rest[1]) : ""
  }

  /// As the contract has it.
  func charge(_ currency: String) throws -> Charge {
    var charge = Charge()
    charge.kind = kind
    charge.description_p = description
    charge.netAmount = try MoneyArgument.money(amount, currency)
    return charge
  }
}

/// A line with a lot that leaves of it: `1=L-2026-07:5`.
struct LotArgument: ExpressibleByArgument, Sendable, Hashable {
  let line: String
  let lot: String
  let quantity: String

  init?(argument: String) {
    guard let named = AssignmentArgument(argument: argument) else { return nil }
    line = named.field
    // A lot number may have a colon of its own.
    var rest = named.value[...]
    guard let quantity = DecimalText.takeSuffix(after: ":", of: &rest),
      DecimalText.isDecimal(quantity), !rest.isEmpty
    else { return nil }
    lot = String(rest)
    self.quantity = quantity
  }
}

/// A line with how much of it, and a word about it: `1=2`, `1=2:DAMAGED`.
struct TaggedQuantityArgument: ExpressibleByArgument, Sendable, Hashable {
  let line: QuantityArgument
  let tag: String

  init?(argument: String) {
    let pieces = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let text = pieces.first, let line = QuantityArgument(argument: String(text)),
      pieces.count == 1 || !pieces[1].isEmpty
    else { return nil }
    self.line = line
    tag = pieces.count == 2 ? String(pieces[1]) : ""
  }
}
