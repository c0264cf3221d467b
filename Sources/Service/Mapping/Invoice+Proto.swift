import Domain
import OrderToCashAPI
import Store
import SwiftProtobuf

extension O2c_V1_Invoice {
  /// An invoice as it comes out of the core: nothing of it is paid yet.
  init(issued invoice: Invoice) {
    let isIssued = invoice.state == .issued
    let payable = invoice.payable
    self.init(
      invoice, outstanding: isIssued ? payable : nil,
      settlement: isIssued ? (payable == 0 ? .settled : .open) : nil)
  }

  init(_ standing: InvoiceStanding, view: O2c_V1_View.Level = .full) {
    self.init(
      standing.invoice, outstanding: standing.outstanding, settlement: standing.settlementState,
      view: view)
    if let hash = standing.contentHash { contentHash = hash.hexadecimal }
  }

  private init(
    _ invoice: Invoice, outstanding: Int64?, settlement: OpenItem.SettlementState?,
    view: O2c_V1_View.Level = .full
  ) {
    self.init()
    let currency = invoice.currency
    name = Names.invoice.name(invoice.id)
    switch invoice.kind {
    case .invoice:
      kind = .invoice
      documentTypeCode = "380"
    case .deposit:
      kind = .deposit
      documentTypeCode = "386"
    }
    invoiceNumber = invoice.number ?? ""
    state =
      switch invoice.state {
      case .draft: .draft
      case .issued: .issued
      }
    if let settlement { settlementState = .init(settlement) }
    customer = Names.customer.name(invoice.customer)
    orders = [Names.order.name(invoice.order)]
    if let day = invoice.issueDate { issueDate = .init(day) }
    if let day = invoice.dueDate { dueDate = .init(day) }
    if let day = invoice.deliveryDate { deliveryDate = .init(day) }
    currencyCode = currency.code
    buyerReference = invoice.buyerReference
    purchaseOrderReference = invoice.purchaseOrderReference
    paymentTerms = invoice.paymentTerms.description
    totals = .init(invoice, currency)
    rounding = .init(invoice.roundingMode, invoice.taxLevel)
    if let outstanding {
      balance = .with {
        $0.paid = .init(invoice.payable - outstanding, currency)
        $0.outstanding = .init(outstanding, currency)
      }
    }
    if let time = invoice.issueTime { issueTime = .init(time) }
    createTime = .init(invoice.createTime)
    etag = Etag.text(for: invoice.version)
    if view != .basic { addDocument(invoice) }
  }

  /// What only the full view shows.
  private mutating func addDocument(_ invoice: Invoice) {
    let currency = invoice.currency
    seller = .init(invoice.seller)
    buyer = .init(invoice.buyer)
    if !invoice.deliverTo.isEmpty { deliverTo = .init(invoice.deliverTo) }
    lines = invoice.lines.map { .init($0, of: invoice.order, currency) }
    charges = invoice.charges.map { .init($0, currency) }
    taxes = invoice.taxes.map { .init($0, currency) }
    precedingInvoices = invoice.prepayments.map { part in
      .with {
        $0.invoice = Names.invoice.name(part.deposit)
        $0.invoiceNumber = part.number
        $0.issueDate = .init(part.issueDate)
        $0.amount = .init(part.amount, currency)
      }
    }
    guard let issued = invoice.issueDate else { return }
    discountSchedule = invoice.paymentTerms.discounts.map { discount in
      .with {
        $0.percent = discount.percent.description
        $0.untilDate = .init(issued.adding(days: discount.days))
      }
    }
  }

  /// What a preview shows: nothing of it exists, so it has no name, number or etag.
  mutating func makePreview(isNew: Bool) {
    if isNew { name = "" }
    invoiceNumber = ""
    etag = ""
  }
}

extension O2c_V1_Invoice.SettlementState {
  init(_ state: OpenItem.SettlementState) {
    self =
      switch state {
      case .open: .open
      case .partlySettled: .partlySettled
      case .settled: .settled
      }
  }
}

extension O2c_V1_Invoice.Totals {
  init(_ invoice: Invoice, _ currency: Currency) {
    self.init()
    let totals = invoice.totals
    lineNet = .init(totals.lineNet, currency)
    allowances = .init(totals.discount, currency)
    charges = .init(totals.charges, currency)
    taxExclusive = .init(totals.net, currency)
    tax = .init(totals.tax, currency)
    taxInclusive = .init(totals.gross, currency)
    prepaid = .init(invoice.prepaid, currency)
    payable = .init(invoice.payable, currency)
  }
}

extension O2c_V1_Invoice.Line {
  init(_ line: Invoice.Line, of order: ID<Order>, _ currency: Currency) {
    self.init()
    lineID = String(line.number)
    self.order = Names.order.name(order)
    if let place = line.orderLine { orderLineID = String(place) }
    if let product = line.product { self.product = Names.product.name(product) }
    sku = line.sku
    description_p = line.description
    quantity = line.quantity.description
    unitCode = line.unitCode
    unitPrice = line.unitPrice.description
    baseQuantity = line.baseQuantity.description
    discountAmount = .init(line.discountAmount, currency)
    netAmount = .init(line.netAmount, currency)
    orderDiscountAmount = .init(line.documentDiscount, currency)
    taxCategoryCode = line.taxCategory.rawValue
    if line.taxCategory != .outsideScope { taxRatePercent = line.taxRate.description }
    taxAmount = .init(line.taxAmount, currency)
  }
}
