import Logging
import NIOCore
import NIOPosix
import Synchronization

/// Ends the servers within a known time, whatever their peers do.
///
/// Not ready first, so that a balancer looks elsewhere; then no new connections or calls, and what
/// is in flight is finished; at the end of the drain every connection is closed and the servers are
/// cancelled. Should even that not end them, `onOverrun` is called, which ends the process.
package final class DrainController: Sendable {
  package struct Times: Sendable {
    /// Not ready, but still serving.
    package var announce: Duration
    /// How long calls in flight may take.
    package var drain: Duration
    /// How long calls are still taken that were on their way when their peers were told to go: a
    /// client that has sent one cannot know better, and may have nowhere else to ask.
    package var late: Duration = .seconds(1)
    /// From the first sign to the hard end.
    package var end: Duration

    package init(
      announce: Duration = .zero, drain: Duration = .seconds(20), end: Duration = .seconds(28)
    ) {
      self.announce = announce
      self.drain = drain
      self.end = end
    }
  }

  /// A server as the drain sees it.
  struct Server: Sendable {
    var serve: @Sendable () async throws -> Void
    var beginGracefulShutdown: @Sendable () -> Void
  }

  private enum State {
    case serving([CheckedContinuation<Void, Never>])
    case draining
  }

  private let times: Times
  private let logger: Logger
  private let onAnnounce: @Sendable () -> Void
  private let onDrain: @Sendable () -> Void
  private let closeConnections: @Sendable () -> Void
  private let onOverrun: @Sendable () -> Void
  private let state = Mutex(State.serving([]))
  private let overrun = Mutex<Scheduled<Void>?>(nil)

  init(
    times: Times, logger: Logger, onAnnounce: @escaping @Sendable () -> Void,
    onDrain: @escaping @Sendable () -> Void, closeConnections: @escaping @Sendable () -> Void,
    onOverrun: @escaping @Sendable () -> Void
  ) {
    self.times = times
    self.logger = logger
    self.onAnnounce = onAnnounce
    self.onDrain = onDrain
    self.closeConnections = closeConnections
    self.onOverrun = onOverrun
  }

  package var isDraining: Bool {
    state.withLock { if case .draining = $0 { true } else { false } }
  }

  /// Begins the end; a second time does nothing. Callable from anywhere.
  package func begin() {
    let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      guard case .serving(let waiting) = state else { return [] }
      state = .draining
      return waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  private func begun() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isBegun = state.withLock { state in
          guard case .serving(let waiting) = state else { return true }
          state = .serving(waiting + [continuation])
          return false
        }
        if isBegun { continuation.resume() }
      }
    } onCancel: {
      begin()
    }
  }

  private enum End: Sendable { case stopped, timeOver }

  /// Serves until `begin()`, then drains; returns when all servers have ended.
  ///
  /// - Throws: what a server throws when it ends by itself, such as an address that is taken.
  func run(_ servers: [Server]) async throws {
    defer { overrun.withLock { $0?.cancel() } }
    try await withThrowingTaskGroup(of: End.self) { group in
      group.addTask {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for server in servers { group.addTask { try await server.serve() } }
          try await group.waitForAll()
        }
        return .stopped
      }
      group.addTask { [self] in
        await begun()
        if Task.isCancelled { return .timeOver }
        logger.info("drain begins")
        let overrun = scheduleOverrun()
        self.overrun.withLock { $0 = overrun }
        onAnnounce()
        try await Task.sleep(for: times.announce)
        for server in servers { server.beginGracefulShutdown() }
        let late = min(times.late, times.drain)
        try await Task.sleep(for: late)
        onDrain()
        try await Task.sleep(for: times.drain - late)
        return .timeOver
      }
      do {
        if try await group.next() == .timeOver {
          if !Task.isCancelled { logger.warning("drain is over, closing what is left") }
          closeConnections()
        }
        group.cancelAll()
        while try await group.next() != nil {}
      } catch is CancellationError {
        closeConnections()
        group.cancelAll()
      } catch {
        // After the drain began, how a server ends is of no more interest.
        let isExpected = isDraining
        closeConnections()
        group.cancelAll()
        if !isExpected { throw error }
      }
    }
    logger.info("drain is done")
  }

  private func scheduleOverrun() -> Scheduled<Void> {
    MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: TimeAmount(times.end)) {
      [logger, onOverrun] in
      logger.critical("servers did not end in time")
      onOverrun()
    }
  }
}
