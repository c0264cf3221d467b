import GRPCNIOTransportHTTP2Posix
import NIOCore
import NIOPosix

extension GRPCNIOTransportCore.SocketAddress {
  /// The TCP port; 0 for a socket that has none.
  var port: Int { ipv4?.port ?? ipv6?.port ?? 0 }
}

extension HTTP2ServerTransport.Posix {
  /// The event loop that turns the deadline timer.
  static var timerLoop: any EventLoop { MultiThreadedEventLoopGroup.singleton.any() }
}
