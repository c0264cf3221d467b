import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct CustomerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customer", abstract: "Who buys.",
    subcommands: [Create.self, Get.self, List.self, Update.self, Balance.self])
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

  /// Lays what was given over a customer; returns the fields that changed.
  func fill(_ customer: inout Customer) -> [String] {
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
    return paths
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
        _ = fields.fill(&request.customer)
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
        var paths = fields.fill(&row)
        if displayName != nil { paths.append("display_name") }
        guard !paths.isEmpty else { throw ErrorReport.usage("nothing to change was given") }
        // What does not change stays out, so that only what changes is checked.
        var request = UpdateCustomerRequest()
        _ = fields.fill(&request.customer)
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
