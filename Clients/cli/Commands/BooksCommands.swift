import ArgumentParser
import OrderToCash
import OrderToCashAPI

struct ReceivableCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receivable", abstract: "What customers owe.", subcommands: [Items.self])

  struct Items: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists open items, first due first.",
      discussion: "`--filter 'overdue()'` shows those past their due date.")

    @Option(help: "Only those of this customer.")
    var customer: ResourceArgument?

    @Option(help: "Counts what was effective on or before this day.")
    var asOf: DayArgument?

    @Option(help: "Counts what was recorded at or before this instant.")
    var knownAt: TimeArgument?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let filter = try await session.filter(list.filter, customer: customer)
        try await session.list(list) {
          session.client.receivables.listOpenItems(
            filter: filter, orderBy: list.sort, view: list.view, asOf: asOf?.day,
            knownAt: knownAt?.time, options: session.options)
        }
      }
    }
  }
}

struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "The books.", subcommands: [Entries.self, TrialBalance.self])

  struct Entries: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists journal entries with their postings.")

    @Option(help: "Entries posted on or before this day.")
    var asOf: DayArgument?

    @Option(help: "Entries recorded at or before this instant.")
    var knownAt: TimeArgument?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.list(list) {
          session.client.ledger.listJournalEntries(
            filter: list.filter, orderBy: list.sort, view: .full, asOf: asOf?.day,
            knownAt: knownAt?.time, options: session.options)
        }
      }
    }
  }

  struct TrialBalance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "trial-balance",
      abstract: "Shows the balance of every account; those of a currency add up to 0.")

    @Option(help: "Counts what was posted on or before this day.")
    var asOf: DayArgument?

    @Option(help: "Counts what was recorded at or before this instant.")
    var knownAt: TimeArgument?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let balance = try await session.client.ledger.getTrialBalance(
          asOf: asOf?.day, knownAt: knownAt?.time, options: session.options)
        if global.output == .json {
          return try session.printer.show(balance) { "" }
        }
        try session.printer.show(balance.rows)
        if global.output == .table {
          for total in TrialBalanceTotal.totals(of: balance.rows) {
            session.console.out.line(total.text)
          }
        }
      }
    }
  }
}

/// Debits and credits of a currency.
struct TrialBalanceTotal: Sendable, Hashable {
  let currency: String
  let debit: Int64
  let credit: Int64

  static func totals(of rows: [OrderToCash.TrialBalance.Row]) -> [TrialBalanceTotal] {
    Dictionary(grouping: rows) { $0.debit.currencyCode }.sorted { $0.key < $1.key }
      .map { currency, rows in
        TrialBalanceTotal(
          currency: currency, debit: rows.reduce(0) { $0 &+ $1.debit.minorUnits },
          credit: rows.reduce(0) { $0 &+ $1.credit.minorUnits })
      }
  }

  var text: String {
    let verdict = debit == credit ? "balanced" : "NOT BALANCED"
    return "\(Cell.money(debit, currency).forPeople) debit, "
      + "\(Cell.money(credit, currency).forPeople) credit: \(verdict)"
  }
}

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks the books against their rules and the chain of events; writes nothing.",
    discussion: "Ends with 1 when something is not as it must be.")

  @Argument(help: "Checks to run, such as I-20; default all.")
  var checks: [String] = []

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await global.run { session in
      var count = 0
      for try await update in session.client.ledger.verify(checks: checks, options: session.options)
      {
        switch update {
        case .finding(let finding): tell(finding, session)
        case .finished(let checksRun, let findings):
          count = findings
          tell(checksRun, findings, session)
        }
      }
      if count > 0 {
        throw ErrorReport(
          status: .failed, message: "the books have \(count) findings",
          hint: "report them to those who run the server", isTold: global.output != .table)
      }
    }
  }

  private func tell(_ finding: BooksFinding, _ session: Session) {
    switch global.output {
    case .table, .name, .csv:
      session.console.out.line(
        "\(session.console.colored("FAIL", .red)) \(finding.check): \(finding.description)")
      for row in finding.rows { session.console.out.line("       \(row)") }
    case .json, .jsonl:
      let rows = finding.rows.map { JSONText.quoted($0) }.joined(separator: ",")
      session.console.out.line(
        JSONText.object([
          ("check", JSONText.quoted(finding.check)),
          ("description", JSONText.quoted(finding.description)), ("rows", "[\(rows)]"),
        ]))
    }
  }

  private func tell(_ checksRun: [String], _ findings: Int, _ session: Session) {
    switch global.output {
    case .table, .name, .csv:
      if findings == 0 {
        session.console.out.line(
          "\(session.console.colored("ok", .green)): \(checksRun.count) checks, no findings")
      }
    case .json, .jsonl:
      let names = checksRun.map { JSONText.quoted($0) }.joined(separator: ",")
      session.console.out.line(
        JSONText.object([("checksRun", "[\(names)]"), ("findings", String(findings))]))
    }
  }
}

struct EventsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "The one log of everything that changed.",
    subcommands: [List.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists events: the timeline of a resource, the audit trail.",
      discussion:
        "For example --filter 'type = \"order.*\" AND occur_time >= \"2026-11-01T00:00:00Z\"'.")

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.list(list) {
          session.client.events.list(
            filter: list.filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }
}
