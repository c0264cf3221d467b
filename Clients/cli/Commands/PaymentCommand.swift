import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct PaymentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payment", abstract: "Money that came in, and what it pays.",
    subcommands: [Record.self, Get.self, List.self, Apply.self, Unapply.self])

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows payments.")

    @Argument(help: "Number, name, ext:KEY, or - for the input.")
    var payments: [ResourceArgument]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(payments, .payment) { name in
          try await session.client.payments.get(
            PaymentName(validating: name), options: session.options)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists payments, newest first.",
      discussion: "`--filter 'unapplied.minor_units > 0'` shows money that waits for an invoice.")

    @Option(help: "Only those of this customer.")
    var customer: ResourceArgument?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let filter = try await session.filter(list.filter, customer: customer)
        try await session.list(list) {
          session.client.payments.list(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  struct Apply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Applies unapplied cash of a payment to invoices.")

    @Argument(help: "Payment: number, name or ext:KEY.")
    var payment: ResourceArgument

    @Argument(
      help: ArgumentHelp(
        "Invoices by number or name, or open items by name; with =AMOUNT for a part.",
        valueName: "invoice[=amount]"))
    var apply: [ApplicationArgument]

    @Option(help: "The version of the payment that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(payment, .payment)
        let current = try await session.client.payments.get(
          PaymentName(validating: name), options: session.options)
        try mutation.confirmation(on: session.console)
          .ask("Apply \(payment.text) to \(apply.map(\.item.text).joined(separator: ", "))?")
        var request = ApplyPaymentRequest()
        request.name = name
        request.etag = etag ?? ""
        request.validateOnly = mutation.dryRun
        request.applications = try await session.applications(
          apply, currency: current.amount.currencyCode)
        try await session.change(mutation) { [request] options in
          try await session.client.payments.apply(request, options: options)
        }
      }
    }
  }

  struct Unapply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes applications of a payment back: the items are open again.")

    @Argument(help: "Payment: number, name or ext:KEY.")
    var payment: ResourceArgument

    @Argument(
      help: "Applications by their id, as `o2c payment get` shows them; default all active.")
    var applications: [String] = []

    @Option(help: "Why, for the log.")
    var reason: String

    @Option(help: "The version of the payment that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(payment, .payment)
        try mutation.confirmation(on: session.console)
          .ask("Take back what \(payment.text) paid?")
        var request = UnapplyPaymentRequest()
        request.name = name
        request.etag = etag ?? ""
        request.validateOnly = mutation.dryRun
        request.reason = reason
        request.applicationIds = applications
        if applications.isEmpty {
          let current = try await session.client.payments.get(
            PaymentName(validating: name), options: session.options)
          request.applicationIds = current.applications.filter { $0.state == .active }
            .map(\.applicationID)
          guard !request.applicationIds.isEmpty else {
            throw ErrorReport.usage("\(payment.text) pays nothing that could be taken back")
          }
        }
        try await session.change(mutation) { [request] options in
          try await session.client.payments.unapply(request, options: options)
        }
      }
    }
  }
}

extension Session {
  /// Uses of a payment in terms of open items.
  func applications(
    _ arguments: [ApplicationArgument], currency: String
  ) async throws -> [PaymentApplication] {
    var applications: [PaymentApplication] = []
    for argument in arguments {
      var application = PaymentApplication()
      application.item = try await openItem(argument.item)
      if let amount = argument.amount {
        application.amount = try MoneyArgument.money(amount, currency)
      }
      applications.append(application)
    }
    return applications
  }

  /// The open item of an invoice, or the item itself.
  private func openItem(_ argument: ResourceArgument) async throws -> String {
    if case .name(let name) = argument, name.hasPrefix("openItems/") { return name }
    let invoice = try await resolver.name(argument, .invoice)
    let items = client.receivables.listOpenItems(
      filter: "document = \(filterLiteral(invoice))", options: options)
    for try await item in items { return item.name }
    throw ErrorReport.notFound(
      "nothing is open on \(argument.text)", hint: "`o2c invoice get \(argument.text)` says more")
  }
}
