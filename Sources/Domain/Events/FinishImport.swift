/// Leaves the sum of an import in the log. The rows themselves are commands of their own.
package struct FinishImport: Command {
  package let kind: String
  package let result: Result

  package struct Result: Sendable, Equatable {
    package var rows: Int64
    package var imported: Int64
    package var failed: Int64
    package var replayed: Int64

    package init(rows: Int64, imported: Int64, failed: Int64, replayed: Int64) {
      self.rows = rows
      self.imported = imported
      self.failed = failed
      self.replayed = replayed
    }
  }

  package init(kind: String, result: Result) {
    self.kind = kind
    self.result = result
  }

  package var needs: Needs { Needs() }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Result {
    books.record(
      .importFinished, ResourceRef(.importRun, context.requestID), version: 1, in: context
    ) {
      $0.member("kind", kind)
      $0.member("rows", result.rows)
      $0.member("imported", result.imported)
      $0.member("failed", result.failed)
      $0.member("replayed", result.replayed)
    }
    return result
  }
}
