package import Domain
package import SwiftProtobuf

/// Checks a request against the rules that the contract declares for its fields, in one pass over
/// what was sent. The rules of a message are put together once.
///
/// What only the server sets is passed over, with everything inside.
package enum MessageValidator {
  /// More than this nobody reads; the rest shows when these are corrected.
  static let mostViolations = 500

  /// Every violation of the message, each with its path, in the order of the fields.
  package static func violations<M: Message>(of message: M) -> [Rejection.Violation] {
    guard let plan = MessagePlans.shared.plan(of: M.protoMessageName) else { return [] }
    var visitor = FieldVisitor(plan)
    visitor.visitRoot(message)
    return visitor.violations
  }
}
