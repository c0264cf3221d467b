import Domain
import OrderToCashAPI

extension CalendarDay {
  /// The first day of a row that is valid from ever.
  static let ever = CalendarDay(daysSince1970: -719_162)
}

extension O2c_V1_Price {
  init(_ price: Price, sku: String) {
    self.init()
    product = Names.product.name(price.key.product)
    self.sku = sku
    currencyCode = price.key.currency.code
    switch price.key.audience {
    case .all: break
    case .group(let group): priceGroup = group
    case .customer(let id): customer = Names.customer.name(id)
    }
    minQuantity = price.key.minQuantity.description
    if price.key.validFrom != .ever { validFromDate = .init(price.key.validFrom) }
    if let day = price.validUntil { validUntilDate = .init(day) }
    if let discount = price.discount {
      discountPercent = discount.description
    } else {
      unitPrice = price.unitPrice.description
    }
    baseQuantity = price.baseQuantity.description
  }
}

extension SetPrices.Row {
  init?(_ price: O2c_V1_Price, at path: String, _ shape: inout Shape) {
    let product = ProductReference(product: price.product, sku: price.sku, at: path, &shape)
    let currency = shape.currency(price.currencyCode, "\(path).currency_code")
    let audience = Price.Audience(price.scope, at: path, &shape)
    let minimum: Quantity? = shape.optionalDecimal(price.minQuantity, "\(path).min_quantity")
    let from = shape.day(
      price.validFromDate, isSet: price.hasValidFromDate, "\(path).valid_from_date")
    let until = shape.day(
      price.validUntilDate, isSet: price.hasValidUntilDate, "\(path).valid_until_date")
    let unitPrice: UnitPrice? = shape.optionalDecimal(price.unitPrice, "\(path).unit_price")
    let discount: Percent? =
      price.hasDiscountPercent
      ? shape.decimal(price.discountPercent, "\(path).discount_percent") : nil
    if price.unitPrice.isEmpty == !price.hasDiscountPercent {
      shape.add(
        "\(path).unit_price", price.hasDiscountPercent ? .fieldInvalid : .fieldRequired,
        "A row has a unit_price or a discount_percent: one of the two.")
    }
    let base: Quantity? = shape.optionalDecimal(price.baseQuantity, "\(path).base_quantity")
    guard let product, let currency, let audience else { return nil }
    self.init(
      product: product, currency: currency, audience: audience, minQuantity: minimum ?? .zero,
      validFrom: from ?? .ever, validUntil: until, unitPrice: unitPrice ?? .zero,
      discount: discount, baseQuantity: base ?? Quantity(whole: 1))
  }
}

extension Price.Audience {
  init?(_ scope: O2c_V1_Price.OneOf_Scope?, at path: String, _ shape: inout Shape) {
    switch scope {
    case nil: self = .all
    case .customer(let name):
      guard let id = shape.id(name, Names.customer, "\(path).customer") else { return nil }
      self = .customer(id)
    case .priceGroup(let group):
      guard !group.isEmpty else {
        shape.require(false, "\(path).price_group")
        return nil
      }
      self = .group(group)
    }
  }
}

extension O2c_V1_TaxRule {
  init(_ rule: TaxRule) {
    self.init()
    taxClass = rule.key.taxClass
    regionCode = rule.key.regionCode
    treatment = rule.key.treatment
    if rule.key.validFrom != .ever { validFromDate = .init(rule.key.validFrom) }
    categoryCode = rule.category.rawValue
    if rule.category != .outsideScope { ratePercent = rule.rate.description }
    exemptionCode = rule.exemptionCode
  }
}

extension TaxRule {
  init?(_ rule: O2c_V1_TaxRule, at path: String, _ shape: inout Shape) {
    let from = shape.day(
      rule.validFromDate, isSet: rule.hasValidFromDate, "\(path).valid_from_date")
    let rate: Percent? = shape.optionalDecimal(rule.ratePercent, "\(path).rate_percent")
    guard let category = TaxCategory(rawValue: rule.categoryCode.uppercased()) else {
      shape.add(
        "\(path).category_code", .fieldInvalid,
        "A tax category of UNCL 5305: S, Z, E, AE, K, G, O, L, M or B.")
      return nil
    }
    let exemption = rule.exemptionCode.uppercased()
    if category == .exempt, exemption.isEmpty {
      shape.add(
        "\(path).exemption_code", .fieldRequired, "Category E needs the reason, a VATEX code.")
    }
    self.init(
      key: .init(
        taxClass: rule.taxClass.isEmpty ? "STANDARD" : rule.taxClass,
        regionCode: rule.regionCode.uppercased(), treatment: rule.treatment,
        validFrom: from ?? .ever),
      category: category, rate: rate ?? .zero,
      exemptionCode: exemption.isEmpty ? category.defaultExemption : exemption)
  }
}

extension TaxCategory {
  /// The reason that goes with the category itself (EN 16931 BR-AE-10, BR-IC-10, BR-G-10, BR-O-10).
  var defaultExemption: String {
    switch self {
    case .reverseCharge: "VATEX-EU-AE"
    case .intraCommunity: "VATEX-EU-IC"
    case .export: "VATEX-EU-G"
    case .outsideScope: "VATEX-EU-O"
    case .standard, .zeroRated, .exempt, .canaryIslands, .ceutaMelilla, .splitPayment: ""
    }
  }
}
