import DequeModule
import Domain

/// Who waits at the door, by seller, and whose turn it is. Pure: the door holds it under a lock.
struct DoorQueue {
  struct Limits: Sendable {
    /// Commands that may wait in all, and of one seller.
    var waiting = 8192
    var waitingPerSeller = 4096
    /// Of one batch.
    var batchCommands = 512
    var batchBytes = 4 << 20
    /// Batches of one seller under way at once in this process.
    var batchesPerSeller = 1
  }

  private struct Lane {
    var waiting: Deque<Submission> = []
    var running = 0
  }

  let limits: Limits
  private var lanes: [ID<Seller>: Lane] = [:]
  /// Sellers with something to do, in turn.
  private var turn: Deque<ID<Seller>> = []
  private(set) var count = 0

  init(limits: Limits) { self.limits = limits }

  /// False when there is no room: the command is refused, and cheaply so.
  mutating func append(_ submissions: [Submission], of seller: ID<Seller>) -> Bool {
    let waiting = lanes[seller]?.waiting.count ?? 0
    guard count + submissions.count <= limits.waiting,
      waiting + submissions.count <= limits.waitingPerSeller
    else { return false }
    lanes[seller, default: Lane()].waiting.append(contentsOf: submissions)
    count += submissions.count
    if !turn.contains(seller) { turn.append(seller) }
    return true
  }

  /// Puts commands back in front, in their order: their time comes with the next batch.
  mutating func prepend(_ submissions: [Submission], of seller: ID<Seller>) {
    guard !submissions.isEmpty else { return }
    lanes[seller, default: Lane()].waiting.prepend(contentsOf: submissions)
    count += submissions.count
    if !turn.contains(seller) { turn.append(seller) }
  }

  /// The next batch, from the seller whose turn it is; it goes to the end of the line.
  mutating func nextBatch() -> (seller: ID<Seller>, batch: [Submission])? {
    for _ in 0..<turn.count {
      guard let seller = turn.popFirst(), var lane = lanes[seller] else { continue }
      if lane.waiting.isEmpty {
        if lane.running == 0 { lanes[seller] = nil }
        continue
      }
      guard lane.running < limits.batchesPerSeller else {
        turn.append(seller)
        continue
      }
      var batch: [Submission] = []
      var bytes = 0
      while batch.count < limits.batchCommands, let next = lane.waiting.first,
        batch.isEmpty || bytes + next.ticket.byteCount <= limits.batchBytes
      {
        bytes += next.ticket.byteCount
        batch.append(next)
        lane.waiting.removeFirst()
      }
      count -= batch.count
      lane.running += 1
      lanes[seller] = lane
      turn.append(seller)
      return (seller, batch)
    }
    return nil
  }

  /// Whether `nextBatch` would give one.
  var hasWork: Bool {
    turn.contains { seller in
      lanes[seller].map { !$0.waiting.isEmpty && $0.running < limits.batchesPerSeller } ?? false
    }
  }

  mutating func finished(_ seller: ID<Seller>) {
    lanes[seller]?.running -= 1
    guard let lane = lanes[seller], lane.running == 0, lane.waiting.isEmpty else { return }
    lanes[seller] = nil
    turn.removeAll { $0 == seller }
  }

  /// Everything that waits, when the door closes for good.
  mutating func drainAll() -> [Submission] {
    let all = lanes.values.flatMap(\.waiting)
    lanes = lanes.mapValues { Lane(waiting: [], running: $0.running) }
    turn.removeAll()
    count = 0
    return all
  }
}
