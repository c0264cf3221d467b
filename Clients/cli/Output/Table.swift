/// Rows with headings, aligned for people, or as CSV for programs.
struct Table: Sendable {
  struct Heading: Sendable, Hashable {
    let title: String
    /// May be cut when the table is wider than the terminal.
    let isFlexible: Bool
    /// Holds amounts, also where no row does.
    var isMoney = false

    init(_ title: String, flexible: Bool = false) {
      self.title = title
      self.isFlexible = flexible
    }
  }

  let headings: [Heading]
  var rows: [[Cell]]

  /// Aligned text. With a width, flexible columns are cut so that rows fit, down to 8 characters.
  func rendered(width: Int?, bold: (String) -> String = { $0 }) -> String {
    let texts = rows.map { $0.map(\.forPeople) }
    var widths = headings.enumerated().map { column, heading in
      texts.reduce(TextWidth.of(heading.title)) { max($0, TextWidth.of($1[column])) }
    }
    let rightAligned = headings.indices.map { column in
      rows.contains { $0[column].isRightAligned }
    }
    if let width { shrink(&widths, to: width) }
    var lines = [bold(line(headings.map { $0.title.uppercased() }, widths, rightAligned))]
    lines += texts.map { line($0, widths, rightAligned) }
    return lines.map { $0 + "\n" }.joined()
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

  private func shrink(_ widths: inout [Int], to limit: Int) {
    let gaps = 2 * max(0, widths.count - 1)
    while widths.reduce(gaps, +) > limit {
      let candidates = headings.indices.filter { headings[$0].isFlexible && widths[$0] > 8 }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  private func line(_ texts: [String], _ widths: [Int], _ rightAligned: [Bool]) -> String {
    let cells = texts.enumerated().map { column, text in
      let cut = TextWidth.cut(text, to: widths[column])
      let padding = String(repeating: " ", count: widths[column] - TextWidth.of(cut))
      return rightAligned[column] ? padding + cut : cut + padding
    }
    var line = cells.joined(separator: "  ")
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
