/// What a caller asks for when it places or drafts an order; shape already checked.
package struct OrderRequest: Sendable {
  package var customer: CustomerReference
  /// Who is invoiced and owes; nil: whom the customer says, else the customer itself.
  package var billTo: ID<Customer>?
  /// Who is expected to pay; nil: whom the customer says, else who owes.
  package var payer: ID<Customer>?
  /// Those that an order names which is there: nobody chooses them now.
  package var knownParties: Set<ID<Customer>> = []
  /// What an order that is there replaces already.
  var knownReplacements: [Replacement: Quantity] = [:]
  package var externalID: String?
  package var currency: Currency?
  package var purchaseOrderReference: String
  package var paymentTerms: PaymentTerms?
  /// Default: the seller's business date.
  package var orderDate: CalendarDay?
  package var requestedDate: CalendarDay?
  package var shipTo: Address?
  /// For drafts: until when they may be confirmed at their prices.
  package var priceValidUntil: Instant?
  /// For drafts: until when stock is held for them.
  package var reserveUntil: Instant?
  package var annotations: [String: String]
  /// Who waits for goods is served by it, the highest first.
  package var priority: Int32 = 0
  /// A line takes all that it lacks, or waits.
  package var isShipComplete = false
  package var lines: [Line]
  /// Of the whole document, given by hand.
  package var discounts: [Discount] = []
  /// Their tax is determined with the lines'.
  package var charges: [Charge] = []
  /// The currencies of the amounts that were given, which must be the order's.
  package var amountCurrencies: [AmountCurrency] = []

  package struct AmountCurrency: Sendable {
    package var path: String
    package var currency: Currency
    package init(path: String, currency: Currency) {
      self.path = path
      self.currency = currency
    }
  }

  package struct Line: Sendable {
    package var product: ProductReference
    package var quantity: Quantity
    package var warehouse: ID<Warehouse>?
    /// A manual price; the catalogue's when nil.
    package var unitPrice: UnitPrice?
    /// Given by hand; they chain in their order.
    package var discounts: [Discount]
    /// The line of a draft that it stands for.
    package var number: Int32?
    /// The return whose goods it takes the place of.
    package var replacementFor: ID<Return>?

    package init(
      product: ProductReference, quantity: Quantity, warehouse: ID<Warehouse>? = nil,
      unitPrice: UnitPrice? = nil, discounts: [Discount] = []
    ) {
      self.product = product
      self.quantity = quantity
      self.warehouse = warehouse
      self.unitPrice = unitPrice
      self.discounts = discounts
    }
  }

  package init(
    customer: CustomerReference, externalID: String? = nil, currency: Currency? = nil,
    purchaseOrderReference: String = "", paymentTerms: PaymentTerms? = nil,
    orderDate: CalendarDay? = nil, requestedDate: CalendarDay? = nil, shipTo: Address? = nil,
    priceValidUntil: Instant? = nil, annotations: [String: String] = [:], lines: [Line]
  ) {
    self.customer = customer
    self.externalID = externalID
    self.currency = currency
    self.purchaseOrderReference = purchaseOrderReference
    self.paymentTerms = paymentTerms
    self.orderDate = orderDate
    self.requestedDate = requestedDate
    self.shipTo = shipTo
    self.priceValidUntil = priceValidUntil
    self.annotations = annotations
    self.lines = lines
  }

  var needs: Needs {
    var needs = Needs()
    needs.name(customer)
    needs.customers.formUnion(chosenParties.map(\.id))
    for line in lines { needs.name(line) }
    if let externalID { needs.orderExternalIDs.insert(externalID) }
    needs.series.insert(.order)
    needs.policies = true
    return needs
  }
}

/// A customer by id, or by the caller's own number.
package enum CustomerReference: Hashable, Sendable {
  case id(ID<Customer>)
  case externalID(String)
}

/// A product by id, or by its article number.
package enum ProductReference: Hashable, Sendable {
  case id(ID<Product>)
  case sku(String)
}

extension Needs {
  package mutating func name(_ customer: CustomerReference) {
    switch customer {
    case .id(let id): customers.insert(id)
    case .externalID(let number): customerExternalIDs.insert(number)
    }
  }

  package mutating func name(_ product: ProductReference) {
    switch product {
    case .id(let id): products.insert(id)
    case .sku(let sku): skus.insert(sku)
    }
  }
}

extension Books {
  package func find(_ product: ProductReference) -> Product? {
    switch product {
    case .id(let id): products[id]
    case .sku(let sku): self.product(sku: sku)
    }
  }

  /// Nil also for a customer that the caller may not see.
  package func find(_ customer: CustomerReference, for context: Context) -> Customer? {
    let found =
      switch customer {
      case .id(let id): customers[id]
      case .externalID(let number): self.customer(externalID: number)
      }
    guard let found, context.caller.sees(found.id) else { return nil }
    return found
  }
}
