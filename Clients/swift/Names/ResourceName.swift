/// A resource that has a name of its own.
public protocol NamedResource: Sendable {
  /// How its names are written, such as `orders/{order}`; what stands in braces is an id.
  static var namePattern: String { get }
  /// What one is called in messages for people, such as `order`.
  static var noun: String { get }
  /// The name as the contract carries it.
  var name: String { get }
}

/// The name of a resource of one kind, such as `orders/01m68kvah0e9nv59tdwh9edd1r`.
///
/// Its parts are checked: the collections must be those of the kind, ids are 1 to 64 letters,
/// digits, `-`, `_` or `.`. Whether there is such a resource, only the server knows.
public struct ResourceName<Resource: NamedResource>: RawRepresentable, Hashable, Sendable {
  /// The whole name.
  public let rawValue: String

  /// The name, or `nil` when the text is not one of this kind.
  public init?(rawValue: String) {
    let pattern = Resource.namePattern.split(separator: "/", omittingEmptySubsequences: false)
    let parts = rawValue.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == pattern.count else { return nil }
    for (part, expected) in zip(parts, pattern) {
      let fits = expected.hasPrefix("{") ? Self.isID(part) : part == expected
      guard fits else { return nil }
    }
    self.rawValue = rawValue
  }

  /// The name, or an error that says what was expected.
  ///
  /// - Throws: ``OrderToCashError`` with reason ``Reason/fieldInvalid``.
  public init(validating text: String) throws(OrderToCashError) {
    guard let name = Self(rawValue: text) else {
      throw OrderToCashError(
        code: .invalidArgument, reason: .fieldInvalid,
        message: "“\(text)” is not the name of a \(Resource.noun): \(Resource.namePattern).",
        outcome: .notApplied)
    }
    self = name
  }

  /// The name made of the ids in braces, in their order; `nil` when one is not an id or one is
  /// missing.
  public init?(ids: String...) {
    var ids = ids[...]
    var parts: [String] = []
    for part in Resource.namePattern.split(separator: "/") {
      guard part.hasPrefix("{") else {
        parts.append(String(part))
        continue
      }
      guard let id = ids.popFirst() else { return nil }
      parts.append(id)
    }
    guard ids.isEmpty else { return nil }
    self.init(rawValue: parts.joined(separator: "/"))
  }

  /// The ids in the name, outermost first.
  public var ids: [String] {
    let pattern = Resource.namePattern.split(separator: "/")
    return zip(rawValue.split(separator: "/"), pattern).compactMap { part, expected in
      expected.hasPrefix("{") ? String(part) : nil
    }
  }

  private static func isID(_ part: Substring) -> Bool {
    (1...64).contains(part.utf8.count)
      && part.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}

extension ResourceName: ExpressibleByStringLiteral {
  /// A name written in the source. A literal that is not a name of this kind stops the program.
  public init(stringLiteral literal: String) {
    guard let name = Self(rawValue: literal) else {
      preconditionFailure("“\(literal)” is not of the form \(Resource.namePattern)")
    }
    self = name
  }
}

extension ResourceName: CustomStringConvertible {
  /// The whole name.
  public var description: String { rawValue }
}

extension NamedResource {
  /// The resource's name with its kind; `nil` for a preview, which has no name.
  public var resourceName: ResourceName<Self>? { ResourceName(rawValue: name) }
}
