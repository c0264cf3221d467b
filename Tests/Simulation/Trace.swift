package import Domain

/// A cheap likeness of the books: how many rows, which of them changed and to which version.
struct Trace: Equatable {
  private var counts: [Int] = []
  private var versions: [Int64] = []
  private var fresh = 0

  init(_ books: Books) {
    add(books.sellers)
    add(books.warehouses)
    add(books.taxRules)
    add(books.customers)
    add(books.creditAccounts)
    add(books.products)
    add(books.prices)
    add(books.stockLevels)
    add(books.receipts)
    add(books.orders)
    add(books.shipments)
    add(books.returns)
    add(books.invoices)
    add(books.openItems)
    add(books.payments)
    add(books.balances)
    add(books.series)
    add(books.principals)
    add(books.apiKeys)
    add(books.certificates)
    counts += [books.events.rows.count, books.journal.rows.count, books.movements.rows.count]
    fresh =
      books.events.fresh.count + books.journal.fresh.count + books.movements.fresh.count
      + books.revisions.fresh.count
  }

  private mutating func add<Row: Aggregate>(_ shelf: Shelf<Row>) {
    counts.append(shelf.count)
    guard shelf.hasChanges else {
      versions.append(0)
      return
    }
    var sum: Int64 = 0
    for slot in shelf.changes { sum += slot.current.version }
    versions.append(sum)
  }

  /// Whether nothing is there that was not seen before.
  func isClean(against seen: Seen) -> Bool {
    guard fresh == 0 else { return false }
    let masters: [Int] = [
      seen.sellers.count, seen.warehouses.count, seen.taxRules.count, seen.customers.count,
      seen.accounts.count, seen.products.count, seen.prices.count, seen.levels.count,
      seen.receipts.count,
    ]
    let documents: [Int] = [
      seen.orders.count, seen.shipments.count, seen.returns.count, seen.invoices.count,
      seen.items.count, seen.payments.count, seen.balances.count, seen.series.count,
      seen.principals.count, seen.apiKeys.count, seen.certificates.count,
    ]
    return Array(counts.dropLast(3)) == masters + documents
  }
}

extension Books {
  /// The kinds of rows in which two sets of books differ, with the keys.
  package func differences(from other: Books) -> [String] {
    var names: [String] = []
    func compare<Row: Aggregate>(_ a: Shelf<Row>, _ b: Shelf<Row>) {
      for row in a.rows where b[row.key] != row { names.append("\(Row.self) \(row.key)") }
      for row in b.rows where a[row.key] == nil { names.append("\(Row.self) \(row.key) is gone") }
    }
    compare(sellers, other.sellers)
    compare(warehouses, other.warehouses)
    compare(taxRules, other.taxRules)
    compare(customers, other.customers)
    compare(creditAccounts, other.creditAccounts)
    compare(policies, other.policies)
    compare(approvals, other.approvals)
    compare(products, other.products)
    compare(prices, other.prices)
    compare(stockLevels, other.stockLevels)
    compare(receipts, other.receipts)
    compare(orders, other.orders)
    compare(shipments, other.shipments)
    compare(returns, other.returns)
    compare(invoices, other.invoices)
    compare(openItems, other.openItems)
    compare(payments, other.payments)
    compare(balances, other.balances)
    compare(series, other.series)
    compare(principals, other.principals)
    compare(apiKeys, other.apiKeys)
    compare(certificates, other.certificates)
    return names
  }
}
