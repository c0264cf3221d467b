import NIOCore
import NIOPosix
import NIOSSL

/// A client that says what it is told to and never reads an answer.
struct SilentPeer {
  let channel: any Channel

  /// The client's connection preface and empty SETTINGS.
  static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]

  /// TCP only, without a handshake.
  static func tcp(port: Int) async throws -> SilentPeer {
    SilentPeer(
      channel: try await bootstrap().connect(host: "127.0.0.1", port: port).get())
  }

  /// TLS with the protocols offered; returns when the handshake is done, or throws.
  static func tls(port: Int, offering protocols: [String]) async throws -> SilentPeer {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.certificateVerification = .none
    configuration.applicationProtocols = protocols
    let context = try NIOSSLContext(configuration: configuration)
    let channel = try await bootstrap().channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(
          NIOSSLClientHandler(context: context, serverHostname: "localhost"))
      }
    }.connect(host: "127.0.0.1", port: port).get()
    return SilentPeer(channel: channel)
  }

  private static func bootstrap() -> ClientBootstrap {
    ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
  }

  func send(_ bytes: [UInt8]) async throws {
    try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
  }

  /// From now on nothing is read: no acknowledgement, no close.
  func stopReading() async throws {
    try await channel.setOption(.autoRead, value: false).get()
  }

  /// Whether the server closes the connection within the time.
  func isClosed(within time: Duration) async throws -> Bool {
    let deadline = ContinuousClock.now + time
    while ContinuousClock.now < deadline {
      if !channel.isActive { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  func close() async { try? await channel.close().get() }
}
