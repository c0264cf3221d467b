package import Domain
package import Postgres

/// Customers that may be the same one as a profile, the most alike first.
package struct FindDuplicateCustomers: ReadQuery {
  package struct Found: Sendable {
    package var customer: Customer
    package var match: CustomerMatching.Match
  }

  /// Compared with all others; nil compares the profile.
  package let customer: ID<Customer>?
  package let profile: CustomerMatching.Profile
  package let minScore: Int32
  package let limit: Int

  /// So many customers that share a key are scored.
  package static let candidateLimit: Int64 = 500

  package init(
    customer: ID<Customer>?, profile: CustomerMatching.Profile, minScore: Int32, limit: Int
  ) {
    self.customer = customer
    self.profile = profile
    self.minScore = minScore
    self.limit = limit
  }

  /// Nil when there is no such customer.
  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> [Found]? {
    var profile = profile
    if let customer {
      guard let row = try GetCustomer(customer).answer(in: &transaction, of: seller, for: scope)
      else { return nil }
      profile = .init(row)
    }
    let keys = CustomerMatching.keys(of: profile)
    var statement = CustomerTable.list
    // The more keys are shared the better; ids first where a common word has many customers.
    statement.conditions = [
      "string_to_array(match_keys, '|') && \(bind: Parameter.array(keys))",
      "merged_into_id IS NULL",
    ]
    let candidates = try transaction.execute(
      try statement.query(
        ListRequest(size: Int(Self.candidateLimit), today: CalendarDay(daysSince1970: 0)),
        of: seller, for: scope))
    var found: [Found] = []
    for row in candidates {
      let other = try CustomerTable.read(row)
      guard other.id != customer else { continue }
      let match = CustomerMatching.match(profile, .init(other))
      if match.score >= minScore { found.append(Found(customer: other, match: match)) }
    }
    found.sort {
      $0.match.score == $1.match.score
        ? $0.customer.id < $1.customer.id : $0.match.score > $1.match.score
    }
    return Array(found.prefix(limit))
  }
}
