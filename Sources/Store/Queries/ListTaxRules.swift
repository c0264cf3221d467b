package import Domain
package import Postgres

/// The tax rules a page at a time, in the order of their key: class, region, treatment, day.
package struct ListTaxRules: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<TaxRule> {
    let query = try TaxRuleTable.list.query(request, of: seller, for: scope)
    return try transaction.execute(query).listing(request, columns: 8) { try TaxRuleTable.read($0) }
  }
}

extension TaxRuleTable {
  /// The key as one text that sorts as its parts do.
  private static let key: Fragment = """
    (concat_ws(E'\\x01', tax_class, region_code, treatment, valid_from_date) COLLATE "C")
    """

  static let list = ListStatement(
    ResourceTable(
      key: Field("row", .text, key), customer: nil,
      fields: [
        Field("row", .text, key, sortable: true, filterable: false),
        Field("tax_class", .text, "tax_class", sortable: true),
        Field("region_code", .text, "region_code", sortable: true),
        Field("treatment", .text, "treatment"),
        Field("category_code", .code(TaxCategory.allCases.map(\.rawValue)), "category_code"),
        Field("valid_from_date", .date, "valid_from_date", sortable: true),
      ], defaultOrder: [OrderTerm("row")], isForEverybody: true),
    columns: Fragment(columns: columns), source: "tax_rules")
}
