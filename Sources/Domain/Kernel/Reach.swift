/// How far bounded look-ups have gone on books that hold a part of the rows.
package struct Reach: Sendable {
  /// The first so many orders that wait for a product are here; `Int.max` when all are.
  package var waiting: [ID<Product>: Int] = [:]
  /// Products whose lapsed reservations are all here.
  package var lapsed: Set<ID<Product>> = []
  /// Products of which all that holds goods of them is here.
  package var reserved: Set<ID<Product>> = []
  /// How many commands share these books.
  package var commands = 1

  package init() {}
}
