/// Makes UUIDv7 ids from the time of the context and a seed: unique in production, where the seed
/// is random, and the same on every run of a simulation.
package struct IDGenerator: Sendable {
  private var state: UInt64
  private var counter: UInt32

  package init(seed: UInt64) {
    state = seed
    counter = 0
    counter = UInt32(truncatingIfNeeded: next()) & 0x7F_FFFF
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 48 bits of milliseconds, 24 bits of counter around version and variant, 50 random bits, so
  /// that ids made in one millisecond still sort in the order in which they were made.
  package mutating func make<Thing>(_: Thing.Type = Thing.self, at now: Instant) -> ID<Thing> {
    counter = (counter &+ 1) & 0xFF_FFFF
    let milliseconds = UInt64(bitPattern: now.milliseconds) & 0xFFFF_FFFF_FFFF
    let high = milliseconds << 16 | 0x7000 | UInt64(counter >> 12)
    let low = 0b10 << 62 | UInt64(counter & 0xFFF) << 50 | next() >> 14
    return ID(high: high, low: low)
  }
}
