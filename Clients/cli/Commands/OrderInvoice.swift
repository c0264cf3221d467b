import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension OrderCommand {
  struct Invoice: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Invoices what is to bill of orders, or asks for a deposit.",
      discussion: """
        What is to bill follows from the order's trigger: what was ordered, shipped or delivered. \
        --scope shipped bills what left, --scope all what is open too, and --scope deposit asks for \
        money ahead of the goods, --deposit AMOUNT for so much of it, tax included.

        With --from-file, a CSV with the columns order and issue_date invoices a whole order a \
        row, in the order of the rows: dates must not fall within a year's series.
        """)

    @Argument(help: "Number, name, ext:KEY, or - for the input.")
    var orders: [ResourceArgument] = []

    @Option(name: .long, help: "LINE=QUANTITY; default all that is to bill. Again for more.")
    var line: [QuantityArgument] = []

    @Option(help: "What to bill: shipped, all or deposit; default what the order's trigger says.")
    var scope: String?

    @Option(help: "Of a deposit: how many percent of what is not invoiced; default all.")
    var percent: String?

    @Option(help: "A deposit of this amount, tax included, in the order's currency; a decimal.")
    var deposit: String?

    @Option(help: "Date of the invoice; default today.")
    var date: DayArgument?

    @Flag(help: "Leaves the invoice in DRAFT, without number and posting.")
    var draft = false

    @Option(help: "The version of the order that you have seen.")
    var etag: String?

    @Option(help: "Orders to invoice as CSV; - is the input.")
    var fromFile: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if orders.isEmpty == (fromFile == nil) {
        throw ValidationError("name orders, or give them with --from-file")
      }
      if fromFile != nil, !line.isEmpty { throw ValidationError("--line is for named orders") }
      if let percent, !DecimalText.isDecimal(percent) {
        throw ValidationError("--percent is a number such as 30")
      }
      guard deposit != nil else { return }
      if percent != nil { throw ValidationError("either --percent or --deposit") }
      if scope.map({ $0.lowercased() != "deposit" }) ?? false {
        throw ValidationError("--deposit is for --scope deposit")
      }
      if fromFile != nil { throw ValidationError("--deposit is for named orders") }
    }

    func run() async throws {
      try await global.run { session in
        if !draft {
          let subject = fromFile ?? orders.map(\.text).joined(separator: ", ")
          try mutation.confirmation(on: session.console)
            .ask("Issue invoices for \(subject)? They cannot be changed afterwards.")
        }
        let request = try template()
        guard let fromFile else {
          return try await session.change(orders, .order, mutation) { [deposit] name, options in
            var request = request
            request.name = name
            if let deposit {
              let order = try await session.client.orders.get(
                OrderName(validating: name), options: session.options)
              request.depositAmount = try MoneyArgument.money(
                deposit, order.totals.gross.currencyCode)
            }
            return try await session.client.invoices.invoice(request, options: options)
          }
        }
        try await invoice(fromFile, template: request, session)
        session.tellDryRun(mutation)
      }
    }

    private func template() throws -> InvoiceOrderRequest {
      var request = InvoiceOrderRequest()
      request.etag = etag ?? ""
      request.validateOnly = mutation.dryRun
      request.draftOnly = draft
      if let scope { request.scope = try enumValue(scope, "--scope") }
      if deposit != nil { request.scope = .deposit }
      request.depositPercent = percent ?? ""
      if let date { request.issueDate = date.day }
      request.lines = line.map { part in
        .with {
          $0.lineID = part.key
          $0.quantity = part.quantity
        }
      }
      return request
    }

    /// Rows with the same date go out together, those with the next date after them.
    private func invoice(
      _ path: String, template: InvoiceOrderRequest, _ session: Session
    ) async throws {
      let rows = try RowFile(path, columns: ["order", "issue_date"]).rows
      let id = try mutation.requestID?.resolved() ?? RequestID()
      let found = try await session.resolver.names(
        try rows.map { try $0.resource("order") }, .order)
      var failures = Failures(session.printer)
      var list = ListWriter<OrderToCash.Invoice>(session.printer)
      var days: [[(line: Int, request: InvoiceOrderRequest)]] = []
      var last: CivilDate?
      for (row, found) in zip(rows, found) {
        do {
          var request = template
          request.name = try found.name.get()
          if let day = try row.day("issue_date") { request.issueDate = day.day }
          request.requestID = "\(id.derived(for: "invoice \(row.line) \(request.name)"))"
          if last != request.issueDate { days.append([]) }
          last = request.issueDate
          days[days.count - 1].append((row.line, request))
        } catch {
          failures.failed("line \(row.line)", error)
        }
      }
      let bar = ProgressBar("invoices", on: session.console)
      try await Interrupt.job {
        do {
          for day in days {
            try await InFlight.forEach(day) { item in
              try await session.client.invoices.invoice(item.request, options: session.options)
            } receive: { item, result in
              switch result {
              case .success(let invoice):
                failures.succeeded()
                try list.add(invoice)
              case .failure(let error):
                bar.clear()
                failures.failed("line \(item.line)", error)
              }
            }
            bar.update(Int64(failures.done), of: Int64(rows.count))
          }
        } catch is CancellationError {
          bar.clear()
          throw ErrorReport(
            status: .interrupted, message: "stopped after \(failures.done) invoices",
            hint: "to go on: \(Interrupt.resumeCommand(requestID: "\(id)"))")
        }
      }
      bar.clear()
      list.finish(await session.labels(for: list.references))
      try failures.finish("invoices")
    }
  }
}
