import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct CustomerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customer", abstract: "Who buys.",
    subcommands: [
      Create.self, Get.self, List.self, Update.self, Balance.self, History.self, Block.self,
      Unblock.self, Duplicates.self, Merge.self, Anonymize.self,
    ])
}

/// Fields of a customer in flags.
struct CustomerFields: ParsableArguments {
  @Option(help: "Full name in the register; default the display name.")
  var legalName: String?

  @Option(help: "Key in another system.")
  var externalID: String?

  @Option(help: "VAT id with the prefix of its state.")
  var vatID: String?

  @OptionGroup(title: "Registered address")
  var address: AddressOptions

  @Option(help: "Currency of orders, ISO 4217; default the seller's.")
  var currency: String?

  @Option(help: "Language of documents, BCP 47.")
  var language: String?

  @Option(help: "Payment terms: 'net 30', '2/10 net 30', 'net 30 EOM', 'due on receipt'.")
  var terms: String?

  @Option(help: "Price group.")
  var priceGroup: String?

  @Option(help: "Tax treatment, as tax rules name it.")
  var taxTreatment: String?

  @Option(help: "Reference that the buyer wants on invoices.")
  var buyerReference: String?

  @Option(help: "Who is invoiced and owes; default the customer itself.")
  var billTo: ResourceArgument?

  @Option(help: "Who is expected to pay; default who is invoiced.")
  var payer: ResourceArgument?

  @Option(help: "The customer that it belongs to.")
  var parent: ResourceArgument?

  @Option(help: "Who looks after the customer.")
  var accountManager: String?

  @Option(help: "How it pays, UNCL 4461, such as 58.")
  var paymentMeans: String?

  @Flag(
    inversion: .prefixedNo,
    help: "The VAT id was checked now and is valid; --no-vat-valid: is not valid.")
  var vatValid: Bool?

  @Option(help: "Who was asked about the VAT id, such as VIES.")
  var vatSource: String?

  @Option(help: "When it is invoiced: ON_ORDER, ON_SHIPMENT, ON_DELIVERY or MANUAL.")
  var invoiceTrigger: String?

  @Option(help: "What goes on an invoice: PER_ORDER, PER_SHIPMENT or PER_CUSTOMER.")
  var invoiceGrouping: String?

  @Option(help: "How invoices reach it: EMAIL, PEPPOL or PORTAL.")
  var invoiceChannel: String?

  @Option(help: "Mail address for invoices.")
  var invoiceAddress: String?

  @Option(help: "How invoices are written: PDF, FACTURX, UBL, CII or XRECHNUNG.")
  var invoiceFormat: String?

  @Option(help: "How much more than ordered it takes, percent; default the product's.")
  var overShipment: String?

  @Option(help: "How much less than ordered ends a line, percent; default the product's.")
  var underShipment: String?

  /// Lays what was given over a customer, with what it refers to; returns the fields that changed.
  func fill(_ customer: inout Customer, _ resolver: Resolver) async throws -> [String] {
    var paths = try fill(&customer)
    for (argument, path) in [(billTo, "bill_to"), (payer, "payer"), (parent, "parent")] {
      guard let argument else { continue }
      let name = try await resolver.name(argument, .customer)
      switch path {
      case "bill_to": customer.billTo = name
      case "payer": customer.payer = name
      default: customer.parent = name
      }
      paths.append(path)
    }
    return paths
  }

  /// What belongs together and is changed as a whole.
  private func fillGroups(_ customer: inout Customer) throws -> [String] {
    var paths: [String] = []
    if let vatValid {
      customer.vatCheck.valid = vatValid
      customer.vatCheck.checkTime = .now
      customer.vatCheck.source = vatSource ?? ""
      paths.append("vat_check")
    }
    if invoiceTrigger != nil || invoiceGrouping != nil {
      if let invoiceTrigger {
        customer.invoiceRules.trigger = try enumValue(invoiceTrigger, "--invoice-trigger")
      }
      if let invoiceGrouping {
        customer.invoiceRules.grouping = try enumValue(invoiceGrouping, "--invoice-grouping")
      }
      paths.append("invoice_rules")
    }
    if invoiceChannel != nil || invoiceAddress != nil || invoiceFormat != nil {
      if let invoiceChannel {
        customer.invoiceDelivery.channel = try enumValue(invoiceChannel, "--invoice-channel")
      }
      if let invoiceAddress { customer.invoiceDelivery.address = invoiceAddress }
      if let invoiceFormat {
        customer.invoiceDelivery.format = try enumValue(invoiceFormat, "--invoice-format")
      }
      paths.append("invoice_delivery")
    }
    return paths
  }

  /// Lays what was given over a customer; returns the fields that changed.
  private func fill(_ customer: inout Customer) throws -> [String] {
    var paths: [String] = []
    func set(_ value: String?, _ path: String, _ assign: (String) -> Void) {
      guard let value else { return }
      assign(value)
      if !paths.contains(path) { paths.append(path) }
    }
    set(externalID, "external_id") { customer.externalID = $0 }
    set(legalName, "party") { customer.party.legalName = $0 }
    set(vatID, "party") { customer.party.vatID = $0 }
    if address.isGiven {
      address.fill(&customer.party.address)
      if !paths.contains("party") { paths.append("party") }
    }
    set(currency, "currency_code") { customer.currencyCode = $0 }
    set(language, "language_code") { customer.languageCode = $0 }
    set(terms, "payment_terms") { customer.paymentTerms = $0 }
    set(priceGroup, "price_group") { customer.priceGroup = $0 }
    set(taxTreatment, "tax_treatment") { customer.taxTreatment = $0 }
    set(buyerReference, "buyer_reference") { customer.buyerReference = $0 }
    set(accountManager, "account_manager") { customer.accountManager = $0 }
    set(paymentMeans, "payment_means_code") { customer.paymentMeansCode = $0 }
    set(overShipment, "over_shipment_percent") { customer.overShipmentPercent = $0 }
    set(underShipment, "under_shipment_percent") { customer.underShipmentPercent = $0 }
    return paths + (try fillGroups(&customer))
  }
}

extension CustomerCommand {
  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Creates a customer.")

    @Argument(help: "What people call the customer.")
    var displayName: String

    @OptionGroup var fields: CustomerFields
    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = CreateCustomerRequest()
        request.validateOnly = mutation.dryRun
        request.customer.displayName = displayName
        request.customer.party.legalName = displayName
        _ = try await fields.fill(&request.customer, session.resolver)
        try await session.change(mutation) { [request] options in
          try await session.client.customers.create(request, options: options)
        }
      }
    }
  }

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows customers.")

    @Argument(help: "Name, display name, ext:KEY, or - for the input.")
    var customers: [ResourceArgument]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(customers, .customer) { name in
          try await session.client.customers.get(
            CustomerName(validating: name), options: session.options)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists customers.")

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.list(list) {
          session.client.customers.list(
            filter: list.filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Changes fields of a customer.")

    @Argument(help: "Name, display name or ext:KEY.")
    var customer: ResourceArgument

    @Option(help: "What people call the customer.")
    var displayName: String?

    @Option(help: "The version that you have seen; default the one that is read now.")
    var etag: String?

    @OptionGroup var fields: CustomerFields
    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(customer, .customer)
        var row = try await session.client.customers.get(
          CustomerName(validating: name), options: session.options)
        var paths = try await fields.fill(&row, session.resolver)
        if displayName != nil { paths.append("display_name") }
        guard !paths.isEmpty else { throw ErrorReport.usage("nothing to change was given") }
        // What does not change stays out, so that only what changes is checked.
        var request = UpdateCustomerRequest()
        // Groups of fields are changed as a whole: what is not given stays as it is.
        if paths.contains("invoice_rules") { request.customer.invoiceRules = row.invoiceRules }
        if paths.contains("invoice_delivery") {
          request.customer.invoiceDelivery = row.invoiceDelivery
        }
        _ = try await fields.fill(&request.customer, session.resolver)
        if paths.contains("party") { request.customer.party = row.party }
        request.customer.displayName = displayName ?? ""
        request.customer.name = name
        request.customer.etag = etag ?? row.etag
        request.updateMask = .with { $0.paths = paths }
        request.validateOnly = mutation.dryRun
        try await session.change(mutation) { [request] options in
          try await session.client.customers.update(request, options: options)
        }
      }
    }
  }

  struct Balance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows the account of customers: what they owe, as it is or as it was.")

    @Argument(help: "Name, display name, ext:KEY, or - for the input.")
    var customers: [ResourceArgument]

    @Option(help: "Counts what was effective on or before this day.")
    var asOf: DayArgument?

    @Option(help: "Counts what was recorded at or before this instant.")
    var knownAt: TimeArgument?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(customers, .customer) { name in
          try await session.client.receivables.getAccountBalance(
            CustomerName(validating: name).accountBalance, asOf: asOf?.day,
            knownAt: knownAt?.time, options: session.options)
        }
      }
    }
  }
}
