package import Domain

extension Filter {
  package static let byteLimit = 2048
  package static let restrictionLimit = 20

  /// Reads the subset of AIP-160 that lists understand; nil for an empty text.
  ///
  /// - Throws: FILTER_INVALID with the column of the fault.
  package static func parse(_ text: String) throws(Rejection) -> Filter? {
    guard text.utf8.count <= byteLimit else {
      throw .filter("it is longer than 2 KiB.", column: byteLimit)
    }
    var parser = FilterParser(try FilterLexer.tokens(of: text))
    return try parser.parse()
  }
}

struct FilterToken: Equatable {
  enum Kind: Equatable {
    case word(String)
    case text(String)
    case number(String)
    case symbol(String)
    case end
  }

  var kind: Kind
  var column: Int
}

enum FilterLexer {
  static func tokens(of text: String) throws(Rejection) -> [FilterToken] {
    var tokens: [FilterToken] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let column = index + 1
      switch scalar {
      case " ", "\t", "\n", "\r": index += 1
      case "(", ")", ":", "=", ",":
        tokens.append(FilterToken(kind: .symbol(String(scalar)), column: column))
        index += 1
      case "!", "<", ">":
        let isPair = index + 1 < scalars.count && scalars[index + 1] == "="
        guard isPair || scalar != "!" else {
          throw .filter("\"!\" stands only in \"!=\"; write NOT.", column: column)
        }
        tokens.append(
          FilterToken(kind: .symbol(String(scalar) + (isPair ? "=" : "")), column: column))
        index += isPair ? 2 : 1
      case "\"":
        let (value, next) = try quoted(scalars, from: index)
        tokens.append(FilterToken(kind: .text(value), column: column))
        index = next
      default:
        let end = scalars[index...].firstIndex { !isWordPart($0) } ?? scalars.count
        guard end > index else {
          throw .filter("\"\(scalar)\" has no meaning here.", column: column)
        }
        let word = String(String.UnicodeScalarView(scalars[index..<end]))
        let isNumber = scalar == "-" || ("0"..."9").contains(scalar)
        tokens.append(FilterToken(kind: isNumber ? .number(word) : .word(word), column: column))
        index = end
      }
    }
    tokens.append(FilterToken(kind: .end, column: scalars.count + 1))
    return tokens
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "-": true
    default: false
    }
  }

  private static func quoted(
    _ scalars: [Unicode.Scalar], from start: Int
  ) throws(Rejection) -> (String, Int) {
    var value = String.UnicodeScalarView()
    var index = start + 1
    while index < scalars.count {
      switch scalars[index] {
      case "\"": return (String(value), index + 1)
      case "\\":
        guard index + 1 < scalars.count, scalars[index + 1] == "\"" || scalars[index + 1] == "\\"
        else { throw .filter("a backslash stands before \" or \\ only.", column: index + 1) }
        value.append(scalars[index + 1])
        index += 2
      case "\0": throw .filter("a text holds no U+0000.", column: index + 1)
      default:
        value.append(scalars[index])
        index += 1
      }
    }
    throw .filter("the text that begins here does not end.", column: start + 1)
  }
}

private struct FilterParser {
  private let tokens: [FilterToken]
  private var position = 0
  private var restrictions = 0

  init(_ tokens: [FilterToken]) { self.tokens = tokens }

  private var token: FilterToken { tokens[position] }

  mutating func parse() throws(Rejection) -> Filter? {
    if token.kind == .end { return nil }
    let filter = try combination(depth: 0)
    guard token.kind == .end else {
      throw .filter("AND, OR or the end is expected.", column: token.column)
    }
    return filter
  }

  /// AND and OR do not mix: readers disagree on which binds tighter.
  private mutating func combination(depth: Int) throws(Rejection) -> Filter {
    var parts = [try restriction(depth: depth)]
    guard token.kind == .word("AND") || token.kind == .word("OR") else { return parts[0] }
    let connective = token.kind
    while token.kind == .word("AND") || token.kind == .word("OR") {
      guard token.kind == connective else {
        throw .filter("AND and OR are mixed: use parentheses.", column: token.column)
      }
      position += 1
      parts.append(try restriction(depth: depth))
    }
    return connective == .word("AND") ? .and(parts) : .or(parts)
  }

  private mutating func restriction(depth: Int) throws(Rejection) -> Filter {
    let start = token
    if start.kind == .word("NOT") {
      position += 1
      guard token.kind != .word("NOT") else {
        throw .filter("NOT stands twice.", column: token.column)
      }
      return .not(try restriction(depth: depth))
    }
    if start.kind == .symbol("(") {
      guard depth < 10 else {
        throw .filter("it is nested more than 10 deep.", column: start.column)
      }
      position += 1
      let inner = try combination(depth: depth + 1)
      guard token.kind == .symbol(")") else {
        throw .filter("\")\" is expected.", column: token.column)
      }
      position += 1
      return inner
    }
    guard case .word(let field) = start.kind, field != "AND", field != "OR" else {
      throw .filter("a field is expected.", column: start.column)
    }
    restrictions += 1
    guard restrictions <= Filter.restrictionLimit else {
      throw .filter("it has more than 20 restrictions.", column: start.column)
    }
    position += 1
    return try comparison(of: field, start.column)
  }

  private mutating func comparison(
    of field: String, _ column: Int
  ) throws(Rejection) -> Filter {
    guard case .symbol(let symbol) = token.kind else {
      throw .filter("an operator is expected after \(field).", column: token.column)
    }
    position += 1
    if symbol == "(" {
      guard token.kind == .symbol(")") else {
        throw .filter("\(field)() takes no arguments.", column: token.column)
      }
      position += 1
      return .call(name: field, column: column)
    }
    if symbol == ":" {
      let value = try value()
      if value.form == .prefix("") { return .has(field: field, nil, column: column) }
      return .has(field: field, value, column: column)
    }
    guard let comparison = FilterOperator(rawValue: symbol) else {
      throw .filter("an operator is expected after \(field).", column: tokens[position - 1].column)
    }
    return .compare(field: field, comparison, try value(), column: column)
  }

  private mutating func value() throws(Rejection) -> FilterValue {
    let token = token
    position += 1
    switch token.kind {
    case .text(let text) where text.hasSuffix("*"):
      return FilterValue(.prefix(String(text.dropLast())), column: token.column)
    case .text(let text): return FilterValue(.text(text), column: token.column)
    case .number(let number): return FilterValue(.number(number), column: token.column)
    case .word(let word) where !["AND", "OR", "NOT"].contains(word):
      return FilterValue(.word(word), column: token.column)
    default: throw .filter("a value is expected.", column: token.column)
    }
  }
}
