extension LintRule {
  /// Everything is commented (buf COMMENTS).
  static let comments: [LintRule] = [
    .each("COMMENT_SERVICE", { $0.services }, must: { $0.comment.isComment }),
    .each("COMMENT_RPC", { $0.methods }, must: { $0.comment.isComment }),
    .each("COMMENT_MESSAGE", { $0.messages }, must: { $0.comment.isComment }),
    .each("COMMENT_FIELD", { $0.fields }, must: { $0.comment.isComment }),
    .each("COMMENT_ONEOF", { $0.oneofs }, must: { $0.comment.isComment }),
    .each("COMMENT_ENUM", { $0.enums }, must: { $0.comment.isComment }),
    .each("COMMENT_ENUM_VALUE", { $0.values }, must: { $0.comment.isComment }),
  ]
}

extension String {
  fileprivate var isComment: Bool { contains { $0.isLetter } }
}
