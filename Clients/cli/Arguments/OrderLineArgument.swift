import ArgumentParser

/// A line of an order on the command line: `SKU=QUANTITY`, then `@PRICE` and `%DISCOUNT` if wanted.
struct OrderLineArgument: ExpressibleByArgument, Sendable, Hashable {
  /// An article number, or a name such as `products/…`.
  let product: String
  let quantity: String
  let unitPrice: String?
  let discountPercent: String?

  init?(argument: String) {
    guard let equals = argument.lastIndex(of: "="), equals > argument.startIndex else { return nil }
    product = String(argument[..<equals])
    var rest = argument[argument.index(after: equals)...]
    discountPercent = DecimalText.takeSuffix(after: "%", of: &rest)
    unitPrice = DecimalText.takeSuffix(after: "@", of: &rest)
    quantity = String(rest)
    guard DecimalText.isDecimal(quantity),
      unitPrice.map(DecimalText.isDecimal) ?? true,
      discountPercent.map(DecimalText.isDecimal) ?? true
    else { return nil }
  }
}

/// A line in place of goods that come back: `RMA-2026-000001:SKU=QUANTITY`, with price and discount by
/// hand if wanted.
struct ReplacementArgument: ExpressibleByArgument, Sendable, Hashable {
  let item: ResourceArgument
  let line: OrderLineArgument

  init?(argument: String) {
    let pieces = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2, let item = ResourceArgument(argument: String(pieces[0])),
      item != .standardInput, let line = OrderLineArgument(argument: String(pieces[1]))
    else { return nil }
    self.item = item
    self.line = line
  }
}

/// A key and how much of it: `1=3` for a line of an order, `SKU=20` for goods that come in.
struct QuantityArgument: ExpressibleByArgument, Sendable, Hashable {
  let key: String
  let quantity: String

  init?(argument: String) {
    guard let equals = argument.lastIndex(of: "="), equals > argument.startIndex else { return nil }
    key = String(argument[..<equals])
    quantity = String(argument[argument.index(after: equals)...])
    guard DecimalText.isDecimal(quantity) else { return nil }
  }
}

/// A use of a payment: `INV-2026-000001` for as much as fits, `INV-2026-000001=100.00` for a part.
struct ApplicationArgument: ExpressibleByArgument, Sendable, Hashable {
  /// An invoice by number or name, or an open item by name.
  let item: ResourceArgument
  let amount: String?

  init?(argument: String) {
    let pieces = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = pieces.first, let item = ResourceArgument(argument: String(first)),
      item != .standardInput
    else { return nil }
    self.item = item
    amount = pieces.count == 2 ? String(pieces[1]) : nil
    guard amount.map(DecimalText.isDecimal) ?? true else { return nil }
  }
}

/// `field=value`, the value as it stands.
struct AssignmentArgument: ExpressibleByArgument, Sendable, Hashable {
  let field: String
  let value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      return nil
    }
    field = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }
}
