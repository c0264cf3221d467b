internal import Domain
internal import Postgres

/// Turns a filter into a condition over the columns of a table.
struct FilterCompiler {
  let table: ResourceTable
  let today: CalendarDay

  func condition(_ filter: Filter) throws(Rejection) -> Fragment {
    switch filter {
    case .and(let parts): return try joined(parts, " AND ")
    case .or(let parts): return try joined(parts, " OR ")
    case .not(let part):
      // What compares with an absent field is false, so its opposite is true.
      return "NOT ((\(try condition(part))) IS TRUE)"
    case .call(let name, let column):
      guard name == "overdue", let overdue = table.overdue else {
        throw .filter("there is no \(name)() here.", field: name, column: column)
      }
      return overdue(today)
    case .has(let path, let value, let column):
      let field = try field(path, column)
      guard let value else { return "(\(field.sql) IS NOT NULL)" }
      if case .special(let compile) = field.kind { return try compile(nil, value) }
      return try compare(field, .equal, value)
    case .compare(let path, let comparison, let value, let column):
      let field = try field(path, column)
      if case .special(let compile) = field.kind { return try compile(comparison, value) }
      return try compare(field, comparison, value)
    }
  }

  private func joined(_ parts: [Filter], _ connective: Fragment) throws(Rejection) -> Fragment {
    var conditions: [Fragment] = []
    for part in parts { conditions.append(try condition(part)) }
    return "(\(conditions.joined(separator: connective)))"
  }

  private func field(_ path: String, _ column: Int) throws(Rejection) -> Field {
    guard let field = table.field(path), field.isFilterable else {
      throw .filter("\(path) is not a field to filter by.", field: path, column: column)
    }
    return field
  }

  private func compare(
    _ field: Field, _ comparison: FilterOperator, _ value: FilterValue
  ) throws(Rejection) -> Fragment {
    if case .prefix(let prefix) = value.form {
      guard case .text = field.kind, comparison == .equal else {
        throw mismatch(field, value, "a prefix goes with = and a text field")
      }
      return "starts_with(\(field.sql), \(bind: prefix))"
    }
    let (parameter, isKnown) = try bound(field, value)
    // A name that cannot be there equals nothing, and is told apart from nothing else.
    guard isKnown else { return comparison == .notEqual ? "(\(field.sql) IS NOT NULL)" : "FALSE" }
    let condition: Fragment = "(\(field.sql) \(Self.sql(comparison)) \(bind: parameter))"
    guard let bound = idBound(field, comparison, value) else { return condition }
    return "(\(condition) AND \(bound))"
  }

  /// A bound of time as one of the ids that carry it.
  private func idBound(
    _ field: Field, _ comparison: FilterOperator, _ value: FilterValue
  ) -> Fragment? {
    guard let ids = field.ids, case .text(let text) = value.form,
      let instant = Instant(rfc3339: text), instant.milliseconds >= 0
    else { return nil }
    let first = UUIDBytes(UInt64(instant.milliseconds) << 16, 0)
    let behind = UUIDBytes(UInt64(instant.milliseconds + 1) << 16, 0)
    return switch comparison {
    case .equal: "\(ids) >= \(bind: first) AND \(ids) < \(bind: behind)"
    case .notEqual: nil
    case .less, .lessOrEqual: "\(ids) < \(bind: behind)"
    case .greater, .greaterOrEqual: "\(ids) >= \(bind: first)"
    }
  }

  private static func sql(_ comparison: FilterOperator) -> Fragment {
    switch comparison {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  /// The value as the column has it; not known when it is the name of another kind of thing.
  private func bound(
    _ field: Field, _ value: FilterValue
  ) throws(Rejection) -> (Parameter, isKnown: Bool) {
    switch (field.kind, value.form) {
    case (.text, .text(let text)): return (.text(text), true)
    case (.text, .word(let word)): return (.text(word), true)
    case (.code(let known), .word(let word)), (.code(let known), .text(let word)):
      guard known.contains(word) else {
        throw mismatch(field, value, "one of \(known.joined(separator: ", ")) is expected")
      }
      return (.text(word), true)
    case (.number, .number(let digits)):
      guard let number = Int64(digits) else {
        throw mismatch(field, value, "a whole number is expected")
      }
      return (.int64(number), true)
    case (.date, .text(let text)):
      guard let day = CalendarDay(text) else {
        throw mismatch(field, value, "a date such as \"2026-01-15\" is expected")
      }
      return (.date(day.daysSince1970), true)
    case (.time, .text(let text)):
      guard let instant = Instant(rfc3339: text) else {
        throw mismatch(field, value, "a time such as \"2026-01-15T08:00:00Z\" is expected")
      }
      return (.timestamp(instant.microseconds), true)
    case (.name(let patterns), .text(let text)):
      guard let uuid = ResourceName.id(in: text, of: patterns) else { return (.uuid(nil), false) }
      return (.uuid(uuid), true)
    case (.uuid, .text(let text)):
      guard let uuid = UUIDBytes(anyForm: text) else {
        throw mismatch(field, value, "a UUID is expected")
      }
      return (.uuid(uuid), true)
    default: throw mismatch(field, value, "the value does not fit the field")
    }
  }

  private func mismatch(_ field: Field, _ value: FilterValue, _ what: String) -> Rejection {
    .filter("\(field.path): \(what).", field: field.path, column: value.column)
  }
}

/// Reads names such as `orders/{id}` and `orders/{id}/shipments/{id}`.
enum ResourceName {
  /// The last id, when the text follows one of the patterns: collections divided by `/`.
  static func id(in text: String, of patterns: [String]) -> UUIDBytes? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count % 2 == 0, let last = parts.last, let id = ID<AnyResource>(last) else {
      return nil
    }
    let collections = stride(from: 0, to: parts.count, by: 2).map { String(parts[$0]) }
    guard patterns.contains(collections.joined(separator: "/")) else { return nil }
    return id.uuid
  }
}

extension UUIDBytes {
  /// 8-4-4-4-12 hexadecimal digits, or 26 characters of base32.
  init?(anyForm text: String) {
    if let id = ID<AnyResource>(text) {
      self = id.uuid
      return
    }
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
    guard text.utf8.count == 36, digits.count == 32,
      let high = UInt64(String(decoding: digits.prefix(16), as: UTF8.self), radix: 16),
      let low = UInt64(String(decoding: digits.suffix(16), as: UTF8.self), radix: 16)
    else { return nil }
    self.init(high, low)
  }
}

extension Instant {
  /// `2026-01-15T08:00:00.5+01:00`, at most six digits after the second.
  init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int64? {
      guard range.upperBound <= bytes.count, bytes[range].allSatisfy({ (48...57).contains($0) })
      else { return nil }
      return bytes[range].reduce(0) { $0 * 10 + Int64($1 - 48) }
    }
    guard bytes.count >= 20, let day = CalendarDay(String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"), bytes[13] == 58,
      bytes[16] == 58, let hour = number(11..<13), let minute = number(14..<16),
      let second = number(17..<19), hour < 24, minute < 60, second < 60
    else { return nil }
    var index = 19
    var micros: Int64 = 0
    if bytes[index] == UInt8(ascii: ".") {
      let start = index + 1
      index = start
      while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
      guard index > start, index - start <= 6, let fraction = number(start..<index) else {
        return nil
      }
      micros = (index - start..<6).reduce(fraction) { value, _ in value * 10 }
    }
    guard index < bytes.count else { return nil }
    var offset: Int64 = 0
    switch bytes[index] {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"):
      guard index + 1 == bytes.count else { return nil }
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard index + 6 == bytes.count, bytes[index + 3] == 58,
        let hours = number(index + 1..<index + 3), let minutes = number(index + 4..<index + 6),
        hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[index] == UInt8(ascii: "-") ? -60 : 60)
    default: return nil
    }
    let seconds = Int64(day.daysSince1970) * 86_400 + hour * 3600 + minute * 60 + second - offset
    self.init(microseconds: seconds * 1_000_000 + micros)
  }
}
