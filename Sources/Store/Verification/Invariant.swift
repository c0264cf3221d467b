package import Postgres

/// Something that must hold in the books of every seller, as a statement that answers with the rows
/// that break it, and with none when all is well.
///
/// `$1` is the seller. A row is a kind of resource, an id or NULL, and a text that says more or
/// NULL; at most 100 are asked for.
package struct Invariant: Sendable {
  /// As the rules number it, `I-20`; what they do not number follows theirs.
  package let name: String
  /// What must hold.
  package let description: String
  package let statement: Statement

  init(_ name: String, _ description: String, _ statement: Statement) {
    self.name = name
    self.description = description
    self.statement = statement
  }

  /// To be asked before, with `off`: each check reads whole tables, and where nobody has counted
  /// their rows the planner would look one table up for each row of another. `on` ends it.
  package static let wholeTables: Statement = "SELECT set_config('enable_nestloop', $1, true)"

  package static let all: [Invariant] =
    documents + orders + prices + stock + receivables + credit + ledger + log
}
