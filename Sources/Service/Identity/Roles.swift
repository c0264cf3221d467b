/// The roles that ship. A principal has roles; what they allow is put together.
package enum Roles {
  /// What every caller has.
  package static let everybody: Set<String> = ["callers.self"]

  package static let partner = "PARTNER"
  package static let admin = "ADMIN"

  /// Role → permissions, `callers.self` aside. Permissions of methods that are still to come are
  /// named already: a role means the same before and after.
  package static let table: [String: Set<String>] = [
    "PARTNER": [
      "orders.place", "orders.amend", "orders.cancel", "returns.request", "payments.charge",
      "disputes.open", "webhooks.write", "documents.read", "catalog.read", "stock.read",
      "orders.read", "shipments.read", "returns.read", "invoices.read", "payments.read",
      "receivables.read", "disputes.read", "events.read", "webhooks.read",
    ],
    "SALES": sales,
    "SALES_LEAD": sales.union([
      "orders.discount", "catalog.price", "policies.read", "approvals.read",
    ]),
    "WAREHOUSE": [
      "catalog.read", "stock.admin", "stock.write", "stock.read", "orders.read",
      "shipments.write", "shipments.read", "returns.receive", "returns.read", "documents.read",
      "events.read", "imports.run",
    ],
    "CREDIT": [
      "customers.read", "customers.block", "orders.read", "orders.hold", "credit.read",
      "credit.write", "credit.limit", "credit.release", "invoices.read", "payments.read",
      "receivables.read", "disputes.read", "collections.read", "events.read", "reports.read",
      "policies.read", "approvals.read", "approvals.decide",
    ],
    "BILLING": [
      "customers.read", "catalog.read", "orders.read", "shipments.read", "returns.read",
      "invoices.write", "invoices.issue", "invoices.credit", "invoices.void",
      "invoices.deliver", "invoices.read", "documents.read", "payments.read",
      "receivables.read", "disputes.read", "events.read", "exports.run",
    ],
    "CASH": [
      "customers.read", "orders.read", "invoices.read", "payments.record", "payments.apply",
      "payments.reverse", "payments.charge", "payments.provider", "payments.refund",
      "payments.read", "banking.import", "banking.match", "banking.mandates", "banking.files",
      "banking.read", "receivables.read", "disputes.open", "disputes.read", "documents.read",
      "events.read", "imports.run",
    ],
    "COLLECTIONS": [
      "customers.read", "customers.block", "orders.read", "invoices.read", "payments.read",
      "credit.read", "receivables.adjust", "receivables.read", "disputes.open",
      "disputes.resolve", "disputes.read", "collections.work", "collections.run",
      "collections.read", "documents.read", "events.read", "reports.read",
    ],
    "ACCOUNTANT": reads.union([
      "catalog.tax", "ledger.verify", "ledger.rates", "ledger.close", "receivables.adjust",
      "payments.apply", "payments.reverse", "invoices.credit", "exports.run",
    ]),
    "AUDITOR": reads.union(["ledger.verify"]),
    "ADMIN": all,
    "SERVICE": all.subtracting([
      "principals.write", "sellers.create", "sellers.write", "policies.write",
      "approvals.decide",
    ]),
  ]

  private static let sales: Set<String> = [
    "customers.write", "customers.read", "customers.block", "catalog.read", "stock.read",
    "orders.place", "orders.amend", "orders.cancel", "orders.hold", "orders.read",
    "shipments.read", "returns.request", "returns.decide", "returns.read", "invoices.read",
    "payments.read", "receivables.read", "documents.read", "events.read", "credit.read",
    "exports.run", "imports.run", "reports.read",
  ]

  /// What the roles allow together; a role that is not known allows nothing.
  package static func permissions(of roles: [String]) -> Set<String> {
    roles.reduce(into: everybody) { $0.formUnion(table[$1] ?? []) }
  }

  /// Every `.read`.
  static let reads = all.filter { $0.hasSuffix(".read") }

  /// Every permission of the contract, those of later methods included.
  package static let all: Set<String> = [
    "approvals.decide", "approvals.read", "banking.files", "banking.import", "banking.mandates",
    "banking.match", "banking.read", "callers.self", "catalog.price", "catalog.read",
    "catalog.tax", "catalog.write", "collections.read", "collections.run", "collections.work",
    "credit.limit", "credit.read", "credit.release", "credit.write", "customers.anonymize",
    "customers.block", "customers.merge", "customers.read", "customers.write", "disputes.open",
    "disputes.read", "disputes.resolve", "documents.read", "events.read", "exports.run",
    "imports.run", "invoices.credit", "invoices.deliver", "invoices.issue", "invoices.read",
    "invoices.void", "invoices.write", "ledger.close", "ledger.rates", "ledger.read",
    "ledger.verify", "orders.amend", "orders.cancel", "orders.discount", "orders.hold",
    "orders.place", "orders.read", "payments.apply", "payments.charge", "payments.provider",
    "payments.read",
    "payments.record", "payments.refund", "payments.reverse", "policies.read", "policies.write",
    "principals.read", "principals.write", "receivables.adjust", "receivables.read",
    "reports.read", "returns.decide", "returns.read", "returns.receive", "returns.request",
    "sellers.create", "sellers.read", "sellers.write", "shipments.read", "shipments.write",
    "stock.admin", "stock.read", "stock.write", "webhooks.read", "webhooks.write",
  ]
}
