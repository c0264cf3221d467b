package import Domain
package import Postgres

/// Decides a command on books that are loaded without locks in a read-only transaction, and throws
/// the books away: what the command would answer now. Nothing keeps it true afterwards.
package struct Rehearsal<C: Command>: ReadQuery {
  package let command: C
  /// Who asks and when, in the seller's time zone.
  package let context: @Sendable (Seller) -> Context

  package init(_ command: C, context: @escaping @Sendable (Seller) -> Context) {
    self.command = command
    self.context = context
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Result<C.Reply, Rejection> {
    let plan = LoadPlan(seller: seller, needs: command.needs, isLocking: false)
    let results = try transaction.pipeline(plan.queries)
    var (books, _) = try plan.books(from: results, seed: .random(in: .min ... .max))
    let context = context(books.seller)
    try LoadPlan.loadFurther(into: &books, in: &transaction, commands: 1, isLocking: false) {
      command.furtherNeeds(on: $0, in: context) ?? Needs()
    }
    do throws(Rejection) {
      return .success(try command.decide(on: &books, in: context))
    } catch {
      return .failure(error)
    }
  }
}
