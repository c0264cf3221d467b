package import Domain
package import Postgres

package struct GetApproval: ReadQuery {
  package let approval: ID<Approval>

  package init(_ approval: ID<Approval>) { self.approval = approval }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Approval? {
    let query = try ApprovalTable.list.query(id: approval.uuid, of: seller, for: scope)
    return try transaction.execute(query).first.map { try ApprovalTable.read($0) }
  }
}

package struct ListApprovals: ReadQuery {
  package let request: ListRequest
  /// An open approval is EXPIRED from its time on, before any sweep has noticed.
  package let now: Instant

  package init(_ request: ListRequest, now: Instant) {
    self.request = request
    self.now = now
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<Approval> {
    let query = try ApprovalTable.statement(at: now).query(request, of: seller, for: scope)
    return try transaction.execute(query).listing(request, columns: ApprovalTable.columnCount) {
      try ApprovalTable.read($0)
    }
  }
}

/// Approvals that nobody decided on in time and that are not yet noted as such.
package enum DueApprovals {
  private static let due = Statement(
    "SELECT ", ApprovalTable.columns,
    """
     FROM approvals WHERE seller_id = $1 AND state = 'OPEN' AND expire_time <= $2
    ORDER BY expire_time, approval_id LIMIT $3
    """)

  package static func list(
    _ seller: ID<Seller>, now: Instant, most: Int, _ pool: Pool
  ) async throws(TransactionError) -> [Approval] {
    let query = Query(due, .id(seller), .timestamp(now.microseconds), .int64(Int64(most)))
    return try await pool.read([query], Tenancy.readOnly(seller)) { results in
      try results[0].map { try ApprovalTable.read($0) }
    }
  }
}

extension ApprovalTable {
  static let columnCount = columns.description.utf8.count { $0 == UInt8(ascii: ",") } + 1

  static let list = statement(state: "state")

  static func statement(at now: Instant) -> ListStatement {
    statement(
      state: """
        (CASE WHEN state = 'OPEN' AND expire_time <= \(bind: now.timestamp)
          THEN 'EXPIRED' ELSE state END)
        """)
  }

  private static func statement(state: Fragment) -> ListStatement {
    ListStatement(
      ResourceTable(
        key: Field("name", .name(["approvals"]), "approval_id"), customer: nil,
        fields: [
          Field("name", .name(["approvals"]), "approval_id"),
          Field(
            "subject",
            .name(["customers", "orders", "policies", "sellers"]),
            "subject_id"),
          Field("state", .code(Approval.State.allCases.map(\.rawValue)), state),
          Field("requested_by", .name(["principals"]), "requested_by"),
          Field("create_time", .time, "create_time", sortable: true),
        ], defaultOrder: [OrderTerm("name", descending: true)]),
      columns: Fragment(columns: columns), source: "approvals")
  }
}
