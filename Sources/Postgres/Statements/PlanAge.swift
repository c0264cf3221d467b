/// When the plans of a connection are to be made anew.
///
/// The server keeps a plan until somebody analyses a table. One that was made while a table was
/// nearly empty may read the whole of it, and does so for a minute while the table fills. So plans
/// are thrown away a second after they were made, then after two, four and so on up to a minute:
/// none is much older than the size of the tables that it was made for.
struct PlanAge {
  static let most: Duration = .seconds(64)
  private var limit: Duration = .seconds(1)
  private var since: ContinuousClock.Instant

  init(since: ContinuousClock.Instant = .now) { self.since = since }

  /// True where what begins now begins with new plans.
  mutating func isOver(at now: ContinuousClock.Instant = .now) -> Bool {
    guard since.duration(to: now) >= limit else { return false }
    since = now
    limit = min(limit * 2, Self.most)
    return true
  }
}
