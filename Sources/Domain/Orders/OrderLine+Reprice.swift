extension OrderLine {
  /// Another quantity at the line's own price and discounts.
  mutating func reprice(
    _ quantity: Quantity, _ currency: Currency, _ mode: RoundingMode, _ path: String,
    _ faults: inout Faults
  ) throws(Rejection) {
    ordered = quantity
    grossAmount = try LineAmounts.gross(quantity, at: unitPrice, per: baseQuantity, currency, mode)
    netAmount = discounts.take(from: grossAmount, mode, path: "\(path).discounts", &faults)
    discountAmount = discounts.total
  }
}
