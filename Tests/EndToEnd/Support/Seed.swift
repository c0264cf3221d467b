import Foundation

/// Random numbers that a seed repeats (SplitMix64).
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
}

/// How long and how often: short in `swift test`, long when the environment says so.
enum Chaos {
  private static let environment = ProcessInfo.processInfo.environment

  /// `O2C_SEED` repeats a run.
  static let seed: UInt64 = environment["O2C_SEED"].flatMap { UInt64($0) } ?? 20_261_122

  /// `O2C_CHAOS_FACTOR` multiplies kills, cuts and clients' calls.
  static let factor: Int = max(1, environment["O2C_CHAOS_FACTOR"].flatMap { Int($0) } ?? 1)

  /// `O2C_CHAOS_HISTORY` names a folder in which histories stay; else they go with the test.
  static let historyFolder: String? = environment["O2C_CHAOS_HISTORY"]

  /// One line with what a run did, for the figures that are published.
  static func report(_ name: String, _ figures: [(String, Any)]) {
    let text = figures.map { "\($0)=\($1)" }.joined(separator: " ")
    FileHandle.standardError.write(Data("chaos \(name): seed=\(seed) \(text)\n".utf8))
  }
}
