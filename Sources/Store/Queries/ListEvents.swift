package import Domain
package import Postgres

/// An event as it is stored.
package struct EventRecord: Sendable, Equatable {
  package var id: ID<Event>
  package var type: EventType
  package var resource: ResourceRef
  package var resourceVersion: Int64
  package var customer: ID<Customer>?
  package var actor: ID<Principal>
  package var requestID: ID<Request>
  package var method: String
  package var occurTime: Instant
  /// A JSON object; empty unless all of it was asked for.
  package var data: String
  /// The order of a shipment, which is part of the shipment's name.
  package var parent: ID<Order>?
  /// Its place in the log, once sealed.
  package var position: Int64?
  /// Its link in the chain, once sealed.
  package var hash: [UInt8]?
}

/// Events: the audit trail, and the timeline of a resource.
package struct ListEvents: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<EventRecord> {
    try EventTable.requireBound(request.filter)
    let query = try EventTable.list.query(request, of: seller, for: scope)
    return try transaction.execute(query).listing(request, columns: 14) { row in
      var record = try EventTable.read(row)
      if !request.isFull { record.data = "" }
      return record
    }
  }
}

extension EventTable {
  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["events"]), "event_id"), customer: "customer_id",
      fields: [
        Field("name", .name(["events"]), "event_id"),
        Field("type", .text, "type"),
        Field("resource", .special(resource), "resource_id"),
        Field("customer", .name(["customers"]), "customer_id"),
        Field("actor", .name(["principals"]), "actor_id"),
        Field("request_id", .uuid, "request_id"),
        Field("method", .text, "method"),
        Field("occur_time", .time, "occur_time", sortable: true, ids: "event_id"),
      ]),
    columns: """
      \(Fragment(columns: columns)),
      (CASE resource_kind WHEN 'shipments' THEN (SELECT h.order_id FROM shipments h
        WHERE h.seller_id = events.seller_id AND h.shipment_id = events.resource_id) END),
      (SELECT s.position FROM event_seals s
        WHERE s.seller_id = events.seller_id AND s.event_id = events.event_id),
      (SELECT s.hash FROM event_seals s
        WHERE s.seller_id = events.seller_id AND s.event_id = events.event_id)
      """, source: "events")

  /// The log has an index by resource, by request and, since ids carry it, by time: nothing else
  /// finds its events without reading all that ever happened.
  static func requireBound(_ text: String) throws(Rejection) {
    guard let filter = try Filter.parse(text), let loose = filter.looseField, !filter.isBound else {
      return
    }
    throw .filter(
      "\(loose.field) goes with a resource, a request_id or a time: "
        + "add AND occur_time >= \"2026-01-15T00:00:00Z\"",
      field: loose.field, column: loose.column)
  }

  /// A name finds the resource; with `*` behind it, also what hangs on it.
  @Sendable private static func resource(
    _ comparison: FilterOperator?, _ value: FilterValue
  ) throws(Rejection) -> Fragment {
    let text: String
    let isPrefix: Bool
    switch (comparison, value.form) {
    case (.equal, .text(let name)): (text, isPrefix) = (name, false)
    case (.equal, .prefix(let name)): (text, isPrefix) = (name, true)
    default:
      throw .filter(
        "write resource = \"orders/…\", with * behind the name for what hangs on it",
        field: "resource", column: value.column)
    }
    let kinds = ResourceRef.Kind.allCases.map(\.rawValue)
    let parts = text.split(separator: "/")
    guard parts.count >= 2, kinds.contains(String(parts[parts.count - 2])),
      let id = ID<AnyResource>(parts[parts.count - 1])
    else { return "FALSE" }
    let kind = String(parts[parts.count - 2])
    let own: Fragment = "(resource_id = \(bind: id.uuid) AND resource_kind = \(bind: kind))"
    guard isPrefix, kind == ResourceRef.Kind.order.rawValue else { return own }
    return """
      (\(own) OR resource_id IN (SELECT h.shipment_id FROM shipments h
        WHERE h.seller_id = events.seller_id AND h.order_id = \(bind: id.uuid)))
      """
  }

  static func read(_ row: Row) throws(DecodeError) -> EventRecord {
    var r = RowReader(row)
    let id = try r.id(Event.self)
    let resource = try r.id(AnyResource.self)
    let customer = try r.optionalID(Customer.self)
    let actor = try r.id(Principal.self)
    let request = try r.id(Request.self)
    let version = try r.int64()
    let time = try r.instant()
    let type = try r.code(EventType.self)
    let kind = try r.code(ResourceRef.Kind.self)
    let method = try r.text()
    let data = try r.jsonText()
    return EventRecord(
      id: id, type: type, resource: ResourceRef(kind, resource), resourceVersion: version,
      customer: customer, actor: actor, requestID: request, method: method, occurTime: time,
      data: data, parent: try r.optionalID(), position: try r.optionalInt64(),
      hash: try r.optionalBytes())
  }
}

extension RowReader {
  mutating func jsonText() throws(DecodeError) -> String {
    defer { skip() }
    return try row.json(column)
  }
}

extension Filter {
  /// It reads a part of the log that an index bounds.
  fileprivate var isBound: Bool {
    switch self {
    case .and(let parts): parts.contains(where: \.isBound)
    case .or(let parts): parts.allSatisfy(\.isBound)
    case .compare(let field, let comparison, _, _):
      switch (field, comparison) {
      case ("name", .equal), ("resource", .equal), ("request_id", .equal): true
      // No index of its own: read back from the newest, which ends early for whoever buys.
      case ("customer", .equal): true
      case ("occur_time", .equal), ("occur_time", .greater), ("occur_time", .greaterOrEqual): true
      default: false
      }
    case .not, .has, .call: false
    }
  }

  /// The first field that needs a bound beside it.
  fileprivate var looseField: (field: String, column: Int)? {
    switch self {
    case .and(let parts), .or(let parts): parts.lazy.compactMap(\.looseField).first
    case .not(let part): part.looseField
    case .compare(let field, _, _, let column), .has(let field, _, let column):
      ["type", "actor", "method"].contains(field) ? (field, column) : nil
    case .call: nil
    }
  }
}
