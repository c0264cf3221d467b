internal import Domain
internal import Postgres

/// Puts the statement of a list together: columns, conditions, order, and the place to go on from.
struct ListStatement {
  let table: ResourceTable
  let columns: Fragment
  let source: Fragment
  var conditions: [Fragment] = []

  init(_ table: ResourceTable, columns: Fragment, source: Fragment) {
    self.table = table
    self.columns = columns
    self.source = source
  }

  /// Rows with the keys of the order behind their columns, one row more than asked for.
  func query(
    _ request: ListRequest, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws(Rejection) -> Query {
    let terms = try order(request.orderBy)
    var conditions = [try visible(of: seller, for: scope)] + conditions
    if let filter = try Filter.parse(request.filter) {
      let compiler = FilterCompiler(table: table, today: request.today)
      conditions.append(try compiler.condition(filter))
    }
    if let after = request.after { conditions.append(try behind(after, terms)) }
    // Named, or they would take the names of their columns, and ORDER BY could mean either.
    let keys = terms.map { "(\($0.field.order))::text AS page_key" as Fragment }
      .joined(separator: ", ")
    let order = terms.map { $0.isDescending ? "\($0.field.order) DESC" : $0.field.order }
      .joined(separator: ", ")
    return Query(
      """
      SELECT \(columns), \(keys) FROM \(source)
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY \(order) LIMIT \(bind: Int64(max(1, min(request.size, 1000)) + 1))
      """)
  }

  /// One row by its key; nothing when it is another seller's or not the caller's.
  func query(
    id: UUIDBytes, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws(Rejection) -> Query {
    let conditions =
      [try visible(of: seller, for: scope), "\(table.key.sql) = \(bind: id)"] + conditions
    return Query(
      "SELECT \(columns) FROM \(source) WHERE \(conditions.joined(separator: " AND "))")
  }

  /// The one place where reads are cut to what the caller may see.
  private func visible(
    of seller: ID<Seller>, for scope: Caller.Scope
  ) throws(Rejection) -> Fragment {
    let own: Fragment = "seller_id = \(bind: seller.uuid)"
    switch scope {
    case .all: return own
    case .customers(let customers):
      guard let customer = table.customer else { return table.isForEverybody ? own : "FALSE" }
      return "\(own) AND \(customer) = ANY(\(bind: Parameter.ids(customers)))"
    }
  }

  typealias Term = (field: Field, isDescending: Bool)

  private func order(_ text: String) throws(Rejection) -> [Term] {
    var terms: [Term] = []
    let asked = try OrderTerm.parse(text)
    for term in asked.isEmpty ? table.defaultOrder : asked {
      if term.path == "name" {
        terms.append((table.key, term.isDescending))
        break
      }
      guard let field = table.field(term.path), field.isSortable else {
        throw .order("\(term.path) is not a field to sort by.", field: term.path)
      }
      terms.append((field, term.isDescending))
    }
    if terms.last?.field.path != table.key.path { terms.append((table.key, false)) }
    return terms
  }

  /// Behind the row with these keys: `a > x OR (a = x AND (b > y OR …))`.
  private func behind(_ keys: [String], _ terms: [Term]) throws(Rejection) -> Fragment {
    guard keys.count == terms.count else {
      throw Rejection(
        .pageTokenInvalid, "The page token does not belong to this list. Start the list again.")
    }
    var condition: Fragment = "FALSE"
    for (key, term) in zip(keys, terms).reversed() {
      let sql = term.field.order
      let cast = term.field.cast
      let beyond: Fragment = term.isDescending ? "<" : ">"
      condition = """
        (\(sql) \(beyond) (\(bind: key)::text)\(cast) OR (\(sql) = (\(bind: key)::text)\(cast) \
        AND \(condition)))
        """
    }
    return condition
  }
}

extension OrderTerm {
  /// `due_date, outstanding.minor_units desc`
  static func parse(_ text: String) throws(Rejection) -> [OrderTerm] {
    if text.allSatisfy(\.isWhitespace) { return [] }
    var terms: [OrderTerm] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
      guard (1...2).contains(words.count), words.count == 1 || ["asc", "desc"].contains(words[1])
      else { throw .order("\"\(part)\" is not a field, or a field and desc.", field: "order_by") }
      guard !terms.contains(where: { $0.path == words[0] }) else {
        throw .order("\(words[0]) stands twice.", field: words[0])
      }
      terms.append(OrderTerm(words[0], descending: words.count == 2 && words[1] == "desc"))
    }
    return terms
  }
}

extension Rejection {
  static func order(_ message: String, field: String) -> Rejection {
    Rejection(
      .orderByInvalid, "The order is not understood: \(message)", metadata: ["field": field])
  }
}

extension ResultSet {
  /// The rows of a page, with their keys from the columns behind the first `columns`.
  func listing<Value: Sendable>(
    _ request: ListRequest, columns: Int, _ read: (Row) throws -> Value
  ) throws -> Listing<Value> {
    let size = Swift.max(1, Swift.min(request.size, 1000))
    var listing = Listing<Value>(rows: [], keys: [], hasMore: rowCount > size)
    for row in self.prefix(size) {
      listing.rows.append(try read(row))
      listing.keys.append(try (columns..<types.count).map { try row.text($0) })
    }
    return listing
  }
}

extension StaticString {
  /// How many columns a list of them names.
  var columnCount: Int { description.utf8.count { $0 == UInt8(ascii: ",") } + 1 }
}

extension Fragment {
  /// The columns of a table.
  init(columns: StaticString) { self.init(stringLiteral: columns) }
}
