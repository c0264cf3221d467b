/// How many points each part of a score gives.
package struct ScoreTable: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    package var bound: Int64
    package var points: Int64

    package init(_ bound: Int64, _ points: Int64) {
      self.bound = bound
      self.points = points
    }
  }

  /// Up to so many mean days beyond terms; 0 above the last.
  package var days = [Step(0, 30), Step(7, 24), Step(15, 16), Step(30, 8)]
  /// Where nothing was paid in twelve months.
  package var noHistory: Int64 = 12
  /// Up to so much of what is open is overdue, millionths of a percent; 0 above the last.
  package var overdue = [Step(0, 20), Step(10_000_000, 14), Step(25_000_000, 7)]
  /// From so many whole months since the first invoice on; 0 below the first.
  package var months = [Step(3, 5), Step(12, 10), Step(36, 15)]
  /// Up to so many returned payments and broken promises; 0 above the last.
  package var incidents = [Step(0, 15), Step(1, 8), Step(2, 3)]
  /// For an external rating of 100; others have their share of it, rounded down.
  package var rating: Int64 = 20
  package var noRating: Int64 = 8

  package init() {}

  /// The highest score that there is.
  package var best: Int64 {
    func most(_ steps: [Step]) -> Int64 { steps.map(\.points).max() ?? 0 }
    return max(most(days), noHistory) + most(overdue) + most(months) + most(incidents)
      + max(rating, noRating)
  }
}
