/// Rows with headings, aligned for people, or as CSV for programs.
struct Table: Sendable {
  struct Heading: Sendable, Hashable {
    let title: String
    /// May be cut when the table is wider than the terminal.
    let isFlexible: Bool
    /// How soon the column is left out of a table that is too wide: the highest first, 0 never.
    let rank: Int
    /// Holds amounts, also where no row does.
    var isMoney = false

    init(_ title: String, flexible: Bool = false, rank: Int = 0) {
      self.title = title
      self.isFlexible = flexible
      self.rank = rank
    }
  }

  let headings: [Heading]
  var rows: [[Cell]]

  /// The names of resources that it shows, and what else is looked up for it.
  var references: [String] { rows.flatMap { $0.compactMap(\.lookup) } }

  /// Aligned text. With a width, it is laid out to fit: see ``TableLayout``.
  func rendered(
    width: Int?, labels: Labels = .none, bold: (String) -> String = { $0 }
  ) -> String {
    var layout = TableLayout(self, labels)
    if let width { layout.fit(width) }
    return layout.text(bold: bold)
  }

  /// RFC 4180 with a row of headings; an amount is followed by a column with its currency.
  func csv(withHeadings: Bool = true) -> String {
    let isMoney = headings.indices.map { column in
      headings[column].isMoney || rows.contains { $0[column].isMoney }
    }
    var result = ""
    if withHeadings { result += Table.csvLine(csvHeadings(isMoney)) }
    for row in rows {
      var fields: [String] = []
      for (column, cell) in row.enumerated() {
        fields.append(cell.forPrograms)
        if isMoney[column] { fields.append(cell.currency) }
      }
      result += Table.csvLine(fields)
    }
    return result
  }

  private func csvHeadings(_ isMoney: [Bool]) -> [String] {
    headings.enumerated().flatMap { column, heading in
      let name = heading.title.replacing(" ", with: "_")
      return isMoney[column] ? [name, name + "_currency"] : [name]
    }
  }

  /// One line of CSV; fields are quoted where they must be.
  static func csvLine(_ fields: [String]) -> String {
    fields.map { field in
      field.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }.joined(separator: ",") + "\n"
  }
}
