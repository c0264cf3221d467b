import NIOCore
import NIOSSL
import NIOTLS

/// One connection under guard: the first handler of its pipeline, before TLS, so that it counts
/// what really moves and closes without asking anybody.
final class GuardedConnection: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  /// The connection as other threads may touch it.
  struct Remote: Sendable {
    fileprivate let connection: NIOLoopBound<GuardedConnection>
    fileprivate let eventLoop: any EventLoop

    /// Closes at once, from any thread.
    func close() { eventLoop.execute { connection.value.close(.shutDown) } }

    /// A request has arrived: called on the connection's event loop or elsewhere.
    func noteRequest() {
      if eventLoop.inEventLoop {
        connection.value.hasRequest = true
      } else {
        eventLoop.execute { connection.value.hasRequest = true }
      }
    }
  }

  private let guardian: ConnectionGuard
  private let address: String
  private let id: ObjectIdentifier
  private var context: ChannelHandlerContext?
  private var timers: [Scheduled<Void>] = []
  private var progressTimer: Scheduled<Void>?
  private var isAdmitted = false
  fileprivate var isSecured = false
  fileprivate var hasRequest = false
  private var moved = 0

  private init(channel: any Channel, guardian: ConnectionGuard) {
    self.guardian = guardian
    // Without the port: a limit for each address, not for each connection.
    address = channel.remoteAddress?.ipAddress ?? "local"
    id = ObjectIdentifier(channel)
  }

  /// Must be called on the channel's event loop, once the rest of the pipeline stands.
  static func install(on channel: any Channel, guardian: ConnectionGuard) throws {
    let pipeline = channel.pipeline.syncOperations
    let connection = GuardedConnection(channel: channel, guardian: guardian)
    try pipeline.addHandler(connection, position: .first)
    if let tls = try? pipeline.handler(type: NIOSSLServerHandler.self) {
      try pipeline.addHandler(
        HandshakeWatch(connection: connection), position: .after(tls))
    } else {
      connection.isSecured = true
    }
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    if context.channel.isActive { admit(context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    finish()
    self.context = nil
  }

  func channelActive(context: ChannelHandlerContext) {
    admit(context)
    if isAdmitted { context.fireChannelActive() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    finish()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    moved &+= unwrapInboundIn(data).readableBytes
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let bytes = unwrapOutboundIn(data).readableBytes
    let promise = promise ?? context.eventLoop.makePromise(of: Void.self)
    // What lies in our buffers has not moved: counted when the socket took it.
    promise.futureResult.assumeIsolated().whenSuccess { self.moved &+= bytes }
    context.write(data, promise: promise)
  }

  private func admit(_ context: ChannelHandlerContext) {
    guard !isAdmitted else { return }
    let remote = Remote(
      connection: NIOLoopBound(self, eventLoop: context.eventLoop), eventLoop: context.eventLoop)
    if let verdict = guardian.admit(remote, from: address, id) { return close(verdict) }
    isAdmitted = true
    let limits = guardian.limits
    after(limits.handshake) { if !$0.isSecured { $0.close(.handshakeTooSlow) } }
    after(limits.handshake + limits.firstRequest) { if !$0.hasRequest { $0.leave(.noRequest) } }
    after(limits.age) { $0.close(.tooOld) }
    watchProgress(limits)
  }

  private func watchProgress(_ limits: ConnectionGuard.Limits) {
    guard let context else { return }
    progressTimer = context.eventLoop.assumeIsolated().scheduleTask(
      in: TimeAmount(limits.progress)
    ) { [weak self] in
      guard let self else { return }
      if moved < limits.progressBytes { return close(.noProgress) }
      moved = 0
      watchProgress(limits)
    }
  }

  private func after(_ time: Duration, _ action: @escaping (GuardedConnection) -> Void) {
    guard let context else { return }
    timers.append(
      context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) { [weak self] in
        if let self { action(self) }
      })
  }

  /// Asks the peer to go, as a drain would, and closes a little later whether it went or not: a
  /// client that connected ahead of its first call loses no call.
  private func leave(_ verdict: ConnectionGuard.Verdict) {
    guard let context, isAdmitted else { return }
    context.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    after(.seconds(1)) { $0.close(verdict) }
  }

  /// Closes below TLS: nothing is sent, nothing is awaited.
  fileprivate func close(_ verdict: ConnectionGuard.Verdict) {
    guard let context else { return }
    guardian.count(verdict)
    finish()
    context.close(mode: .all, promise: nil)
  }

  private func finish() {
    for timer in timers { timer.cancel() }
    timers = []
    progressTimer?.cancel()
    progressTimer = nil
    if isAdmitted {
      isAdmitted = false
      guardian.release(from: address, id)
    }
  }
}

/// Stands behind TLS and says when its handshake is done.
private final class HandshakeWatch: ChannelInboundHandler {
  typealias InboundIn = NIOAny

  private let connection: GuardedConnection

  init(connection: GuardedConnection) { self.connection = connection }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted = event as? TLSUserEvent { connection.isSecured = true }
    context.fireUserInboundEventTriggered(event)
  }
}
