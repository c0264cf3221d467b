import GRPCCore
package import GRPCNIOTransportHTTP2Posix
import NIOCore

/// Every knob of a listener, set on purpose: the library's defaults leave most limits open.
package struct TransportSettings: Sendable {
  /// Advertised and enforced. Left unset, the library enforces 100 without saying so, and ends the
  /// connection of who opens more.
  package var maxConcurrentStreams = 128
  /// Bytes in flight, per stream and per connection.
  package var targetWindowSize = 256 * 1024
  /// Bytes of a frame.
  package var maxFrameSize = 16 * 1024
  /// Bytes of one request message. Well above what any method takes, so that a message that is too
  /// large is refused in words by validation; beyond this the library resets the stream.
  package var maxRequestSize = 5 * 1024 * 1024
  /// A connection without calls is asked to go after this time.
  package var maxIdleTime: Duration = .seconds(5 * 60)
  /// A connection is asked to go at this age, so that certificates and load balance again. Chosen
  /// once per process within ± 10 %, so that servers started together do not drop theirs together.
  package var maxAge: Duration = .seconds(15 * 60 * Int64.random(in: 90...110) / 100)
  /// How long calls in flight may still take then.
  package var maxGraceTime: Duration = .seconds(30)
  package var keepaliveTime: Duration = .seconds(60)
  package var keepaliveTimeout: Duration = .seconds(20)
  /// Clients may ping this often, also without calls; two strikes are forgiven. For keepalive every
  /// 10 s is plenty, but stock clients also measure the link with pings, one at a time and at least
  /// 100 ms apart, while they read a long answer of which the server has nothing left to write.
  package var minClientPingInterval: Duration = .milliseconds(50)
  /// Collects writes for 100 µs; nil writes at once.
  package var flushCoalescing: HTTP2ServerTransport.Config.Connection.FlushCoalescing? = .defaults

  package init() {}

  func config(guardedBy guardian: ConnectionGuard) -> HTTP2ServerTransport.Posix.Config {
    .defaults { config in
      config.compression.enabledAlgorithms = .none
      config.http2.maxConcurrentStreams = maxConcurrentStreams
      config.http2.targetWindowSize = targetWindowSize
      config.http2.maxFrameSize = maxFrameSize
      config.rpc.maxRequestPayloadSize = maxRequestSize
      config.connection.maxIdleTime = maxIdleTime
      config.connection.maxAge = maxAge
      config.connection.maxGraceTime = maxGraceTime
      config.connection.keepalive.time = keepaliveTime
      config.connection.keepalive.timeout = keepaliveTimeout
      config.connection.keepalive.clientBehavior.minPingIntervalWithoutCalls =
        minClientPingInterval
      config.connection.keepalive.clientBehavior.allowWithoutCalls = true
      config.connection.flushCoalescing = flushCoalescing
      config.channelDebuggingCallbacks.onAcceptTCPConnection = { guardian.guardConnection($0) }
      config.channelDebuggingCallbacks.onAcceptHTTP2Stream = { guardian.noteStream($0) }
    }
  }
}
