/// Writes a JSON object member by member; what an event carries is small and flat.
package struct JSONText: Sendable {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  package init() {}

  package var text: String { String(decoding: bytes, as: UTF8.self) + "}" }

  package mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    quoted(value)
  }

  package mutating func member(_ name: StaticString, _ value: String?) {
    if let value { member(name, value) }
  }

  package mutating func member(_ name: StaticString, _ value: Int64) {
    key(name)
    bytes += String(value).utf8
  }

  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bytes += (value ? "true" : "false").utf8
  }

  /// A value that is JSON already.
  mutating func member(_ name: StaticString, raw value: String) {
    key(name)
    bytes += value.utf8
  }

  package mutating func member(_ name: StaticString, _ values: [String]) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      quoted(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  package mutating func member<Element>(
    _ name: StaticString, each elements: some Sequence<Element>,
    _ write: (Element, inout JSONText) -> Void
  ) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      var object = JSONText()
      write(element, &object)
      bytes += object.bytes
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func key(_ name: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes += $0 }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func quoted(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<32:
        bytes += "\\u00".utf8
        bytes.append(Crockford.digits[Int(byte >> 4)])
        bytes.append(Crockford.digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
