import Foundation

/// Reads the numbers of the fields that a message carries and this server does not know.
enum UnknownFields {
  /// So many are named; more of them say nothing new.
  static let most = 16

  static func numbers(in data: Data) -> [Int] {
    var numbers: [Int] = []
    var reader = Reader(bytes: Array(data))
    while numbers.count < most, let tag = reader.varint() {
      let number = Int(tag >> 3)
      guard number > 0 else { break }
      if !numbers.contains(number) { numbers.append(number) }
      guard reader.skip(wireType: tag & 7, of: number) else { break }
    }
    return numbers
  }

  private struct Reader {
    let bytes: [UInt8]
    var offset = 0

    mutating func varint() -> UInt64? {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while offset < bytes.count, shift < 64 {
        let byte = bytes[offset]
        offset += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
      return nil
    }

    /// False at the end, and for what is no field.
    mutating func skip(wireType: UInt64, of number: Int) -> Bool {
      switch wireType {
      case 0: return varint() != nil
      case 1: return advance(8)
      case 2:
        guard let length = varint(), length <= UInt64(bytes.count) else { return false }
        return advance(Int(length))
      case 3:
        while let tag = varint() {
          if tag & 7 == 4 { return Int(tag >> 3) == number }
          guard skip(wireType: tag & 7, of: Int(tag >> 3)) else { return false }
        }
        return false
      case 5: return advance(4)
      default: return false
      }
    }

    private mutating func advance(_ count: Int) -> Bool {
      guard count <= bytes.count - offset else { return false }
      offset += count
      return true
    }
  }
}
