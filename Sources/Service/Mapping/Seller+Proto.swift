import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_Seller {
  init(_ seller: Seller) {
    self.init()
    name = Names.seller.name(seller.id)
    displayName = seller.displayName
    party = .init(seller.party)
    bankAccounts = seller.bankAccounts.map { account in
      .with {
        $0.iban = account.iban
        $0.bic = account.bic
      }
    }
    baseCurrencyCode = seller.currency.code
    timeZone = seller.timeZone
    if let id = seller.defaultWarehouse { defaultWarehouse = Names.warehouse.name(id) }
    rounding = .init(seller.roundingMode, seller.taxLevel)
    defaultPaymentTerms = seller.paymentTerms.description
    if let approval = seller.approval { self.approval = Names.approval.name(approval) }
    orderSettings.overShipmentPercent = seller.stock.overShipment.description
    orderSettings.underShipmentPercent = seller.stock.underShipment.description
    orderSettings.protectBackorders = seller.stock.protectsBackorders
    orderSettings.transitDays = seller.stock.transitDays
    orderSettings.returnWindowDays = seller.stock.returnDays
    createTime = .init(seller.createTime)
    updateTime = .init(seller.updateTime)
    etag = Etag.text(for: seller.version)
  }
}

extension UpdateSeller.Fields {
  /// Reads the fields that the mask names; all others stay as they are.
  init(_ seller: O2c_V1_Seller, _ mask: UpdateMask, _ shape: inout Shape) {
    self.init()
    if mask.changes("display_name", isPopulated: !seller.displayName.isEmpty) {
      shape.require(!seller.displayName.isEmpty, "seller.display_name")
      displayName = seller.displayName
    }
    if mask.changes("party", isPopulated: seller.hasParty) {
      shape.require(seller.hasParty, "seller.party")
      party = Party(seller.party)
    }
    if mask.changes("bank_accounts", isPopulated: !seller.bankAccounts.isEmpty) {
      bankAccounts = seller.bankAccounts.map {
        Seller.BankAccount(
          iban: $0.iban.filter { $0 != " " }.uppercased(), bic: $0.bic.uppercased())
      }
    }
    currency = shape.optionalCurrency(seller.baseCurrencyCode, "seller.base_currency_code")
    if mask.changes("time_zone", isPopulated: !seller.timeZone.isEmpty) {
      shape.require(!seller.timeZone.isEmpty, "seller.time_zone")
      timeZone = seller.timeZone
    }
    if mask.changes("default_warehouse", isPopulated: !seller.defaultWarehouse.isEmpty) {
      shape.require(!seller.defaultWarehouse.isEmpty, "seller.default_warehouse")
      defaultWarehouse = shape.optionalID(
        seller.defaultWarehouse, Names.warehouse, "seller.default_warehouse")
    }
    if mask.changes("order_settings", isPopulated: seller.hasOrderSettings) {
      stock = StockSettings(seller.orderSettings, &shape)
    }
    if mask.changes("rounding", isPopulated: seller.hasRounding) {
      roundingMode = seller.rounding.domainMode ?? .halfAway
      taxLevel = seller.rounding.domainLevel ?? .document
    }
    if mask.changes(
      "default_payment_terms", isPopulated: !seller.defaultPaymentTerms.isEmpty)
    {
      paymentTerms =
        seller.defaultPaymentTerms.isEmpty
        ? .net30 : shape.terms(seller.defaultPaymentTerms, "seller.default_payment_terms")
    }
  }
}

extension StockSettings {
  /// The settings as a whole: what is not said is the default.
  init(_ settings: O2c_V1_Seller.OrderSettings, _ shape: inout Shape) {
    self.init()
    let path = "seller.order_settings"
    overShipment =
      shape.optionalDecimal(settings.overShipmentPercent, "\(path).over_shipment_percent") ?? .zero
    underShipment =
      shape.optionalDecimal(settings.underShipmentPercent, "\(path).under_shipment_percent")
      ?? .zero
    if settings.hasProtectBackorders { protectsBackorders = settings.protectBackorders }
    if settings.hasTransitDays { transitDays = settings.transitDays }
    if settings.hasReturnWindowDays { returnDays = settings.returnWindowDays }
  }
}
