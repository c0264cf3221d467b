import ArgumentParser
import OrderToCash
import OrderToCashAPI

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Imports records of another system from CSV or JSON lines.",
    discussion: "`o2c help import` explains columns, joined order files, bad rows and resuming.")

  @Argument(help: "customers, products, prices, stock or orders.")
  var kind: String

  @Argument(help: "The file; - is the input.")
  var file: [String]

  @Option(
    name: .long,
    help: ArgumentHelp("Column of a field; again for more.", valueName: "field=column"))
  var map: [String] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Value of a field in all rows; again for more.", valueName: "field=value"))
  var constants: [AssignmentArgument] = []

  @Option(help: "orders: CSV with the lines of the orders.")
  var lines: String?

  @Option(help: "orders: column of the lines that names the order.")
  var linesKey: String?

  @Option(help: "orders: column of the orders that lines refer to; default that of --lines-key.")
  var key: String?

  @Flag(help: "Imports the good rows of a file that has bad ones.")
  var skipBadRows = false

  @OptionGroup var mutation: MutationOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard file.count == 1 || (file.count == 2 && lines == nil) else {
      throw ValidationError("give one file, or for orders one of orders and one of lines")
    }
    if lines != nil || file.count == 2 {
      guard kind == "orders" else { throw ValidationError("--lines is for orders") }
      guard linesKey != nil else { throw ValidationError("--lines-key is missing") }
    }
  }

  func run() async throws {
    try await global.run { session in
      if ImportCommand.notTaken.contains(EnumText.canonical(kind)) {
        throw ErrorReport.usage(
          "open items are not imported: they come from invoices",
          hint: "import orders with their dates, then `o2c order ship` and `o2c order invoice`")
      }
      let kind: ImportKind = try enumValue(kind, "KIND")
      let columnMap = try ColumnMap(maps: map, sets: constants)
      let id = try mutation.requestID?.resolved() ?? RequestID()
      var run = ImportRun(
        session: session, kind: kind, id: id, skipBadRows: skipBadRows,
        isDryRun: mutation.dryRun)
      if let linesPath = lines ?? (file.count == 2 ? file[1] : nil) {
        let joined = try await join(linesPath, columnMap, session)
        run.source = ImportSource(bytes: joined.jsonLines)
        run.format = .jsonl
        run.sourceLines = joined.sourceLines
      } else {
        run.mapping = try columnMap.mappingForServer()
        run.format = file[0].hasSuffix(".jsonl") || file[0].hasSuffix(".ndjson") ? .jsonl : .csv
        run.source =
          ImportSource(bytes: try InputFile.bytes(of: file[0]))
      }
      try await run.carryOut()
      session.tellDryRun(mutation)
    }
  }

  /// Kinds that `export` has and `import` has not.
  private static let notTaken: Set<String> = ["OPEN_ITEMS", "OPENITEMS"]

  private func join(
    _ linesPath: String, _ columnMap: ColumnMap, _ session: Session
  ) async throws -> OrderJoin {
    let orders = try read(file[0])
    let lines = try read(linesPath)
    let linesKey = linesKey ?? ""
    let values = try OrderJoin.customerValues(orders, columnMap)
    let arguments = values.filter { !$0.hasPrefix("customers/") }.sorted()
      .compactMap { ResourceArgument(argument: $0.hasPrefix("ext:") ? $0 : "ext:\($0)") }
    var customers: [String: String] = [:]
    for found in try await session.resolver.names(arguments, .customer) {
      // A customer that is not there is a bad row of the import, named with its line.
      guard case .success(let name) = found.name else { continue }
      customers[found.argument.text] = name
      customers[String(found.argument.text.dropFirst(4))] = name
    }
    return try OrderJoin(
      orders: orders, lines: lines, key: key ?? linesKey, linesKey: linesKey, map: columnMap,
      customers: customers, countries: CountryNames())
  }

  private func read(_ path: String) throws -> CSVReader {
    do {
      return try CSVReader(try InputFile.bytes(of: path))
    } catch let error as CSVReader.Malformed {
      throw ErrorReport.usage("\(path):\(error.line): \(error.message)")
    }
  }
}

/// One import as it goes: progress, bad rows, the sum.
struct ImportRun: Sendable {
  let session: Session
  let kind: ImportKind
  let id: RequestID
  let skipBadRows: Bool
  let isDryRun: Bool
  var source = ImportSource(bytes: [])
  var format = ImportFormat.csv
  var mapping: [String: String] = [:]
  /// For joined files: the line of the first file behind each record.
  var sourceLines: [Int] = []

  func carryOut() async throws {
    guard source.size > 0 else { throw ErrorReport.usage("the file is empty") }
    guard source.size <= InputFile.limit else {
      throw ErrorReport.usage("the file has more than 64 MiB: split it")
    }
    let bar = ProgressBar("import \(EnumText.name(kind).lowercased())", on: session.console)
    do {
      let result = try await Interrupt.cancellableJob { try await follow(bar) }
      bar.clear()
      try tell(result)
    } catch {
      bar.clear()
      throw resumable(error)
    }
  }

  private func follow(_ bar: ProgressBar) async throws -> ImportResult {
    var options = session.options
    options.requestID = id
    let updates = session.client.admin.importRecords(
      kind, from: source, format: format, mapping: mapping, skipBadRows: skipBadRows,
      validateOnly: isDryRun, options: options)
    var failed = 0
    for try await update in updates {
      switch update {
      case .started(let offset):
        if offset > 0 { session.console.err.line("resumed at byte \(offset)") }
      case .progress(let progress):
        let done = Int64(progress.rowsDone)
        let note = failed == 0 ? "" : "\(failed) bad"
        bar.update(done, of: progress.rowsTotal.map { Int64($0) }, note: note)
      case .rowFailed(let row):
        failed += 1
        bar.clear()
        tell(row)
      case .finished(let result): return result
      }
    }
    throw ErrorReport(status: .failed, message: "the import ended without a result")
  }

  private func tell(_ row: ImportRowError) {
    var report = ErrorReport(row.error)
    let index = row.row - 1
    let line = sourceLines.indices.contains(index) ? sourceLines[index] : row.row
    let key = row.key.isEmpty ? "" : " (\(row.key))"
    report.message = "line \(line)\(key): \(report.message)"
    report.hint = nil
    report.outcome = ""
    report.callID = nil
    report.tell(on: session.console, as: session.printer.format)
  }

  private func tell(_ result: ImportResult) throws {
    switch session.printer.format {
    case .json, .jsonl:
      session.console.out.line(
        JSONText.object([
          ("rows", String(result.rows)), ("imported", String(result.imported)),
          ("failed", String(result.failed)), ("replayed", String(result.replayed)),
          ("requestId", JSONText.quoted("\(id)")),
        ]))
    case .table, .csv, .name:
      let again = result.replayed == 0 ? "" : ", \(result.replayed) of them before"
      let good = isDryRun ? "would be imported" : "imported"
      session.console.out.line(
        "\(result.rows) rows: \(result.imported) \(good)\(again), \(result.failed) bad")
    }
    guard result.failed > 0 else { return }
    let bad = "\(result.failed) of \(result.rows) rows are bad"
    throw ErrorReport(
      status: .partlyFailed,
      message: result.imported == 0 && !isDryRun ? "nothing was imported: \(bad)" : bad,
      hint: skipBadRows
        ? "correct them and import them as a file of their own"
        : "correct them and run it again, or take the good ones with --skip-bad-rows")
  }

  /// Says how to go on after an interruption or a broken link.
  private func resumable(_ error: any Error) -> any Error {
    let command = Interrupt.resumeCommand(requestID: "\(id)")
    if error is CancellationError {
      return ErrorReport(
        status: .interrupted, message: "stopped; the rows that were committed stay",
        hint: "to go on: \(command)")
    }
    var report = ErrorReport(any: error)
    if report.status == .unavailable { report.hint = "to go on: \(command)" }
    return report
  }
}
