/// The five characters with which PostgreSQL names an error.
package struct SQLState: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let code: String

  package init(_ code: String) { self.code = code }
  package init(stringLiteral code: String) { self.code = code }

  package var description: String { code }

  package static let serializationFailure: SQLState = "40001"
  package static let deadlockDetected: SQLState = "40P01"
  package static let lockNotAvailable: SQLState = "55P03"
  package static let queryCanceled: SQLState = "57014"
  package static let uniqueViolation: SQLState = "23505"
  package static let foreignKeyViolation: SQLState = "23503"
  package static let checkViolation: SQLState = "23514"
  package static let insufficientPrivilege: SQLState = "42501"
  package static let undefinedTable: SQLState = "42P01"
  package static let cannotConnectNow: SQLState = "57P03"
  package static let duplicateDatabase: SQLState = "42P04"

  /// What to do about it: the table that the door acts on.
  package var failureClass: FailureClass {
    switch code {
    case "40001", "40P01": .conflict
    case "55P03": .lockTimeout
    case "57014": .statementTimeout
    case "23505": .uniqueViolation
    case "25006", "57P01", "57P02", "57P03", "57P05", "25P03", "0A000", "26000": .connectionGone
    case "53300", "53400", "53200": .noResources
    case "53100", "58030", "XX001", "XX002": .storage
    default:
      switch code.prefix(2) {
      case "08": .connectionGone
      case "22": .invalidData
      case "23": .integrityViolation
      default: .ours
      }
    }
  }
}

/// What a failure means for the one who has to go on.
package enum FailureClass: Sendable, Hashable, CaseIterable {
  /// 40001, 40P01: roll back and run it again after a jitter, at most five times.
  case conflict
  /// 55P03: once more, then give up for now.
  case lockTimeout
  /// 57014: the statement took too long; again in smaller pieces.
  case statementTimeout
  /// 23505: another was first; run it again, the load now sees the other's row.
  case uniqueViolation
  /// Other 23xxx: one by one, the culprit is refused.
  case integrityViolation
  /// 22xxx: one by one, the culprit is refused.
  case invalidData
  /// The link is lost, the server is going or no longer the primary: elsewhere, or later.
  case connectionGone
  /// 53xxx, or no free connection in the pool: back off.
  case noResources
  /// 53100, 58030, XX001, XX002: disk full or broken. Refuse writes and call a person.
  case storage
  /// 42xxx and all else: a fault of this program.
  case ours
}
