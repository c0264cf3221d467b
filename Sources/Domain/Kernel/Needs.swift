/// The rows that a command must find on the books. A batch loads the union of its commands' needs,
/// in one declared order, each table once.
///
/// Naming an order also brings its lines, its customer and who owes it with their credit accounts, and the stock levels
/// and products of its lines, and (to read) the open items of its invoices; an invoice brings its order and open items; a payment brings its
/// applications with their items. A customer brings whom its orders are invoiced to. Seller, warehouses
/// and tax rules are always there.
package struct Needs: Sendable, Equatable {
  /// Customers with their credit account, which is locked, and that of their group.
  package var customers: Set<ID<Customer>> = []
  /// Customers that name one of these as bill-to, payer, parent or head of their group.
  package var dependentsOf: Set<ID<Customer>> = []
  /// Customers by the seller's own number.
  package var customerExternalIDs: Set<String> = []
  /// Products with prices and stock levels in all warehouses, which are locked.
  package var products: Set<ID<Product>> = []
  package var skus: Set<String> = []
  package var orders: Set<ID<Order>> = []
  package var orderExternalIDs: Set<String> = []
  /// Orders whose lines are priced again: their products come with prices.
  package var repricedOrders: Set<ID<Order>> = []
  package var invoices: Set<ID<Invoice>> = []
  package var openItems: Set<ID<OpenItem>> = []
  /// The open items of these customers, by due date and id, the first `itemLimit`.
  package var openItemsOfCustomers: Set<ID<Customer>> = []
  /// The same for customers by the seller's own number.
  package var openItemsOfCustomerExternalIDs: Set<String> = []
  package var payments: Set<ID<Payment>> = []
  package var paymentExternalIDs: Set<String> = []
  /// Receipts with the stock levels of their products, which are locked.
  package var receipts: Set<ID<StockReceipt>> = []
  /// Shipments of these orders, to read or, under the order's lock, to change.
  package var shipmentsOfOrders: Set<ID<Order>> = []
  /// Returns of these orders, likewise.
  package var returnsOfOrders: Set<ID<Order>> = []
  /// Returns with their order, its other returns and its shipments. Whatever changes what of a return is
  /// replaced names it.
  package var returns: Set<ID<Return>> = []
  /// Confirmed orders with back-ordered lines of these products, the first `waitingLimit` a product.
  package var waitingForProducts: Set<ID<Product>> = []
  /// The same for products known by sku only.
  package var waitingForSKUs: Set<String> = []
  /// The same for the products of these orders' lines: what a cancellation frees, they get.
  package var waitingForProductsOfOrders: Set<ID<Order>> = []
  /// Orders that hold goods of these products beyond their time, which is `lapsedBefore`.
  package var lapsedForProducts: Set<ID<Product>> = []
  package var lapsedBefore: Instant?
  /// All orders that hold goods of these products.
  package var reservedForProducts: Set<ID<Product>> = []
  package var waitingLimit = Needs.waitingChunk
  /// Number series of these kinds, all years; they are locked.
  package var series: Set<SeriesKey.Kind> = []
  /// Ledger accounts whose balances the command moves, in all currencies; they are locked.
  package var accounts: Set<Account> = []
  /// The command decides on credit: what its customers have past due is read with their accounts.
  package var decidesCredit = false
  /// The rule sets in force.
  package var policies = false
  package var approvals: Set<ID<Approval>> = []
  package var principals: Set<ID<Principal>> = []
  /// Principals that are bound to these customers.
  package var partnersOf: Set<ID<Customer>> = []
  package var apiKeys: Set<ID<APIKey>> = []
  /// Certificates by fingerprint.
  package var certificates: Set<String> = []
  /// All principals of the seller: to find the last admin, or a name that is taken.
  package var allPrincipals = false
  /// Locks the seller's own row and its reference tables against other writers of them.
  package var sellerForUpdate = false

  package static let itemLimit = 500
  package static let waitingChunk = 200

  package init() {}

  package mutating func formUnion(_ other: Needs) {
    customers.formUnion(other.customers)
    dependentsOf.formUnion(other.dependentsOf)
    customerExternalIDs.formUnion(other.customerExternalIDs)
    products.formUnion(other.products)
    skus.formUnion(other.skus)
    orders.formUnion(other.orders)
    orderExternalIDs.formUnion(other.orderExternalIDs)
    repricedOrders.formUnion(other.repricedOrders)
    invoices.formUnion(other.invoices)
    openItems.formUnion(other.openItems)
    openItemsOfCustomers.formUnion(other.openItemsOfCustomers)
    openItemsOfCustomerExternalIDs.formUnion(other.openItemsOfCustomerExternalIDs)
    payments.formUnion(other.payments)
    paymentExternalIDs.formUnion(other.paymentExternalIDs)
    receipts.formUnion(other.receipts)
    shipmentsOfOrders.formUnion(other.shipmentsOfOrders)
    returnsOfOrders.formUnion(other.returnsOfOrders)
    returns.formUnion(other.returns)
    waitingForProducts.formUnion(other.waitingForProducts)
    waitingForSKUs.formUnion(other.waitingForSKUs)
    waitingForProductsOfOrders.formUnion(other.waitingForProductsOfOrders)
    lapsedForProducts.formUnion(other.lapsedForProducts)
    if let time = other.lapsedBefore { lapsedBefore = max(time, lapsedBefore ?? time) }
    reservedForProducts.formUnion(other.reservedForProducts)
    waitingLimit = max(waitingLimit, other.waitingLimit)
    series.formUnion(other.series)
    accounts.formUnion(other.accounts)
    decidesCredit = decidesCredit || other.decidesCredit
    policies = policies || other.policies
    approvals.formUnion(other.approvals)
    principals.formUnion(other.principals)
    partnersOf.formUnion(other.partnersOf)
    apiKeys.formUnion(other.apiKeys)
    certificates.formUnion(other.certificates)
    allPrincipals = allPrincipals || other.allPrincipals
    sellerForUpdate = sellerForUpdate || other.sellerForUpdate
  }
}
