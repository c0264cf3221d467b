package import Domain
package import Postgres

/// Follows the chain of a seller's events and names the first that does not fit.
package struct ChainCheck: ReadQuery {
  package struct Result: Sendable, Hashable {
    /// Events that fit, up to the fault or the end.
    package var verified: Int64
    package var fault: Fault?
  }

  package struct Fault: Sendable, Hashable {
    package enum Kind: String, Sendable {
      /// A position is missing.
      case gap = "GAP"
      /// The event of a seal is gone.
      case missing = "MISSING"
      /// The event, or an earlier one, says something else than when it was sealed.
      case changed = "CHANGED"
    }

    package var position: Int64
    package var event: ID<Event>
    package var kind: Kind
  }

  /// The first position to look at; the chain before it is taken as it is.
  package var from: Int64 = 1
  /// Positions in one step: memory stays small whatever the length of the log.
  static let piece: Int64 = 10_000

  package init(from: Int64 = 1) { self.from = from }

  private static let step: Statement = """
    WITH links AS (
      SELECT s.position, s.event_id, s.hash,
        s.position - lag(s.position, 1, $2 - 1) OVER w AS step,
        coalesce(lag(s.hash) OVER w, (
          SELECT b.hash FROM event_seals b WHERE b.seller_id = $1 AND b.position = $2 - 1),
          sha256(convert_to($1::text, 'UTF8'))) AS previous
      FROM event_seals s
      WHERE s.seller_id = $1 AND s.position >= $2 AND s.position < $3
      WINDOW w AS (ORDER BY s.position)
    )
    SELECT l.position, l.event_id,
      CASE WHEN l.step <> 1 THEN 'GAP' WHEN e.event_id IS NULL THEN 'MISSING'
        ELSE 'CHANGED' END,
      (SELECT max(position) FROM links)
    FROM links l
      LEFT JOIN events e ON e.seller_id = $1 AND e.event_id = l.event_id
    WHERE l.step <> 1 OR e.event_id IS NULL OR l.hash <> event_link(l.previous, l.position, e)
    ORDER BY l.position LIMIT 1
    """
  private static let last: Statement = """
    SELECT coalesce(max(position), 0) FROM event_seals WHERE seller_id = $1
    """

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Result {
    guard case .all = scope else { return Result(verified: 0, fault: nil) }
    let end = try transaction.execute(Query(Self.last, .id(seller))).single.int64(0)
    var position = from
    while position <= end {
      let query = Query(
        Self.step, .id(seller), .int64(position), .int64(position + Self.piece))
      if let row = try transaction.execute(query).first {
        var r = RowReader(row)
        let fault = Fault(
          position: try r.int64(), event: try r.id(), kind: try r.code())
        return Result(verified: fault.position - from, fault: fault)
      }
      position += Self.piece
    }
    return Result(verified: max(0, end - from + 1), fault: nil)
  }
}
