extension Order {
  /// Takes the document's discounts off its lines, adds tax to lines and charges, and sums up, by
  /// the rounding mode and tax level that are stored on the order. Lines are priced before and
  /// have their category and rate.
  ///
  /// The one place where the totals of an order come from: quotes, drafts, placed and amended
  /// orders all pass here.
  package mutating func total() throws(Rejection) {
    var faults = Faults()
    var lineNet: Int128 = 0
    for line in lines { lineNet += Int128(line.netAmount) }
    let whole = try lineNet.amount()
    let rest = discounts.take(from: whole, roundingMode, path: "order.discounts", &faults)
    try faults.check()

    var taxed = lines.map {
      Taxation.TaxedLine(
        net: $0.netAmount, category: $0.taxCategory, rate: $0.taxRate,
        exemptionCode: $0.exemptionCode)
    }
    let shares = discountShares(whole - rest, over: taxed)
    for (index, share) in shares.enumerated() {
      lines[index].documentDiscount = share
      taxed[index].net -= share
    }
    taxed += charges.map {
      Taxation.TaxedLine(
        net: $0.amount, category: $0.taxCategory, rate: $0.taxRate, exemptionCode: $0.exemptionCode)
    }
    taxes = try Taxation.apply(to: &taxed, level: taxLevel, roundingMode)
    for index in lines.indices { lines[index].taxAmount = taxed[index].tax }
    for index in charges.indices { charges[index].taxAmount = taxed[lines.count + index].tax }

    var added: Int128 = 0
    for charge in charges { added += Int128(charge.amount) }
    var tax: Int128 = 0
    for group in taxes { tax += Int128(group.tax) }
    let net = Int128(rest) + added
    totals = try Totals(
      net: net.amount(), tax: tax.amount(), gross: (net + tax).amount(), discount: whole - rest,
      charges: added.amount())
  }

  /// Splits the document's discount over the lines. What invoices have drawn of a line's share stays
  /// with that line: where the split would leave it less, it keeps what was drawn and the others
  /// share the rest.
  private func discountShares(_ whole: Int64, over taxed: [Taxation.TaxedLine]) -> [Int64] {
    let drawn = lines.map(\.drawn.documentDiscount)
    var shares = Taxation.shares(ofDiscount: whole, over: taxed)
    var kept: Set<Int> = []
    while true {
      let short = lines.indices.filter { !kept.contains($0) && shares[$0] < drawn[$0] }
      if short.isEmpty { return shares }
      kept.formUnion(short)
      let others = lines.indices.filter { !kept.contains($0) }
      let left = whole - kept.reduce(0) { $0 + drawn[$1] }
      let room = others.reduce(Int128.zero) { $0 + Int128(taxed[$1].net) }
      guard left >= 0, Int128(left) <= room else { return shares }
      let again = Taxation.shares(ofDiscount: left, over: others.map { taxed[$0] })
      for index in kept { shares[index] = drawn[index] }
      for (index, share) in zip(others, again) { shares[index] = share }
    }
  }
}
