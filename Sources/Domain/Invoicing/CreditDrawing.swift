/// What is still to be credited of one issued document, drawn down credit by credit.
///
/// A line's net and discount share follow its credited quantity, a group's tax follows its credited
/// base, and the lines' shares of that tax go by largest remainder. Each part is the rounded value
/// of all credited so far less the earlier parts, so none is negative and crediting everything, in
/// whatever steps, gives exactly the document.
package struct CreditDrawing: Sendable {
  package let mode: RoundingMode
  package private(set) var lines: [Line]
  package private(set) var charges: [Charge]
  package private(set) var groups: [Group]

  /// A line of the document and what was credited of it.
  package struct Line: Sendable {
    package let number: Int32
    package let quantity: Quantity
    /// What was taxed: net less the share of the document's discount.
    package let base: Int64
    package let documentDiscount: Int64
    package let group: Int
    package var credited = Quantity.zero
    package var creditedBase: Int64 = 0
    package var creditedDiscount: Int64 = 0
  }

  /// A charge of the document; it is credited by amount.
  package struct Charge: Sendable {
    package let amount: Int64
    package let group: Int
    package var credited: Int64 = 0
  }

  package struct Group: Sendable {
    package let total: TaxTotal
    package var creditedBase: Int64 = 0
    package var creditedTax: Int64 = 0
  }

  /// One credit: positive amounts, to be taken back from the customer's debt.
  package struct Part: Hashable, Sendable {
    package var lines: [PartLine] = []
    /// Amounts before tax by position of the charge.
    package var charges: [Int: Int64] = [:]
    package var taxes: [TaxTotal] = []

    package var net: Int64 { taxes.reduce(0) { $0 + $1.base } }
    package var tax: Int64 { taxes.reduce(0) { $0 + $1.tax } }
    package var gross: Int64 { net + tax }
  }

  package struct PartLine: Hashable, Sendable {
    package var number: Int32
    package var quantity: Quantity
    /// Before the share of the document's discount.
    package var net: Int64
    package var documentDiscount: Int64
    package var tax: Int64
  }

  package init(_ invoice: Invoice) {
    mode = invoice.roundingMode
    let groups = invoice.taxes.map { Group(total: $0) }
    func group(_ category: TaxCategory, _ rate: Percent, _ exemption: String) -> Int {
      groups.firstIndex {
        $0.total.category == category && $0.total.rate == rate
          && $0.total.exemptionCode == exemption
      } ?? 0
    }
    self.groups = groups
    lines = invoice.lines.map {
      Line(
        number: $0.number, quantity: $0.quantity, base: $0.netAmount - $0.documentDiscount,
        documentDiscount: $0.documentDiscount,
        group: group($0.taxCategory, $0.taxRate, $0.exemptionCode))
    }
    charges = invoice.charges.map {
      Charge(amount: $0.amount, group: group($0.taxCategory, $0.taxRate, $0.exemptionCode))
    }
  }

  /// Everything that was not credited yet.
  package var rest: (quantities: [Int32: Quantity], charges: [Int: Int64]) {
    var quantities: [Int32: Quantity] = [:]
    for line in lines where line.credited < line.quantity {
      quantities[line.number] = line.quantity - line.credited
    }
    var amounts: [Int: Int64] = [:]
    for (position, charge) in charges.enumerated() where charge.credited < charge.amount {
      amounts[position] = charge.amount - charge.credited
    }
    return (quantities, amounts)
  }

  /// Credits quantities by line number and amounts by position of the charge; nil, and nothing
  /// changed, when that is more than is left.
  package mutating func credit(
    _ quantities: [Int32: Quantity], charges amounts: [Int: Int64] = [:]
  ) -> Part? {
    guard fits(quantities, amounts) else { return nil }
    var part = Part()
    /// Base by member of a group: positions in `part.lines`, or nil for a charge.
    var members: [Int: [(base: Int64, line: Int?)]] = [:]
    for index in lines.indices {
      guard let quantity = quantities[lines[index].number], quantity > .zero else { continue }
      let line = lines[index]
      let cumulative = (line.credited + quantity).micros
      let base = drawnDown(
        line.base, cumulative: cumulative, of: line.quantity.micros, drawn: line.creditedBase, mode)
      let discount = drawnDown(
        line.documentDiscount, cumulative: cumulative, of: line.quantity.micros,
        drawn: line.creditedDiscount, mode)
      lines[index].credited += quantity
      lines[index].creditedBase += base
      lines[index].creditedDiscount += discount
      members[line.group, default: []].append((base, part.lines.count))
      part.lines.append(
        .init(
          number: line.number, quantity: quantity, net: base + discount,
          documentDiscount: discount, tax: 0))
    }
    for position in charges.indices {
      guard let amount = amounts[position], amount > 0 else { continue }
      charges[position].credited += amount
      members[charges[position].group, default: []].append((amount, nil))
      part.charges[position] = amount
    }
    for index in groups.indices {
      guard let credited = members[index] else { continue }
      let base = credited.reduce(0) { $0 + $1.base }
      groups[index].creditedBase += base
      let group = groups[index]
      let tax =
        group.total.base == 0
        ? 0
        : drawnDown(
          group.total.tax, cumulative: group.creditedBase, of: group.total.base,
          drawn: group.creditedTax, mode)
      groups[index].creditedTax += tax
      for (member, share) in zip(credited, allocated(tax, by: credited.map(\.base))) {
        if let line = member.line { part.lines[line].tax = share }
      }
      var total = group.total
      total.base = base
      total.tax = tax
      part.taxes.append(total)
    }
    return part
  }

  private func fits(_ quantities: [Int32: Quantity], _ amounts: [Int: Int64]) -> Bool {
    quantities.allSatisfy { number, quantity in
      lines.contains { $0.number == number && $0.credited + quantity <= $0.quantity }
        && quantity >= .zero
    }
      && amounts.allSatisfy { position, amount in
        charges.indices.contains(position) && amount >= 0
          && charges[position].credited + amount <= charges[position].amount
      }
  }

  /// The shares of a goodwill amount over what is left of the groups' bases, by largest remainder.
  package func shares(ofGoodwill amount: Int64) -> [Int64] {
    allocated(amount, by: groups.map { $0.total.base - $0.creditedBase })
  }
}
