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
    let count = names.utf8.count { $0 == UInt8(ascii: ",") } + 1
    let arrays = (0..<count).map { "$\($0 + 2)" }.joined(separator: ", ")
    self.init(
      trusted:
        "INSERT INTO \(table) (seller_id, \(names)) SELECT $1, v.* FROM unnest(\(arrays)) AS v")
  }

  /// The same question without row locks, for those who only look.
  package var withoutLocks: Statement {
    let lock = " FOR NO KEY UPDATE"
    guard text.hasSuffix(lock) else { return self }
    return Statement(trusted: String(text.dropLast(lock.count)))
  }
}
