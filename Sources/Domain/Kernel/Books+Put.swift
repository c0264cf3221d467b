/// How commands change the books. Orders, items and payments carry their debtor's exposure with
/// them, so the parts on the credit account always equal the rows that they are the sum of.
extension Books {
  package mutating func put(_ row: Seller) { sellers.put(row) }
  package mutating func put(_ row: TaxRule) { taxRules.put(row) }
  package mutating func put(_ row: Invoice) { invoices.put(row) }
  package mutating func put(_ row: CreditAccount) { creditAccounts.put(row) }
  package mutating func put(_ row: Policy) { policies.put(row) }
  package mutating func put(_ row: Approval) { approvals.put(row) }
  package mutating func put(_ row: NumberSeries) { series.put(row) }
  package mutating func put(_ row: Principal) { principals.put(row) }
  package mutating func put(_ row: APIKey) { apiKeys.put(row) }
  package mutating func put(_ row: Certificate) { certificates.put(row) }

  package mutating func put(_ row: Warehouse) {
    warehouses.put(row)
    index.warehouseByCode[row.code] = row.id
  }

  package mutating func put(_ row: Customer) {
    customers.put(row)
    if let number = row.externalID { index.customerByExternalID[number] = row.id }
  }

  package mutating func put(_ row: Product) {
    products.put(row)
    index.productBySKU[row.sku] = row.id
  }

  package mutating func put(_ row: Price) {
    if prices.put(row) {
      index.pricesByProduct[row.key.product, default: []].insert(row.key)
    }
  }

  package mutating func put(_ row: StockLevel) {
    precondition(
      row.reserved >= .zero && row.reserved <= row.onHand,
      "a stock level keeps 0 ≤ reserved ≤ on hand")
    if stockLevels.put(row) {
      index.levelsByProduct[row.key.product, default: []].insert(row.key)
    }
  }

  package mutating func put(_ row: StockReceipt) {
    let before = receipts[row.id]?.stockEffects ?? []
    receipts.put(row)
    count(before, row.stockEffects)
  }

  package mutating func put(_ row: Shipment) {
    shipments.put(row)
    index.shipmentsByOrder[row.order, default: []].insert(row.id)
  }

  package mutating func put(_ row: Return) {
    returns.put(row)
    index.returnsByOrder[row.order, default: []].insert(row.id)
  }

  /// Moves the sums of the levels from what a row added to them to what it adds now.
  private mutating func count(_ before: [StockEffect], _ after: [StockEffect]) {
    guard before != after else { return }
    var levels: [StockKey: StockLevel] = [:]
    for effect in before {
      levels[effect.key, default: stockLevel(effect.key)].count(effect, sign: -1)
    }
    for effect in after {
      levels[effect.key, default: stockLevel(effect.key)].count(effect, sign: 1)
    }
    for level in levels.values where level != stockLevel(level.key) { put(level) }
  }

  package mutating func put(_ row: Order, in context: Context) {
    let stored = orders[row.id]
    var before = stored?.exposure ?? (openOrders: 0, unbilledShipments: 0)
    let after = row.exposure
    if let owner = stored?.debtor, owner != row.debtor, before != (0, 0) {
      // A merge: what it added to the one goes to the other.
      changeExposure(of: owner, in: context) {
        $0.openOrders -= before.openOrders
        $0.unbilledShipments -= before.unbilledShipments
      }
      before = (0, 0)
    }
    orders.put(row)
    countReplaced(from: stored, to: row, in: context)
    note(row)
    count(stored?.stockEffects ?? [], row.stockEffects)
    guard before != after else { return }
    changeExposure(of: row.debtor, in: context) {
      $0.openOrders += after.openOrders - before.openOrders
      $0.unbilledShipments += after.unbilledShipments - before.unbilledShipments
    }
  }

  package mutating func put(_ row: OpenItem, in context: Context) {
    let stored = openItems[row.id]
    if let stored, stored.customer != row.customer {
      changeExposure(of: stored.customer, in: context) { $0.openItems -= stored.open }
      if var ageing = ageings[stored.customer] {
        ageing.replace(stored, by: nil)
        ageings.put(ageing)
      }
    }
    let before = stored?.customer == row.customer ? stored : nil
    openItems.put(row)
    index.itemsByCustomer[row.customer, default: []].insert(row.id)
    index.itemsByOrder[row.order, default: []].insert(row.id)
    var ageing = ageings[row.customer] ?? Ageing(of: row.customer)
    ageing.replace(before, by: row)
    ageings.put(ageing)
    guard before?.open != row.open else { return }
    changeExposure(of: row.customer, in: context) {
      $0.openItems += row.open - (before?.open ?? 0)
      if before == nil {
        $0.firstInvoice = min(row.documentDate, $0.firstInvoice ?? row.documentDate)
      }
    }
  }

  package mutating func put(_ row: Payment, in context: Context) {
    var before = payments[row.id]?.unapplied ?? 0
    let after = row.unapplied
    if let owner = payments[row.id]?.customer, owner != row.customer {
      changeExposure(of: owner, in: context) { $0.unappliedCash -= before }
      before = 0
    }
    payments.put(row)
    if let number = row.externalID { index.paymentByExternalID[number] = row.id }
    guard before != after else { return }
    changeExposure(of: row.customer, in: context) { $0.unappliedCash += after - before }
  }

  /// Moves parts of a customer's exposure, and with them the sums of its group.
  private mutating func changeExposure(
    of customer: ID<Customer>, in context: Context, _ change: (inout CreditAccount) -> Void
  ) {
    guard let before = creditAccounts[customer] else { return }
    var account = before
    change(&account)
    account.updateTime = context.now
    creditAccounts.put(account)
    guard let group = account.group, var head = creditAccounts[group] else { return }
    head.membersOwed += account.owed - before.owed
    head.membersUnappliedCash += account.unappliedCash - before.unappliedCash
    head.updateTime = context.now
    creditAccounts.put(head)
  }
}
