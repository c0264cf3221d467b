package import CoreMetrics
import Metrics

/// What the door tells about itself.
package struct DoorMetrics: Sendable {
  private let batchSize: Recorder
  private let depth: Gauge
  private let commit: Timer
  private let replayed: Counter
  private let shedding: Counter
  private let unknown: Counter
  private let alarms: Counter

  package init(factory: any MetricsFactory = MetricsSystem.factory) {
    batchSize = Recorder(label: "o2c_door_batch_size", factory: factory)
    depth = Gauge(label: "o2c_door_queue_depth", factory: factory)
    commit = Timer(label: "o2c_commit_seconds", factory: factory)
    replayed = Counter(label: "o2c_replays_total", factory: factory)
    shedding = Counter(label: "o2c_door_shed_total", factory: factory)
    unknown = Counter(label: "o2c_door_unknown_commits_total", factory: factory)
    alarms = Counter(label: "o2c_door_alarms_total", factory: factory)
  }

  func batch(size: Int, took duration: Duration) {
    batchSize.record(size)
    let (seconds, attoseconds) = duration.components
    commit.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }

  func queueDepth(_ count: Int) { depth.record(count) }
  func replay(_ count: Int) { replayed.increment(by: count) }
  func shed() { shedding.increment() }
  func unknownCommit() { unknown.increment() }
  func alarm() { alarms.increment() }
}
