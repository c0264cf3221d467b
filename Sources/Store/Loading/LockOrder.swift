/// The one order in which every transaction takes its row locks, and why it is this one.
///
/// Two transactions that lock rows in the same order never wait for each other in a circle. Roots
/// come before what hangs on them, so that who holds a root may trust what hangs on it:
///
/// 1. the seller: only commands that change its own settings or reference tables take it;
/// 2. credit accounts: every change of a customer's orders, items or payments moves its exposure,
///    and that of its group; the accounts of groups come before those of their members. With a customer
///    come those that its orders are invoiced to, with an order the one that owes it;
/// 3. stock levels: whoever holds one knows that no order takes from it meanwhile, also which orders
///    wait for it;
/// 4. orders, invoices, open items, payments: documents in the order in which they come to be;
/// 5. approvals, principals, API keys, certificates;
/// 6. account balances and number series: the hottest rows come last and are held shortest.
///
/// Within a table, rows are locked by key (members of groups after all others). Keys that are known only from another row (an order's
/// customer) come from a subselect over references that never change. What is absent cannot be
/// locked: two who create the same row meet at its unique key, and one runs again.
///
/// What is only read comes after the locks, and the request ids come last: each statement has a
/// snapshot of its own, so they include what the transaction we waited for has committed.
enum LoadStep: Int, CaseIterable, Comparable, Sendable {
  // Locked.
  case seller, creditAccounts, stockLevels, orders, invoices, openItems, payments, approvals,
    principals
  case apiKeys, certificates, balances, series
  // Read.
  case policies, ageings, warehouses, taxRules, customers, products, prices, orderLines,
    invoiceLines, itemsOfOrders
  case applications, receipts, receiptLines, shipments, shipmentLines, shipmentLots, returns,
    returnLines, requests

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
