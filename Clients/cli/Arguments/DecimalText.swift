/// Decimal numbers as text. They are checked and shifted here, never computed with.
enum DecimalText {
  /// Whether it is a decimal number: optional sign, digits, a point and digits if wanted.
  static func isDecimal(_ text: String) -> Bool {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let pieces = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return pieces.allSatisfy { piece in
      !piece.isEmpty && piece.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// Whether it is no number, or zero.
  static func isZero(_ text: String) -> Bool {
    !text.utf8.contains { (0x31...0x39).contains($0) }
  }

  /// The number times 10 to the power of `places`, exactly: `0.05` by 2 is `5`.
  static func shifted(_ text: String, by places: Int) -> String? {
    guard isDecimal(text), places >= 0 else { return nil }
    let isNegative = text.hasPrefix("-")
    let pieces = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", maxSplits: 1)
    var fraction = pieces.count == 2 ? String(pieces[1]) : ""
    if fraction.count < places {
      fraction += String(repeating: "0", count: places - fraction.count)
    }
    var whole = pieces[0] + fraction.prefix(places)
    var rest = fraction.dropFirst(places)
    while whole.count > 1, whole.hasPrefix("0") { whole = whole.dropFirst() }
    while rest.hasSuffix("0") { rest = rest.dropLast() }
    let isZero = whole == "0" && rest.isEmpty
    return (isNegative && !isZero ? "-" : "") + whole + (rest.isEmpty ? "" : "." + rest)
  }

  /// Cuts `mark` and what follows from the end of the text; nil where the mark is not there.
  static func takeSuffix(after mark: Character, of text: inout Substring) -> String? {
    guard let position = text.lastIndex(of: mark) else { return nil }
    let suffix = String(text[text.index(after: position)...])
    text = text[..<position]
    return suffix
  }
}
