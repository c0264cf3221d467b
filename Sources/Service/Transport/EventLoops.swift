import NIOCore

/// How many threads speak to the network.
package enum EventLoops {
  /// Half the cores: the others decide and speak to the database. On two cores a second loop costs a
  /// tenth of the server's CPU in switches between threads and gives nothing back.
  ///
  /// For the main program alone, before anything speaks to the network. The environment may say
  /// otherwise by `NIO_SINGLETON_GROUP_LOOP_COUNT`.
  package static func leaveRoom(isSet: Bool) {
    guard !isSet else { return }
    NIOSingletons.groupLoopCountSuggestion = max(1, System.coreCount / 2)
  }
}
