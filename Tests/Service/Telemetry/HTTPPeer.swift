import NIOCore
import NIOPosix

/// Just enough of HTTP/1.1 to ask one thing after the other.
struct HTTPPeer {
  let port: Int

  static func connect(port: Int) async throws -> HTTPPeer { HTTPPeer(port: port) }

  /// The whole answer, head and body.
  func get(_ path: String) async throws -> String {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(
        ByteBuffer(string: "GET \(path) HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"))
      var text = ""
      for try await buffer in inbound { text += String(buffer: buffer) }
      return text
    }
  }
}
