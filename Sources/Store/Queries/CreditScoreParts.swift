internal import Domain
internal import Postgres

/// A part of a customer's last score: what was looked at, what was found, and the points for it.
package struct CreditScorePart: Sendable, Equatable {
  package var factor: Factor
  /// A number without its unit; nil where there is no history.
  package var found: String?
  package var points: Int64

  package enum Factor: String, CaseIterable, Sendable {
    case daysBeyondTerms = "DAYS_BEYOND_TERMS"
    case overdueShare = "OVERDUE_SHARE"
    case age = "AGE"
    case incidents = "INCIDENTS"
    case externalRating = "EXTERNAL_RATING"
  }
}

/// The parts of scores, as the events of the last reviews have them.
enum CreditScoreParts {
  private static let selection: Statement = """
    SELECT w.customer_id, e.data FROM unnest($2::uuid[]) AS w (customer_id)
      CROSS JOIN LATERAL (
        SELECT v.data FROM events v
        WHERE v.seller_id = $1 AND v.resource_id = w.customer_id
          AND v.type = 'credit.account_changed' AND v.data->'punctuality' IS NOT NULL
        ORDER BY v.event_id DESC LIMIT 1) AS e
    """

  static func list(
    of customers: [ID<Customer>], _ seller: ID<Seller>, in transaction: inout Transaction
  ) throws -> [ID<Customer>: [CreditScorePart]] {
    guard !customers.isEmpty else { return [:] }
    var found: [ID<Customer>: [CreditScorePart]] = [:]
    for row in try transaction.execute(Query(selection, .id(seller), .ids(customers))) {
      var r = RowReader(row)
      let customer = try r.id(Customer.self)
      found[customer] = (try r.json() ?? .null).scoreParts
    }
    return found
  }
}

extension JSON {
  fileprivate var scoreParts: [CreditScorePart] {
    let members: [(CreditScorePart.Factor, points: String, found: String)] = [
      (.daysBeyondTerms, "punctuality", "mean_days"), (.overdueShare, "overdue", "overdue_percent"),
      (.age, "age", "months"), (.incidents, "incidents", "incident_count"),
      (.externalRating, "rating", "external_rating"),
    ]
    return members.map { factor, points, found in
      CreditScorePart(
        factor: factor, found: self[found]?.integer.map { String($0) } ?? self[found]?.string,
        points: self[points]?.integer ?? 0)
    }
  }
}
