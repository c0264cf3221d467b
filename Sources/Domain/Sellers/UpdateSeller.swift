/// Changes the seller's own data and settings. Documents keep what they were issued with.
///
/// Checks, in this order: the version, the currency, the warehouse, and for the bank accounts an
/// authority without bound.
package struct UpdateSeller: Command {
  /// Nil where an approver carries it out.
  package let expectedVersion: Int64?
  package let fields: Fields

  /// Nil leaves a field as it is.
  package struct Fields: Sendable {
    package var displayName: String?
    package var party: Party?
    package var bankAccounts: [Seller.BankAccount]?
    package var currency: Currency?
    package var timeZone: String?
    package var defaultWarehouse: ID<Warehouse>?
    package var roundingMode: RoundingMode?
    package var taxLevel: TaxLevel?
    package var paymentTerms: PaymentTerms?
    package var stock: StockSettings?

    package init() {}
  }

  package init(expectedVersion: Int64?, fields: Fields) {
    self.expectedVersion = expectedVersion
    self.fields = fields
  }

  package var needs: Needs {
    var needs = Needs()
    needs.sellerForUpdate = true
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Seller {
    let before = books.seller
    try requireVersion(expectedVersion, of: before)
    var faults = Faults()
    if let currency = fields.currency, currency != before.currency {
      faults.add(
        "seller.base_currency_code", .fieldImmutable,
        "The books are kept in \(before.currency) for good.")
    }
    if let warehouse = fields.defaultWarehouse, books.warehouses[warehouse] == nil {
      faults.add("seller.default_warehouse", .referenceNotFound, "There is no such warehouse.")
    }
    try faults.check()
    if let accounts = fields.bankAccounts, accounts != before.bankAccounts {
      try context.caller.requireUnbounded(
        "sellers.write", "A change of the bank accounts", in: before.currency)
    }
    var after = before
    if let displayName = fields.displayName { after.displayName = displayName }
    if let party = fields.party { after.party = party }
    if let accounts = fields.bankAccounts {
      after.bankAccounts = accounts
      after.approval = nil
    }
    if let timeZone = fields.timeZone { after.timeZone = timeZone }
    if let warehouse = fields.defaultWarehouse { after.defaultWarehouse = warehouse }
    if let mode = fields.roundingMode { after.roundingMode = mode }
    if let level = fields.taxLevel { after.taxLevel = level }
    if let terms = fields.paymentTerms { after.paymentTerms = terms }
    if let stock = fields.stock { after.stock = stock }
    guard after != before else { return before }
    after.updateTime = context.now
    books.put(after)
    books.record(
      .sellerUpdated, ResourceRef(.seller, after.id), version: books.seller.version, in: context
    ) {
      $0.change("display_name", before.displayName, after.displayName)
      $0.change("legal_name", before.party.legalName, after.party.legalName)
      $0.change("time_zone", before.timeZone, after.timeZone)
      $0.change("rounding_mode", before.roundingMode.rawValue, after.roundingMode.rawValue)
      $0.change("tax_level", before.taxLevel.rawValue, after.taxLevel.rawValue)
      $0.change(
        "payment_terms", before.paymentTerms.description, after.paymentTerms.description)
      $0.change(
        "protect_backorders", "\(before.stock.protectsBackorders)",
        "\(after.stock.protectsBackorders)")
      $0.change(
        "over_shipment_percent", before.stock.overShipment.description,
        after.stock.overShipment.description)
      $0.change(
        "under_shipment_percent", before.stock.underShipment.description,
        after.stock.underShipment.description)
      $0.change("transit_days", "\(before.stock.transitDays)", "\(after.stock.transitDays)")
      $0.change("return_window_days", "\(before.stock.returnDays)", "\(after.stock.returnDays)")
      $0.member("bank_accounts_changed", before.bankAccounts != after.bankAccounts)
    }
    return books.seller
  }
}

extension UpdateSeller: GovernedCommand {
  package func subject(on books: Books) -> ResourceRef { ResourceRef(.seller, books.sellerID) }

  package func suspend(
    for approval: ID<Approval>, on books: inout Books, in context: Context
  ) -> Seller {
    var seller = books.seller
    seller.approval = approval
    seller.updateTime = context.now
    books.put(seller)
    return books.seller
  }
}
