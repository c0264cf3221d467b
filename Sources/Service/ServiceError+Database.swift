import Postgres
import Store

extension ServiceError {
  /// What a read's failure in the database means to the caller; nil for errors of other kinds.
  ///
  /// Writes never come here: the door has judged them already.
  init?(databaseError error: any Error) {
    let cause: PostgresError? =
      switch error {
      case let error as TransactionError: error.postgresError
      case let error as PostgresError: error
      default: nil
      }
    guard let cause else { return nil }
    switch cause.failureClass {
    case .conflict, .lockTimeout: self = .transactionConflict
    case .statementTimeout: self = .deadlineExceeded(.notApplied)
    case .connectionGone, .noResources, .storage: self = .databaseUnavailable
    case .uniqueViolation, .integrityViolation, .invalidData, .ours:
      self = .internalError(.notApplied)
    }
  }
}
