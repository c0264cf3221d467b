/// How the store puts rows on the books, as they are stored.
extension Books {
  package mutating func load(_ row: Seller) { sellers.load(row) }
  package mutating func load(_ row: TaxRule) { taxRules.load(row) }
  package mutating func load(_ row: CreditAccount) { creditAccounts.load(row) }
  package mutating func load(_ row: Ageing) { ageings.load(row) }
  package mutating func load(_ row: Policy) { policies.load(row) }
  package mutating func load(_ row: Approval) { approvals.load(row) }
  package mutating func load(_ row: StockReceipt) { receipts.load(row) }
  package mutating func load(_ row: Invoice) { invoices.load(row) }
  package mutating func load(_ row: AccountBalance) { balances.load(row) }
  package mutating func load(_ row: NumberSeries) { series.load(row) }
  package mutating func load(_ row: Principal) { principals.load(row) }
  package mutating func load(_ row: APIKey) { apiKeys.load(row) }
  package mutating func load(_ row: Certificate) { certificates.load(row) }

  package mutating func load(_ row: Warehouse) {
    warehouses.load(row)
    index.warehouseByCode[row.code] = row.id
  }

  package mutating func load(_ row: Customer) {
    customers.load(row)
    if let number = row.externalID { index.customerByExternalID[number] = row.id }
  }

  package mutating func load(_ row: Product) {
    products.load(row)
    index.productBySKU[row.sku] = row.id
  }

  package mutating func load(_ row: Price) {
    prices.load(row)
    index.pricesByProduct[row.key.product, default: []].insert(row.key)
  }

  package mutating func load(_ row: StockLevel) {
    stockLevels.load(row)
    index.levelsByProduct[row.key.product, default: []].insert(row.key)
  }

  package mutating func load(_ row: Order) {
    orders.load(row)
    note(row)
  }

  package mutating func load(_ row: OpenItem) {
    openItems.load(row)
    index.itemsByCustomer[row.customer, default: []].insert(row.id)
    index.itemsByOrder[row.order, default: []].insert(row.id)
  }

  package mutating func load(_ row: Payment) {
    payments.load(row)
    if let number = row.externalID { index.paymentByExternalID[number] = row.id }
  }

  package mutating func load(_ row: Shipment) {
    shipments.load(row)
    index.shipmentsByOrder[row.order, default: []].insert(row.id)
  }

  package mutating func load(_ row: Return) {
    returns.load(row)
    index.returnsByOrder[row.order, default: []].insert(row.id)
  }

  mutating func note(_ order: Order) {
    if let number = order.externalID { index.orderByExternalID[number] = order.id }
    for line in order.lines where line.isStocked {
      if line.backordered > .zero {
        index.waitingByProduct[line.product, default: []].insert(order.id)
      }
      guard line.reserved > .zero else { continue }
      index.reservedByProduct[line.product, default: []].insert(order.id)
      if order.reserveUntil != nil {
        index.lapsingByProduct[line.product, default: []].insert(order.id)
      }
    }
  }
}
