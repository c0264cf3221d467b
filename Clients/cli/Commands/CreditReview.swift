import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension CreditCommand {
  struct Reviews: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the orders that credit holds, those that must leave first on top.",
      discussion: """
        Reasons, how far they are beyond the limit, how long they wait, and by when they must \
        leave. `credit explain` says more about one, `credit release` lets it go, `order cancel` \
        refuses it.
        """)

    @Option(help: "Only those of this customer.")
    var customer: ResourceArgument?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let own = try await session.filter(list.filter, customer: customer)
        let filter = ListOptions.filter(own, and: "holds.kind : CREDIT")
        let order = list.sort.isEmpty ? ReviewList.order : list.sort
        try await session.list(list, columns: ReviewList.columns(now: .now)) {
          session.client.orders.list(
            filter: filter, orderBy: order, view: .full, options: session.options)
        }
      }
    }
  }

  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Explains what credit says of an order: rule by rule, and what would let it pass.",
      discussion: "The rules are asked as of now; what was decided then stands beside it.")

    @Argument(help: "The order: number, name or ext:KEY.")
    var order: ResourceArgument

    @Flag(help: "Asks the rules of shipping instead of those of confirming.")
    var ship = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(order, .order)
        let row = try await session.client.orders.get(
          OrderName(validating: name), options: session.options)
        var request = CheckCreditRequest()
        request.order = name
        if ship { request.checkpoint = .ship }
        let check = try await session.client.credit.check(request, options: session.options)
        try await session.show(
          DecisionScreen.screen(check, order: row, zone: await session.zone()))
      }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what credit would decide on a customer and an amount; decides nothing.")

    @Argument(help: "Name, display name or ext:KEY.")
    var customer: ResourceArgument

    @Option(help: "What would be ordered, tax included, a decimal.")
    var amount: String?

    @Option(help: "Currency of the amount; default the customer's.")
    var currency: String?

    @Option(help: "Payment terms that would be agreed; default the customer's.")
    var terms: String?

    @Flag(help: "Asks the rules of shipping instead of those of confirming.")
    var ship = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let row = try await session.customer(customer)
        var request = CheckCreditRequest()
        request.customer = row.name
        if let amount {
          request.amount = try MoneyArgument.money(amount, currency ?? row.currencyCode)
        }
        request.paymentTerms = terms ?? ""
        if ship { request.checkpoint = .ship }
        let check = try await session.client.credit.check(request, options: session.options)
        try await session.show(DecisionScreen.screen(check, zone: await session.zone()))
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists credit accounts: limit, exposure, headroom, review date.",
      discussion: "`--filter 'blocked = true'`, `--sort next_review_date`.")

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.list(list) {
          session.client.credit.list(
            filter: list.filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Changes a credit account: group, block, insurance, rating, review date, terms.",
      discussion: "The limit is set with `credit set-limit`.")

    @Argument(help: "Customer: name, display name or ext:KEY.")
    var customer: ResourceArgument

    @OptionGroup var fields: CreditAccountFields

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "The version that you have seen; default the one that is read now.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(customer, .customer)
        let account = try CustomerName(validating: name).creditAccount
        let now = try await session.client.credit.get(account, options: session.options)
        var request = UpdateCreditAccountRequest()
        var group: String?
        if let argument = fields.group {
          group = try await session.resolver.name(argument, .customer)
        }
        let paths = try fields.fill(
          &request.creditAccount, group: group, currency: now.limit.currencyCode)
        guard !paths.isEmpty else { throw ErrorReport.usage("nothing to change was given") }
        request.creditAccount.name = account.rawValue
        request.creditAccount.etag = etag ?? now.etag
        request.updateMask = .with { $0.paths = paths }
        request.note = note ?? ""
        request.validateOnly = mutation.dryRun
        try await session.change(mutation) { [request] options in
          try await session.client.credit.update(request, options: options)
        }
      }
    }
  }
}

/// Fields of a credit account in flags.
struct CreditAccountFields: ParsableArguments {
  @Option(help: "The customer whose account is the group's.")
  var group: ResourceArgument?

  @Flag(help: "Takes it out of its group.")
  var noGroup = false

  @Option(help: "Blocks it: nothing passes. Says why.")
  var block: String?

  @Flag(help: "Ends its block.")
  var unblock = false

  @Option(help: "What an insurer pays when the customer does not, a decimal.")
  var insured: String?

  @Option(help: "Currency of amounts; default that of the account.")
  var currency: String?

  @Option(help: "Points of a rating agency, 0 to 100.")
  var externalRating: Int32?

  @Option(help: "When it is to be looked at again.")
  var review: DayArgument?

  @Option(help: "The best terms that orders may have.")
  var agreedTerms: String?

  func validate() throws {
    if noGroup, group != nil { throw ValidationError("--group or --no-group, not both") }
    if unblock, block != nil { throw ValidationError("--block or --unblock, not both") }
  }

  /// Lays what was given over an account; returns the fields that changed.
  func fill(
    _ account: inout CreditAccount, group: String?, currency own: String
  ) throws -> [String] {
    var paths: [String] = []
    if group != nil || noGroup {
      account.group = group ?? ""
      paths.append("group")
    }
    if block != nil || unblock {
      account.blocked = block != nil
      account.blockReason = block ?? ""
      paths += ["blocked", "block_reason"]
    }
    if let insured {
      account.insuredAmount = try MoneyArgument.money(insured, currency ?? own)
      paths.append("insured_amount")
    }
    if let externalRating {
      account.externalRating = externalRating
      paths.append("external_rating")
    }
    if let review {
      account.nextReviewDate = review.day
      paths.append("next_review_date")
    }
    if let agreedTerms {
      account.agreedTerms = agreedTerms
      paths.append("agreed_terms")
    }
    return paths
  }
}
