import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct SellerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seller", abstract: "The legal entity that sells and invoices.",
    subcommands: [Get.self, Update.self])

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows a seller; default the one that you act for.")

    @Argument(help: "Name: sellers/….")
    var seller: ResourceArgument?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(
          try await session.client.admin.getSeller(
            try await session.sellerName(seller), options: session.options))
      }
    }
  }

  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Changes fields of a seller; issued documents keep what they copied.")

    @Argument(help: "Name: sellers/…; default the one that you act for.")
    var name: ResourceArgument?

    @Option(help: "What people call the seller.")
    var displayName: String?

    @Option(help: "Full name in the register.")
    var legalName: String?

    @Option(help: "VAT id with the prefix of its state.")
    var vatID: String?

    @OptionGroup(title: "Registered address") var address: AddressOptions

    @Option(help: "Account where customers pay.")
    var iban: String?

    @Option(help: "The bank of the account.")
    var bic: String?

    @Option(help: "Functional currency of the books, ISO 4217; fixed once something is posted.")
    var currency: String?

    @Option(help: "IANA time zone of business dates.")
    var timeZone: String?

    @Option(help: "The warehouse of orders and receipts that name none.")
    var defaultWarehouse: ResourceArgument?

    @Option(help: "Terms of customers that have none of their own.")
    var terms: String?

    @Option(help: "Exact halves: HALF_AWAY or HALF_EVEN.")
    var roundingMode: String?

    @Option(help: "Where tax is rounded: DOCUMENT or LINE.")
    var roundingLevel: String?

    @OptionGroup(title: "How orders are taken") var orders: OrderSettingsFields

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "The version that you have seen; default the one that is read now.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let sellerName = try await session.sellerName(name)
        let now = try await session.client.admin.getSeller(sellerName, options: session.options)
        // What does not change stays out, so that only what changes is checked.
        var row = Seller()
        let paths = try await fill(&row, from: now, session)
        guard !paths.isEmpty else { throw ErrorReport.usage("nothing to change was given") }
        if iban != nil {
          try mutation.confirmation(on: session.console)
            .ask("Change the account where customers pay?")
        }
        var request = UpdateSellerRequest()
        request.seller = row
        request.seller.name = now.name
        request.seller.etag = etag ?? now.etag
        request.updateMask = .with { $0.paths = paths }
        request.validateOnly = mutation.dryRun
        request.note = note ?? ""
        try await session.change(mutation) { [request] options in
          let row = try await session.client.admin.updateSeller(request, options: options)
          session.tellApproval(row.approval)
          return row
        }
      }
    }

    /// Sets what was given; a party, an account and the rounding are changed as a whole.
    private func fill(
      _ seller: inout Seller, from now: Seller, _ session: Session
    ) async throws -> [String] {
      var paths: Swift.Set<String> = []
      if legalName != nil || vatID != nil || address.isGiven { seller.party = now.party }
      if roundingMode != nil || roundingLevel != nil { seller.rounding = now.rounding }
      func set(_ value: String?, _ path: String, _ assign: (String) -> Void) {
        guard let value else { return }
        assign(value)
        paths.insert(path)
      }
      set(displayName, "display_name") { seller.displayName = $0 }
      set(legalName, "party") { seller.party.legalName = $0 }
      set(vatID, "party") { seller.party.vatID = $0 }
      if address.isGiven {
        address.fill(&seller.party.address)
        paths.insert("party")
      }
      set(currency, "base_currency_code") { seller.baseCurrencyCode = $0 }
      set(timeZone, "time_zone") { seller.timeZone = $0 }
      set(terms, "default_payment_terms") { seller.defaultPaymentTerms = $0 }
      if iban != nil || bic != nil {
        var account = now.bankAccounts.first ?? BankAccount()
        if let iban { account.iban = iban }
        if let bic { account.bic = bic }
        seller.bankAccounts = [account]
        paths.insert("bank_accounts")
      }
      if let defaultWarehouse {
        seller.defaultWarehouse = try await session.resolver.name(defaultWarehouse, .warehouse)
        paths.insert("default_warehouse")
      }
      if orders.isGiven {
        // The settings are changed as a whole: what is not given stays as it is.
        seller.orderSettings = now.orderSettings
        try orders.fill(&seller.orderSettings, currency: currency ?? now.baseCurrencyCode)
        paths.insert("order_settings")
      }
      if let roundingMode {
        seller.rounding.mode = try enumValue(roundingMode, "--rounding-mode")
        paths.insert("rounding")
      }
      if let roundingLevel {
        seller.rounding.level = try enumValue(roundingLevel, "--rounding-level")
        paths.insert("rounding")
      }
      return paths.sorted()
    }
  }
}

extension Session {
  /// The seller that was named, or the one that the caller acts for.
  func sellerName(_ argument: ResourceArgument?) async throws -> SellerName {
    if let argument {
      return try SellerName(validating: try await resolver.name(argument, .seller))
    }
    let caller = try await client.admin.getCaller(options: options)
    let name =
      caller.seller.isEmpty && caller.sellers.count == 1 ? caller.sellers[0] : caller.seller
    guard !name.isEmpty else {
      throw ErrorReport.usage(
        "you may act for several sellers: \(caller.sellers.joined(separator: ", "))",
        hint: "name one with --seller")
    }
    return try SellerName(validating: name)
  }
}

/// How orders are taken, in flags.
struct OrderSettingsFields: ParsableArguments {
  @Option(help: "Smallest gross total of an order, a decimal; 0 is none.")
  var minimumOrder: String?

  @Option(help: "How much more than ordered may be shipped, percent of the line.")
  var overShipment: String?

  @Option(help: "How much less than ordered ends the line, percent of it.")
  var underShipment: String?

  @Flag(inversion: .prefixedNo, help: "Keeps new orders from stock that earlier ones wait for.")
  var protectBackorders: Bool?

  @Option(help: "Working days between warehouse and customer.")
  var transitDays: Int32?

  @Option(help: "Days after delivery in which goods may come back.")
  var returnWindow: Int32?

  var isGiven: Bool {
    minimumOrder != nil || overShipment != nil || underShipment != nil || protectBackorders != nil
      || transitDays != nil || returnWindow != nil
  }

  func fill(_ settings: inout Seller.OrderSettings, currency: String) throws {
    if let minimumOrder {
      settings.minimumOrderValue = try MoneyArgument.money(minimumOrder, currency)
    }
    if let overShipment { settings.overShipmentPercent = overShipment }
    if let underShipment { settings.underShipmentPercent = underShipment }
    if let protectBackorders { settings.protectBackorders = protectBackorders }
    if let transitDays { settings.transitDays = transitDays }
    if let returnWindow { settings.returnWindowDays = returnWindow }
  }
}
