/// The text of one SQL statement with `$1`… for its parameters, written in the source.
///
/// Made from literals only, so that no input can become SQL. Keep hot ones in a `static let`:
/// their hash is then computed once.
package struct Statement: Sendable, Hashable, ExpressibleByStringLiteral {
  package let text: String
  /// Stable across processes and versions of this program: names the prepared statement.
  let fingerprint: UInt64

  package init(stringLiteral text: StaticString) {
    self.init(trusted: text.description)
  }

  /// For texts that this module puts together from literals.
  init(trusted text: String) {
    self.text = text
    fingerprint = Fingerprint.of(text.utf8)
  }

  package static func == (left: Statement, right: Statement) -> Bool {
    left.fingerprint == right.fingerprint && left.text == right.text
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}

/// FNV-1a, 64 bits.
enum Fingerprint {
  private static let prime: UInt64 = 0x100_0000_01b3

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* prime }
  }

  static func combine(_ fingerprint: UInt64, _ value: UInt32) -> UInt64 {
    (fingerprint ^ UInt64(value)) &* prime
  }
}
