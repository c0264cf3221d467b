/// A use case: a value that names the rows it needs, and a pure function that decides from those
/// rows alone. Time, ids and the caller come in; nothing goes out but the changed books.
package protocol Command: Sendable {
  associatedtype Reply: Sendable
  /// The rows that must be on the books before it decides.
  var needs: Needs { get }
  /// Decides from the books alone. A rejection leaves no trace on them.
  func decide(on books: inout Books, in context: Context) throws(Rejection) -> Reply
}
