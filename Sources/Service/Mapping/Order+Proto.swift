import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_Order {
  init(
    _ standing: OrderStanding, view: O2c_V1_View.Level = .full, seesCredit: Bool
  ) {
    self.init(
      standing.order, paymentState: standing.paymentState, view: view, seesCredit: seesCredit)
    guard view != .basic, !standing.shipBy.isEmpty else { return }
    for (index, line) in standing.order.lines.enumerated() {
      if let day = standing.shipBy[line.number] { lines[index].shipByDate = .init(day) }
    }
  }

  /// - Parameters:
  ///   - view: BASIC leaves the lines out.
  ///   - seesCredit: the caller has `credit.read`; others learn that an order is held, not why to
  ///     the cent.
  init(
    _ order: Order, paymentState: Order.PaymentState = .unpaid, view: O2c_V1_View.Level = .full,
    seesCredit: Bool
  ) {
    self.init()
    name = Names.order.name(order.id)
    orderNumber = order.number
    externalID = order.externalID ?? ""
    customer = Names.customer.name(order.customer)
    if let debtor = order.billTo { billTo = Names.customer.name(debtor) }
    if let other = order.payer { payer = Names.customer.name(other) }
    if let shipTo = order.shipTo { self.shipTo = .init(shipTo) }
    state = .init(order.state)
    fulfillmentState = .init(order.fulfillmentState)
    billingState = .init(order.billingState)
    self.paymentState = .init(paymentState)
    holds = order.holds.map { .init($0, seesCredit: seesCredit) }
    currencyCode = order.currency.code
    purchaseOrderReference = order.purchaseOrderReference
    paymentTerms = order.paymentTerms.description
    orderDate = .init(order.orderDate)
    if let day = order.requestedDate { requestedDate = .init(day) }
    if let day = order.promisedDate { promisedDate = .init(day) }
    priority = order.priority
    shipComplete = order.isShipComplete
    invoiceTrigger = .init(order.invoiceTrigger)
    deposits = order.deposits.map { .init($0, order.currency) }
    if view != .basic {
      lines = order.lines.map { .init($0, order.currency, order.invoiceTrigger) }
    }
    // A draft waits for nothing, and nothing of it is to bill.
    if order.state == .draft {
      for index in lines.indices {
        lines[index].backorderedQuantity = "0"
        lines[index].toBillQuantity = "0"
      }
    }
    rounding = .init(order.roundingMode, order.taxLevel)
    totals = .with {
      $0.net = .init(order.totals.net, order.currency)
      $0.tax = .init(order.totals.tax, order.currency)
      $0.gross = .init(order.totals.gross, order.currency)
      $0.taxes = order.taxes.map { .init($0, order.currency) }
      $0.linesNet = .init(order.totals.lineNet, order.currency)
      $0.discounts = .init(order.totals.discount, order.currency)
      $0.charges = .init(order.totals.charges, order.currency)
    }
    discounts = order.discounts.map { .init($0, order.currency) }
    charges = order.charges.map { .init($0, order.currency) }
    if seesCredit, let decision = order.credit { credit = .init(decision, order.currency) }
    if let approval = order.approval { self.approval = Names.approval.name(approval) }
    if let until = order.priceValidUntil { priceValidUntilTime = .init(until) }
    if let until = order.reserveUntil { reserveUntilTime = .init(until) }
    revision = order.revision
    if let original = order.copiedFrom { copiedFrom = Names.order.name(original) }
    createTime = .init(order.createTime)
    updateTime = .init(order.updateTime)
    etag = Etag.text(for: order.version)
    annotations = order.annotations
  }

  /// What a preview shows: nothing of it exists, so it has no name, number or etag.
  mutating func makePreview() {
    name = ""
    orderNumber = ""
    etag = ""
    for index in holds.indices { holds[index].decision = "" }
  }
}

extension O2c_V1_OrderLine {
  init(_ line: OrderLine, _ currency: Currency, _ trigger: InvoiceTrigger) {
    self.init()
    lineID = String(line.number)
    product = Names.product.name(line.product)
    sku = line.sku
    description_p = line.description
    quantity = line.ordered.description
    unitCode = line.unitCode
    unitPrice = line.unitPrice.description
    baseQuantity = line.baseQuantity.description
    priceSource =
      switch line.priceSource {
      case .manual: .manual
      case .customer: .customer
      case .group: .priceGroup
      case .list: .general
      case .replacement: .replacement
      }
    if line.discounts.count == 1, case .percent(let percent) = line.discounts[0].value {
      discountPercent = percent.description
    }
    discounts = line.discounts.map { .init($0, currency) }
    discountAmount = .init(line.discountAmount, currency)
    netAmount = .init(line.netAmount, currency)
    orderDiscountAmount = .init(line.documentDiscount, currency)
    grossAmount = .init(line.lineGross, currency)
    priceRow = line.priceRow
    if let day = line.priceDate { priceDate = .init(day) }
    taxCategoryCode = line.taxCategory.rawValue
    taxRatePercent = line.taxRate.description
    taxAmount = .init(line.taxAmount, currency)
    if let warehouse = line.warehouse { self.warehouse = Names.warehouse.name(warehouse) }
    cancelledQuantity = line.cancelled.description
    reservedQuantity = line.reserved.description
    backorderedQuantity = line.backordered.description
    shippedQuantity = line.shipped.description
    invoicedQuantity = line.invoiced.description
    toBillQuantity = line.toBill(trigger).description
    openQuantity = line.open.description
    deliveredQuantity = line.delivered.description
    returnedQuantity = line.returned.description
    creditedQuantity = line.credited.description
    toCreditQuantity = line.toCredit(trigger).description
    if let day = line.promisedDate { promisedDate = .init(day) }
    if let back = line.replacementFor { replacementFor = Names.returned.name(back) }
  }
}

extension O2c_V1_Order.Hold {
  init(_ hold: Order.Hold, seesCredit: Bool) {
    self.init()
    kind =
      switch hold.kind {
      case .credit: .credit
      case .manual: .manual
      }
    reason = hold.reason
    if seesCredit, let event = hold.decision { decision = Names.event.name(event) }
    if let person = hold.actor { actor = Names.principal.name(person) }
    note = hold.note
    sinceTime = .init(hold.since)
  }
}

extension O2c_V1_Order.Deposit {
  init(_ deposit: Deposit, _ currency: Currency) {
    self.init()
    invoice = Names.invoice.name(deposit.invoice)
    invoiceNumber = deposit.number
    amount = .init(deposit.gross, currency)
    recalled = .init(deposit.recalled, currency)
  }
}

extension O2c_V1_Order.State {
  init(_ state: Order.State) {
    self =
      switch state {
      case .draft: .draft
      case .confirmed: .confirmed
      case .onHold: .onHold
      case .cancelled: .cancelled
      case .completed: .completed
      }
  }
}

extension O2c_V1_Order.FulfillmentState {
  init(_ state: Order.FulfillmentState) {
    self =
      switch state {
      case .unfulfilled: .unfulfilled
      case .partlyFulfilled: .partlyFulfilled
      case .fulfilled: .fulfilled
      }
  }
}

extension O2c_V1_Order.BillingState {
  init(_ state: Order.BillingState) {
    self =
      switch state {
      case .unbilled: .unbilled
      case .partlyBilled: .partlyBilled
      case .billed: .billed
      }
  }
}

extension O2c_V1_Order.PaymentState {
  init(_ state: Order.PaymentState) {
    self =
      switch state {
      case .unpaid: .unpaid
      case .partlyPaid: .partlyPaid
      case .paid: .paid
      }
  }
}
