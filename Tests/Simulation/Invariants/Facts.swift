import Domain

/// The members of an event's JSON object, read in one pass; lists and objects as their text.
struct Facts {
  private let members: [String: String]

  init(_ event: Event) {
    var members: [String: String] = [:]
    let bytes = Array(event.data.utf8)
    var index = 1
    while index < bytes.count - 1 {
      let name = Self.text(bytes, &index)
      index += 1  // the colon
      switch bytes[index] {
      case UInt8(ascii: "\""): members[name] = Self.text(bytes, &index)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        let start = index
        Self.skip(bytes, &index)
        members[name] = String(decoding: bytes[start..<index], as: UTF8.self)
      default:
        let start = index
        while bytes[index] != UInt8(ascii: ","), bytes[index] != UInt8(ascii: "}") { index += 1 }
        members[name] = String(decoding: bytes[start..<index], as: UTF8.self)
      }
      index += 1  // the comma
    }
    self.members = members
  }

  subscript(_ name: String) -> String? { members[name] }

  func amount(_ name: String) -> Int64? { members[name].flatMap { Int64($0) } }

  private static func text(_ bytes: [UInt8], _ index: inout Int) -> String {
    index += 1
    let start = index
    while bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    defer { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func skip(_ bytes: [UInt8], _ index: inout Int) {
    var depth = 0
    repeat {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""):
        _ = text(bytes, &index)
        continue
      default: break
      }
      index += 1
    } while depth > 0
  }
}
