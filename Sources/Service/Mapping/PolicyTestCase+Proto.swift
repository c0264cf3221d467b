import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_Policy.TestCase {
  init(_ test: Policy.TestCase, _ currency: Currency) {
    self.init()
    displayName = test.name
    failedRules = test.failedRules
    switch test.question {
    case .credit(let inputs, let checkpoint, _):
      credit = .init(inputs, at: checkpoint, currency)
    case .pricing(let inputs, _): pricing = .init(inputs, currency)
    }
  }
}

extension O2c_V1_CreditInputs {
  fileprivate init(_ inputs: CreditInputs, at checkpoint: CreditCheckpoint, _ currency: Currency) {
    self = .with {
      $0.checkpoint = checkpoint == .ship ? .ship : .confirm
      $0.orders = .init(inputs.openOrders, currency)
      $0.unbilledShipments = .init(inputs.unbilledShipments, currency)
      $0.openItems = .init(inputs.openItems, currency)
      $0.unapplied = .init(inputs.unappliedCash, currency)
      if inputs.hasAccount { $0.limit = .init(inputs.limit, currency) }
      $0.orderGross = .init(inputs.gross, currency)
      $0.overdueAmount = .init(inputs.overdue, currency)
      $0.oldestOverdueDays = Int32(clamping: inputs.oldestDays)
      $0.blocked = inputs.isBlocked
      if let terms = inputs.terms {
        $0.terms = inputs.prepayment == nil ? "net \(terms.days)" : PaymentTerms.prepaid
        $0.agreedTerms = "net \(terms.agreedDays)"
      }
      if let prepayment = inputs.prepayment { $0.depositsPaid = .init(prepayment.paid, currency) }
      $0.daysPastReview = Int32(clamping: inputs.daysPastReview ?? 0)
      $0.dunningLevel = Int32(clamping: inputs.dunningLevel)
      $0.firstOrder = !inputs.hasInvoices
    }
  }
}

extension Policy.TestCase {
  /// A case of a policy of the kind; nil with a fault where its inputs are of another.
  init?(
    _ test: O2c_V1_Policy.TestCase, of kind: O2c_V1_Policy.Kind, _ currency: Currency,
    _ path: String, _ shape: inout Shape
  ) {
    switch (kind, test.inputs) {
    case (.credit, .credit(let message)):
      self.init(message, test, currency, path, &shape)
    case (.pricing, .pricing(let message)):
      self.init(
        test.displayName,
        .pricing(
          PricingInputs(message, currency, "\(path).pricing", &shape),
          failed: Self.rules(of: test, path, &shape)))
    case (.pricing, _):
      shape.add("\(path).pricing", .fieldRequired, "A case of a PRICING policy has an order.")
      return nil
    default:
      shape.add("\(path).credit", .fieldRequired, "A case of a CREDIT policy has credit inputs.")
      return nil
    }
  }

  private static func rules<Rule: RawRepresentable<String>>(
    of test: O2c_V1_Policy.TestCase, _ path: String, _ shape: inout Shape
  ) -> [Rule] {
    var rules: [Rule] = []
    for (index, name) in test.failedRules.enumerated() {
      guard let rule = Rule(rawValue: name) else {
        shape.add("\(path).failed_rules[\(index)]", .fieldInvalid, "There is no such rule.")
        continue
      }
      rules.append(rule)
    }
    return rules
  }

  private init(
    _ message: O2c_V1_CreditInputs, _ test: O2c_V1_Policy.TestCase, _ currency: Currency,
    _ path: String, _ shape: inout Shape
  ) {
    func amount(_ money: O2c_V1_Money, _ isSet: Bool, _ field: String) -> Int64 {
      isSet ? shape.amount(money, "\(path).credit.\(field)", in: currency) ?? 0 : 0
    }
    var inputs = CreditInputs()
    inputs.openOrders = amount(message.orders, message.hasOrders, "orders")
    inputs.unbilledShipments = amount(
      message.unbilledShipments, message.hasUnbilledShipments, "unbilled_shipments")
    inputs.openItems = amount(message.openItems, message.hasOpenItems, "open_items")
    inputs.unappliedCash = amount(message.unapplied, message.hasUnapplied, "unapplied")
    inputs.limit = amount(message.limit, message.hasLimit, "limit")
    inputs.hasAccount = message.hasLimit
    inputs.gross = amount(message.orderGross, message.hasOrderGross, "order_gross")
    inputs.overdue = amount(message.overdueAmount, message.hasOverdueAmount, "overdue_amount")
    inputs.oldestDays = Int64(message.oldestOverdueDays)
    inputs.tooOld = inputs.overdue
    inputs.isBlocked = message.blocked
    inputs.daysPastReview = message.daysPastReview == 0 ? nil : Int64(message.daysPastReview)
    inputs.dunningLevel = Int64(message.dunningLevel)
    inputs.hasInvoices = !message.firstOrder
    let terms = shape.terms(message.terms, "\(path).credit.terms") ?? .net30
    let agreed = shape.terms(message.agreedTerms, "\(path).credit.agreed_terms") ?? terms
    // A case has no day: terms are compared as from the first of a month of 31 days.
    inputs.terms = .init(terms, agreed: agreed, on: CalendarDay(daysSince1970: 0))
    let paid = amount(message.depositsPaid, message.hasDepositsPaid, "deposits_paid")
    if terms.isPrepaid {
      inputs.prepayment = .init(required: inputs.gross, paid: paid)
    } else if message.hasDepositsPaid {
      shape.add(
        "\(path).credit.deposits_paid", .fieldInvalid, "It goes with terms \(PaymentTerms.prepaid)."
      )
    }
    self.init(
      name: test.displayName, inputs: inputs,
      checkpoint: message.checkpoint == .ship ? .ship : .confirm,
      failed: Self.rules(of: test, path, &shape))
  }
}
