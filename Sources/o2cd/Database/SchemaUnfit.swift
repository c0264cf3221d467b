import Postgres

/// The schema of the database is not the one of this program.
struct SchemaUnfit: Error, CustomStringConvertible {
  let description: String

  /// Nil for an error of another kind.
  ///
  /// - Parameter remedy: what to do where the data was made with other migrations.
  init?(_ error: any Error, remedy: String) {
    switch error as? MigrationError {
    case .changed(let number):
      description = "migration \(number) is not the one that this database was made with; \(remedy)"
    case .schemaTooNew(let database, let known):
      description = """
        the database is at schema \(database), and this program knows \(known): use the newer program
        """
    case .schemaTooOld(let database, let known):
      description = """
        the database is at schema \(database), and this program needs \(known): run o2cd migrate
        """
    case .notInSequence, .endedTransaction, .failed, .postgres, nil: return nil
    }
  }
}
