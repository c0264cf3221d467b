internal import Domain
internal import Postgres

/// Rows in the order of their keys: as they are locked, and as they lie in their index.
extension FlushBuilder {
  mutating func addSettings(_ books: borrowing Books) {
    let sellers = split(books.sellers) { $0.id < $1.id }
    add(sellers.new) { rows, seller in SellerTable.insert(rows, of: seller) }
    add(
      books.warehouses, by: { $0.id < $1.id }, insert: WarehouseTable.insert,
      update: WarehouseTable.update)
    // After the warehouses: the first one becomes the seller's default in the same batch.
    queries += sellers.changed.map { SellerTable.update($0) }
    add(
      books.taxRules, by: { $0.key.order < $1.key.order }, insert: TaxRuleTable.insert,
      update: TaxRuleTable.update)
    add(
      books.customers, by: { $0.id < $1.id }, insert: CustomerTable.insert,
      update: CustomerTable.update)
    let accounts = split(books.creditAccounts) { $0.customer < $1.customer }
    add(accounts.new, CreditAccountTable.insert)
    queries += CreditAccountTable.updates(accounts.changed, of: seller)
  }

  mutating func addPolicies(_ books: borrowing Books) {
    add(
      books.approvals, by: { $0.id < $1.id }, insert: ApprovalTable.insert,
      update: ApprovalTable.update)
    let policies = split(books.policies) { $0.id < $1.id }
    queries += policies.new.map { PolicyTable.insert($0, of: seller) }
    queries += policies.changed.map { PolicyTable.update($0, of: seller) }
  }

  mutating func addCatalogue(_ books: borrowing Books) {
    add(
      books.products, by: { $0.id < $1.id }, insert: ProductTable.insert,
      update: ProductTable.update)
    add(
      books.prices, by: { $0.key.product < $1.key.product }, insert: PriceTable.insert,
      update: PriceTable.update)
  }

  mutating func addStock(_ books: borrowing Books) {
    add(
      books.stockLevels,
      by: {
        $0.key.product == $1.key.product
          ? $0.key.warehouse < $1.key.warehouse : $0.key.product < $1.key.product
      }, insert: StockLevelTable.insert, update: StockLevelTable.update)
    addReceipts(books)
    add(books.movements.rows, StockMovementTable.insert)
  }

  /// The lines of a scheduled receipt keep their places; what nobody expected comes behind them.
  private mutating func addReceipts(_ books: borrowing Books) {
    let receipts = split(books.receipts) { $0.id < $1.id }
    add(receipts.new, StockReceiptTable.insert)
    if !receipts.changed.isEmpty {
      queries.append(StockReceiptTable.update(receipts.changed, of: seller))
    }
    var new = StockReceiptLineTable.rows(of: receipts.new)
    var changed: [(receipt: ID<StockReceipt>, position: Int32, line: StockReceipt.Line)] = []
    for change in receipts.changed {
      for row in StockReceiptLineTable.rows(of: [change.row]) {
        let position = Int(row.position)
        if position >= change.stored.lines.count {
          new.append(row)
        } else if row.line != change.stored.lines[position] {
          changed.append(row)
        }
      }
    }
    add(new, StockReceiptLineTable.insert)
    add(changed, StockReceiptLineTable.update)
  }

  mutating func addIdentity(_ books: borrowing Books) {
    let principals = split(books.principals) { $0.id < $1.id }
    queries += principals.new.map { PrincipalTable.insert($0, of: seller) }
    queries += principals.changed.map { PrincipalTable.update($0, of: seller) }
    add(
      books.apiKeys, by: { $0.id < $1.id }, insert: APIKeyTable.insert, update: APIKeyTable.update)
    add(
      books.certificates, by: { $0.id < $1.id }, insert: CertificateTable.insert,
      update: CertificateTable.update)
  }
}

extension TaxRule.Key {
  fileprivate var order: (String, String, String, CalendarDay) {
    (taxClass, regionCode, treatment, validFrom)
  }
}
