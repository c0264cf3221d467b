internal import CLibPQ
internal import Glibc
internal import Synchronization

/// A thread of its own that runs the jobs of one actor, one after the other.
///
/// Blocking calls belong here: the cooperative pool has one thread a core, and one blocking call
/// there halves a server of two cores. The thread keeps itself alive until `stop()`, so it
/// outlives the actor whose last job it runs.
package final class ConnectionThread: SerialExecutor {
  private struct Queue {
    var jobs: [UnownedJob] = []
    var isStopped = false
  }

  private let queue = Mutex(Queue())
  /// Allocated once and freed in `deinit`; semaphores are made to be used from any thread.
  private nonisolated(unsafe) let wake: UnsafeMutablePointer<sem_t>

  /// Starts the thread. The name is cut to 15 bytes, which is what Linux keeps.
  package init(name: String) {
    wake = .allocate(capacity: 1)
    sem_init(wake, 0, 0)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { box in
        let executor = Unmanaged<ConnectionThread>.fromOpaque(box!).takeRetainedValue()
        executor.run()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    precondition(code == 0, "no thread for a connection: error \(code)")
    pthread_setname_np(thread, String(decoding: name.utf8.prefix(15), as: UTF8.self))
    pthread_detach(thread)
  }

  deinit {
    sem_destroy(wake)
    wake.deallocate()
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.withLock { $0.jobs.append(job) }
    sem_post(wake)
  }

  package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    UnownedSerialExecutor(ordinary: self)
  }

  /// Ends the thread once its queue is empty. Nothing may be enqueued afterwards.
  package func stop() {
    queue.withLock { $0.isStopped = true }
    sem_post(wake)
  }

  private func run() {
    while true {
      while sem_wait(wake) != 0 {}
      let (jobs, isStopped) = queue.withLock { queue in
        defer { queue.jobs.removeAll(keepingCapacity: true) }
        return (queue.jobs, queue.isStopped)
      }
      for job in jobs {
        job.runSynchronously(on: asUnownedSerialExecutor())
      }
      if isStopped, queue.withLock({ $0.jobs.isEmpty }) { return }
    }
  }
}
