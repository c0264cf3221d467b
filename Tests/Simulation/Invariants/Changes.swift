import Domain

/// A row before and after a command.
struct Change<Row: Aggregate> {
  var before: Row?
  var after: Row
}

/// The rows as they were when last looked at.
struct Seen: Sendable {
  var sellers: [ID<Seller>: Seller] = [:]
  var warehouses: [ID<Warehouse>: Warehouse] = [:]
  var taxRules: [TaxRule.Key: TaxRule] = [:]
  var policies: [ID<Policy>: Policy] = [:]
  var approvals: [ID<Approval>: Approval] = [:]
  var customers: [ID<Customer>: Customer] = [:]
  var accounts: [ID<Customer>: CreditAccount] = [:]
  var products: [ID<Product>: Product] = [:]
  var prices: [Price.Key: Price] = [:]
  var levels: [StockKey: StockLevel] = [:]
  var receipts: [ID<StockReceipt>: StockReceipt] = [:]
  var orders: [ID<Order>: Order] = [:]
  var shipments: [ID<Shipment>: Shipment] = [:]
  var returns: [ID<Return>: Return] = [:]
  var invoices: [ID<Invoice>: Invoice] = [:]
  var items: [ID<OpenItem>: OpenItem] = [:]
  var payments: [ID<Payment>: Payment] = [:]
  var balances: [AccountKey: AccountBalance] = [:]
  var series: [SeriesKey: NumberSeries] = [:]
  var principals: [ID<Principal>: Principal] = [:]
  var apiKeys: [ID<APIKey>: APIKey] = [:]
  var certificates: [ID<Certificate>: Certificate] = [:]
}

/// What one command changed, told from the versions: rows that an earlier command of the same
/// batch changed, and this one left alone, are not among them.
struct Changes {
  let sellers: [Change<Seller>]
  let warehouses: [Change<Warehouse>]
  let taxRules: [Change<TaxRule>]
  let policies: [Change<Policy>]
  let approvals: [Change<Approval>]
  let customers: [Change<Customer>]
  let accounts: [Change<CreditAccount>]
  let products: [Change<Product>]
  let prices: [Change<Price>]
  let levels: [Change<StockLevel>]
  let receipts: [Change<StockReceipt>]
  let orders: [Change<Order>]
  let shipments: [Change<Shipment>]
  let returns: [Change<Return>]
  let invoices: [Change<Invoice>]
  let items: [Change<OpenItem>]
  let payments: [Change<Payment>]
  let balances: [Change<AccountBalance>]
  let series: [Change<NumberSeries>]
  let principals: [Change<Principal>]
  let apiKeys: [Change<APIKey>]
  let certificates: [Change<Certificate>]
  /// Kept by this command.
  let revisions: [OrderRevision]

  /// Takes the changes over into what was seen.
  init(of books: Books, since seen: inout Seen) {
    sellers = Self.take(books.sellers, &seen.sellers)
    warehouses = Self.take(books.warehouses, &seen.warehouses)
    taxRules = Self.take(books.taxRules, &seen.taxRules)
    policies = Self.take(books.policies, &seen.policies)
    approvals = Self.take(books.approvals, &seen.approvals)
    customers = Self.take(books.customers, &seen.customers)
    accounts = Self.take(books.creditAccounts, &seen.accounts)
    products = Self.take(books.products, &seen.products)
    prices = Self.take(books.prices, &seen.prices)
    levels = Self.take(books.stockLevels, &seen.levels)
    receipts = Self.take(books.receipts, &seen.receipts)
    orders = Self.take(books.orders, &seen.orders)
    shipments = Self.take(books.shipments, &seen.shipments)
    returns = Self.take(books.returns, &seen.returns)
    invoices = Self.take(books.invoices, &seen.invoices)
    items = Self.take(books.openItems, &seen.items)
    payments = Self.take(books.payments, &seen.payments)
    balances = Self.take(books.balances, &seen.balances)
    series = Self.take(books.series, &seen.series)
    principals = Self.take(books.principals, &seen.principals)
    apiKeys = Self.take(books.apiKeys, &seen.apiKeys)
    certificates = Self.take(books.certificates, &seen.certificates)
    revisions = Array(books.revisions.fresh)
  }

  private static func take<Row: Aggregate>(
    _ shelf: Shelf<Row>, _ seen: inout [Row.Key: Row]
  ) -> [Change<Row>] {
    guard shelf.hasChanges else { return [] }
    var changes: [Change<Row>] = []
    for slot in shelf.changes {
      let before = seen[slot.current.key]
      guard before?.version != slot.current.version else { continue }
      seen[slot.current.key] = slot.current
      changes.append(Change(before: before, after: slot.current))
    }
    return changes
  }
}
