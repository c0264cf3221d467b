import Domain
import OrderToCashAPI

extension O2c_V1_Discount {
  init(_ discount: Discount, _ currency: Currency) {
    self.init()
    switch discount.value {
    case .percent(let percent): self.percent = percent.description
    case .amount(let amount): self.amount = .init(amount, currency)
    }
    reasonCode = discount.reason
    takenOff = .init(discount.amount, currency)
  }
}

extension [Discount] {
  /// Given by hand. The currencies of amounts are noted with their paths, to be held against that of
  /// the document.
  init(
    _ messages: [O2c_V1_Discount], at path: String,
    _ currencies: inout [OrderRequest.AmountCurrency], _ shape: inout Shape
  ) {
    self = []
    for (index, message) in messages.enumerated() {
      let path = "\(path)[\(index)]"
      switch message.value {
      case .percent(let text):
        guard let percent: Percent = shape.decimal(text, "\(path).percent") else { continue }
        append(Discount(.percent(percent), reason: message.reasonCode))
      case .amount(let money):
        guard let amount = shape.money(money, "\(path).amount") else { continue }
        currencies.append(.init(path: "\(path).amount.currency_code", currency: amount.currency))
        append(Discount(.amount(amount.minorUnits), reason: message.reasonCode))
      case nil:
        shape.add(path, .fieldRequired, "A discount is a percent or an amount.")
      }
    }
  }
}

extension O2c_V1_Charge {
  init(_ charge: Charge, _ currency: Currency) {
    self.init()
    kind =
      switch charge.kind {
      case .freight: .freight
      case .packaging: .packaging
      case .insurance: .insurance
      case .other: .other
      }
    description_p = charge.description
    netAmount = .init(charge.amount, currency)
    taxClass = charge.taxClass
    taxCategoryCode = charge.taxCategory.rawValue
    if charge.taxCategory != .outsideScope { taxRatePercent = charge.taxRate.description }
    taxAmount = .init(charge.taxAmount, currency)
    invoiced = charge.isInvoiced
  }
}

extension [Charge] {
  init(
    _ messages: [O2c_V1_Charge], at path: String,
    _ currencies: inout [OrderRequest.AmountCurrency], _ shape: inout Shape
  ) {
    self = []
    for (index, message) in messages.enumerated() {
      let path = "\(path)[\(index)]"
      guard let amount = shape.money(message.netAmount, "\(path).net_amount") else { continue }
      currencies.append(.init(path: "\(path).net_amount.currency_code", currency: amount.currency))
      let kind: Charge.Kind =
        switch message.kind {
        case .freight: .freight
        case .packaging: .packaging
        case .insurance: .insurance
        default: .other
        }
      append(
        Charge(
          kind: kind, description: message.description_p,
          taxClass: message.taxClass.isEmpty ? "STANDARD" : message.taxClass,
          amount: amount.minorUnits))
    }
  }
}
