/// A use case: a value that names the rows it needs, and a pure function that decides from those
/// rows alone. Time, ids and the caller come in; nothing goes out but the changed books.
package protocol Command: Sendable {
  associatedtype Reply: Sendable
  /// The rows that must be on the books before it decides.
  var needs: Needs { get }
  /// What else must be there, seen from the rows loaded so far. It is asked again until it names
  /// nothing new; most commands never ask.
  func furtherNeeds(on books: Books, in context: Context) -> Needs?
  /// Decides from the books alone. A rejection leaves no trace on them.
  func decide(on books: inout Books, in context: Context) throws(Rejection) -> Reply
}

extension Command {
  package func furtherNeeds(on books: Books, in context: Context) -> Needs? { nil }
}
