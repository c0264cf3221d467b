import OrderToCashAPI
import SwiftProtobuf

extension LintRule {
  /// What methods declare, and what a call that changes something must be able to say.
  static let mutations: [LintRule] = [
    .each(
      "O2C_METHOD_RULES", { $0.methods },
      must: { symbol in
        let method = symbol.descriptor
        let rules = method.rules
        let level = method.descriptor.options.idempotencyLevel
        return rules.permission.isDotted(minimum: 2)
          && rules.reasons.allSatisfy(\.isUpperSnakeCase)
          && Set(rules.reasons).count == rules.reasons.count
          && rules.events.allSatisfy { $0.isDotted(minimum: 2) }
          && Set(rules.events).count == rules.events.count
          && (level == .noSideEffects || level == .idempotent)
          && method.isRead == rules.events.isEmpty
          && !(method.isRead && (rules.etagRequired || rules.authority))
      }),
    LintRule(id: "O2C_MUTATION_FIELDS") { index in
      index.methods.filter { !$0.descriptor.isRead && !index.isRepeatable($0.descriptor) }
        .map(\.name)
    },
  ]
}

extension DescriptorIndex {
  /// The request, each of its requests, or its header can be repeated and previewed.
  fileprivate func isRepeatable(_ method: Method) -> Bool {
    if let requests = field("requests", of: method.input) {
      let item = String(requests.descriptor.descriptor.typeName.dropFirst())
      return field("request_id", of: method.input) == nil && hasMutationFields(item)
    }
    if method.descriptor.clientStreaming {
      guard let header = field("header", of: method.input) else { return false }
      return hasMutationFields(String(header.descriptor.descriptor.typeName.dropFirst()))
    }
    let fields = fields(of: method.input)
    guard hasMutationFields(method.input) else { return false }
    if fields.contains(where: { $0.descriptor.descriptor.name == "name" }),
      field("etag", of: method.input)?.descriptor.rules.format != .etag
    {
      return false
    }
    if method.descriptor.name.hasPrefix("Update"), field("update_mask", of: method.input) == nil {
      return false
    }
    let needsNote = method.rules.authority || method.service == "o2c.v1.AdminService"
    return !needsNote || field("note", of: method.input) != nil
  }

  private func hasMutationFields(_ message: String) -> Bool {
    guard let id = field("request_id", of: message),
      let preview = field("validate_only", of: message)
    else { return false }
    return id.descriptor.descriptor.type == .string && id.descriptor.rules.format == .uuidV7
      && preview.descriptor.descriptor.type == .bool
  }
}

extension String {
  /// Lower-case words joined by dots: `orders.place`, `credit_note.issued`.
  func isDotted(minimum: Int) -> Bool {
    let words = split(separator: ".", omittingEmptySubsequences: false)
    return words.count >= minimum && words.allSatisfy { String($0).isLowerSnakeCase }
  }
}
