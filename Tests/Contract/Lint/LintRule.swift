import Testing

/// A rule of the contract's style, under the id that buf gives it or one of our own.
struct LintRule: Sendable, CustomTestStringConvertible {
  let id: String
  /// What offends the rule, each with the name of the thing.
  let check: @Sendable (DescriptorIndex) -> [String]

  var testDescription: String { id }

  static let all = naming + packages + comments + mutations + reads + values
}

extension LintRule {
  /// A rule that every symbol of a kind must meet by itself.
  static func each<Descriptor>(
    _ id: String,
    _ symbols:
      @escaping @Sendable (DescriptorIndex) ->
      [DescriptorIndex.Symbol<Descriptor>],
    must holds: @escaping @Sendable (DescriptorIndex.Symbol<Descriptor>) -> Bool
  ) -> LintRule {
    LintRule(id: id) { index in symbols(index).filter { !holds($0) }.map(\.name) }
  }
}
