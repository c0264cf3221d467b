import Domain
import Testing

@Suite("Rounding")
struct RoundingTests {
  @Test(
    "halves go away from zero, or to the even neighbour",
    arguments: [
      (1, 2, 1, 0), (3, 2, 2, 2), (5, 2, 3, 2), (-1, 2, -1, 0), (-3, 2, -2, -2), (-5, 2, -3, -2),
      (1, 3, 0, 0), (2, 3, 1, 1), (-2, 3, -1, -1), (4, 2, 2, 2), (0, 5, 0, 0), (49, 100, 0, 0),
      (51, 100, 1, 1), (-49, 100, 0, 0), (150, 100, 2, 2), (250, 100, 3, 2),
    ] as [(Int128, Int128, Int128, Int128)])
  func modes(numerator: Int128, denominator: Int128, away: Int128, even: Int128) {
    #expect(rounded(numerator, over: denominator, .halfAway) == away)
    #expect(rounded(numerator, over: denominator, .halfEven) == even)
  }

  @Test("rounding is exact at the edge of what an amount can be")
  func largest() throws {
    #expect(try Int128(largestAmount).amount() == largestAmount)
    #expect(try Int128(-largestAmount).amount() == -largestAmount)
    #expect(throws: Rejection.self) { try (Int128(largestAmount) + 1).amount() }
    let wide = Int128(largestAmount) * 1_000_000_000_000 + 500_000_000_000
    #expect(rounded(wide, over: 1_000_000_000_000, .halfAway) == Int128(largestAmount) + 1)
    #expect(rounded(wide, over: 1_000_000_000_000, .halfEven) == Int128(largestAmount) + 1)
  }

  @Test(
    "an amount is split by largest remainder, ties in order",
    arguments: [
      (10_000, [1, 1, 1], [3334, 3333, 3333]), (100_001, [1, 1, 1], [33_334, 33_334, 33_333]),
      (-5, [10, 10, 20], [-1, -1, -3]), (690, [10_703, 3100], [535, 155]),
      (5000, [10_168, 2945], [3877, 1123]), (100_001, [30, 30, 40], [30_000, 30_000, 40_001]),
      (7, [0, 0, 5], [0, 0, 7]), (7, [0, 0], [7, 0]), (0, [3, 4], [0, 0]), (1, [1], [1]),
      (2, [1, 1, 1, 1, 1], [1, 1, 0, 0, 0]),
    ] as [(Int64, [Int64], [Int64])])
  func allocation(whole: Int64, weights: [Int64], shares: [Int64]) {
    #expect(allocated(whole, by: weights) == shares)
    #expect(shares.reduce(0, +) == whole)
  }

  @Test("shares always add up and never differ from the exact share by a whole unit")
  func allocationAddsUp() {
    var seed: UInt64 = 42
    func next(_ bound: UInt64) -> Int64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((seed >> 33) % bound)
    }
    for _ in 0..<500 {
      let whole = next(2_000_000) - 1_000_000
      let weights = (0..<(next(6) + 1)).map { _ in next(100_000) + 1 }
      let total = Int128(weights.reduce(0, +))
      let shares = allocated(whole, by: weights)
      #expect(shares.reduce(0, +) == whole)
      for (share, weight) in zip(shares, weights) {
        let apart = Int128(share) * total - Int128(whole) * Int128(weight)
        #expect(apart.magnitude < total.magnitude)
      }
    }
  }

  @Test("a draw-down ends at the whole: 0.20 of tax over 3 is 0.07, 0.06, 0.07")
  func drawDown() {
    var drawn: Int64 = 0
    var parts: [Int64] = []
    for cumulative: Int64 in [35, 70, 105] {
      let part = drawnDown(20, cumulative: cumulative, of: 105, drawn: drawn, .halfAway)
      parts.append(part)
      drawn += part
    }
    #expect(parts == [7, 6, 7])
  }
}
