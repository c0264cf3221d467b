/// The little JSON that snapshots are stored as: no fractions, no exponents.
enum JSON: Equatable {
  case null
  case bool(Bool)
  case number(Int64)
  case text(String)
  case array([JSON])
  case object([(name: String, value: JSON)])

  static func == (a: JSON, b: JSON) -> Bool { a.encoded == b.encoded }

  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  subscript(index: Int) -> JSON? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
  var string: String? { if case .text(let text) = self { text } else { nil } }
  var integer: Int64? { if case .number(let number) = self { number } else { nil } }

  /// A text member; absent is empty.
  func text(_ name: String) -> String { self[name]?.string ?? "" }

  // MARK: Writing

  var encoded: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let value): bytes += String(value).utf8
    case .text(let value): Self.quote(value, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.quote(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<32:
        let hex = Array("0123456789abcdef".utf8)
        bytes += "\\u00".utf8
        bytes += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

// MARK: - Reading

extension JSON {
  /// Nil for anything that is not one JSON value of this little kind.
  init?(_ text: String) {
    var text = text
    let value = text.withUTF8 { bytes -> JSON? in
      var parser = JSONParser(bytes: UnsafeRawBufferPointer(bytes))
      guard let value = parser.value(depth: 0), parser.isAtEnd else { return nil }
      return value
    }
    guard let value else { return nil }
    self = value
  }
}

private struct JSONParser {
  let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return offset == bytes.count
    }
  }

  mutating func value(depth: Int) -> JSON? {
    guard depth < 32 else { return nil }
    skipSpace()
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return text().map { .text($0) }
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func object(_ depth: Int) -> JSON? {
    offset += 1
    var members: [(name: String, value: JSON)] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard let name = text(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1)
      else { return nil }
      members.append((name, value))
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func array(_ depth: Int) -> JSON? {
    offset += 1
    var elements: [JSON] = []
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(elements) : nil
  }

  private mutating func number() -> JSON? {
    let start = offset
    while offset < bytes.count, bytes[offset] == 45 || (48...57).contains(bytes[offset]) {
      offset += 1
    }
    return Int64(String(decoding: bytes[start..<offset], as: UTF8.self)).map { .number($0) }
  }

  private mutating func text() -> String? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return nil }
    offset += 1
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        defer { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
      case UInt8(ascii: "\\"): return escapedText(from: start)
      default: offset += 1
      }
    }
    return nil
  }

  private mutating func escapedText(from start: Int) -> String? {
    var units = Array(String(decoding: bytes[start..<offset], as: UTF8.self).utf16)
    var plain: [UInt8] = []
    func flush() {
      units += String(decoding: plain, as: UTF8.self).utf16
      plain.removeAll(keepingCapacity: true)
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        flush()
        return String(decoding: units, as: UTF16.self)
      case UInt8(ascii: "\\"):
        guard offset < bytes.count else { return nil }
        let escape = bytes[offset]
        offset += 1
        switch escape {
        case UInt8(ascii: "b"): plain.append(8)
        case UInt8(ascii: "f"): plain.append(12)
        case UInt8(ascii: "n"): plain.append(10)
        case UInt8(ascii: "r"): plain.append(13)
        case UInt8(ascii: "t"): plain.append(9)
        case UInt8(ascii: "u"):
          guard offset + 4 <= bytes.count,
            let unit = UInt16(
              String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
          else { return nil }
          offset += 4
          flush()
          units.append(unit)
        default: plain.append(escape)
        }
      default: plain.append(byte)
      }
    }
    return nil
  }

  private mutating func word(_ text: StaticString, _ value: JSON) -> JSON? {
    let end = offset + text.utf8CodeUnitCount
    guard end <= bytes.count else { return nil }
    for index in 0..<text.utf8CodeUnitCount where bytes[offset + index] != text.utf8Start[index] {
      return nil
    }
    offset = end
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while offset < bytes.count, [9, 10, 13, 32].contains(bytes[offset]) { offset += 1 }
  }
}
