/// Adds a product. Checks: the article number is free.
package struct CreateProduct: Command {
  package let sku: String
  package let kind: Product.Kind
  /// Nil: goods are, services are not.
  package let isStocked: Bool?
  package let fields: ProductFields

  package init(
    sku: String, kind: Product.Kind = .goods, isStocked: Bool? = nil,
    fields: ProductFields
  ) {
    self.sku = sku
    self.kind = kind
    self.isStocked = isStocked
    self.fields = fields
  }

  package var needs: Needs {
    var needs = Needs()
    needs.skus.insert(sku)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Product {
    if let existing = books.product(sku: sku) {
      throw Rejection(
        .resourceExists, "A product with sku \"\(sku)\" exists already.",
        metadata: ["existing": "products/\(existing.id)", "sku": sku])
    }
    var product = Product(
      id: books.makeID(in: context), sku: sku, displayName: "", at: context.now)
    product.kind = kind
    product.isStocked = isStocked ?? (kind == .goods)
    fields.apply(to: &product)
    try fields.check(product)
    books.put(product)
    books.record(
      .productCreated, ResourceRef(.product, product.id), version: 1, in: context
    ) {
      $0.member("sku", sku)
      $0.member("display_name", product.displayName)
      $0.member("tax_class", product.taxClass)
    }
    return books.products[product.id] ?? product
  }
}

/// The fields of a product that may change; nil leaves a field as it is.
package struct ProductFields: Sendable {
  package var displayName: String?
  package var gtin: String?
  package var description: String?
  package var unitCode: String?
  package var taxClass: String?
  package var commodityCode: String?
  package var category: String?
  package var sellableFrom: CalendarDay??
  package var sellableUntil: CalendarDay??
  package var leadDays: Int32??
  package var overShipment: Percent??
  package var underShipment: Percent??
  package var annotations: [String: String]?

  package init() {}

  func apply(to product: inout Product) {
    if let displayName { product.displayName = displayName }
    if let gtin { product.gtin = gtin }
    if let description { product.description = description }
    if let unitCode { product.unitCode = unitCode }
    if let taxClass { product.taxClass = taxClass }
    if let commodityCode { product.commodityCode = commodityCode }
    if let category { product.category = category }
    if let sellableFrom { product.sellableFrom = sellableFrom }
    if let sellableUntil { product.sellableUntil = sellableUntil }
    if let leadDays { product.leadDays = leadDays }
    if let overShipment { product.overShipment = overShipment }
    if let underShipment { product.underShipment = underShipment }
    if let annotations { product.annotations = annotations }
  }

  func check(_ product: Product) throws(Rejection) {
    var faults = Faults()
    if product.displayName.isEmpty {
      faults.add("product.display_name", .fieldRequired, "A product has a name.")
    }
    if let from = product.sellableFrom, let until = product.sellableUntil, until < from {
      faults.add(
        "product.sellable_until_date", .fieldOutOfRange, "The last day is before the first.")
    }
    try faults.check()
  }
}
