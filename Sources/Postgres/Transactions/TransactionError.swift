/// Why a transaction did not happen, or why nobody knows whether it did.
package enum TransactionError: Error, Sendable {
  /// BEGIN, a setting or an opening statement failed. Not applied. The statement is counted in
  /// the order of `opening`; BEGIN and the settings come before 0.
  case begin(PostgresError)
  /// The body threw, or one of its statements failed. Rolled back or dropped: not applied.
  case body(any Error)
  /// A statement of the flush was refused, so COMMIT was skipped. Not applied. The statement is
  /// counted in the order of `flush`.
  case flush(PostgresError)
  /// COMMIT itself was refused or answered with ROLLBACK. Not applied.
  case commitRefused(PostgresError)
  /// The link broke or the limit passed with the flush on its way. Ask by request id.
  case outcomeUnknown(PostgresError)

  /// False only when nothing of it can be in the database, now or later.
  package var isOutcomeUnknown: Bool {
    if case .outcomeUnknown = self { true } else { false }
  }

  /// What PostgreSQL or the link to it has to do with it; nil when the body threw for itself.
  package var postgresError: PostgresError? {
    switch self {
    case .begin(let error), .flush(let error), .commitRefused(let error),
      .outcomeUnknown(let error):
      error
    case .body(let error):
      (error as? PostgresError) ?? (error as? DecodeError).map(PostgresError.decoding)
    }
  }
}
