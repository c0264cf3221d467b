extension Statement {
  /// Puts a statement together from literals, such as a list of columns that several share. Keep it
  /// in a `static let`.
  package init(_ parts: StaticString...) {
    self.init(trusted: parts.map(\.description).joined())
  }
}

extension Statement {
  /// Inserts rows of one seller, `$1`, from arrays, one a column, in the order of the columns. Keep it in a
  /// `static let`.
  package init(insertInto table: StaticString, _ columns: StaticString...) {
    let names = columns.map(\.description).joined(separator: ", ")
    self.init(
      trusted: "INSERT INTO \(table) (seller_id, \(names)) SELECT $1, \(Self.rows(of: names))")
  }

  /// A statement over rows `v` of arrays, `$2` and so on, one a column: what comes before FROM, the names of
  /// the columns, and what follows. Keep it in a `static let`.
  ///
  /// The LIMIT takes all rows; by it the planner expects one, and each row is found by its whole key.
  package init(
    _ head: StaticString..., rows columns: StaticString..., then tail: StaticString
  ) {
    let names = columns.map(\.description).joined()
    self.init(
      trusted: """
        \(head.map(\.description).joined())
        FROM (SELECT \(Self.rows(of: names)) LIMIT cardinality($2)) AS v (\(names))
        \(tail)
        """)
  }

  /// The arrays side by side, from `$2` on; a shorter one goes on with NULL. As functions of a FROM each
  /// would be gathered in a store of its own first, at five times the cost.
  private static func rows(of names: String) -> String {
    let count = names.utf8.count { $0 == UInt8(ascii: ",") } + 1
    return (0..<count).map { "unnest($\($0 + 2))" }.joined(separator: ", ")
  }

  /// The same question without row locks, for those who only look.
  package var withoutLocks: Statement {
    let lock = " FOR NO KEY UPDATE"
    guard text.hasSuffix(lock) else { return self }
    return Statement(trusted: String(text.dropLast(lock.count)))
  }
}
