internal import Domain
internal import Postgres

/// Rows of `postings`: written once; those of an entry in one statement, so that it is seen to balance.
enum PostingTable {
  static let columns: StaticString = """
    entry_id, position, account, amount_minor, customer_id
    """

  private static let insertion = Statement(insertInto: "postings", columns)

  static func insert(
    _ rows: [(entry: ID<JournalEntry>, position: Int32, posting: JournalEntry.Posting)],
    of seller: ID<Seller>
  ) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.entry }
    columns.int32 { $0.position }
    columns.int32 { $0.posting.account.rawValue }
    columns.int64 { $0.posting.amount }
    columns.id(optional: { $0.posting.customer })
    return columns.query(insertion)
  }

  static func rows(
    of entries: [JournalEntry]
  ) -> [(entry: ID<JournalEntry>, position: Int32, posting: JournalEntry.Posting)] {
    entries.flatMap { entry in
      entry.postings.enumerated().map { (entry.id, Int32($0.offset), $0.element) }
    }
  }

  /// Rows in the order of their position.
  static func read(
    _ rows: ResultSet
  ) throws(DecodeError) -> [ID<JournalEntry>: [JournalEntry.Posting]] {
    var postings: [ID<JournalEntry>: [JournalEntry.Posting]] = [:]
    for row in rows {
      var r = RowReader(row)
      let entry = try r.id(JournalEntry.self)
      _ = try r.int32()
      postings[entry, default: []].append(
        .init(try r.account(), try r.int64(), customer: try r.optionalID()))
    }
    return postings
  }
}
