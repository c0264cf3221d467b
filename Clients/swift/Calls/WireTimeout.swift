/// The value of `grpc-timeout`: at most eight digits and a unit.
enum WireTimeout {
  /// Whole milliseconds where they suffice, so that also a server which takes no more than eight
  /// characters understands it; never less than the time left, and never zero.
  static func encode(_ left: Duration) -> String {
    let (seconds, attoseconds) = left.components
    if seconds > 99_999 { return "\(min(seconds, 99_999_999))S" }
    guard seconds >= 0, attoseconds >= 0 else { return "1u" }
    if seconds == 0, attoseconds < 100_000_000_000_000_000 {
      return "\(max(1, attoseconds / 1_000_000_000_000))u"
    }
    return "\(seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)m"
  }
}
