import OrderToCash
import SwiftProtobuf

/// Writes resources in the format that was asked for.
struct Printer: Sendable {
  let console: Console
  let format: OutputFormat

  /// One resource, on a page of its own.
  func show<Row: Showable>(_ row: Row) throws {
    switch format {
    case .table: console.out.write(page(of: row))
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

  /// proto3 JSON on one line, the same for the same message.
  static func json(_ message: any Message) throws -> String {
    var options = JSONEncodingOptions()
    options.useDeterministicOrdering = true
    return try message.jsonString(options: options)
  }

  private func page<Row: Showable>(of row: Row) -> String {
    row.sections.map { section in
      switch section {
      case .facts(let facts): Printer.factLines(facts)
      case .table(let title, let table):
        "\n" + console.bold(title) + "\n"
          + table.rendered(width: console.width, bold: console.bold) + "\n"
      }
    }.joined()
  }

  /// Facts under each other, those that say nothing left out.
  static func factLines(_ facts: [(String, Cell)]) -> String {
    let told = facts.filter { !$0.1.forPeople.isEmpty }
    let width = told.map { TextWidth.of($0.0) }.max() ?? 0
    return told.map { title, cell in
      title + String(repeating: " ", count: width - TextWidth.of(title)) + "  " + cell.forPeople
        + "\n"
    }.joined()
  }
}

/// Writes the rows of a list as they come; a table is written when all are there.
struct ListWriter<Row: Showable> {
  private let printer: Printer
  private var rows: [Row] = []
  private var count = 0

  init(_ printer: Printer) {
    self.printer = printer
  }

  mutating func add(_ row: Row) throws {
    let out = printer.console.out
    switch printer.format {
    case .table: rows.append(row)
    case .json:
      let text = JSONText.indented(try Printer.json(row), level: 1)
      out.write((count == 0 ? "[\n  " : ",\n  ") + text)
    case .jsonl: out.line(try Printer.json(row))
    case .csv: out.write(Row.table([row]).csv(withHeadings: count == 0))
    case .name: out.line(row.identifier)
    }
    count += 1
  }

  func finish() {
    let console = printer.console
    switch printer.format {
    case .table:
      if rows.isEmpty {
        console.err.line("nothing there")
      } else {
        console.out.write(Row.table(rows).rendered(width: console.width, bold: console.bold))
      }
    case .json: console.out.line(count == 0 ? "[]" : "\n]")
    case .csv: if count == 0 { console.out.write(Row.table([]).csv()) }
    case .jsonl, .name: break
    }
  }
}
