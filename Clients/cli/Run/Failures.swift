/// Counts what failed of several things and tells each failure on the error stream.
struct Failures {
  private let printer: Printer
  private var reports: [ErrorReport] = []
  private(set) var done = 0
  /// Whether nothing succeeded, so that there is nothing to show.
  var isTotal: Bool { done == 0 && !reports.isEmpty }

  init(_ printer: Printer) {
    self.printer = printer
  }

  mutating func succeeded() { done += 1 }

  /// Tells one failure, with the word by which the thing was named.
  mutating func failed(_ subject: String, _ error: any Error) {
    var report = ErrorReport(any: error)
    reports.append(report)
    if !report.message.contains(subject) { report.message = "\(subject): \(report.message)" }
    report.tell(on: printer.console, as: printer.format)
  }

  /// Throws when something failed: with the status of the failures when nothing succeeded and they
  /// are alike, else partly failed.
  func finish(_ noun: String) throws {
    guard let first = reports.first else { return }
    let isUniform = done == 0 && reports.allSatisfy { $0.status == first.status }
    throw ErrorReport(
      status: isUniform ? first.status : .partlyFailed,
      message: "\(reports.count) of \(reports.count + done) \(noun) failed",
      hint: "the failures are above; what succeeded stays", isTold: reports.count + done == 1)
  }
}

extension ErrorReport {
  /// Writes the error to the error stream, as JSON where data are JSON.
  func tell(on console: Console, as format: OutputFormat) {
    if isTold { return }
    switch format {
    case .json, .jsonl: console.err.line(json)
    case .table, .csv, .name: console.err.line(text(console: console))
    }
  }
}
