/// What a method demands of its caller, and what it may answer and append, as the contract declares it.
public struct MethodRule: Sendable, Hashable {
  /// How many messages go each way.
  public enum Shape: Sendable, Hashable {
    case unary
    case serverStream
    case clientStream
    case bidirectionalStream
  }

  /// Full name of the service, such as `o2c.v1.OrderService`.
  public let service: String
  /// Name of the method in its service, such as `PlaceOrder`.
  public let method: String
  public let shape: Shape
  /// The method changes nothing; all others are mutations.
  public let isRead: Bool
  /// Full name of the request message.
  public let input: String
  /// Full name of the response message.
  public let output: String
  /// The permission that the caller must have, checked before anything is loaded.
  public let permission: String
  /// The method's own error reasons; those that follow from its shape are not among them.
  public let reasons: [String]
  /// Types of the events that the method can append.
  public let events: [String]
  /// A call without etag is refused with ETAG_REQUIRED.
  public let requiresETag: Bool
  /// The caller's authority for the permission is an amount.
  public let hasAuthority: Bool
  /// Lists: the order of rows where the request names none, in the syntax of `order_by`.
  public let defaultOrder: String

  /// The name on the wire without its leading slash, such as `o2c.v1.OrderService/PlaceOrder`.
  public var fullName: String { "\(service)/\(method)" }
}

/// Every method of the contract, in the order of files, services and methods.
public enum MethodTable {
  public static let all: [MethodRule] = generated()

  /// The rules by full name, such as `o2c.v1.OrderService/PlaceOrder`.
  public static let byName: [String: MethodRule] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.fullName, $0) })
}
