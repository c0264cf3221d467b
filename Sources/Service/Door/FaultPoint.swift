import Foundation
import Synchronization

/// Places in the door at which a test may end the process, to see that a batch is whole or absent.
///
/// `O2C_FAULT_POINT=after_decide:3` kills the process, as `kill -9` would, when it gets there for
/// the third time. Debug builds only: a release build has none of it.
enum FaultPoint: String {
  case afterLoad = "after_load"
  case afterDecide = "after_decide"
  case afterCommit = "after_commit"

  #if DEBUG
    private static let armed: (point: FaultPoint, count: Int)? = {
      guard let text = ProcessInfo.processInfo.environment["O2C_FAULT_POINT"] else { return nil }
      let parts = text.split(separator: ":")
      guard let point = parts.first.flatMap({ FaultPoint(rawValue: String($0)) }) else {
        return nil
      }
      return (point, parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    }()
    private static let reached = Atomic<Int>(0)

    func reach() {
      guard let armed = Self.armed, armed.point == self else { return }
      guard Self.reached.add(1, ordering: .relaxed).newValue == armed.count else { return }
      kill(getpid(), SIGKILL)
    }
  #else
    @inline(__always) func reach() {}
  #endif
}
