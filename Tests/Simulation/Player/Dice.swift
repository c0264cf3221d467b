/// A seeded source of chance (SplitMix64): the same seed throws the same dice on every machine.
package struct Dice: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  package mutating func roll(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True in so many of a hundred throws.
  package mutating func chance(_ percent: Int) -> Bool { roll(0...99) < percent }

  /// Nil from nothing.
  package mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[roll(0...(elements.count - 1))]
  }

  package mutating func pick<Element>(_ first: Element, _ others: Element...) -> Element {
    let index = roll(0...others.count)
    return index == 0 ? first : others[index - 1]
  }
}
