import Testing

@testable import Postgres

@Suite("Rules of the pool")
struct PoolStateTests {
  private let start = ContinuousClock.now
  private func at(_ milliseconds: Int) -> ContinuousClock.Instant {
    start + .milliseconds(milliseconds)
  }

  private func pool(_ maximum: Int, waiting: Int = 10) -> PoolState {
    PoolState(limits: .init(maximum: maximum, maximumWaiting: waiting))
  }

  private func opened(_ pool: inout PoolState, at now: Int = 0, life: Int = 3_600_000) -> Int {
    guard case .open(let place) = pool.acquire(now: at(now)).grant else {
      preconditionFailure("no place to open")
    }
    pool.opened(place, now: at(now), expires: at(now + life))
    return place
  }

  @Test("opens up to its maximum, then lets wait, then refuses")
  func bounds() {
    var pool = pool(2, waiting: 1)
    let first = opened(&pool)
    let second = opened(&pool)
    #expect(first != second)
    #expect(pool.acquire(now: start).grant == .wait(1))
    #expect(pool.acquire(now: start).grant == .refused)
  }

  @Test("who waited first is served first, and nobody overtakes")
  func fifo() {
    var pool = pool(1)
    let place = opened(&pool)
    #expect(pool.acquire(now: start).grant == .wait(1))
    #expect(pool.acquire(now: start).grant == .wait(2))
    #expect(pool.release(place, isReusable: true, now: start).granted == [1: .use(place)])
    #expect(pool.acquire(now: start).grant == .wait(3))
    #expect(pool.release(place, isReusable: true, now: start).granted == [2: .use(place)])
    #expect(pool.release(place, isReusable: true, now: start).granted == [3: .use(place)])
    #expect(pool.release(place, isReusable: true, now: start) == .init())
    #expect(pool.idleCount == 1)
  }

  @Test("a connection inside a transaction is destroyed, and the next in line opens another")
  func notReusable() {
    var pool = pool(1)
    let place = opened(&pool)
    #expect(pool.acquire(now: start).grant == .wait(1))
    let passing = pool.release(place, isReusable: false, now: start)
    #expect(passing.destroyed == [place])
    #expect(passing.granted == [1: .open(place + 1)])
    #expect(pool.count == 1)
  }

  @Test(
    "an idle connection is used, probed or replaced by its rest and age",
    arguments: [(1000, "use"), (1001, "probe"), (9_999, "probe"), (10_000, "open")])
  func restAndAge(_ now: Int, _ expected: String) {
    var pool = pool(1)
    let place = opened(&pool, life: 10_000)
    _ = pool.release(place, isReusable: true, now: start)
    let (grant, destroyed) = pool.acquire(now: at(now))
    switch expected {
    case "use": #expect(grant == .use(place))
    case "probe": #expect(grant == .probe(place))
    default:
      #expect(grant == .open(place + 1))
      #expect(destroyed == [place])
    }
  }

  @Test("a connection that grew too old while it was lent does not come back")
  func oldLease() {
    var pool = pool(1)
    let place = opened(&pool, life: 100)
    #expect(pool.release(place, isReusable: true, now: at(100)).destroyed == [place])
    #expect(pool.count == 0)
  }

  @Test("after a failed opening nobody tries for a while, longer each time, then one does")
  func backoff() {
    var pool = pool(2)
    var now = 0
    for pause in [50, 100, 200, 400, 800, 1000, 1000] {
      guard case .open(let place) = pool.acquire(now: at(now)).grant else {
        return #expect(Bool(false), "no opening at \(now)")
      }
      #expect(pool.openingFailed(place, now: at(now)) == .init())
      #expect(pool.acquire(now: at(now + pause - 1)).grant == .notBefore(at(now + pause)))
      now += pause
    }
    _ = opened(&pool, at: now)
    #expect(pool.acquire(now: at(now)).grant != .refused, "success ends the pause")
  }

  @Test("who waits behind a failed opening is told when to come back")
  func failureReachesWaiters() {
    var pool = pool(1)
    guard case .open(let place) = pool.acquire(now: start).grant else { return }
    #expect(pool.acquire(now: start).grant == .wait(1))
    #expect(pool.openingFailed(place, now: start).granted == [1: .notBefore(at(50))])
  }

  @Test("who left keeps no place in the queue")
  func leave() {
    var pool = pool(1)
    let place = opened(&pool)
    _ = pool.acquire(now: start)
    _ = pool.acquire(now: start)
    let first = pool.leave(1)
    let again = pool.leave(1)
    #expect(first && !again)
    #expect(pool.release(place, isReusable: true, now: start).granted == [2: .use(place)])
    let late = pool.leave(2)
    #expect(!late, "the grant came first")
  }

  @Test("closing destroys the idle, refuses the waiting, and takes leases back to destroy them")
  func close() {
    var pool = pool(2)
    let (first, second) = (opened(&pool), opened(&pool))
    _ = pool.release(first, isReusable: true, now: start)
    #expect(pool.close().destroyed == [first])
    #expect(pool.acquire(now: start).grant == .refused)
    #expect(pool.release(second, isReusable: true, now: start).destroyed == [second])
    #expect(pool.count == 0)
  }

  @Test("the longest lease shows")
  func longestLease() {
    var pool = pool(2)
    _ = opened(&pool, at: 0)
    _ = opened(&pool, at: 40)
    #expect(pool.longestLease(now: at(100)) == .milliseconds(100))
  }
}
