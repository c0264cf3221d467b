import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension CustomerCommand {
  struct Block: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Blocks customers: new orders, shipments, or both are refused.")

    @Argument(help: "Name, display name, ext:KEY, or - for the input.")
    var customers: [ResourceArgument]

    @Option(help: "What is refused: ORDERS, SHIPMENTS or ALL.")
    var scope = "ALL"

    @Option(help: "Why; shown to those who meet the block.")
    var reason: String

    @Option(help: "More about it, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let scope: Customer.Block.Scope = try enumValue(scope, "--scope")
        try mutation.confirmation(on: session.console).ask(
          "Block \(customers.map(\.text).joined(separator: ", ")) for \(EnumText.name(scope))?")
        try await session.change(customers, .customer, mutation) { name, options in
          var request = BlockCustomerRequest()
          request.name = name
          request.etag = etag ?? ""
          request.scope = scope
          request.reason = reason
          request.note = note ?? ""
          request.validateOnly = mutation.dryRun
          return try await session.client.customers.block(request, options: options)
        }
      }
    }
  }

  struct Unblock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Ends the block of customers.")

    @Argument(help: "Name, display name, ext:KEY, or - for the input.")
    var customers: [ResourceArgument]

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.change(customers, .customer, mutation) { name, options in
          var request = UnblockCustomerRequest()
          request.name = name
          request.etag = etag ?? ""
          request.note = note ?? ""
          request.validateOnly = mutation.dryRun
          return try await session.client.customers.unblock(request, options: options)
        }
      }
    }
  }

  struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Merges a customer into another one: what is open moves, the first is blocked.",
      discussion: """
        Cannot be undone, so the display name of the one that goes must be typed. `customer \
        duplicates` finds candidates.
        """)

    @Argument(help: "The customer that goes: name, display name or ext:KEY.")
    var source: ResourceArgument

    @Argument(help: "The customer that stays.")
    var into: ResourceArgument

    @Option(help: "Why, for the log.")
    var note: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let from = try await session.customer(source)
        let to = try await session.customer(into)
        guard from.name != to.name else {
          throw ErrorReport.usage("both are the same customer: \(from.name)")
        }
        var request = MergeCustomersRequest()
        request.source = from.name
        request.into = to.name
        request.note = note ?? ""
        let confirmation = mutation.confirmation(on: session.console)
        if !confirmation.isGiven {
          request.validateOnly = true
          let preview = try await session.client.customers.merge(request, options: session.options)
          try confirmation.ask(
            Self.question(from, to, partners: preview.mergedPartners), typing: from.displayName)
        }
        request.validateOnly = mutation.dryRun
        try await session.change(mutation) { [request] options in
          let row = try await session.client.customers.merge(request, options: options)
          session.tellApproval(row.approval)
          return row
        }
      }
    }

    /// - Parameter partners: Who sees the documents of the one that stays from then on.
    static func question(_ from: Customer, _ to: Customer, partners: [String]) -> String {
      var text =
        "Merge \(from.displayName) (\(from.name)) into \(to.displayName) (\(to.name))? "
        + "Its open orders, items and cash move; it is blocked for good."
      if !partners.isEmpty {
        text +=
          " Its partners will see all of \(to.displayName) too: "
          + partners.joined(separator: ", ") + "."
      }
      return text
    }
  }

  struct Anonymize: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Clears the person of a customer for good; its books are kept.",
      discussion: "Cannot be undone, so the display name must be typed.")

    @Argument(help: "Name, display name or ext:KEY.")
    var customer: ResourceArgument

    @Option(help: "Why, such as the date of the request for erasure; without personal data.")
    var reason: String

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let row = try await session.customer(customer)
        try mutation.confirmation(on: session.console).ask(
          "Clear names, addresses, contacts and ids of \(row.displayName) (\(row.name)) for good?",
          typing: row.displayName)
        var request = AnonymizeCustomerRequest()
        request.name = row.name
        request.etag = etag ?? ""
        request.reason = reason
        request.validateOnly = mutation.dryRun
        try await session.change(mutation) { [request] options in
          try await session.client.customers.anonymize(request, options: options)
        }
      }
    }
  }

  struct Duplicates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Finds customers that may be the same one as a customer, or as one in flags.")

    @Argument(help: "A customer that is there: name, display name or ext:KEY.")
    var customer: ResourceArgument?

    @Option(help: "Full name in the register.")
    var legalName: String?

    @Option(help: "VAT id with the prefix of its state.")
    var vatID: String?

    @Option(help: "Id in the official register of its country.")
    var registrationID: String?

    @Option(help: "GS1 global location number.")
    var gln: String?

    @Option(help: "Mail address of a contact.")
    var email: String?

    @OptionGroup(title: "Registered address")
    var address: AddressOptions

    @Option(help: "Smallest score to show, 1 to 100; default 50.")
    var minScore: Int32?

    @Option(help: "Most customers to show; default 10.")
    var limit: Int32?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if let minScore, !(1...100).contains(minScore) {
        throw ValidationError("--min-score is 1 to 100")
      }
      let words = [legalName, vatID, registrationID, gln, email].compactMap(\.self)
      let hasFields = !words.isEmpty || address.isGiven
      if (customer == nil) != hasFields {
        throw ValidationError("give a customer, or what is known of one in flags")
      }
    }

    func run() async throws {
      try await global.run { session in
        var request = FindDuplicateCustomersRequest()
        if let customer { request.name = try await session.resolver.name(customer, .customer) }
        request.legalName = legalName ?? ""
        request.vatID = vatID ?? ""
        request.registrationID = registrationID ?? ""
        request.gln = gln ?? ""
        request.email = email ?? ""
        if address.isGiven { address.fill(&request.address) }
        if let minScore { request.minScore = minScore }
        if let limit { request.maxResults = limit }
        try await session.show(
          try await session.client.customers.findDuplicates(request, options: session.options))
      }
    }
  }

  struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what happened to a customer, its account and its documents.")

    @Argument(help: "Name, display name or ext:KEY.")
    var customer: ResourceArgument

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(customer, .customer)
        let filter = ListOptions.filter(
          list.filter,
          and: "(customer = \(filterLiteral(name)) OR resource = \(filterLiteral(name + "*")))")
        try await session.list(list) {
          session.client.events.list(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }
}

extension Session {
  /// Reads the customer that an argument means.
  func customer(_ argument: ResourceArgument) async throws -> Customer {
    let name = try await resolver.name(argument, .customer)
    return try await client.customers.get(CustomerName(validating: name), options: options)
  }
}
