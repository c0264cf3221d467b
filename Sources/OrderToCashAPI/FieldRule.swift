/// What a value must be like to be accepted, and how its field may be read, as the contract declares it.
public struct FieldRule: Sendable, Hashable {
  /// The kind of value that the field, or each of its items, holds.
  public enum Kind: Sendable, Hashable {
    case int32, int64, bool, string, bytes, enumeration, message
  }

  /// How many values the field holds.
  public enum Cardinality: Sendable, Hashable {
    case singular, repeated, map
  }

  /// Who sets the field, and when; several may hold at once.
  public enum Behavior: Sendable, Hashable {
    case required, outputOnly, immutable, inputOnly, identifier
  }

  /// The syntax of a string; the contract's `FieldRules.Format` says which standard each one is.
  public enum Format: Sendable, Hashable {
    case none, uuidV7, resourceName, decimal, currency, country, language, unit
    case taxCategory, vatex, iban, bic, gln, gtin, vatId, email, phone, timeZone, paymentTerms
    case electronicAddress, etag, pageToken, filter, orderBy, sha256, pem, json, key, commodity
    case documentType, paymentMeans, lot
  }

  /// Name in the contract, such as `external_id`.
  public let name: String
  public let number: Int
  public let kind: Kind
  public let cardinality: Cardinality
  /// Full name of the message or enum that it holds; empty for scalars.
  public let type: String
  /// Name of the choice that the field belongs to; empty where it belongs to none.
  public let oneof: String
  public let behavior: Set<Behavior>
  public let format: Format
  /// Most Unicode scalars of a string, bytes of a bytes field; nil is no limit here.
  public let maxLength: Int?
  public let minItems: Int
  /// Most items; nil is no limit here.
  public let maxItems: Int?
  /// Smallest value as a decimal number (for Money: minor units); nil is no limit.
  public let minimum: String?
  /// Largest value as a decimal number (for Money: minor units); nil is no limit.
  public let maximum: String?
  /// The value must be greater than this decimal number (for Money: minor units); nil is no limit.
  public let greaterThan: String?
  /// A secret or personal data: never logged, empty in stored replies.
  public let isSensitive: Bool
  public let isFilterable: Bool
  public let isSortable: Bool
  /// Paths inside a message that may stand in a filter, relative to the field.
  public let filterPaths: [String]
  /// Paths inside a message that may stand in `order_by`, relative to the field.
  public let sortPaths: [String]
  /// Patterns of the resource names that the field takes, such as `orders/{order}`.
  public let resources: [String]

  init(
    _ name: String, _ number: Int, _ kind: Kind, _ cardinality: Cardinality, type: String = "",
    oneof: String = "", behavior: Set<Behavior> = [], format: Format = .none,
    maxLength: Int? = nil, minItems: Int = 0, maxItems: Int? = nil, minimum: String? = nil,
    maximum: String? = nil, greaterThan: String? = nil, isSensitive: Bool = false,
    isFilterable: Bool = false, isSortable: Bool = false, filterPaths: [String] = [],
    sortPaths: [String] = [], resources: [String] = []
  ) {
    self.name = name
    self.number = number
    self.kind = kind
    self.cardinality = cardinality
    self.type = type
    self.oneof = oneof
    self.behavior = behavior
    self.format = format
    self.maxLength = maxLength
    self.minItems = minItems
    self.maxItems = maxItems
    self.minimum = minimum
    self.maximum = maximum
    self.greaterThan = greaterThan
    self.isSensitive = isSensitive
    self.isFilterable = isFilterable
    self.isSortable = isSortable
    self.filterPaths = filterPaths
    self.sortPaths = sortPaths
    self.resources = resources
  }
}

/// The rules of every field of the contract.
public enum FieldRulesTable {
  /// Fields by full name of their message, such as `o2c.v1.Order`, in the order of declaration.
  public static let byMessage: [String: [FieldRule]] = generated()

  /// The paths that the filter of a list over this message takes.
  public static func filterablePaths(of message: String) -> [String] {
    (byMessage[message] ?? []).flatMap { field in
      (field.isFilterable ? [field.name] : []) + field.filterPaths.map { "\(field.name).\($0)" }
    }
  }

  /// The paths that the `order_by` of a list over this message takes.
  public static func sortablePaths(of message: String) -> [String] {
    (byMessage[message] ?? []).flatMap { field in
      (field.isSortable ? [field.name] : []) + field.sortPaths.map { "\(field.name).\($0)" }
    }
  }
}
