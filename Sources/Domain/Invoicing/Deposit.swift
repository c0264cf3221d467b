/// Money that was invoiced ahead of the goods (386): what its invoice asked for, and what the
/// invoices of the goods have recalled of it, by tax group.
package struct Deposit: Hashable, Sendable {
  package var invoice: ID<Invoice>
  /// Of its invoice, `DEP-2026-000123`.
  package var number: String
  package var issueDate: CalendarDay
  package var groups: [Group]

  /// Minor units; nothing is recalled beyond what was asked for.
  package struct Group: Hashable, Sendable {
    package var category: TaxCategory
    package var rate: Percent
    package var exemptionCode: String
    package var net: Int64
    package var tax: Int64
    package var recalledNet: Int64 = 0
    package var recalledTax: Int64 = 0

    package init(
      category: TaxCategory, rate: Percent, exemptionCode: String, net: Int64, tax: Int64
    ) {
      self.category = category
      self.rate = rate
      self.exemptionCode = exemptionCode
      self.net = net
      self.tax = tax
    }

    package var netLeft: Int64 { net - recalledNet }
    package var taxLeft: Int64 { tax - recalledTax }

    func isTaxedLike(_ total: TaxTotal) -> Bool {
      category == total.category && rate == total.rate && exemptionCode == total.exemptionCode
    }
  }

  package init(invoice: ID<Invoice>, number: String, issueDate: CalendarDay, groups: [Group]) {
    self.invoice = invoice
    self.number = number
    self.issueDate = issueDate
    self.groups = groups
  }

  init(of invoice: Invoice, number: String, on date: CalendarDay) {
    self.init(
      invoice: invoice.id, number: number, issueDate: date,
      groups: invoice.taxes.map {
        Group(
          category: $0.category, rate: $0.rate, exemptionCode: $0.exemptionCode, net: $0.base,
          tax: $0.tax)
      })
  }

  package var gross: Int64 { groups.reduce(0) { $0 + $1.net + $1.tax } }
  package var recalled: Int64 { groups.reduce(0) { $0 + $1.recalledNet + $1.recalledTax } }
  /// Before tax: what account 2030 has of it.
  package var netLeft: Int64 { groups.reduce(0) { $0 + $1.netLeft } }
  package var left: Int64 { gross - recalled }
}

extension Order {
  /// Invoiced ahead and not recalled, tax included.
  package var depositsLeft: Int64 { deposits.reduce(0) { $0 + $1.left } }

  /// What the order comes to in the end, tax included: what a prepaid one is to have been paid for
  /// before anything leaves.
  package var valueToPrepay: Int64 {
    var value: Int64 = 0
    for line in lines where line.remaining > .zero {
      value += LineAmounts.share(of: line.lineGross, line.remaining, of: line.ordered, roundingMode)
    }
    return charges.reduce(value) { $0 + $1.gross }
  }
}

extension Order {
  /// What is to be paid of `valueToPrepay` before anything leaves. Each deposit rounds its own taxes, so
  /// several of all of an order may come to a unit a tax group less than the order: nobody is asked for
  /// that, and nobody could be.
  package var prepaymentRequired: Int64 {
    let value = valueToPrepay
    let asked = deposits.reduce(0) { $0 + $1.gross }
    let rounding = Int64(max(0, deposits.count - 1) * taxes.count)
    return asked < value && value - asked <= rounding ? asked : value
  }
}

extension Books {
  /// What was paid of an order's deposits, also of what was recalled since; minor units with tax.
  func depositsPaid(of order: Order) -> Int64 {
    guard !order.deposits.isEmpty else { return 0 }
    let deposits = Set(order.deposits.map(\.invoice))
    let unpaid = openItems(of: order.id).reduce(0) {
      deposits.contains($1.invoice) ? $0 + $1.open : $0
    }
    return order.deposits.reduce(-unpaid) { $0 + $1.gross }
  }

  /// The deposits of an order whose invoice has nothing open.
  func paidDeposits(of order: Order) -> Set<ID<Invoice>> {
    guard !order.deposits.isEmpty else { return [] }
    let unpaid = Set(openItems(of: order.id).filter { $0.open != 0 }.map(\.invoice))
    return Set(order.deposits.map(\.invoice)).subtracting(unpaid)
  }
}
