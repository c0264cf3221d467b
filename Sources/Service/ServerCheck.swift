package import Postgres
import Store

/// Looks at a database server before it is used: what would break a promise is refused at the door
/// step, not found out later.
package struct ServerCheck: Sendable {
  let requiresDurability: Bool

  package init(requiresDurability: Bool) { self.requiresDurability = requiresDurability }

  package func check(_ facts: ServerFacts) throws(PostgresError) {
    guard facts.version >= 150_000 else {
      throw .unsuitable("PostgreSQL 15 or newer is needed, not \(facts.version)")
    }
    guard !facts.isSuperuser, !facts.bypassesRowSecurity else {
      throw .unsuitable(
        "the role \(facts.role) passes row-level security by: use \(Bootstrap.application)")
    }
    guard requiresDurability else { return }
    for (name, value) in [
      ("fsync", facts.fsync), ("full_page_writes", facts.fullPageWrites),
      ("synchronous_commit", facts.synchronousCommit),
    ] where value == "off" {
      throw .unsuitable("\(name) is off: what was acknowledged could be lost")
    }
  }
}
