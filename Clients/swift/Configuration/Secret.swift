/// Text that must not be seen: it prints as `***` wherever it is described, dumped or interpolated.
public struct Secret: Sendable, ExpressibleByStringLiteral {
  /// The text itself.
  let text: String

  /// Hides a text.
  public init(_ text: String) { self.text = text }

  /// Hides a literal, as tests need it.
  public init(stringLiteral text: String) { self.text = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// `***`
  public var description: String { "***" }
  /// `***`
  public var debugDescription: String { "***" }
  /// Nothing to look into.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
