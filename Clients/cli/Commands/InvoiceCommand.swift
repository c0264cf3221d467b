import ArgumentParser
import OrderToCash
import OrderToCashAPI

struct InvoiceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invoice", abstract: "What customers are asked to pay.",
    discussion: "Invoices are made from orders: `o2c order invoice`.",
    subcommands: [Issue.self, Get.self, List.self])

  struct Issue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Issues drafts: number, posting, immutability.")

    @Argument(help: "Names of drafts, or - for the input.")
    var invoices: [ResourceArgument]

    @Option(help: "Date of the invoice; default today.")
    var date: DayArgument?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try mutation.confirmation(on: session.console)
          .ask("Issue \(invoices.map(\.text).joined(separator: ", "))? It cannot be changed then.")
        try await session.change(invoices, .invoice, mutation) { name, options in
          var request = IssueInvoiceRequest()
          request.name = name
          request.etag = etag ?? ""
          request.validateOnly = mutation.dryRun
          if let date { request.issueDate = date.day }
          return try await session.client.invoices.issue(request, options: options)
        }
      }
    }
  }

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows invoices.")

    @Argument(help: "Number, name, or - for the input.")
    var invoices: [ResourceArgument]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(invoices, .invoice) { name in
          try await session.client.invoices.get(
            InvoiceName(validating: name), options: session.options)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists invoices, newest first.",
      discussion: "`--filter 'overdue()'` shows those past their due date.")

    @Option(help: "Only those of this customer.")
    var customer: ResourceArgument?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let filter = try await session.filter(list.filter, customer: customer)
        try await session.list(list) {
          session.client.invoices.list(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }
}
