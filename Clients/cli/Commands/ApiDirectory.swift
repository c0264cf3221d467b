import OrderToCashAPI
import SwiftProtobuf

/// The contract as data: its methods, messages and rules.
enum ApiDirectory {
  /// A method by its name, with or without its service.
  static func method(_ name: String) throws -> MethodRule {
    if let rule = MethodTable.byName[name] { return rule }
    if let rule = MethodTable.all.first(where: { $0.method.lowercased() == name.lowercased() }) {
      return rule
    }
    throw ErrorReport.usage(
      "there is no method \(name)", hint: "`o2c api list` shows what there is")
  }

  static func table() -> Table {
    Table(
      MethodTable.all,
      [
        Column("method") { .text("\(shortService($0.service)).\($0.method)") },
        Column("permission") { .text($0.permission) },
        Column("kind", rank: 1) { .text(kind($0)) },
        Column("own reasons", flexible: true) { .text($0.reasons.joined(separator: " ")) },
      ])
  }

  static func json(_ rule: MethodRule) -> String {
    func list(_ texts: [String]) -> String {
      "[" + texts.map { JSONText.quoted($0) }.joined(separator: ",") + "]"
    }
    return JSONText.object([
      ("method", JSONText.quoted(rule.fullName)), ("input", JSONText.quoted(rule.input)),
      ("output", JSONText.quoted(rule.output)), ("kind", JSONText.quoted(kind(rule))),
      ("permission", JSONText.quoted(rule.permission)), ("reasons", list(rule.reasons)),
      ("events", list(rule.events)),
    ])
  }

  /// What there is to know of a method or a message.
  static func description(of name: String) throws -> String {
    if let rule = try? method(name) { return describe(rule) }
    let wanted = name.hasPrefix("o2c.v1.") ? name : "o2c.v1.\(name)"
    if let rules = FieldRulesTable.byMessage[wanted] {
      return wanted + "\n" + fields(rules)
    }
    throw ErrorReport.usage(
      "there is no method or message \(name)", hint: "`o2c api list` shows the methods")
  }

  private static func describe(_ rule: MethodRule) -> String {
    var facts: [(String, Cell)] = [
      ("kind", .text(kind(rule))), ("permission", .text(rule.permission)),
      ("reasons", .text(rule.reasons.joined(separator: " "))),
      ("events", .text(rule.events.joined(separator: " "))),
    ]
    if rule.requiresETag { facts.append(("etag", .text("needed"))) }
    if rule.hasAuthority { facts.append(("authority", .text("an amount of the caller"))) }
    if !rule.defaultOrder.isEmpty { facts.append(("order", .text(rule.defaultOrder))) }
    return rule.fullName + "\n" + Printer.factLines(facts)
      + "\nrequest \(rule.input)\n" + fields(FieldRulesTable.byMessage[rule.input] ?? [])
      + "\nresponse \(rule.output)\n" + fields(FieldRulesTable.byMessage[rule.output] ?? [])
  }

  private static func fields(_ rules: [FieldRule]) -> String {
    guard !rules.isEmpty else { return "  no fields\n" }
    return rules.map { rule in "  " + field(rule) + "\n" }.joined()
  }

  private static func field(_ rule: FieldRule) -> String {
    var words = ["\(rule.name): \(type(rule))"]
    words += rule.behavior.map { "\($0)" }.sorted().map(EnumText.words)
    if rule.format != .none { words.append("format \(EnumText.words("\(rule.format)"))") }
    if let most = rule.maxLength { words.append("at most \(most) characters") }
    if rule.minItems > 0 { words.append("at least \(rule.minItems) items") }
    if let most = rule.maxItems { words.append("at most \(most) items") }
    if let least = rule.minimum { words.append("≥ \(least)") }
    if let most = rule.maximum { words.append("≤ \(most)") }
    if let bound = rule.greaterThan { words.append("> \(bound)") }
    if rule.isFilterable || !rule.filterPaths.isEmpty {
      words.append("filter" + paths(rule.name, rule.filterPaths))
    }
    if rule.isSortable || !rule.sortPaths.isEmpty {
      words.append("sort" + paths(rule.name, rule.sortPaths))
    }
    words += rule.resources
    return words.joined(separator: ", ")
  }

  private static func paths(_ name: String, _ inner: [String]) -> String {
    inner.isEmpty ? "" : " by " + inner.map { "\(name).\($0)" }.joined(separator: " ")
  }

  private static func type(_ rule: FieldRule) -> String {
    var type: String
    switch rule.kind {
    case .message: type = rule.type
    case .enumeration:
      let values = enumValues[rule.type] ?? []
      type = values.isEmpty ? rule.type : values.joined(separator: " | ")
    case .int32, .int64, .bool, .string, .bytes: type = "\(rule.kind)"
    }
    if type.hasPrefix("o2c.v1.") { type = String(type.dropFirst(7)) }
    switch rule.cardinality {
    case .singular: return type
    case .repeated: return "repeated \(type)"
    case .map: return "map of \(type)"
    }
  }

  /// Names of the values of each enum, without that of zero.
  private static let enumValues: [String: [String]] = {
    guard
      let set = try? Google_Protobuf_FileDescriptorSet(
        serializedBytes: EmbeddedDescriptors.fileDescriptorSet)
    else { return [:] }
    var values: [String: [String]] = [:]
    func add(_ messages: [Google_Protobuf_DescriptorProto], _ prefix: String) {
      for message in messages {
        let name = "\(prefix).\(message.name)"
        for type in message.enumType {
          values["\(name).\(type.name)"] = type.value.filter { $0.number != 0 }.map(\.name)
        }
        add(message.nestedType, name)
      }
    }
    for file in set.file where file.package == "o2c.v1" { add(file.messageType, file.package) }
    return values
  }()

  private static func shortService(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  private static func kind(_ rule: MethodRule) -> String {
    let shape =
      switch rule.shape {
      case .unary: "call"
      case .serverStream: "server stream"
      case .clientStream: "client stream"
      case .bidirectionalStream: "stream both ways"
      }
    return rule.isRead ? "read, \(shape)" : shape
  }
}

extension EnumText {
  /// `outputOnly` as `output only`.
  static func words(_ name: String) -> String {
    name.reduce(into: "") { text, character in
      if character.isUppercase { text.append(" ") }
      text += character.lowercased()
    }
  }
}
