import Domain
import Foundation
import OrderToCashAPI

/// What is wrong with a text, in the words that the caller is told.
struct TextFault: Equatable {
  var reason: Reason
  var description: String

  init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}

/// The rules of every text: length in Unicode scalars, no control characters, NFC, no card numbers;
/// then the syntax that its field declares. ASCII text is read once and never copied.
enum TextRules {
  /// Of a key in `annotations`.
  static let longestKey = 63

  static func fault(in text: String, _ field: FieldPlan) -> TextFault? {
    switch field.format {
    case .none: return plainFault(in: text, maxLength: field.maxLength)
    case .pem, .json:
      let count = text.unicodeScalars.count
      if count > field.maxLength { return tooLong(count, field.maxLength) }
    case .uuidV7:
      // Whether the id is one, and of its time, is the request's identity to say.
      return structureFault(in: text, maxLength: field.maxLength)
    default:
      if let fault = structureFault(in: text, maxLength: field.maxLength) { return fault }
    }
    if field.format == .decimal { return decimalFault(in: text, field) }
    if field.format == .resourceName { return nameFault(in: text, field) }
    return field.format.fault(in: text)
  }

  /// A text without a syntax of its own.
  static func plainFault(in text: String, maxLength: Int) -> TextFault? {
    if let fault = structureFault(in: text, maxLength: maxLength) { return fault }
    if CardNumber.occurs(in: text) {
      return TextFault(.cardNumber, "This looks like a card number, which must not be sent here.")
    }
    return nil
  }

  static func structureFault(in text: String, maxLength: Int) -> TextFault? {
    switch Scan(text) {
    case .plain(let count): return count > maxLength ? tooLong(count, maxLength) : nil
    case .control: return TextFault(.fieldInvalid, "Control characters are not allowed.")
    case .beyondLatin(let count):
      if count > maxLength { return tooLong(count, maxLength) }
      return isComposed(text) ? nil : notComposed
    }
  }

  private static let notComposed = TextFault(
    .fieldInvalid, "Text must be in Unicode normalization form C.")

  private static func tooLong(_ count: Int, _ most: Int) -> TextFault {
    TextFault(.fieldOutOfRange, "At most \(most) characters, not \(count).")
  }

  /// Swift compares strings by canonical equivalence, so the bytes are compared.
  private static func isComposed(_ text: String) -> Bool {
    text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8)
  }

  private static func decimalFault(in text: String, _ field: FieldPlan) -> TextFault? {
    guard let value = Quantity(text) else {
      return TextFault(
        .fieldInvalid, "A decimal number with at most 6 fraction digits, such as 12.5.")
    }
    guard let bounds = field.bounds, !bounds.range.contains(value.micros) else { return nil }
    return TextFault(.fieldOutOfRange, "A number of \(bounds.text).")
  }

  private static func nameFault(in text: String, _ field: FieldPlan) -> TextFault? {
    guard !field.names.isEmpty,
      !field.names.contains(where: { $0.matches(text, wildcard: field.takesWildcard) })
    else { return nil }
    let forms = field.names.map(\.pattern).joined(separator: " or ")
    return TextFault(.identifierInvalid, "A resource name of the form \(forms).")
  }

  /// A key as it may stand in a path: short, and without what would break a line.
  static func shown(_ key: String) -> String {
    var shown = ""
    for scalar in key.unicodeScalars.prefix(longestKey) {
      let isControl = scalar.properties.generalCategory == .control
      shown.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return shown
  }

  /// One look at every byte.
  private enum Scan {
    /// No control characters, and every scalar is below U+0300: such a text is always in NFC.
    case plain(Int)
    case control
    /// No control characters, but marks or other scripts.
    case beyondLatin(Int)

    init(_ text: String) {
      var copy = text
      self = copy.withUTF8 { Self.scan($0) }
    }

    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Scan {
      var scalars = 0
      var isLatin = true
      var previous: UInt8 = 0
      for byte in bytes {
        if byte < 0x20 || byte == 0x7F { return .control }
        // U+0080 to U+009F are C2 80 to C2 9F.
        if previous == 0xC2, byte < 0xA0, byte >= 0x80 { return .control }
        if byte & 0xC0 != 0x80 {
          scalars += 1
          // U+0300 is CC 80.
          if byte >= 0xCC { isLatin = false }
        }
        previous = byte
      }
      return isLatin ? .plain(scalars) : .beyondLatin(scalars)
    }
  }
}
