import Foundation
import OrderToCashAPI
import SwiftProtobuf

extension LintRule {
  /// Lists page, filter and sort alike, and say in words what they declare as options.
  static let reads: [LintRule] = [
    LintRule(id: "O2C_LIST_FIELDS") { index in
      index.methods.filter { symbol in
        symbol.descriptor.descriptor.name.hasPrefix("List") && !index.isList(symbol.descriptor)
      }.map(\.name)
    },
    LintRule(id: "O2C_COMMON_FIELDS") { index in
      index.messages.filter { !index.hasCommonFields($0.name) }.map(\.name)
    },
  ]
}

extension DescriptorIndex {
  fileprivate func isList(_ method: Method) -> Bool {
    func has(_ name: String, _ format: O2c_V1_FieldRules.Format) -> Bool {
      guard let field = field(name, of: method.input) else { return false }
      return field.descriptor.descriptor.type == .string && field.descriptor.rules.format == format
    }
    guard method.isRead,
      field("page_size", of: method.input)?.descriptor.descriptor.type == .int32,
      has("page_token", .pageToken), has("filter", .filter), has("order_by", .orderBy),
      field("view", of: method.input)?.descriptor.descriptor.typeName == ".o2c.v1.View.Level",
      field("next_page_token", of: method.output)?.descriptor.descriptor.type == .string,
      let rows = fields(of: method.output).first?.descriptor.descriptor, rows.label == .repeated
    else { return false }
    let row = String(rows.typeName.dropFirst())
    guard let comment = message(row)?.comment else { return false }
    let keys = method.rules.defaultOrder.split(separator: ",").map { key in
      String(key.split(separator: " ").first ?? "")
    }
    return !keys.isEmpty && keys.allSatisfy { field($0, of: row) != nil }
      && Self.declared("Filterable", in: comment) == paths(of: row, \.filterable, \.filterPaths)
      && Self.declared("Sortable", in: comment) == paths(of: row, \.sortable, \.sortPaths)
  }

  private func paths(
    of message: String, _ isListed: (O2c_V1_FieldRules) -> Bool,
    _ inner: (O2c_V1_FieldRules) -> [String]
  ) -> Set<String> {
    Set(
      fields(of: message).flatMap { field -> [String] in
        let name = field.descriptor.descriptor.name
        let rules = field.descriptor.rules
        return (isListed(rules) ? [name] : []) + inner(rules).map { "\(name).\($0)" }
      })
  }

  /// The names after `Filterable:` or `Sortable:`, up to the end of the sentence.
  private static func declared(_ word: String, in comment: String) -> Set<String> {
    let text = comment.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard let start = text.range(of: "\(word):") else { return [] }
    let rest = text[start.upperBound...]
    let end = rest.range(of: ". ")?.lowerBound ?? rest.lastIndex(of: ".") ?? rest.endIndex
    return Set(
      rest[..<end].split(separator: ",").map { name in
        String(name.filter { !$0.isWhitespace })
      })
  }

  fileprivate func hasCommonFields(_ message: String) -> Bool {
    let common: [String: Int32] = [
      "create_time": 90, "update_time": 91, "etag": 92, "annotations": 93,
    ]
    let isRequest = message.hasSuffix("Request")
    let fields = fields(of: message).map(\.descriptor.descriptor)
    for field in fields {
      if field.number >= 90, common[field.name] != field.number { return false }
      if !isRequest, let number = common[field.name], field.number != number { return false }
      if field.name.hasSuffix("_time"), field.typeName != ".google.protobuf.Timestamp" {
        return false
      }
      if field.name.hasSuffix("_date"), field.typeName != ".google.type.Date" { return false }
    }
    let isResource = fields.contains { $0.number >= 90 }
    let name = self.field("name", of: message)?.descriptor
    if isResource, let name {
      return name.descriptor.number == 1 && name.rules.behavior.contains(.identifier)
    }
    return true
  }
}
