/// Changes the fields named of a product. Orders keep what they were placed with.
///
/// Checks, in this order: the product is there, its version, fields that do not change, its dates.
package struct UpdateProduct: Command {
  package let product: ID<Product>
  package let expectedVersion: Int64?
  package let fields: ProductFields
  package let fixed: Fixed

  /// What the caller says of fields that never change; nil says nothing.
  package struct Fixed: Sendable {
    package var sku: String?
    package var kind: Product.Kind?
    package var isStocked: Bool?

    package init(sku: String? = nil, kind: Product.Kind? = nil, isStocked: Bool? = nil) {
      self.sku = sku
      self.kind = kind
      self.isStocked = isStocked
    }

    func check(_ product: Product) throws(Rejection) {
      var faults = Faults()
      func fix<Value: Equatable>(_ said: Value?, _ value: Value, _ field: String) {
        if let said, said != value {
          faults.add("product.\(field)", .fieldImmutable, "This is \(value) for good.")
        }
      }
      fix(sku, product.sku, "sku")
      fix(kind?.rawValue, product.kind.rawValue, "kind")
      fix(isStocked, product.isStocked, "stocked")
      try faults.check()
    }
  }

  package init(
    product: ID<Product>, expectedVersion: Int64? = nil, fields: ProductFields,
    fixed: Fixed = Fixed()
  ) {
    self.product = product
    self.expectedVersion = expectedVersion
    self.fields = fields
    self.fixed = fixed
  }

  package var needs: Needs {
    var needs = Needs()
    needs.products.insert(product)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Product {
    guard let before = books.products[product] else { throw .notFound("products/\(product)") }
    try requireVersion(expectedVersion, of: before)
    try fixed.check(before)
    var after = before
    fields.apply(to: &after)
    try fields.check(after)
    guard after != before else { return before }
    after.updateTime = context.now
    books.put(after)
    let current = books.products[product] ?? after
    books.record(
      .productUpdated, ResourceRef(.product, product), version: current.version, in: context
    ) {
      $0.change("display_name", before.displayName, after.displayName)
      $0.change("description", before.description, after.description)
      $0.change("gtin", before.gtin, after.gtin)
      $0.change("commodity_code", before.commodityCode, after.commodityCode)
      $0.change("category", before.category, after.category)
      $0.change("unit_code", before.unitCode, after.unitCode)
      $0.change("tax_class", before.taxClass, after.taxClass)
      $0.change(
        "sellable_from_date", before.sellableFrom?.description ?? "",
        after.sellableFrom?.description ?? "")
      $0.change(
        "sellable_until_date", before.sellableUntil?.description ?? "",
        after.sellableUntil?.description ?? "")
      $0.change(
        "lead_time_days", before.leadDays?.description ?? "", after.leadDays?.description ?? "")
      $0.change(
        "over_shipment_percent", before.overShipment?.description ?? "",
        after.overShipment?.description ?? "")
      $0.change(
        "under_shipment_percent", before.underShipment?.description ?? "",
        after.underShipment?.description ?? "")
    }
    return current
  }
}
