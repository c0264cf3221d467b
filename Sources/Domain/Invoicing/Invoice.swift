/// A legal document. Once issued it never changes; what was paid stands on its open items.
package struct Invoice: Aggregate {
  package var id: ID<Invoice>
  package var version: Int64 = 0
  /// BT-1, `INV-2026-000123`: without gaps in its series; nil while a draft.
  package var number: String?
  package var kind: Kind = .invoice
  /// What it was asked to bill: a draft is held to it when it is issued.
  package var scope: Scope = .due
  package var state: State
  /// Who is invoiced and owes it: the debtor of the order, which names who ordered.
  package var customer: ID<Customer>
  package var order: ID<Order>
  /// Seller and buyer as they were at issue.
  package var seller: Party
  package var buyer: Party
  /// BG-13.
  package var deliverTo: Address
  /// BT-2.
  package var issueDate: CalendarDay?
  /// BT-9.
  package var dueDate: CalendarDay?
  /// BT-72: when the last of the goods left.
  package var deliveryDate: CalendarDay?
  package var currency: Currency
  package var paymentTerms: PaymentTerms
  /// BT-10.
  package var buyerReference: String
  /// BT-13.
  package var purchaseOrderReference: String
  package var lines: [Line]
  /// BG-21.
  package var charges: [Charge] = []
  /// BG-23.
  package var taxes: [TaxTotal]
  package var totals: Order.Totals
  /// Deposits that were paid and that it takes into account, oldest first.
  package var prepayments: [Prepayment] = []
  package var roundingMode: RoundingMode
  package var taxLevel: TaxLevel
  package var issueTime: Instant?
  package var createTime: Instant

  package var key: ID<Invoice> { id }
  /// BT-113.
  package var prepaid: Int64 { prepayments.reduce(0) { $0 + $1.amount } }
  /// BT-115: what is claimed, in open items.
  package var payable: Int64 { totals.gross - prepaid }

  /// What the document is; each has a number series of its own.
  package enum Kind: String, CaseIterable, Sendable {
    /// 380.
    case invoice = "INVOICE"
    /// 386: money ahead of the goods.
    case deposit = "DEPOSIT"

    package var series: SeriesKey.Kind {
      switch self {
      case .invoice: .invoice
      case .deposit: .deposit
      }
    }
  }

  /// What it recalls of a deposit that was paid (BG-3), minor units.
  package struct Prepayment: Hashable, Sendable {
    package var deposit: ID<Invoice>
    package var number: String
    package var issueDate: CalendarDay
    package var net: Int64 = 0
    package var tax: Int64 = 0

    package init(of deposit: Deposit) {
      self.init(deposit: deposit.invoice, number: deposit.number, issueDate: deposit.issueDate)
    }

    package init(
      deposit: ID<Invoice>, number: String, issueDate: CalendarDay, net: Int64 = 0, tax: Int64 = 0
    ) {
      self.deposit = deposit
      self.number = number
      self.issueDate = issueDate
      self.net = net
      self.tax = tax
    }

    package var amount: Int64 { net + tax }
  }

  /// Where each state can go:
  package enum State: String, CaseIterable, Sendable {
    /// Has no number and no posting. Can move to issued.
    case draft = "DRAFT"
    /// Numbered, posted, immutable. Final.
    case issued = "ISSUED"

    package var successors: [State] {
      switch self {
      case .draft: [.issued]
      case .issued: []
      }
    }
  }

  /// BG-25.
  package struct Line: Hashable, Sendable {
    package var number: Int32
    /// Nil, as the product, on the line of a deposit.
    package var orderLine: Int32?
    package var product: ID<Product>?
    package var sku: String
    package var description: String
    package var unitCode: String
    /// BT-129.
    package var quantity: Quantity
    /// BT-146.
    package var unitPrice: UnitPrice
    package var baseQuantity: Quantity
    package var grossAmount: Int64
    package var discountAmount: Int64
    /// BT-131.
    package var netAmount: Int64
    /// This line's share of the document's discount (BG-20): what is taxed is net less this.
    package var documentDiscount: Int64 = 0
    /// BT-151.
    package var taxCategory: TaxCategory
    /// BT-152.
    package var taxRate: Percent
    package var exemptionCode: String
    package var taxAmount: Int64

    package init(
      number: Int32, orderLine: Int32?, product: ID<Product>?, sku: String, description: String,
      unitCode: String, quantity: Quantity, unitPrice: UnitPrice, baseQuantity: Quantity,
      grossAmount: Int64, discountAmount: Int64, netAmount: Int64, taxCategory: TaxCategory,
      taxRate: Percent, exemptionCode: String, taxAmount: Int64
    ) {
      self.number = number
      self.orderLine = orderLine
      self.product = product
      self.sku = sku
      self.description = description
      self.unitCode = unitCode
      self.quantity = quantity
      self.unitPrice = unitPrice
      self.baseQuantity = baseQuantity
      self.grossAmount = grossAmount
      self.discountAmount = discountAmount
      self.netAmount = netAmount
      self.taxCategory = taxCategory
      self.taxRate = taxRate
      self.exemptionCode = exemptionCode
      self.taxAmount = taxAmount
    }
  }

  package init(
    id: ID<Invoice>, state: State, customer: ID<Customer>, order: ID<Order>, seller: Party,
    buyer: Party, deliverTo: Address, currency: Currency, paymentTerms: PaymentTerms,
    buyerReference: String, purchaseOrderReference: String, lines: [Line], taxes: [TaxTotal],
    totals: Order.Totals, roundingMode: RoundingMode, taxLevel: TaxLevel, at now: Instant
  ) {
    self.id = id
    self.state = state
    self.customer = customer
    self.order = order
    self.seller = seller
    self.buyer = buyer
    self.deliverTo = deliverTo
    self.currency = currency
    self.paymentTerms = paymentTerms
    self.buyerReference = buyerReference
    self.purchaseOrderReference = purchaseOrderReference
    self.lines = lines
    self.taxes = taxes
    self.totals = totals
    self.roundingMode = roundingMode
    self.taxLevel = taxLevel
    createTime = now
  }
}
