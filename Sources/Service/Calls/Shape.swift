package import Domain
package import OrderToCashAPI
package import SwiftProtobuf

/// Reads the fields of a request into the domain's types and collects every fault with its path.
///
/// The declared rules of the contract (required, lengths, formats, unknown fields and enum values,
/// card numbers) are checked first, by `MessageValidator`; what is read here may rely on them and
/// reports nothing twice.
package struct Shape {
  package var faults = Faults()
  /// The resource whose etag must be sent and was not.
  var missingEtag: String?
  private var faultyFields: Set<String> = []

  package init(checking message: some Message) {
    for violation in MessageValidator.violations(of: message) {
      add(violation.field, violation.reason, violation.description)
    }
  }

  package mutating func add(_ field: String, _ reason: Reason, _ description: String) {
    guard faultyFields.insert(field).inserted else { return }
    faults.add(field, reason, description)
  }

  /// A decimal string; nil with a fault where it is none.
  package mutating func decimal<Value: Decimal6>(
    _ text: String, _ field: String, as _: Value.Type = Value.self
  ) -> Value? {
    guard let value = Value(text) else {
      add(field, .fieldInvalid, "A decimal number with at most 6 fraction digits, such as 12.5.")
      return nil
    }
    return value
  }

  package mutating func optionalDecimal<Value: Decimal6>(
    _ text: String, _ field: String, as _: Value.Type = Value.self
  ) -> Value? {
    text.isEmpty ? nil : decimal(text, field)
  }

  /// Above zero and below a thousand million.
  package mutating func quantity(_ text: String, _ field: String) -> Quantity? {
    guard let value: Quantity = decimal(text, field) else { return nil }
    guard value > .zero, value < Quantity(whole: 1_000_000_000) else {
      add(field, .fieldOutOfRange, "A quantity is above 0 and below 1,000,000,000.")
      return nil
    }
    return value
  }

  package mutating func money(_ message: O2c_V1_Money, _ field: String) -> Money? {
    guard let currency = currency(message.currencyCode, "\(field).currency_code") else {
      return nil
    }
    return Money(message.minorUnits, currency)
  }

  package mutating func currency(_ code: String, _ field: String) -> Currency? {
    guard let currency = Currency(code) else {
      add(field, .fieldInvalid, "A currency code of ISO 4217, such as EUR.")
      return nil
    }
    return currency
  }

  package mutating func optionalCurrency(_ code: String, _ field: String) -> Currency? {
    code.isEmpty ? nil : currency(code, field)
  }

  package mutating func terms(_ text: String, _ field: String) -> PaymentTerms? {
    guard !text.isEmpty else { return nil }
    guard let terms = PaymentTerms(text) else {
      add(field, .fieldInvalid, "Payment terms such as \"net 30\" or \"2/10 net 30\".")
      return nil
    }
    return terms
  }

  package mutating func day(
    _ message: Google_Type_Date, isSet: Bool, _ field: String
  ) -> CalendarDay? {
    guard isSet else { return nil }
    let day = CalendarDay(
      year: Int(message.year), month: Int(message.month), day: Int(message.day))
    if day == nil { add(field, .fieldInvalid, "A date that exists, with year, month and day.") }
    return day
  }

  package mutating func instant(
    _ message: Google_Protobuf_Timestamp, isSet: Bool, _ field: String
  ) -> Instant? {
    guard isSet else { return nil }
    guard (-62_135_596_800...253_402_300_799).contains(message.seconds),
      (0...999_999_999).contains(message.nanos)
    else {
      add(field, .fieldInvalid, "A time between the years 1 and 9999.")
      return nil
    }
    return Instant(microseconds: message.seconds * 1_000_000 + Int64(message.nanos / 1000))
  }

  /// The id in a resource name such as `customers/{id}`. A name of the right form whose id cannot
  /// exist gives an id that is nowhere: "not there" has one answer.
  package mutating func id<Thing>(
    _ name: String, _ pattern: ResourceNamePattern<Thing>, _ field: String
  ) -> ID<Thing>? {
    guard let id = pattern.id(in: name) else {
      add(field, .identifierInvalid, "A resource name of the form \(pattern.form).")
      return nil
    }
    return id
  }

  package mutating func optionalID<Thing>(
    _ name: String, _ pattern: ResourceNamePattern<Thing>, _ field: String
  ) -> ID<Thing>? {
    name.isEmpty ? nil : id(name, pattern, field)
  }

  /// The version in an etag; nil when none was sent. An etag that no version has is kept as one
  /// that never matches.
  package func version(_ etag: String) -> Int64? {
    etag.isEmpty ? nil : Etag.version(of: etag) ?? -1
  }

  package mutating func lineNumber(_ text: String, _ field: String) -> Int32? {
    guard let number = Int32(text), number > 0 else {
      add(field, .identifierInvalid, "A line_id of the order, such as \"1\".")
      return nil
    }
    return number
  }
}
