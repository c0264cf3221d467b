import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct CreditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credit", abstract: "How much customers may owe.",
    subcommands: [
      Reviews.self, Explain.self, Check.self, Get.self, List.self, SetLimit.self, Update.self,
      Release.self,
    ])

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows credit accounts: limit, exposure, headroom.")

    @Argument(help: "Customers: name, display name, ext:KEY, or - for the input.")
    var customers: [ResourceArgument]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(customers, .customer) { name in
          try await session.client.credit.get(
            CustomerName(validating: name).creditAccount, options: session.options)
        }
      }
    }
  }

  struct SetLimit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sets the limit of customers, and with it a temporary one.",
      discussion: """
        Without --etag the account is read first and changed as it is then. Beyond your authority \
        it waits for another person: `o2c approval list`.
        """)

    @Argument(help: "Customers: name, display name, ext:KEY, or - for the input.")
    var customers: [ResourceArgument]

    @Option(help: "The limit, tax included, a decimal.")
    var limit: String

    @Option(help: "Currency of the limit; default that of the account.")
    var currency: String?

    @Option(help: "A higher limit for some days, a decimal.")
    var temporary: String?

    @Option(help: "Last day of the temporary limit.")
    var until: DayArgument?

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if (temporary == nil) != (until == nil) {
        throw ValidationError("--temporary and --until go together")
      }
    }

    func run() async throws {
      try await global.run { session in
        try mutation.confirmation(on: session.console)
          .ask("Set the limit of \(customers.map(\.text).joined(separator: ", ")) to \(limit)?")
        try await session.change(customers, .customer, mutation) { name, options in
          let account = try CustomerName(validating: name).creditAccount
          let now = try await session.client.credit.get(account, options: session.options)
          let currency = currency ?? now.limit.currencyCode
          var request = SetCreditLimitRequest()
          request.name = account.rawValue
          request.etag = etag ?? now.etag
          request.validateOnly = mutation.dryRun
          request.limit = try MoneyArgument.money(limit, currency)
          if let temporary, let until {
            request.temporaryLimit.amount = try MoneyArgument.money(temporary, currency)
            request.temporaryLimit.untilDate = until.day
          }
          request.note = note ?? ""
          let row = try await session.client.credit.setLimit(request, options: options)
          session.tellApproval(row.approval)
          return row
        }
      }
    }
  }

  struct Release: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Releases orders that the credit rules hold.")

    @Argument(help: "Orders: number, name, ext:KEY, or - for the input.")
    var orders: [ResourceArgument]

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "Until when goods may leave on this release; default as long as the order lives.")
    var until: TimeArgument?

    @Option(help: "The version of the order that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try mutation.confirmation(on: session.console)
          .ask("Release \(orders.map(\.text).joined(separator: ", ")) against the credit rules?")
        try await session.change(orders, .order, mutation) { name, options in
          var request = ReleaseCreditHoldRequest()
          request.name = name
          request.etag = etag ?? ""
          request.validateOnly = mutation.dryRun
          request.note = note ?? ""
          if let until { request.validUntilTime = until.time }
          let row = try await session.client.credit.releaseHold(request, options: options)
          session.tellApproval(row.approval)
          return row
        }
      }
    }
  }
}
