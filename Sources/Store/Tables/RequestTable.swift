package import Domain
internal import Postgres

/// Under what a request is known: the caller, not the credential it came with, and its id.
package struct RequestKey: Hashable, Sendable {
  package var principal: ID<Principal>
  package var request: ID<Request>

  package init(principal: ID<Principal>, request: ID<Request>) {
    self.principal = principal
    self.request = request
  }
}

/// What a request did, as it is stored with its effect.
package struct StoredReply: Hashable, Sendable {
  package var key: RequestKey
  /// `OrderService/PlaceOrder`.
  package var method: String
  /// SHA-256 over method and content: 32 bytes.
  package var hash: [UInt8]
  package var reply: [UInt8]
  package var time: Instant

  package init(
    key: RequestKey, method: String, hash: [UInt8], reply: [UInt8], time: Instant
  ) {
    self.key = key
    self.method = method
    self.hash = hash
    self.reply = reply
    self.time = time
  }
}

/// Rows of `requests`.
enum RequestTable {
  static let columns: StaticString = """
    principal_id, request_id, create_time, method, request_hash, reply
    """

  /// Plain, in the order of the key: two servers that insert the same ids wait for each other and
  /// never in a circle, and the unique key judges.
  private static let insertion = Statement(insertInto: "requests", columns)

  static func insert(_ rows: [StoredReply], of seller: ID<Seller>) -> Query {
    let sorted = rows.sorted {
      $0.key.principal == $1.key.principal
        ? $0.key.request < $1.key.request : $0.key.principal < $1.key.principal
    }
    var columns = ParameterColumns(sorted, of: seller)
    columns.id { $0.key.principal }
    columns.id { $0.key.request }
    columns.instant { $0.time }
    columns.text { $0.method }
    columns.bytes { $0.hash }
    columns.bytes { $0.reply }
    return columns.query(insertion)
  }

  private static let selection = Statement(
    "SELECT r.principal_id, r.request_id, r.create_time, r.method, r.request_hash, r.reply",
    rows: "principal_id, request_id",
    then: """
      JOIN requests r ON r.seller_id = $1 AND r.principal_id = v.principal_id
        AND r.request_id = v.request_id
      """)

  static func select(_ keys: [RequestKey], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(keys, of: seller)
    columns.id { $0.principal }
    columns.id { $0.request }
    return columns.query(selection)
  }

  static func read(_ row: Row) throws(DecodeError) -> StoredReply {
    var r = RowReader(row)
    let key = RequestKey(principal: try r.id(), request: try r.id())
    let time = try r.instant()
    return StoredReply(
      key: key, method: try r.text(), hash: try r.bytes(), reply: try r.bytes(), time: time)
  }
}
