internal import Domain

/// How the points of a score look in `jsonb`: steps are pairs of bound and points.
extension JSON {
  init(_ table: ScoreTable) {
    func steps(_ steps: [ScoreTable.Step]) -> JSON {
      .array(steps.map { .array([.number($0.bound), .number($0.points)]) })
    }
    self = .object(
      [
        ("days", steps(table.days)), ("overdue", steps(table.overdue)),
        ("months", steps(table.months)), ("incidents", steps(table.incidents)),
      ]
        + Self.numbers([
          ("no_history", table.noHistory), ("rating", table.rating), ("no_rating", table.noRating),
        ]))
  }

  var scoreTable: ScoreTable? {
    func steps(_ name: String) -> [ScoreTable.Step]? {
      self[name]?.elements.compactMap { step in
        guard let bound = step[0]?.integer, let points = step[1]?.integer else { return nil }
        return ScoreTable.Step(bound, points)
      }
    }
    guard let days = steps("days"), let overdue = steps("overdue"), let months = steps("months"),
      let incidents = steps("incidents"), let noHistory = self["no_history"]?.integer,
      let rating = self["rating"]?.integer, let noRating = self["no_rating"]?.integer
    else { return nil }
    var table = ScoreTable()
    table.days = days
    table.overdue = overdue
    table.months = months
    table.incidents = incidents
    table.noHistory = noHistory
    table.rating = rating
    table.noRating = noRating
    return table
  }
}
