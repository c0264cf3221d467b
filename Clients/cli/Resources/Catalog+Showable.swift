import OrderToCash
import OrderToCashAPI

extension O2c_V1_Product: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("sku") { .text($0.sku) },
      Column("display name", flexible: true) { .text($0.displayName) },
      Column("kind", rank: 3) { .state($0.kind) },
      Column("unit", rank: 2) { .text(optional: $0.unitCode) },
      Column("tax class", rank: 1) { .text(optional: $0.taxClass) },
      Column("stocked", rank: 4) { .text($0.stocked ? "yes" : "no") },
      Column("name", rank: 5) { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    [
      facts,
      .facts([
        ("gtin", .text(optional: gtin)), ("description", .text(optional: description_p)),
        ("sellable from", .day(sellableFromDate)), ("sellable until", .day(sellableUntilDate)),
        ("commodity code", .text(optional: commodityCode)),
        ("category", .text(optional: category)),
        ("lead time days", .number(optional: hasLeadTimeDays ? String(leadTimeDays) : "")),
        (
          "over-shipment %", .number(optional: hasOverShipmentPercent ? overShipmentPercent : "")
        ),
        (
          "under-shipment %",
          .number(optional: hasUnderShipmentPercent ? underShipmentPercent : "")
        ),
        ("etag", .text(optional: etag)),
      ]),
    ]
  }
}

extension O2c_V1_Price: Showable {
  var identifier: String { product }

  static var columns: [Column<Self>] {
    [
      Column("sku") { $0.sku.isEmpty ? .reference(optional: $0.product) : .text($0.sku) },
      Column("price") { .price(optional: $0.unitPrice, $0.currencyCode) },
      Column("discount %") { price in
        .number(optional: price.hasDiscountPercent ? price.discountPercent : "")
      },
      Column("currency") { .text($0.currencyCode) },
      Column("per", rank: 3) { .number(optional: $0.baseQuantity) },
      Column("from quantity", rank: 2) { .number(optional: $0.minQuantity.unlessZero) },
      Column("for", flexible: true) { price in
        switch price.scope {
        case .customer(let name): .reference(name)
        case .priceGroup(let group): .text(group)
        case nil: .text("everybody")
        }
      },
      Column("valid from") { .day($0.validFromDate) },
      Column("valid until", rank: 1) { .day($0.validUntilDate) },
    ]
  }
}

extension O2c_V1_TaxRule: Showable {
  var identifier: String { taxClass }

  static var columns: [Column<Self>] {
    [
      Column("tax class") { .text(optional: $0.taxClass) },
      Column("region") { .text($0.regionCode.isEmpty ? "everywhere" : $0.regionCode) },
      Column("treatment") { .text(optional: $0.treatment) },
      Column("valid from") { .day($0.validFromDate) },
      Column("category") { .text($0.categoryCode) },
      Column("rate %") { .number(optional: $0.ratePercent) },
      Column("exemption", rank: 1) { .text(optional: $0.exemptionCode) },
    ]
  }
}
