internal import Domain
internal import Postgres

/// Rows of `journal_entries`: written once, with their `PostingTable` rows.
enum JournalEntryTable {
  static let columns: StaticString = """
    entry_id, posting_date, document_kind, document_id, currency_code, reverses_id, request_id,
    record_time
    """

  private static let insertion = Statement(insertInto: "journal_entries", columns)

  static func insert(_ rows: [JournalEntry], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.day { $0.postingDate }
    columns.code { $0.document.kind }
    columns.id { $0.document.id }
    columns.text { $0.currency.code }
    columns.id(optional: { $0.reverses })
    columns.id { $0.requestID }
    columns.instant { $0.recordTime }
    return columns.query(insertion)
  }
}
