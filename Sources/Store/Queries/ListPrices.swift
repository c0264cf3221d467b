package import Domain
package import Postgres

/// A row of the price list as people read it.
package struct PriceStanding: Sendable, Equatable {
  package var price: Price
  package var sku: String
}

/// The price list a page at a time, in the order of its key: product, currency, price group,
/// customer, quantity, day.
///
/// Partners see general rows, those of their customers, and those of their customers' groups.
package struct ListPrices: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<PriceStanding> {
    var list = PriceTable.list
    if case .customers(let customers) = scope {
      list.conditions.append(PriceTable.visible(to: Parameter.ids(customers)))
    }
    let page = try transaction.execute(try list.query(request, of: seller, for: scope))
    return try page.listing(request, columns: 12) { row in
      var r = RowReader(row, from: 11)
      return PriceStanding(price: try PriceTable.read(row), sku: try r.text())
    }
  }
}

extension PriceTable {
  private static let sku: Fragment = """
    (SELECT p.sku FROM products p WHERE p.seller_id = prices.seller_id
      AND p.product_id = prices.product_id)
    """

  /// What of the key stands behind the product, as one text that sorts as its parts do.
  private static let rest: Fragment = """
    (concat_ws(E'\\x01', currency_code, price_group, customer_id,
      lpad(min_quantity_e6::text, 19, '0'), valid_from_date) COLLATE "C")
    """

  static let list = ListStatement(
    ResourceTable(
      key: Field("row", .text, rest), customer: nil,
      fields: [
        Field("product", .name(["products"]), "product_id", sortable: true),
        Field("sku", .text, sku, sortable: true),
        Field("currency_code", .text, "currency_code"),
        Field(
          "customer", .name(["customers"]),
          "nullif(customer_id, '00000000-0000-0000-0000-000000000000')"),
        Field("price_group", .text, "nullif(price_group, '')"),
        Field("valid_from_date", .date, "valid_from_date", sortable: true),
        Field("valid_until_date", .date, "valid_until_date"),
      ], defaultOrder: [OrderTerm("product")], isForEverybody: true),
    columns: "\(Fragment(columns: columns)), \(sku)", source: "prices")

  static func visible(to customers: Parameter) -> Fragment {
    """
    (customer_id = ANY(\(bind: customers))
      OR customer_id = '00000000-0000-0000-0000-000000000000' AND (price_group = ''
        OR price_group IN (SELECT c.price_group FROM customers c
          WHERE c.seller_id = prices.seller_id AND c.customer_id = ANY(\(bind: customers)))))
    """
  }
}
