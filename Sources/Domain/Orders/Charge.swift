/// What a document asks for beside its lines, such as freight: taxed in a category of its own and
/// billed whole, with the first invoice.
package struct Charge: Hashable, Sendable {
  package var kind: Kind
  package var description: String
  package var taxClass: String
  /// Before tax, minor units.
  package var amount: Int64
  package var taxCategory: TaxCategory
  package var taxRate: Percent
  package var exemptionCode: String
  /// Its share of its group's tax.
  package var taxAmount: Int64
  /// An issued invoice of the order has it.
  package var isInvoiced: Bool

  package enum Kind: String, CaseIterable, Sendable {
    case freight = "FREIGHT"
    case packaging = "PACKAGING"
    case insurance = "INSURANCE"
    case other = "OTHER"
  }

  package init(
    kind: Kind, description: String = "", taxClass: String = "STANDARD", amount: Int64,
    taxCategory: TaxCategory = .standard, taxRate: Percent = .zero, exemptionCode: String = "",
    taxAmount: Int64 = 0, isInvoiced: Bool = false
  ) {
    self.kind = kind
    self.description = description
    self.taxClass = taxClass
    self.amount = amount
    self.taxCategory = taxCategory
    self.taxRate = taxRate
    self.exemptionCode = exemptionCode
    self.taxAmount = taxAmount
    self.isInvoiced = isInvoiced
  }

  package var gross: Int64 { amount + taxAmount }
  package var isFreight: Bool { kind == .freight }
}
