/// One product of an order, with what has happened to it so far.
///
/// ordered = cancelled + shipped + open at every moment; 0 ≤ reserved ≤ open.
package struct OrderLine: Hashable, Sendable {
  /// Counts from 1 within the order and stays.
  package var number: Int32
  package var product: ID<Product>
  package var sku: String
  package var description: String
  package var unitCode: String
  package var isStocked: Bool
  package var warehouse: ID<Warehouse>?

  package var ordered: Quantity
  package var cancelled: Quantity = .zero
  package var reserved: Quantity = .zero
  package var shipped: Quantity = .zero
  package var invoiced: Quantity = .zero
  /// Confirmed as having arrived, of what was shipped.
  package var delivered: Quantity = .zero
  /// Came back and was accepted.
  package var returned: Quantity = .zero
  /// Allowed to come back and not yet received.
  package var returning: Quantity = .zero
  /// Of what was invoiced, taken back by credit notes for returns and cancellations.
  package var credited: Quantity = .zero
  /// The day on which it can leave; nil when nobody can say.
  package var promisedDate: CalendarDay?
  /// The return whose goods it takes the place of. It is given with the line and stays.
  package var replacementFor: ID<Return>?

  package var unitPrice: UnitPrice
  package var baseQuantity: Quantity
  package var priceSource: PriceSource
  /// The row of the price list, such as `GROUP TRADE from 10, 2026-01-01`; empty for a manual price.
  package var priceRow: String = ""
  /// The day whose prices these are; nil on lines from before this was kept.
  package var priceDate: CalendarDay?
  package var discounts: [Discount]
  /// Quantity × price before discounts, minor units.
  package var grossAmount: Int64
  /// The sum of its discounts.
  package var discountAmount: Int64
  /// grossAmount − discountAmount.
  package var netAmount: Int64
  /// This line's share of the document's discount; what is taxed is net less this.
  package var documentDiscount: Int64 = 0
  package var taxCategory: TaxCategory
  package var taxRate: Percent
  package var exemptionCode: String
  /// This line's share of its group's tax.
  package var taxAmount: Int64
  /// What issued invoices have drawn of this line's amounts.
  package var drawn = Drawn()

  /// Sums over the issued invoices, minor units.
  package struct Drawn: Hashable, Sendable {
    /// Net less the share of the document discount.
    package var base: Int64 = 0
    package var discount: Int64 = 0
    package var documentDiscount: Int64 = 0
    package init(base: Int64 = 0, discount: Int64 = 0, documentDiscount: Int64 = 0) {
      self.base = base
      self.discount = discount
      self.documentDiscount = documentDiscount
    }
  }

  package init(
    number: Int32, product: Product, warehouse: ID<Warehouse>?, ordered: Quantity,
    unitPrice: UnitPrice, baseQuantity: Quantity, priceSource: PriceSource, discounts: [Discount],
    grossAmount: Int64, discountAmount: Int64, taxCategory: TaxCategory, taxRate: Percent,
    exemptionCode: String
  ) {
    self.number = number
    self.product = product.id
    sku = product.sku
    description = product.displayName
    unitCode = product.unitCode
    isStocked = product.isStocked
    self.warehouse = warehouse
    self.ordered = ordered
    self.unitPrice = unitPrice
    self.baseQuantity = baseQuantity
    self.priceSource = priceSource
    self.discounts = discounts
    self.grossAmount = grossAmount
    self.discountAmount = discountAmount
    netAmount = grossAmount - discountAmount
    self.taxCategory = taxCategory
    self.taxRate = taxRate
    self.exemptionCode = exemptionCode
    taxAmount = 0
  }

  /// A line as it is stored.
  package init(
    number: Int32, product: ID<Product>, sku: String, description: String, unitCode: String,
    isStocked: Bool, warehouse: ID<Warehouse>?, ordered: Quantity, cancelled: Quantity,
    reserved: Quantity, shipped: Quantity, invoiced: Quantity, unitPrice: UnitPrice,
    baseQuantity: Quantity, priceSource: PriceSource, discounts: [Discount], grossAmount: Int64,
    discountAmount: Int64, netAmount: Int64, taxCategory: TaxCategory, taxRate: Percent,
    exemptionCode: String, taxAmount: Int64
  ) {
    self.number = number
    self.product = product
    self.sku = sku
    self.description = description
    self.unitCode = unitCode
    self.isStocked = isStocked
    self.warehouse = warehouse
    self.ordered = ordered
    self.cancelled = cancelled
    self.reserved = reserved
    self.shipped = shipped
    self.invoiced = invoiced
    self.unitPrice = unitPrice
    self.baseQuantity = baseQuantity
    self.priceSource = priceSource
    self.discounts = discounts
    self.grossAmount = grossAmount
    self.discountAmount = discountAmount
    self.netAmount = netAmount
    self.taxCategory = taxCategory
    self.taxRate = taxRate
    self.exemptionCode = exemptionCode
    self.taxAmount = taxAmount
  }

  /// Ordered, not cancelled, not shipped.
  package var open: Quantity { ordered - cancelled - shipped }
  /// Open without stock behind it.
  package var backordered: Quantity { isStocked ? open - reserved : .zero }
  /// What may still be asked back: shipped, not returned, and not on its way back.
  package var returnable: Quantity { shipped - returned - returning }
  /// Billed and not taken back.
  package var netInvoiced: Quantity { invoiced - credited }
  /// What the line comes to in the end, as far as it is known.
  package var remaining: Quantity { ordered - cancelled - returned }
  /// What of it no invoice has yet.
  package var uninvoiced: Quantity { max(.zero, remaining - netInvoiced) }
  /// What left, stayed away, and is on no invoice.
  package var unbilled: Quantity { max(.zero, shipped - returned - netInvoiced) }

  /// What the customer is to pay for now: all that is wanted, what left and stayed away, or what
  /// arrived and stayed.
  package func target(_ trigger: InvoiceTrigger) -> Quantity {
    switch trigger {
    case .onOrder: remaining
    case .onShipment, .manual: shipped - returned
    // What came back did arrive, whether or not that was told.
    case .onDelivery: max(.zero, delivered - returned)
    }
  }

  package func toBill(_ trigger: InvoiceTrigger) -> Quantity {
    max(.zero, target(trigger) - netInvoiced)
  }

  package func toCredit(_ trigger: InvoiceTrigger) -> Quantity {
    max(.zero, netInvoiced - target(trigger))
  }
  /// What is taxed of the line: its net less its share of the document discount.
  package var taxableAmount: Int64 { netAmount - documentDiscount }
  package var lineGross: Int64 { taxableAmount + taxAmount }

  package var stockKey: StockKey? {
    guard isStocked, let warehouse else { return nil }
    return StockKey(warehouse: warehouse, product: product)
  }
}
