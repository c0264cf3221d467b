import Domain
import Foundation
import OrderToCashAPI

/// Puts named texts into the shape of a message, as proto3 JSON: `party.address.city` goes where
/// the contract has it. Dates are `yyyy-mm-dd`, countries a code or an English name.
struct RecordBuilder {
  /// Full name of the message, such as `o2c.v1.Customer`.
  let message: String
  /// Short names for paths that files usually have at the top.
  let shortNames: [String: String]

  func path(of field: String) -> String { shortNames[field] ?? field }

  /// The rules along a path; nil where the contract has no such path.
  private func rules(along path: String) -> [FieldRule]? {
    var type = message
    var rules: [FieldRule] = []
    let names = path.split(separator: ".")
    for (index, name) in names.enumerated() {
      if let last = rules.last, last.cardinality == .map {
        return index == names.count - 1 ? rules : nil
      }
      guard let rule = FieldRulesTable.byMessage[type]?.first(where: { $0.name == name }) else {
        return nil
      }
      rules.append(rule)
      type = rule.type
    }
    return rules
  }

  func knows(_ field: String) -> Bool { rules(along: path(of: field)) != nil }

  /// A column of this name is taken without being mapped: the field is one that callers set.
  func takes(_ column: String) -> Bool {
    rules(along: path(of: column))?.allSatisfy { rule in
      rule.behavior.isDisjoint(with: [.outputOnly, .identifier])
    } ?? false
  }

  /// Adds one text to an object.
  func set(_ field: String, to text: String, in object: inout [String: Any]) throws(Rejection) {
    let path = path(of: field)
    guard let rules = rules(along: path), !text.isEmpty else { return }
    let names = path.split(separator: ".").map(String.init)
    try set(names[...], rules[...], to: text, in: &object, path: path)
  }

  private func set(
    _ names: ArraySlice<String>, _ rules: ArraySlice<FieldRule>, to text: String,
    in object: inout [String: Any], path: String
  ) throws(Rejection) {
    guard let name = names.first, let rule = rules.first else { return }
    if rule.cardinality == .map {
      var map = object[name] as? [String: Any] ?? [:]
      map[names.dropFirst().first ?? ""] = text
      object[name] = map
      return
    }
    let rest = names.dropFirst()
    if rest.isEmpty {
      let value = try value(of: text, rule, path: path)
      object[name] = rule.cardinality == .repeated ? [value] : value
      return
    }
    if rule.cardinality == .repeated {
      var items = object[name] as? [[String: Any]] ?? [[:]]
      var item = items.removeLast()
      try set(rest, rules.dropFirst(), to: text, in: &item, path: path)
      object[name] = items + [item]
    } else {
      var child = object[name] as? [String: Any] ?? [:]
      try set(rest, rules.dropFirst(), to: text, in: &child, path: path)
      object[name] = child
    }
  }

  private func value(of text: String, _ rule: FieldRule, path: String) throws(Rejection) -> Any {
    switch rule.kind {
    case .bool:
      switch text.lowercased() {
      case "true", "yes", "1": return true
      case "false", "no", "0": return false
      default: throw .invalidField(path, .fieldInvalid, "Write true or false.")
      }
    case .enumeration: return text.uppercased()
    case .message where rule.type == "google.type.Date":
      guard let day = CalendarDay(text.prefix(10)) else {
        throw .invalidField(path, .fieldInvalid, "Write a date as 2026-01-31.")
      }
      let (year, month, dayOfMonth) = day.civil
      return ["year": year, "month": month, "day": dayOfMonth]
    case .string where rule.format == .country: return Countries.code(of: text)
    case .int32, .int64, .string, .bytes, .message: return text
    }
  }
}

/// English names of countries, for files that do not have codes.
enum Countries {
  /// The ISO 3166-1 code of a name; what is a code already, or unknown, stays as it is.
  static func code(of text: String) -> String { codes[key(text)] ?? text }

  private static let codes: [String: String] = {
    let english = Locale(identifier: "en_US")
    var codes: [String: String] = [:]
    for region in Locale.Region.isoRegions where region.identifier.count == 2 {
      if let name = english.localizedString(forRegionCode: region.identifier) {
        codes[key(name)] = region.identifier
      }
    }
    for (name, code) in [
      ("UK", "GB"), ("Great Britain", "GB"), ("England", "GB"), ("USA", "US"),
      ("United States of America", "US"), ("Holland", "NL"), ("The Netherlands", "NL"),
      ("Czech Republic", "CZ"), ("Turkey", "TR"), ("South Korea", "KR"), ("Vietnam", "VN"),
    ] { codes[key(name)] = code }
    return codes
  }()

  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0 == " " }
  }
}
