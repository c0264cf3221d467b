package import Domain
package import Postgres

/// How transactions are opened for one seller. Row-level security shows them its rows alone.
package enum Tenancy {
  package static func readWrite(
    _ seller: ID<Seller>, statementTimeout: Duration? = nil
  ) -> TransactionOptions {
    TransactionOptions.readWrite.setting("app.seller", seller.uuid.description)
      .timeouts(statement: statementTimeout)
  }

  /// With every way to plan a query, which the role of the application otherwise does without.
  package static func readOnly(
    _ seller: ID<Seller>, statementTimeout: Duration? = nil
  ) -> TransactionOptions {
    TransactionOptions.readOnly.setting("app.seller", seller.uuid.description)
      .setting("enable_hashjoin", "on").setting("enable_mergejoin", "on")
      .setting("enable_material", "on").setting("enable_seqscan", "on")
      .timeouts(statement: statementTimeout)
  }
}
