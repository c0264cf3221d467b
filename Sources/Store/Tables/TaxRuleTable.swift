internal import Domain
internal import Postgres

/// Rows of `tax_rules`.
enum TaxRuleTable {
  static let columns: StaticString = """
    tax_class, region_code, treatment, valid_from_date, version, category_code, rate_e6,
    exemption_code
    """

  private static let insertion = Statement(insertInto: "tax_rules", columns)

  static func insert(_ rows: [TaxRule], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.text { $0.key.taxClass }
    columns.text { $0.key.regionCode }
    columns.text { $0.key.treatment }
    columns.day { $0.key.validFrom }
    columns.int64 { $0.version }
    columns.code { $0.category }
    columns.decimal { $0.rate }
    columns.text { $0.exemptionCode }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE tax_rules t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      category_code = v.category_code, rate_e6 = v.rate_e6, exemption_code = v.exemption_code
    """,
    rows: """
      tax_class, region_code, treatment, valid_from_date, stored_version, version,
      category_code, rate_e6, exemption_code
      """,
    then: """
      WHERE t.seller_id = $1 AND t.tax_class = v.tax_class AND t.region_code = v.region_code
        AND t.treatment = v.treatment AND t.valid_from_date = v.valid_from_date
      """)

  static func update(_ changes: [Change<TaxRule>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.text { $0.row.key.taxClass }
    columns.text { $0.row.key.regionCode }
    columns.text { $0.row.key.treatment }
    columns.day { $0.row.key.validFrom }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.code { $0.row.category }
    columns.decimal { $0.row.rate }
    columns.text { $0.row.exemptionCode }
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> TaxRule {
    var r = RowReader(row)
    let key = TaxRule.Key(
      taxClass: try r.text(), regionCode: try r.text(), treatment: try r.text(),
      validFrom: try r.day())
    let version = try r.int64()
    var rule = TaxRule(
      key: key, category: try r.code(), rate: try r.decimal(), exemptionCode: try r.text())
    rule.version = version
    return rule
  }
}
