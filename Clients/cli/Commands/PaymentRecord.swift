import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension PaymentCommand {
  struct Record: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records money that came in, and applies it where told.",
      discussion: """
        With --from-file, a CSV records a payment a row. Columns: customer, amount, currency, \
        and if wanted value_date, external_id, means, reference, text and item (an open item or \
        an invoice that it pays as far as it goes).
        """)

    @Option(help: "Who paid: name, display name or ext:KEY.")
    var customer: ResourceArgument?

    @Option(help: "How much came in, a decimal.")
    var amount: String?

    @Option(help: "Currency, ISO 4217.")
    var currency: String?

    @Option(
      name: .long,
      help: ArgumentHelp("What it pays; again for more.", valueName: "invoice[=amount]"))
    var apply: [ApplicationArgument] = []

    @Flag(help: "Applies what is left to the customer's open items, oldest first.")
    var auto = false

    @Option(help: "BANK_TRANSFER, DIRECT_DEBIT, CARD, CHEQUE or CASH.")
    var means = "BANK_TRANSFER"

    @Option(help: "When the money was there; default today.")
    var date: DayArgument?

    @Option(help: "The payment's key in another system.")
    var externalID: String?

    @Option(help: "Structured reference that the payer gave.")
    var reference: String?

    @Option(help: "What the payer wrote.")
    var text: String?

    @Option(help: "Payments as CSV; - is the input.")
    var fromFile: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if fromFile == nil, customer == nil || amount == nil || currency == nil {
        throw ValidationError("--customer, --amount and --currency are needed, or --from-file")
      }
      if fromFile != nil, customer != nil || amount != nil || !apply.isEmpty {
        throw ValidationError("give the payment in flags or in a file, not both")
      }
    }

    func run() async throws {
      try await global.run { session in
        if let fromFile { return try await record(fromFile, session) }
        guard let customer, let amount, let currency else { return }
        var request = try template()
        request.payment.customer = try await session.resolver.name(customer, .customer)
        request.payment.amount = try MoneyArgument.money(amount, currency)
        request.payment.externalID = externalID ?? ""
        request.payment.remittance.reference = reference ?? ""
        request.payment.remittance.text = text ?? ""
        request.applications = try await session.applications(apply, currency: currency)
        let shown = Cell.money(request.payment.amount).forPeople
        try mutation.confirmation(on: session.console)
          .ask("Record \(shown) from \(customer.text)?")
        try await session.change(mutation) { [request] options in
          try await session.client.payments.record(request, options: options)
        }
      }
    }

    private func template() throws -> RecordPaymentRequest {
      var request = RecordPaymentRequest()
      request.validateOnly = mutation.dryRun
      request.autoApply = auto
      request.payment.means = try enumValue(means, "--means")
      if let date { request.payment.valueDate = date.day }
      return request
    }

    private func record(_ path: String, _ session: Session) async throws {
      let rows = try RowFile(
        path,
        columns: [
          "customer", "amount", "currency", "value_date", "external_id", "means", "reference",
          "text", "item",
        ]
      ).rows
      try mutation.confirmation(on: session.console).ask("Record \(rows.count) payments?")
      let id = try mutation.requestID?.resolved() ?? RequestID()
      let template = try template()
      let names = try await session.resolver.names(
        try rows.map { try $0.resource("customer") }, .customer)
      var failures = Failures(session.printer)
      var list = ListWriter<Payment>(session.printer)
      let bar = ProgressBar("payments", on: session.console)
      try await Interrupt.job {
        do {
          try await InFlight.forEach(Array(zip(rows, names))) { row, found in
            let request = try await request(
              row, customer: try found.name.get(), template: template, id: id, session)
            return try await session.client.payments.record(request, options: session.options)
          } receive: { item, result in
            switch result {
            case .success(let payment):
              failures.succeeded()
              try list.add(payment)
            case .failure(let error):
              bar.clear()
              failures.failed("line \(item.0.line)", error)
            }
            bar.update(Int64(failures.done), of: Int64(rows.count))
          }
        } catch is CancellationError {
          bar.clear()
          throw ErrorReport(
            status: .interrupted, message: "stopped after \(failures.done) payments",
            hint: "to go on: \(Interrupt.resumeCommand(requestID: "\(id)"))")
        }
      }
      bar.clear()
      list.finish(await session.labels(for: list.references))
      session.tellDryRun(mutation)
      try failures.finish("payments")
    }

    private func request(
      _ row: RowFile.Row, customer: String, template: RecordPaymentRequest, id: RequestID,
      _ session: Session
    ) async throws -> RecordPaymentRequest {
      var request = template
      let currency = try row.required("currency")
      request.payment.customer = customer
      request.payment.amount = try MoneyArgument.money(try row.required("amount"), currency)
      if let day = try row.day("value_date") { request.payment.valueDate = day.day }
      request.payment.externalID = row.value("external_id") ?? ""
      if let means = row.value("means") {
        request.payment.means = try enumValue(means, "means")
      }
      request.payment.remittance.reference = row.value("reference") ?? ""
      request.payment.remittance.text = row.value("text") ?? ""
      if let item = row.value("item") {
        guard let application = ApplicationArgument(argument: item) else {
          throw ErrorReport.usage("line \(row.line): item names nothing: \(item)")
        }
        request.applications = try await session.applications([application], currency: currency)
      }
      request.requestID = "\(id.derived(for: "payment \(row.line) \(request.payment.externalID)"))"
      return request
    }
  }
}
