/// What a customer wants, at which price, and how far it has come.
package struct Order: Aggregate {
  package var id: ID<Order>
  package var version: Int64 = 0
  /// `SO-2026-000123`: unique and rising, gaps allowed.
  package var number: String
  /// The caller's own order number; unique per seller, for ever.
  package var externalID: String?
  package var customer: ID<Customer>
  /// Who is invoiced and owes, where that is not the customer. It is kept for the order's life.
  package var billTo: ID<Customer>?
  /// Who is expected to pay, where that is not who owes: for matching, it does not become the debtor.
  package var payer: ID<Customer>?
  package var state: State
  package var holds: [Hold] = []
  package var currency: Currency
  package var purchaseOrderReference: String = ""
  package var paymentTerms: PaymentTerms
  /// The business date of the order: prices, tax and terms are those of this day.
  package var orderDate: CalendarDay
  package var requestedDate: CalendarDay?
  /// Who waits for goods is served by it, the highest first.
  package var priority: Int32 = 0
  /// What makes a line ready for its invoice: the customer's rule when the order was made.
  package var invoiceTrigger: InvoiceTrigger = .onShipment
  /// A line takes all that it lacks, or waits.
  package var isShipComplete = false
  /// Where it goes, when that is not the customer's default.
  package var shipTo: Address?
  package var lines: [OrderLine]
  /// Of the whole document; every line holds its share.
  package var discounts: [Discount] = []
  package var charges: [Charge] = []
  /// What was invoiced ahead of the goods, oldest first, with what invoices have recalled of it.
  package var deposits: [Deposit] = []
  package var taxes: [TaxTotal]
  package var totals: Totals
  package var roundingMode: RoundingMode
  package var taxLevel: TaxLevel
  /// When the reservations of a draft or of a held order lapse; nil when they do not.
  package var reserveUntil: Instant?
  /// Until when a draft may be confirmed at its prices; nil without a bound.
  package var priceValidUntil: Instant?
  package var confirmTime: Instant?
  /// The latest ship date of its shipments.
  package var lastShipDate: CalendarDay?
  package var credit: CreditDecision?
  /// 0 for drafts, 1 when it is placed, counting up with every amendment; earlier ones are kept as
  /// `Books.revisions`.
  package var revision: Int32 = 0
  /// The highest line number that was ever given; a number is never used twice.
  package var lastLine: Int32
  /// The order that this one was copied from.
  package var copiedFrom: ID<Order>?
  /// A release that waits for another person.
  package var approval: ID<Approval>?
  package var annotations: [String: String] = [:]
  package var createTime: Instant
  package var updateTime: Instant

  package var key: ID<Order> { id }

  /// Whose open items, exposure and credit decisions it makes. What partners see goes by `customer`.
  package var debtor: ID<Customer> { billTo ?? customer }

  /// The states of an order. Where each can go:
  package enum State: String, CaseIterable, Sendable {
    /// Priced, no credit decision. Can move to confirmed, onHold or cancelled.
    case draft = "DRAFT"
    /// Stock reserved, exposure up. Can move to onHold, cancelled (nothing shipped) or completed.
    case confirmed = "CONFIRMED"
    /// Stopped by at least one hold. Can move to confirmed or, nothing shipped, to cancelled; to
    /// completed where its last hold goes and nothing is left.
    case onHold = "ON_HOLD"
    /// Final.
    case cancelled = "CANCELLED"
    /// Nothing is open or to bill. Final.
    case completed = "COMPLETED"

    package var successors: [State] { OrderTransitions.successors(of: self) }
  }

  package struct Hold: Hashable, Sendable {
    package var kind: Kind
    package var reason: String
    /// The event that holds the decision with its inputs.
    package var decision: ID<Event>?
    /// Who held it by hand; nil where the rules did.
    package var actor: ID<Principal>?
    /// What the person noted beside the reason.
    package var note: String
    package var since: Instant

    package enum Kind: String, CaseIterable, Sendable {
      case credit = "CREDIT"
      case manual = "MANUAL"
    }

    package init(
      kind: Kind, reason: String, decision: ID<Event>? = nil, actor: ID<Principal>? = nil,
      note: String = "", since: Instant
    ) {
      self.kind = kind
      self.reason = reason
      self.decision = decision
      self.actor = actor
      self.note = note
      self.since = since
    }
  }

  package struct Totals: Hashable, Sendable {
    /// The lines less the document's discount, with its charges; BT-109.
    package var net: Int64
    package var tax: Int64
    package var gross: Int64
    /// The document's own discount; BT-107.
    package var discount: Int64
    /// The document's own charges before tax; BT-108.
    package var charges: Int64
    package init(net: Int64, tax: Int64, gross: Int64, discount: Int64 = 0, charges: Int64 = 0) {
      self.net = net
      self.tax = tax
      self.gross = gross
      self.discount = discount
      self.charges = charges
    }

    /// The sum of the lines' net; BT-106.
    package var lineNet: Int64 { net + discount - charges }
  }

  package init(
    id: ID<Order>, number: String, customer: ID<Customer>, state: State, currency: Currency,
    paymentTerms: PaymentTerms, orderDate: CalendarDay, lines: [OrderLine], taxes: [TaxTotal],
    totals: Totals, roundingMode: RoundingMode, taxLevel: TaxLevel, at now: Instant
  ) {
    self.id = id
    self.number = number
    self.customer = customer
    self.state = state
    self.currency = currency
    self.paymentTerms = paymentTerms
    self.orderDate = orderDate
    self.lines = lines
    self.taxes = taxes
    self.totals = totals
    self.roundingMode = roundingMode
    self.taxLevel = taxLevel
    lastLine = lines.reduce(0) { max($0, $1.number) }
    createTime = now
    updateTime = now
  }
}

/// One (category, rate) group of a document: base and tax in minor units.
package struct TaxTotal: Hashable, Sendable {
  package var category: TaxCategory
  package var rate: Percent
  package var base: Int64
  package var tax: Int64
  package var exemptionCode: String

  package init(
    category: TaxCategory, rate: Percent, base: Int64, tax: Int64, exemptionCode: String
  ) {
    self.category = category
    self.rate = rate
    self.base = base
    self.tax = tax
    self.exemptionCode = exemptionCode
  }
}
