/// The working set of one moment: the rows loaded for it and the changes made to them.
///
/// In the service it holds what a batch of commands needs; in a simulation it holds everything.
/// The shell brackets each command: `keep()` after a success, `rollBack()` after a rejection.
package struct Books: Sendable {
  package internal(set) var sellers = Shelf<Seller>()
  package internal(set) var warehouses = Shelf<Warehouse>()
  package internal(set) var taxRules = Shelf<TaxRule>()
  package internal(set) var customers = Shelf<Customer>()
  package internal(set) var creditAccounts = Shelf<CreditAccount>()
  /// By customer; follows the open items and is never written.
  package internal(set) var ageings = Shelf<Ageing>()
  package internal(set) var policies = Shelf<Policy>()
  package internal(set) var approvals = Shelf<Approval>()
  package internal(set) var products = Shelf<Product>()
  package internal(set) var prices = Shelf<Price>()
  package internal(set) var stockLevels = Shelf<StockLevel>()
  package internal(set) var receipts = Shelf<StockReceipt>()
  package internal(set) var orders = Shelf<Order>()
  package internal(set) var shipments = Shelf<Shipment>()
  package internal(set) var returns = Shelf<Return>()
  package internal(set) var invoices = Shelf<Invoice>()
  package internal(set) var openItems = Shelf<OpenItem>()
  package internal(set) var payments = Shelf<Payment>()
  package internal(set) var balances = Shelf<AccountBalance>()
  package internal(set) var series = Shelf<NumberSeries>()
  package internal(set) var principals = Shelf<Principal>()
  package internal(set) var apiKeys = Shelf<APIKey>()
  package internal(set) var certificates = Shelf<Certificate>()

  package internal(set) var events = Roll<Event>()
  package internal(set) var journal = Roll<JournalEntry>()
  package internal(set) var movements = Roll<StockMovement>()
  /// What orders were before they were amended.
  package internal(set) var revisions = Roll<OrderRevision>()

  /// The seller whose books these are.
  package let sellerID: ID<Seller>
  private var ids: IDGenerator
  var index = BooksIndex()
  /// How far the rows go that were looked for by an index; beside the point where all are here.
  package var reach = Reach()

  package init(seller: ID<Seller>, seed: UInt64) {
    sellerID = seller
    ids = IDGenerator(seed: seed)
  }

  package mutating func makeID<Thing>(
    _: Thing.Type = Thing.self, in context: Context
  ) -> ID<Thing> {
    ids.make(at: context.now)
  }

  /// Ids follow from this seed from here on. A simulation gives each command its own, so that it
  /// makes the same ids whatever ran before it.
  package mutating func reseed(_ seed: UInt64) { ids = IDGenerator(seed: seed) }

  /// Makes the changes of the command in hand final on these books.
  package mutating func keep() { forEachShelf(keep: true) }

  /// Takes back the changes of the command in hand.
  package mutating func rollBack() { forEachShelf(keep: false) }

  private mutating func forEachShelf(keep: Bool) {
    func end<Row>(_ shelf: inout Shelf<Row>) { keep ? shelf.keep() : shelf.rollBack() }
    func end<Row>(_ roll: inout Roll<Row>) { keep ? roll.keep() : roll.rollBack() }
    end(&sellers)
    end(&warehouses)
    end(&taxRules)
    end(&customers)
    end(&creditAccounts)
    end(&ageings)
    end(&policies)
    end(&approvals)
    end(&products)
    end(&prices)
    end(&stockLevels)
    end(&receipts)
    end(&orders)
    end(&shipments)
    end(&returns)
    end(&invoices)
    end(&openItems)
    end(&payments)
    end(&balances)
    end(&series)
    end(&principals)
    end(&apiKeys)
    end(&certificates)
    end(&events)
    end(&journal)
    end(&movements)
    end(&revisions)
  }

  /// After everything was written: nothing is changed any more.
  package mutating func settle() {
    sellers.settle()
    warehouses.settle()
    taxRules.settle()
    customers.settle()
    creditAccounts.settle()
    ageings.settle()
    policies.settle()
    approvals.settle()
    products.settle()
    prices.settle()
    stockLevels.settle()
    receipts.settle()
    orders.settle()
    shipments.settle()
    returns.settle()
    invoices.settle()
    openItems.settle()
    payments.settle()
    balances.settle()
    series.settle()
    principals.settle()
    apiKeys.settle()
    certificates.settle()
    events.settle()
    journal.settle()
    movements.settle()
    revisions.settle()
  }
}

/// Ways to find rows by something else than their key. Entries are only ever added; whoever looks
/// one up checks the row itself, so a command taken back leaves nothing false.
struct BooksIndex: Sendable {
  var productBySKU: [String: ID<Product>] = [:]
  var customerByExternalID: [String: ID<Customer>] = [:]
  var orderByExternalID: [String: ID<Order>] = [:]
  var paymentByExternalID: [String: ID<Payment>] = [:]
  var pricesByProduct: [ID<Product>: Set<Price.Key>] = [:]
  var levelsByProduct: [ID<Product>: Set<StockKey>] = [:]
  var itemsByCustomer: [ID<Customer>: Set<ID<OpenItem>>] = [:]
  var itemsByOrder: [ID<Order>: Set<ID<OpenItem>>] = [:]
  var waitingByProduct: [ID<Product>: Set<ID<Order>>] = [:]
  var reservedByProduct: [ID<Product>: Set<ID<Order>>] = [:]
  var lapsingByProduct: [ID<Product>: Set<ID<Order>>] = [:]
  var shipmentsByOrder: [ID<Order>: Set<ID<Shipment>>] = [:]
  var returnsByOrder: [ID<Order>: Set<ID<Return>>] = [:]
  var warehouseByCode: [String: ID<Warehouse>] = [:]
}
