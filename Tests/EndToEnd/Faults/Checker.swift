import Postgres

/// Holds a history against the tables, by SQL of its own as the superuser: past the service, past
/// `Store`, past row-level security.
struct Checker {
  let connection: Connection
  /// Request ids that were there before the run.
  private let baseline: Set<String>

  struct Finding: CustomStringConvertible, Sendable {
    let rule: String
    let detail: String
    var description: String { "\(rule): \(detail)" }
  }

  struct Report: Sendable {
    var findings: [Finding] = []
    var acknowledged = 0
    var refused = 0
    var unknown = 0
    /// Of the unknown ones, how many had happened.
    var unknownApplied = 0

    var figures: [(String, Any)] {
      [
        ("acked", acknowledged), ("refused", refused), ("unknown", unknown),
        ("unknown_applied", unknownApplied), ("findings", findings.count),
      ]
    }
  }

  /// Call before the run.
  init(_ database: Database) async throws {
    connection = try await database.inspect()
    baseline = Set(try await connection.texts("SELECT DISTINCT request_id::text FROM requests"))
  }

  /// Call when nothing runs any more.
  func check(_ history: History) async throws -> Report {
    let operations = await history.operations
    var report = Report()
    let stored = Set(try await connection.texts("SELECT request_id::text FROM requests"))
      .subtracting(baseline)
    let deeds = try await deeds()
    var invoked: Set<String> = []
    var isApplied: [String: Bool] = [:]
    for operation in operations {
      let request = UUIDText.of(operation.requestID)
      invoked.insert(request)
      let isStored = stored.contains(request)
      isApplied[operation.reference] = isStored
      let label = "\(operation.number) \(operation.method) \(request)"
      func find(_ rule: String, _ detail: String = "") {
        report.findings.append(Finding(rule: rule, detail: "\(label) \(detail)"))
      }
      switch operation.answer {
      case .ok:
        report.acknowledged += 1
        if !isStored { find("lost", "was acknowledged and is not there") }
      case .fail(let reason):
        report.refused += 1
        if isStored { find("wrong claim", "said \(reason), not applied, and is there") }
      case .info, nil:
        report.unknown += 1
        if isStored { report.unknownApplied += 1 }
      }
      let expected = isStored ? 1 : 0
      if let type = Self.primaryEvent[operation.method] {
        let count = deeds["\(request) \(type)", default: 0]
        if count != expected { find(isStored ? "effects" : "partial", "\(count) × \(type)") }
      }
    }
    // The server's workers act under requests of their own, which no client invoked.
    let workers = Set(
      try await connection.texts(
        "SELECT request_id::text FROM requests WHERE method LIKE 'o2c.internal/%'"))
    for request in stored.subtracting(invoked).subtracting(workers) {
      report.findings.append(Finding(rule: "never invoked", detail: request))
    }
    report.findings += try await rows(operations, isApplied)
    report.findings += try await replies(operations)
    report.findings += try await whole(stored)
    report.findings += try await Invariants.check(connection)
    return report
  }

  func close() async { await connection.close() }

  /// The same on a fresh connection, where the first one was lost with its server.
  func reopened(_ database: Database) async throws -> Checker {
    Checker(connection: try await database.inspect(), baseline: baseline)
  }

  private init(connection: Connection, baseline: Set<String>) {
    self.connection = connection
    self.baseline = baseline
  }

  /// What a call of the method must have appended exactly once.
  private static let primaryEvent = [
    "PlaceOrder": "order.placed", "CancelOrder": "order.cancelled",
    "ShipOrder": "shipment.shipped", "InvoiceOrder": "invoice.issued",
    "RecordPayment": "payment.recorded",
  ]

  private func deeds() async throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in try await connection.texts(
      "SELECT request_id::text || ' ' || type FROM events")
    {
      counts[line, default: 0] += 1
    }
    return counts
  }

  /// A row for each deed, found by the reference that its client gave it, not by request ids.
  private func rows(
    _ operations: [History.Operation], _ isApplied: [String: Bool]
  ) async throws -> [Finding] {
    var found: [Finding] = []
    for (method, text) in [
      ("PlaceOrder", "SELECT purchase_order_reference FROM orders" as Statement),
      ("ShipOrder", "SELECT tracking_number FROM shipments"),
      ("RecordPayment", "SELECT reference FROM payments"),
    ] {
      var counts: [String: Int] = [:]
      for reference in try await connection.texts(text) where !reference.isEmpty {
        counts[reference, default: 0] += 1
      }
      for operation in operations where operation.method == method {
        let count = counts.removeValue(forKey: operation.reference) ?? 0
        let expected = isApplied[operation.reference] == true ? 1 : 0
        if count != expected {
          found.append(
            Finding(
              rule: count > expected ? "doubled" : "lost row",
              detail: "\(method) \(operation.reference): \(count) rows, \(expected) expected"))
        }
      }
      for (reference, count) in counts {
        found.append(
          Finding(rule: "never invoked", detail: "\(method) \(reference): \(count) rows"))
      }
    }
    return found
  }

  /// The document that a reply named is there, and is the one that was asked for.
  private func replies(_ operations: [History.Operation]) async throws -> [Finding] {
    let orders = Set(
      try await connection.texts(
        "SELECT order_id::text || ' ' || purchase_order_reference FROM orders"))
    return operations.compactMap { operation in
      guard operation.method == "PlaceOrder", case .ok(let name) = operation.answer,
        let id = name.split(separator: "/").last
      else { return nil }
      let expected = "\(UUIDText.of(String(id))) \(operation.reference)"
      return orders.contains(expected)
        ? nil : Finding(rule: "wrong reply", detail: "\(operation.reference) got \(name)")
    }
  }

  /// Rows, postings, events and stored replies are together there, or together not.
  private func whole(_ stored: Set<String>) async throws -> [Finding] {
    var found: [Finding] = []
    var witnesses: Set<String> = []
    for text in [
      "SELECT DISTINCT request_id::text FROM events" as Statement,
      "SELECT DISTINCT request_id::text FROM journal_entries",
      "SELECT DISTINCT request_id::text FROM stock_movements",
    ] {
      let requests = Set(try await connection.texts(text))
      witnesses.formUnion(requests)
      // What the founding wrote has no reply, since nobody asked for it.
      for request in requests.subtracting(stored).subtracting(baseline) {
        let isFounding = try await connection.texts(
          "SELECT 'x' FROM events WHERE request_id = $1::text::uuid AND method = 'o2cd found'",
          .text(request))
        if isFounding.isEmpty {
          found.append(Finding(rule: "partial batch", detail: "\(request) has no stored reply"))
        }
      }
    }
    for request in stored.subtracting(witnesses) {
      found.append(Finding(rule: "partial batch", detail: "\(request) left no event"))
    }
    return found
  }
}

extension Connection {
  /// The first column of all rows.
  func texts(_ statement: Statement, _ parameters: Parameter...) throws -> [String] {
    try read([Query(statement, parameters)]) { results in
      try results[0].map { try $0.text(0) }
    }
  }
}

/// Ids as the contract writes them, decoded here on purpose and not by the code under test.
enum UUIDText {
  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// The hyphenated text of 26 characters of Crockford base32.
  static func of(_ base32: String) -> String {
    var value: UInt128 = 0
    for character in base32 {
      guard let digit = digits.firstIndex(of: character) else { return base32 }
      value = value << 5 | UInt128(digit)
    }
    let hex = String(value, radix: 16)
    let padded = String(repeating: "0", count: 32 - hex.count) + hex
    var parts: [Substring] = []
    var rest = padded[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }
}
