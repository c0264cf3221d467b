package import Domain
package import Postgres

/// Which rows a batch needs, as the statements that fetch them in one round trip, and the way from
/// their answers to books.
///
/// The queries go into one pipeline after BEGIN with `app.seller` set; `read` takes their results in
/// the same order. Only what is asked for is fetched.
package struct LoadPlan: Sendable {
  package let seller: ID<Seller>
  package let queries: [Query]
  let steps: [LoadStep]
  private let needs: Needs

  /// - Parameter isLocking: takes the rows' locks; a preview looks without.
  package init(
    seller: ID<Seller>, needs: Needs, requests: [RequestKey] = [], isLocking: Bool = true
  ) {
    var builder = LoadPlanBuilder(seller: seller, needs: needs)
    builder.addLocks()
    builder.addReads()
    if !requests.isEmpty { builder.add(.requests, RequestTable.select(requests, of: seller)) }
    self.seller = seller
    queries =
      isLocking
      ? builder.queries
      : builder.queries.map { Query($0.statement.withoutLocks, $0.parameters) }
    steps = builder.steps
    self.needs = needs
  }

  /// Puts the rows on the books and answers with the stored replies of requests seen before.
  ///
  /// - Throws: `StoreError.unknownSeller`, or a row that is not what its table says.
  package func read(
    _ results: [ResultSet], into books: inout Books
  ) throws -> [RequestKey: StoredReply] {
    var answers: [LoadStep: ResultSet] = [:]
    for (step, result) in zip(steps, results) { answers[step] = result }
    var reader = LoadReader(answers: answers)
    let replies = try reader.read(into: &books, of: seller)
    try checkRoots(on: books)
    markReach(on: &books)
    return replies
  }

  /// Fresh books with the rows on them.
  package func books(
    from results: [ResultSet], seed: UInt64
  ) throws -> (books: Books, replies: [RequestKey: StoredReply]) {
    var books = Books(seller: seller, seed: seed)
    let replies = try read(results, into: &books)
    return (books, replies)
  }
}

extension LoadPlan {
  /// A merge, or a change of a draft, gave a document to another customer while its lock was waited
  /// for: the account of that one is not locked.
  private func checkRoots(on books: Books) throws {
    func check(_ customer: ID<Customer>?) throws {
      guard let customer, books.creditAccounts[customer] == nil else { return }
      throw StoreError.movedMeanwhile
    }
    func check(order id: ID<Order>?) throws {
      guard let order = id.flatMap({ books.orders[$0] }) else { return }
      try check(order.customer)
      try check(order.debtor)
    }
    for id in needs.orders { try check(order: id) }
    for id in needs.returns { try check(order: books.returns[id]?.order) }
    for id in needs.invoices {
      try check(books.invoices[id]?.customer)
      try check(order: books.invoices[id]?.order)
    }
    for id in needs.openItems { try check(books.openItems[id]?.customer) }
    for id in needs.payments {
      guard let payment = books.payments[id] else { continue }
      try check(payment.customer)
      for application in payment.applications {
        try check(books.openItems[application.item]?.customer)
      }
    }
  }

  /// How far the look-ups by an index have gone.
  private func markReach(on books: inout Books) {
    books.reach.lapsed.formUnion(needs.lapsedForProducts)
    books.reach.reserved.formUnion(needs.reservedForProducts)
    var waited = needs.waitingForProducts
    for sku in needs.waitingForSKUs {
      if let product = books.product(sku: sku) { waited.insert(product.id) }
    }
    for order in needs.waitingForProductsOfOrders {
      waited.formUnion(books.orders[order]?.lines.map(\.product) ?? [])
    }
    for product in waited {
      let isAll = books.waitingOrderCount(for: product) < needs.waitingLimit
      books.reach.waiting[product] = isAll ? .max : needs.waitingLimit
    }
  }

  /// Loads what commands need besides, seen from the rows that are there, until they ask for
  /// nothing more. Most batches ask for nothing.
  ///
  /// - Parameter commands: how many share the books.
  package static func loadFurther(
    into books: inout Books, in transaction: inout Transaction, commands: Int,
    isLocking: Bool = true, asking: (Books) -> Needs
  ) throws {
    books.reach.commands = max(1, commands)
    var asked = Needs()
    while true {
      let needs = asking(books)
      guard needs != Needs(), needs != asked else { return }
      asked = needs
      let plan = LoadPlan(seller: books.sellerID, needs: needs, isLocking: isLocking)
      _ = try plan.read(try transaction.pipeline(plan.queries), into: &books)
    }
  }
}

/// What the store cannot do.
package enum StoreError: Error, Sendable, Hashable {
  /// There is no such seller, or the transaction is not its.
  case unknownSeller
  /// What a row hangs on changed while its lock was waited for: the batch is loaded anew.
  case movedMeanwhile
}

struct LoadPlanBuilder {
  let seller: ID<Seller>
  let needs: Needs
  private(set) var queries: [Query] = []
  private(set) var steps: [LoadStep] = []
  /// Whether keys hide behind references that only the database can follow.
  private let hasReferences: Bool
  private let references: [Parameter]
  private let customers: Set<ID<Customer>>
  private let products: Set<ID<Product>>

  init(seller: ID<Seller>, needs: Needs) {
    self.seller = seller
    self.needs = needs
    customers = needs.customers.union(needs.openItemsOfCustomers)
    products = needs.products.union(needs.waitingForProducts)
    let skus = needs.skus.union(needs.waitingForSKUs)
    let orders = needs.orders.union(needs.waitingForProductsOfOrders)
    hasReferences =
      !(needs.customerExternalIDs.isEmpty && skus.isEmpty && orders.isEmpty
      && needs.invoices.isEmpty && needs.openItems.isEmpty && needs.payments.isEmpty
      && needs.returns.isEmpty && needs.receipts.isEmpty && needs.dependentsOf.isEmpty)
    references = [
      .id(seller), .ids(customers), .array(needs.customerExternalIDs), .ids(products),
      .array(skus), .ids(orders), .array(needs.orderExternalIDs), .ids(needs.invoices),
      .ids(needs.openItems), .ids(needs.openItemsOfCustomers), .ids(needs.payments),
      .array(needs.paymentExternalIDs), .ids(needs.waitingForProducts),
      .array(needs.waitingForSKUs), .ids(needs.waitingForProductsOfOrders),
      .array(needs.openItemsOfCustomerExternalIDs), .ids(needs.repricedOrders),
      .ids(needs.returns), .ids(needs.receipts), .int64(Int64(needs.waitingLimit)),
      .ids(needs.lapsedForProducts),
      .timestamp(needs.lapsedBefore?.microseconds ?? 0), .ids(needs.reservedForProducts),
      .ids(needs.shipmentsOfOrders), .ids(needs.returnsOfOrders), .ids(needs.dependentsOf),
    ]
  }

  mutating func add(_ step: LoadStep, _ query: Query) {
    steps.append(step)
    queries.append(query)
  }

  private mutating func addFollowing(_ step: LoadStep, _ statement: Statement) {
    add(step, Query(statement, references))
  }

  private var needsCustomers: Bool {
    !(customers.isEmpty && needs.customerExternalIDs.isEmpty && needs.orders.isEmpty
      && needs.invoices.isEmpty && needs.openItems.isEmpty && needs.payments.isEmpty
      && needs.returns.isEmpty && needs.dependentsOf.isEmpty)
  }
  private var namesProducts: Bool {
    !(products.isEmpty && needs.skus.isEmpty && needs.waitingForSKUs.isEmpty
      && needs.repricedOrders.isEmpty)
  }
  private var needsProducts: Bool {
    namesProducts || !needs.orders.isEmpty || !needs.waitingForProductsOfOrders.isEmpty
      || !needs.returns.isEmpty || !needs.receipts.isEmpty
  }
  private var needsWaiting: Bool {
    !(needs.waitingForProducts.isEmpty && needs.waitingForSKUs.isEmpty
      && needs.waitingForProductsOfOrders.isEmpty)
  }
  private var needsHolders: Bool {
    !(needs.lapsedForProducts.isEmpty && needs.reservedForProducts.isEmpty)
  }
  private var needsFulfillment: Bool {
    !(needs.shipmentsOfOrders.isEmpty && needs.returnsOfOrders.isEmpty && needs.returns.isEmpty)
  }
  private var needsOrders: Bool {
    needsWaiting || needsHolders || !needs.orders.isEmpty || !needs.orderExternalIDs.isEmpty
      || !needs.invoices.isEmpty || !needs.returns.isEmpty
  }
  private var needsItems: Bool {
    !(needs.openItems.isEmpty && needs.openItemsOfCustomers.isEmpty && needs.payments.isEmpty
      && needs.invoices.isEmpty && needs.openItemsOfCustomerExternalIDs.isEmpty)
  }
  private var needsPayments: Bool {
    !(needs.payments.isEmpty && needs.paymentExternalIDs.isEmpty)
  }
  private var needsIdentity: Bool {
    needs.allPrincipals
      || !(needs.principals.isEmpty && needs.partnersOf.isEmpty && needs.apiKeys.isEmpty
        && needs.certificates.isEmpty)
  }

  /// In the order of `LoadStep`, which is the order of locking.
  mutating func addLocks() {
    typealias SQL = LoadStatements
    add(.seller, Query(needs.sellerForUpdate ? SQL.sellerForUpdate : SQL.seller, .id(seller)))
    if needsCustomers {
      if hasReferences {
        addFollowing(
          .creditAccounts,
          needs.dependentsOf.isEmpty ? SQL.creditAccountsOfAll : SQL.creditAccountsOfDependents)
      } else {
        add(.creditAccounts, Query(SQL.creditAccounts, .id(seller), .ids(customers)))
      }
    }
    if needsProducts {
      if hasReferences {
        addFollowing(.stockLevels, SQL.stockLevelsOfAll)
      } else {
        add(.stockLevels, Query(SQL.stockLevels, .id(seller), .ids(products)))
      }
    }
    if needsOrders {
      addFollowing(
        .orders,
        needsHolders
          ? SQL.ordersWaitingAndHolding : needsWaiting ? SQL.ordersAndWaiting : SQL.orders)
    }
    if !needs.invoices.isEmpty { addFollowing(.invoices, SQL.invoices) }
    if needsItems { addFollowing(.openItems, SQL.openItems) }
    if needsPayments { addFollowing(.payments, SQL.payments) }
    if !needs.approvals.isEmpty {
      add(.approvals, Query(SQL.approvals, .id(seller), .ids(needs.approvals)))
    }
    if needsIdentity { addIdentity() }
    if !needs.accounts.isEmpty {
      add(.balances, Query(SQL.balances, .id(seller), .column(needs.accounts) { $0.rawValue }))
    }
    if !needs.series.isEmpty {
      add(.series, Query(SQL.series, .id(seller), .column(needs.series) { $0.rawValue }))
    }
  }

  private mutating func addIdentity() {
    let parameters: [Parameter] = [
      .id(seller), .ids(needs.principals), .ids(needs.apiKeys), .array(needs.certificates),
      .bool(needs.allPrincipals), .ids(needs.partnersOf),
    ]
    add(.principals, Query(LoadStatements.principals, parameters))
    add(.apiKeys, Query(LoadStatements.apiKeys, parameters))
    add(.certificates, Query(LoadStatements.certificates, parameters))
  }

  mutating func addReads() {
    typealias SQL = LoadStatements
    if needs.policies {
      add(
        .policies, Query(needs.sellerForUpdate ? SQL.policies : SQL.policiesGranted, .id(seller)))
    }
    if needs.decidesCredit, needsCustomers {
      if hasReferences {
        addFollowing(.ageings, SQL.ageingsOfAll)
      } else {
        add(.ageings, Query(SQL.ageings, .id(seller), .ids(customers)))
      }
    }
    add(.warehouses, Query(SQL.warehouses, .id(seller)))
    add(.taxRules, Query(SQL.taxRules, .id(seller)))
    if needsCustomers {
      if hasReferences {
        addFollowing(
          .customers,
          needs.dependentsOf.isEmpty ? SQL.customersWithReferences : SQL.customersWithDependents)
      } else {
        add(.customers, Query(SQL.customers, .id(seller), .ids(customers)))
      }
    }
    if needsProducts {
      if hasReferences {
        addFollowing(.products, SQL.productsWithReferences)
      } else {
        add(.products, Query(SQL.products, .id(seller), .ids(products)))
      }
    }
    if namesProducts { addPrices() }
    if needsOrders {
      addFollowing(
        .orderLines,
        needsHolders
          ? SQL.orderLinesWaitingAndHolding
          : needsWaiting ? SQL.orderLinesAndWaiting : SQL.orderLines)
      addFollowing(.itemsOfOrders, SQL.itemsOfOrders)
    }
    if !needs.invoices.isEmpty { addFollowing(.invoiceLines, SQL.invoiceLines) }
    if needsPayments { addFollowing(.applications, SQL.applications) }
    if needsFulfillment {
      addFollowing(.shipments, SQL.shipments)
      addFollowing(.shipmentLines, SQL.shipmentLines)
      addFollowing(.shipmentLots, SQL.shipmentLots)
      addFollowing(.returns, SQL.returns)
      addFollowing(.returnLines, SQL.returnLines)
    }
    if !needs.receipts.isEmpty {
      add(.receipts, Query(SQL.receipts, .id(seller), .ids(needs.receipts)))
      add(.receiptLines, Query(SQL.receiptLines, .id(seller), .ids(needs.receipts)))
    }
  }

  /// Who sets prices needs all of a product's; who orders needs the customer's and everybody's.
  private mutating func addPrices() {
    if needs.sellerForUpdate {
      addFollowing(.prices, LoadStatements.allPrices)
    } else if hasReferences {
      addFollowing(.prices, LoadStatements.pricesWithReferences)
    } else {
      let audience = customers.union([ID<Customer>.zero])
      add(
        .prices, Query(LoadStatements.prices, .id(seller), .ids(products), .ids(audience)))
    }
  }
}
