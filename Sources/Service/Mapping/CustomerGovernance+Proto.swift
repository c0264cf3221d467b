import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_Customer {
  mutating func addGovernance(of customer: Customer) {
    func name(_ id: ID<Customer>?) -> String { id.map { Names.customer.name($0) } ?? "" }
    billTo = name(customer.billTo)
    payer = name(customer.payer)
    parent = name(customer.parent)
    mergedInto = name(customer.mergedInto)
    accountManager = customer.accountManager
    paymentMeansCode = customer.paymentMeansCode
    if let check = customer.vatCheck {
      vatCheck = .with {
        $0.valid = check.isValid
        $0.checkTime = .init(check.time)
        $0.source = check.source
      }
    }
    if let delivery = customer.invoiceDelivery { invoiceDelivery = .init(delivery) }
    if let rules = customer.invoiceRules { invoiceRules = .init(rules) }
    if let percent = customer.overShipment { overShipmentPercent = percent.description }
    if let percent = customer.underShipment { underShipmentPercent = percent.description }
    if customer.state == .blocked {
      block = .with {
        $0.scope = .init(customer.block?.scope ?? .all)
        $0.reason = customer.block?.reason ?? ""
        if let since = customer.block?.since { $0.sinceTime = .init(since) }
      }
    }
  }
}

extension CustomerFields {
  mutating func readGovernance(
    _ customer: O2c_V1_Customer, _ mask: UpdateMask, _ shape: inout Shape
  ) {
    func id(_ name: String, _ field: String) -> ID<Customer>?? {
      guard mask.changes(field, isPopulated: !name.isEmpty) else { return nil }
      return .some(shape.optionalID(name, Names.customer, "customer.\(field)"))
    }
    billTo = id(customer.billTo, "bill_to")
    payer = id(customer.payer, "payer")
    parent = id(customer.parent, "parent")
    if mask.changes("account_manager", isPopulated: !customer.accountManager.isEmpty) {
      accountManager = customer.accountManager
    }
    if mask.changes("payment_means_code", isPopulated: !customer.paymentMeansCode.isEmpty) {
      paymentMeansCode = customer.paymentMeansCode
    }
    if mask.changes("vat_check", isPopulated: customer.hasVatCheck) {
      let time = shape.instant(
        customer.vatCheck.checkTime, isSet: customer.vatCheck.hasCheckTime,
        "customer.vat_check.check_time")
      vatCheck = .some(
        customer.hasVatCheck
          ? .init(
            isValid: customer.vatCheck.valid, time: time ?? .unsaid,
            source: customer.vatCheck.source) : nil)
    }
    if mask.changes("invoice_delivery", isPopulated: customer.hasInvoiceDelivery) {
      invoiceDelivery = .some(
        customer.hasInvoiceDelivery ? .init(customer.invoiceDelivery) : nil)
    }
    if mask.changes("invoice_rules", isPopulated: customer.hasInvoiceRules) {
      invoiceRules = .some(customer.hasInvoiceRules ? .init(customer.invoiceRules) : nil)
    }
    if mask.changes("over_shipment_percent", isPopulated: customer.hasOverShipmentPercent) {
      overShipment = .some(
        shape.optionalDecimal(
          customer.overShipmentPercent, "customer.over_shipment_percent"))
    }
    if mask.changes("under_shipment_percent", isPopulated: customer.hasUnderShipmentPercent) {
      underShipment = .some(
        shape.optionalDecimal(
          customer.underShipmentPercent, "customer.under_shipment_percent"))
    }
  }
}

extension Customer.Block.Scope {
  init?(_ scope: O2c_V1_Customer.Block.Scope) {
    switch scope {
    case .orders: self = .orders
    case .shipments: self = .shipments
    case .all: self = .all
    case .unspecified, .UNRECOGNIZED: return nil
    }
  }
}

extension O2c_V1_Customer.Block.Scope {
  init(_ scope: Customer.Block.Scope) {
    self =
      switch scope {
      case .orders: .orders
      case .shipments: .shipments
      case .all: .all
      }
  }
}

extension O2c_V1_Customer.InvoiceDelivery {
  init(_ delivery: Customer.InvoiceDelivery) {
    self.init()
    address = delivery.address
    channel =
      switch delivery.channel {
      case .email: .email
      case .peppol: .peppol
      case .portal: .portal
      }
    format =
      switch delivery.format {
      case .pdf: .pdf
      case .facturX: .facturx
      case .ubl: .ubl
      case .cii: .cii
      case .xRechnung: .xrechnung
      }
  }
}

extension Customer.InvoiceDelivery {
  init(_ message: O2c_V1_Customer.InvoiceDelivery) {
    let channel: Channel =
      switch message.channel {
      case .peppol: .peppol
      case .portal: .portal
      default: .email
      }
    let format: Format =
      switch message.format {
      case .facturx: .facturX
      case .ubl: .ubl
      case .cii: .cii
      case .xrechnung: .xRechnung
      default: .pdf
      }
    self.init(channel: channel, address: message.address, format: format)
  }
}

extension O2c_V1_Customer.InvoiceRules.Trigger {
  init(_ trigger: InvoiceTrigger) {
    self =
      switch trigger {
      case .onOrder: .onOrder
      case .onShipment: .onShipment
      case .onDelivery: .onDelivery
      case .manual: .manual
      }
  }
}

extension O2c_V1_Customer.InvoiceRules {
  init(_ rules: Customer.InvoiceRules) {
    self.init()
    trigger = .init(rules.trigger)
    grouping =
      switch rules.grouping {
      case .perOrder: .perOrder
      case .perShipment: .perShipment
      case .perCustomer: .perCustomer
      }
  }
}

extension Customer.InvoiceRules {
  init(_ message: O2c_V1_Customer.InvoiceRules) {
    let trigger: Trigger =
      switch message.trigger {
      case .onOrder: .onOrder
      case .onDelivery: .onDelivery
      case .manual: .manual
      default: .onShipment
      }
    let grouping: Grouping =
      switch message.grouping {
      case .perShipment: .perShipment
      case .perCustomer: .perCustomer
      default: .perOrder
      }
    self.init(trigger: trigger, grouping: grouping)
  }
}
