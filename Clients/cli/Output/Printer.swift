import OrderToCash
import SwiftProtobuf

/// Writes resources in the format that was asked for.
struct Printer: Sendable {
  let console: Console
  let format: OutputFormat
  /// What people call the resources that rows refer to.
  var labels = Labels.none

  /// One resource, on a page of its own.
  func show<Row: Showable>(_ row: Row) throws {
    switch format {
    case .table: console.out.write(page(of: row.sections))
    case .json: console.out.line(JSONText.indented(try Printer.json(row)))
    case .jsonl, .csv, .name: try show([row])
    }
  }

  /// Rows of a list that is there as a whole.
  func show<Row: Showable>(_ rows: [Row]) throws {
    var list = ListWriter<Row>(self)
    for row in rows { try list.add(row) }
    list.finish()
  }

  /// A message that is no resource: as JSON in each format but the table, which `text` makes.
  func show(_ message: any Message, text: () -> String) throws {
    switch format {
    case .table: console.out.write(text())
    case .json: console.out.line(JSONText.indented(try Printer.json(message)))
    case .jsonl, .csv, .name: console.out.line(try Printer.json(message))
    }
  }

  /// A message on a screen for people; programs get it as JSON, its table as CSV, or its names.
  func show(
    _ message: any Message, screen: [Section], table: Table, names: [String]
  ) throws {
    switch format {
    case .table: console.out.write(page(of: screen))
    case .json: console.out.line(JSONText.indented(try Printer.json(message)))
    case .jsonl: console.out.line(try Printer.json(message))
    case .csv: console.out.write(table.csv())
    case .name: for name in names { console.out.line(name) }
    }
  }

  /// proto3 JSON on one line, the same for the same message.
  static func json(_ message: any Message) throws -> String {
    var options = JSONEncodingOptions()
    options.useDeterministicOrdering = true
    return try message.jsonString(options: options)
  }

  private func page(of sections: [Section]) -> String {
    sections.map { section in
      switch section {
      case .facts(let facts): Printer.factLines(facts, labels)
      case .table(let title, let table):
        "\n" + console.bold(title) + "\n"
          + table.rendered(width: console.width, labels: labels, bold: console.bold) + "\n"
      case .text(_, []): ""
      case .text("", let lines): lines.map { $0 + "\n" }.joined()
      case .text(let title, let lines):
        "\n" + console.bold(title) + "\n" + lines.map(indented).joined()
      }
    }.joined().replacing("\n\n\n", with: "\n\n")
  }

  /// A line of text under a title; where the terminal is too narrow for a command and what it is for,
  /// they stand under each other.
  private func indented(_ line: String) -> String {
    let line = labels.shortened(line)
    guard let width = console.width, TextWidth.of(line) + 2 > width,
      let gap = line.firstRange(of: "   ")
    else { return "  \(line)\n" }
    return "  \(line[..<gap.lowerBound])\n      \(line[gap.upperBound...])\n"
  }

  /// Facts under each other, those that say nothing left out. What is referred to is shown with its
  /// name beside the label, since a page is where names are looked up.
  static func factLines(_ facts: [(String, Cell)], _ labels: Labels = .none) -> String {
    let told = facts.filter { !$0.1.forPeople.isEmpty }
    let width = told.map { TextWidth.of($0.0) }.max() ?? 0
    return told.map { title, cell in
      let label = cell.text(labels)
      let name = cell.reference.map { $0 == label ? "" : "  \($0)" } ?? ""
      return title + String(repeating: " ", count: width - TextWidth.of(title)) + "  " + label
        + name + "\n"
    }.joined()
  }
}

/// Writes the rows of a list as they come; a table is written when all are there.
struct ListWriter<Row: Showable> {
  private let printer: Printer
  private let columns: [Column<Row>]
  private var rows: [Row] = []
  private var count = 0

  /// - Parameter columns: What tables and CSV show; default the columns of the resource.
  init(_ printer: Printer, columns: [Column<Row>] = Row.columns) {
    self.printer = printer
    self.columns = columns
  }

  /// The names that its table refers to, once all rows are there.
  var references: [String] { Row.table(rows, columns: columns).references }

  mutating func add(_ row: Row) throws {
    let out = printer.console.out
    switch printer.format {
    case .table: rows.append(row)
    case .json:
      let text = JSONText.indented(try Printer.json(row), level: 1)
      out.write((count == 0 ? "[\n  " : ",\n  ") + text)
    case .jsonl: out.line(try Printer.json(row))
    case .csv: out.write(Row.table([row], columns: columns).csv(withHeadings: count == 0))
    case .name: out.line(row.identifier)
    }
    count += 1
  }

  /// Ends the list; a table shows `labels` in place of names.
  func finish(_ labels: Labels? = nil) {
    let console = printer.console
    switch printer.format {
    case .table:
      if rows.isEmpty {
        console.err.line("nothing there")
      } else {
        let table = Row.table(rows, columns: columns)
        console.out.write(
          table.rendered(
            width: console.width, labels: labels ?? printer.labels, bold: console.bold))
      }
    case .json: console.out.line(count == 0 ? "[]" : "\n]")
    case .csv: if count == 0 { console.out.write(Row.table([], columns: columns).csv()) }
    case .jsonl, .name: break
    }
  }
}
