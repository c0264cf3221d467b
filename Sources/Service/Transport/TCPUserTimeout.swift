import NIOCore

#if canImport(Glibc)
  import Glibc
#endif

/// The kernel's own limit on a peer that acknowledges nothing.
enum TCPUserTimeout {
  static func set(_ timeout: Duration, on channel: any Channel) -> EventLoopFuture<Void> {
    #if os(Linux)
      let option = ChannelOptions.Types.SocketOption(
        level: .tcp, name: NIOBSDSocket.Option(rawValue: CInt(TCP_USER_TIMEOUT)))
      // Unix sockets have no such option; there is no network between to wait for either.
      return channel.setOption(option, value: SocketOptionValue(timeout.wholeMilliseconds))
        .flatMapErrorThrowing { _ in () }
    #else
      return channel.eventLoop.makeSucceededVoidFuture()
    #endif
  }
}
