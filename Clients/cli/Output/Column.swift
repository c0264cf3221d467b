import OrderToCash
import SwiftProtobuf

/// A column of the table of a resource.
struct Column<Row>: Sendable {
  let heading: Table.Heading
  let cell: @Sendable (Row) -> Cell

  /// - Parameter rank: How soon the column is left out where the terminal is too narrow: the highest
  ///   first, 0 never.
  init(
    _ title: String, flexible: Bool = false, rank: Int = 0,
    _ cell: @escaping @Sendable (Row) -> Cell
  ) {
    heading = Table.Heading(title, flexible: flexible, rank: rank)
    self.cell = cell
  }
}

/// What can be shown as a row of a table, as a page of facts, and as JSON.
protocol Showable: Message, Sendable {
  /// The columns of lists.
  static var columns: [Column<Self>] { get }
  /// What `-o name` prints, and what `-` takes.
  var identifier: String { get }
  /// What is shown of one: facts, then tables.
  var sections: [Section] { get }
}

/// A part of the page of one resource.
enum Section: Sendable {
  case facts([(String, Cell)])
  case table(String, Table)
  /// Lines under a title; none are left out with their title.
  case text(String, [String])

  /// The names of resources that it shows.
  var references: [String] {
    switch self {
    case .facts(let facts): facts.compactMap(\.1.lookup)
    case .table(_, let table): table.references
    case .text(_, let lines):
      lines.flatMap { $0.split(separator: " ").map(String.init) }.filter { $0.contains("/") }
    }
  }
}

extension Showable {
  var facts: Section {
    .facts(Self.columns.map { ($0.heading.title, $0.cell(self)) })
  }

  var sections: [Section] { [facts] }

  /// The table of some rows.
  static func table(_ rows: [Self], columns: [Column<Self>] = Self.columns) -> Table {
    let unset = Self()
    let headings = columns.map { column in
      var heading = column.heading
      heading.isMoney = column.cell(unset).isMoney
      return heading
    }
    return Table(headings: headings, rows: rows.map { row in columns.map { $0.cell(row) } })
  }
}

extension Table {
  /// A table of parts that are no resources, such as lines.
  init<Part>(_ parts: [Part], _ columns: [Column<Part>]) {
    self.init(
      headings: columns.map(\.heading), rows: parts.map { part in columns.map { $0.cell(part) } })
  }
}
