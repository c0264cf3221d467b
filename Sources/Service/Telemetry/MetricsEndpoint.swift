package import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// A tiny HTTP server on loopback: `/metrics` for Prometheus, `/healthz` for a process manager.
/// Nothing else is answered, and no request body is read.
package struct MetricsEndpoint: Service {
  package struct NotLoopback: Error {}

  private let registry: PrometheusRegistry
  private let isReady: @Sendable () -> Bool
  private let host: String
  private let port: Int
  private let logger: Logger
  private let onBound: @Sendable (_ port: Int) -> Void

  /// - Parameters:
  ///   - port: 0 takes a free one, which `onBound` tells.
  ///   - isReady: what `/healthz` says: 200 or 503.
  /// - Throws: `NotLoopback` for an address that others could reach.
  package init(
    registry: PrometheusRegistry, host: String = "127.0.0.1", port: Int, logger: Logger,
    isReady: @escaping @Sendable () -> Bool,
    onBound: @escaping @Sendable (_ port: Int) -> Void = { _ in }
  ) throws(NotLoopback) {
    guard host == "127.0.0.1" || host == "::1" else { throw NotLoopback() }
    self.registry = registry
    self.isReady = isReady
    self.host = host
    self.port = port
    self.logger = logger
    self.onBound = onBound
  }

  package func run() async throws {
    let registry = registry
    let isReady = isReady
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: true)
          try channel.pipeline.syncOperations.addHandlers([
            IdleStateHandler(readTimeout: .seconds(30)),
            MetricsHandler(registry: registry, isReady: isReady),
          ])
        }
      }
      .bind(host: host, port: port).get()
    onBound(channel.localAddress?.port ?? port)
    logger.info("metrics", metadata: ["port": "\(channel.localAddress?.port ?? port)"])
    try await withTaskCancellationHandler {
      try await withGracefulShutdownHandler {
        try await channel.closeFuture.get()
      } onGracefulShutdown: {
        channel.close(promise: nil)
      }
    } onCancel: {
      channel.close(promise: nil)
    }
  }
}

private final class MetricsHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let registry: PrometheusRegistry
  private let isReady: @Sendable () -> Bool
  private var request: HTTPRequestHead?

  init(registry: PrometheusRegistry, isReady: @escaping @Sendable () -> Bool) {
    self.registry = registry
    self.isReady = isReady
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): request = head
    case .body: break
    case .end:
      guard let head = request else { return context.close(promise: nil) }
      request = nil
      respond(to: head, context: context)
    }
  }

  private func respond(to head: HTTPRequestHead, context: ChannelHandlerContext) {
    let path = head.uri.prefix { $0 != "?" }
    let (status, text): (HTTPResponseStatus, String) =
      switch (head.method, path) {
      case (.GET, "/metrics"): (.ok, registry.text())
      case (.GET, "/healthz"): isReady() ? (.ok, "ok\n") : (.serviceUnavailable, "not ready\n")
      case (_, "/metrics"), (_, "/healthz"): (.methodNotAllowed, "GET only\n")
      default: (.notFound, "not found\n")
      }
    let headers: HTTPHeaders = [
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "content-length": String(text.utf8.count),
      "connection": head.isKeepAlive ? "keep-alive" : "close",
    ]
    let response = HTTPResponseHead(version: head.version, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(response)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
    let promise = context.eventLoop.makePromise(of: Void.self)
    if !head.isKeepAlive {
      let context = NIOLoopBound(context, eventLoop: context.eventLoop)
      promise.futureResult.whenComplete { _ in context.value.close(promise: nil) }
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: promise)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
