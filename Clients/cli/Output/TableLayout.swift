/// A table as text in columns.
struct TableLayout {
  private struct Part {
    var title: String
    var texts: [String]
    let isFlexible: Bool
    let rank: Int
    let isRightAligned: Bool
    /// The currency of its amounts, where all have the same.
    let currency: String?
    var width = 0

    var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }

    /// The width down to which it is cut before other columns are left out.
    var comfort: Int { isFlexible ? min(width, 16) : width }

    mutating func measure() {
      width = texts.reduce(TextWidth.of(title)) { max($0, TextWidth.of($1)) }
    }
  }

  private var parts: [Part]
  private let count: Int

  init(_ table: Table, _ labels: Labels) {
    count = table.rows.count
    parts = table.headings.enumerated().map { column, heading in
      let cells = table.rows.map { $0[column] }
      let currencies = Set(cells.map(\.currency)).subtracting([""])
      var part = Part(
        title: heading.title.uppercased(), texts: cells.map { $0.text(labels) },
        isFlexible: heading.isFlexible, rank: heading.rank,
        isRightAligned: cells.contains(where: \.isRightAligned),
        currency: currencies.count == 1 ? currencies.first : nil)
      part.measure()
      return part
    }
  }

  private var width: Int { parts.reduce(2 * max(0, parts.count - 1)) { $0 + $1.width } }
  private var comfort: Int { parts.reduce(2 * max(0, parts.count - 1)) { $0 + $1.comfort } }

  /// Makes it as narrow as the terminal, in steps that lose little: columns of rank that say nothing
  /// are left out; a currency that all amounts share goes to the heading; before a column that says
  /// something is lost, all that say nothing are left out, the last first; then columns of rank, the
  /// highest first; flexible ones are cut, down to 8 characters. Amounts are never cut.
  mutating func fit(_ limit: Int) {
    parts.removeAll { $0.rank > 0 && $0.isEmpty }
    if width <= limit { return }
    for index in parts.indices {
      guard let currency = parts[index].currency else { continue }
      parts[index].title += " \(currency)"
      parts[index].texts = parts[index].texts.map { text in
        text.hasSuffix(" \(currency)") ? String(text.dropLast(currency.count + 1)) : text
      }
      parts[index].measure()
    }
    while comfort > limit {
      let ranked = parts.indices.filter { parts[$0].rank > 0 }
        .max { (parts[$0].rank, $0) < (parts[$1].rank, $1) }
      guard let next = parts.indices.last(where: { parts[$0].isEmpty }) ?? ranked else { break }
      parts.remove(at: next)
    }
    while width > limit {
      let candidates = parts.indices.filter { parts[$0].isFlexible && parts[$0].width > 8 }
      guard let widest = candidates.max(by: { parts[$0].width < parts[$1].width }) else { return }
      parts[widest].width -= 1
    }
  }

  func text(bold: (String) -> String) -> String {
    var lines = [bold(line(parts.map(\.title)))]
    for row in 0..<count { lines.append(line(parts.map { $0.texts[row] })) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ texts: [String]) -> String {
    let cells = zip(parts, texts).map { part, text in
      let cut = TextWidth.cut(text, to: part.width)
      let padding = String(repeating: " ", count: part.width - TextWidth.of(cut))
      return part.isRightAligned ? padding + cut : cut + padding
    }
    var line = cells.joined(separator: "  ")
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}
