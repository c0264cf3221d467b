import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_Payment {
  init(_ payment: Payment, view: O2c_V1_View.Level = .full) {
    self.init()
    let currency = payment.currency
    name = Names.payment.name(payment.id)
    paymentNumber = payment.number
    externalID = payment.externalID ?? ""
    direction = .incoming
    customer = Names.customer.name(payment.customer)
    means = .init(payment.means)
    state = .settled
    amount = .init(payment.amount, currency)
    valueDate = .init(payment.valueDate)
    if !payment.reference.isEmpty || !payment.remittanceText.isEmpty {
      remittance = .with {
        $0.reference = payment.reference
        $0.text = payment.remittanceText
      }
    }
    if view != .basic { applications = payment.applications.map { .init($0, currency) } }
    applied = .init(payment.applied, currency)
    unapplied = .init(payment.unapplied, currency)
    createTime = .init(payment.createTime)
    etag = Etag.text(for: payment.version)
  }

  /// What a preview shows: nothing of it exists, so it has no name, number or etag.
  mutating func makePreview(isNew: Bool) {
    if isNew {
      name = ""
      paymentNumber = ""
    }
    etag = ""
    for index in applications.indices { applications[index].applicationID = "" }
  }
}

extension O2c_V1_Payment.Application {
  init(_ application: Payment.Application, _ currency: Currency) {
    self.init()
    applicationID = application.id.description
    item = Names.openItem.name(application.item)
    customer = Names.customer.name(application.customer)
    amount = .init(application.amount, currency)
    state =
      switch application.state {
      case .active: .active
      case .unapplied: .unapplied
      }
    effectiveDate = .init(application.effectiveDate)
    recordTime = .init(application.recordTime)
    if let day = application.unappliedDate { unappliedDate = .init(day) }
  }
}

extension [RecordPayment.Application] {
  init(_ messages: [O2c_V1_PaymentApplication], _ shape: inout Shape) {
    self = []
    for (index, message) in messages.enumerated() {
      let path = "applications[\(index)]"
      let item = shape.id(message.item, Names.openItem, "\(path).item")
      let amount = message.hasAmount ? shape.money(message.amount, "\(path).amount") : nil
      if let item { append(.init(item: item, amount: amount)) }
    }
  }
}
