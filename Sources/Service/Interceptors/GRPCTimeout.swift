/// The `grpc-timeout` header, read as the specification says: 1 to 8 ASCII digits and one unit.
///
/// The library reads two to eight *characters*, so that `29999970u` would be no deadline at all.
package enum GRPCTimeout {
  /// - Throws: DEADLINE_INVALID for anything that is not digits and a unit, signs included.
  package static func parse(_ text: String) throws(ServiceError) -> Duration {
    let bytes = text.utf8
    guard (2...9).contains(bytes.count), let unit = bytes.last else { throw .deadlineInvalid }
    var amount: Int64 = 0
    for byte in bytes.dropLast() {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { throw .deadlineInvalid }
      amount = amount * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    switch unit {
    case UInt8(ascii: "H"): return .seconds(amount * 3600)
    case UInt8(ascii: "M"): return .seconds(amount * 60)
    case UInt8(ascii: "S"): return .seconds(amount)
    case UInt8(ascii: "m"): return .milliseconds(amount)
    case UInt8(ascii: "u"): return .microseconds(amount)
    case UInt8(ascii: "n"): return .nanoseconds(amount)
    default: throw .deadlineInvalid
    }
  }
}
