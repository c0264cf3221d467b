import Domain
import OrderToCashAPI

extension O2c_V1_Product {
  init(_ product: Product, view: O2c_V1_View.Level = .full) {
    self.init()
    name = Names.product.name(product.id)
    sku = product.sku
    gtin = product.gtin
    displayName = product.displayName
    if view != .basic { description_p = product.description }
    kind = .init(product.kind)
    unitCode = product.unitCode
    taxClass = product.taxClass
    stocked = product.isStocked
    if let day = product.sellableFrom { sellableFromDate = .init(day) }
    if let day = product.sellableUntil { sellableUntilDate = .init(day) }
    commodityCode = product.commodityCode
    category = product.category
    if let days = product.leadDays { leadTimeDays = days }
    if let percent = product.overShipment { overShipmentPercent = percent.description }
    if let percent = product.underShipment { underShipmentPercent = percent.description }
    createTime = .init(product.createTime)
    updateTime = .init(product.updateTime)
    etag = Etag.text(for: product.version)
    annotations = product.annotations
  }
}

extension ProductFields {
  /// Reads the fields that the mask names; all others stay as they are.
  init(_ product: O2c_V1_Product, _ mask: UpdateMask, _ shape: inout Shape) {
    self.init()
    let path = "product"
    if mask.changes("display_name", isPopulated: !product.displayName.isEmpty) {
      displayName = product.displayName
    }
    if mask.changes("gtin", isPopulated: !product.gtin.isEmpty) { gtin = product.gtin }
    if mask.changes("description", isPopulated: !product.description_p.isEmpty) {
      description = product.description_p
    }
    // Empty is the default that a new product has.
    if mask.changes("unit_code", isPopulated: !product.unitCode.isEmpty) {
      unitCode = product.unitCode.isEmpty ? "C62" : product.unitCode.uppercased()
    }
    if mask.changes("tax_class", isPopulated: !product.taxClass.isEmpty) {
      taxClass = product.taxClass.isEmpty ? "STANDARD" : product.taxClass
    }
    if mask.changes("commodity_code", isPopulated: !product.commodityCode.isEmpty) {
      commodityCode = product.commodityCode
    }
    if mask.changes("category", isPopulated: !product.category.isEmpty) {
      category = product.category
    }
    if mask.changes("lead_time_days", isPopulated: product.hasLeadTimeDays) {
      leadDays = .some(product.hasLeadTimeDays ? product.leadTimeDays : nil)
    }
    if mask.changes("over_shipment_percent", isPopulated: product.hasOverShipmentPercent) {
      overShipment = .some(
        shape.optionalDecimal(product.overShipmentPercent, "\(path).over_shipment_percent"))
    }
    if mask.changes("under_shipment_percent", isPopulated: product.hasUnderShipmentPercent) {
      underShipment = .some(
        shape.optionalDecimal(product.underShipmentPercent, "\(path).under_shipment_percent"))
    }
    if mask.changes("sellable_from_date", isPopulated: product.hasSellableFromDate) {
      sellableFrom = .some(
        shape.day(
          product.sellableFromDate, isSet: product.hasSellableFromDate,
          "\(path).sellable_from_date"))
    }
    if mask.changes("sellable_until_date", isPopulated: product.hasSellableUntilDate) {
      sellableUntil = .some(
        shape.day(
          product.sellableUntilDate, isSet: product.hasSellableUntilDate,
          "\(path).sellable_until_date"))
    }
    if mask.changes("annotations", isPopulated: !product.annotations.isEmpty) {
      annotations = product.annotations
    }
  }
}
