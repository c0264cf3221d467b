/// A moment on the monotonic clock after which nobody waits any longer.
package struct Deadline: Sendable, Comparable {
  package let instant: ContinuousClock.Instant

  package init(at instant: ContinuousClock.Instant) {
    self.instant = instant
  }

  package static func after(_ duration: Duration) -> Deadline {
    Deadline(at: ContinuousClock.now + duration)
  }

  package static func < (left: Deadline, right: Deadline) -> Bool {
    left.instant < right.instant
  }

  /// What is left, never negative.
  package var remaining: Duration {
    max(.zero, instant - ContinuousClock.now)
  }

  /// What is left for `poll`, rounded up so that a wait is never cut to a busy loop.
  var remainingMilliseconds: Int32 {
    let left = remaining.components
    let (seconds, rest) = (left.seconds, left.attoseconds)
    if seconds > 1_000_000 { return 1_000_000_000 }
    return Int32(seconds * 1000 + (rest + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
