internal import Glibc

/// A PostgreSQL of one's own in a folder: initialised once, started and stopped at will, reached
/// through a unix socket alone.
///
/// The socket lives in a folder that only the user of this process may enter, which is what its
/// `trust` rests on. As root the server drops to an unprivileged user. The server is a child of
/// this process and shuts down with it.
package actor PrivateCluster {
  package enum StopMode: Sendable, Hashable {
    /// Ends sessions, writes a checkpoint.
    case fast
    /// Ends at once; the next start recovers from the log.
    case immediate
  }

  package nonisolated let configuration: PrivateClusterConfiguration
  private let thread: ConnectionThread
  var child: ChildProcess?
  private(set) var socketDirectory: String?

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    thread.asUnownedSerialExecutor()
  }

  package init(_ configuration: PrivateClusterConfiguration) {
    self.configuration = configuration
    thread = ConnectionThread(name: "cluster")
  }

  /// A child without its parent thread gets the signal to shut down, so no server is left behind.
  deinit { thread.stop() }

  nonisolated var data: String { configuration.directory + "/data" }
  nonisolated var log: String { configuration.directory + "/server.log" }

  /// Whether the server process is there.
  package var isRunning: Bool {
    guard let child else { return false }
    return child.status(wait: false) == nil
  }

  /// The postmaster.
  package var process: Int32? { isRunning ? child?.process : nil }

  /// Starts the server, after making the cluster if there is none, and waits until it answers.
  /// Does nothing when it runs.
  package func start() throws {
    if isRunning { return }
    child = nil
    let user = try UnprivilegedUser.find()
    try user?.checkReach(configuration.directory)
    let binaries = try configuration.binaries ?? Binaries.find()
    try Files.makeParents(configuration.directory)
    if !Files.exists(data) { try initialise(binaries, user) }
    try checkNoOtherServer()
    let socket = try prepareSocketDirectory(user)
    socketDirectory = socket
    var settings = PrivateClusterConfiguration.defaults
    settings["unix_socket_directories"] = socket
    settings.merge(configuration.settings) { $1 }
    let arguments = settings.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
    child = try ChildProcess.start(
      binaries + "/postgres", ["-D", data] + arguments, as: user, output: log,
      diesWithParent: true)
    try waitUntilReady()
  }

  /// Where to connect, as the superuser unless told otherwise. Call after `start()`.
  package func connection(
    database: String = "postgres", user: String = "postgres"
  ) throws -> ConnectionConfiguration {
    guard let socketDirectory else { throw ClusterError.notReady(log: "not started") }
    return ConnectionConfiguration(
      endpoint: .socket(directory: socketDirectory), database: database, user: user)
  }

  /// Stops the server and waits until it is gone.
  package func stop(_ mode: StopMode = .fast) {
    guard let child, isRunning else { return }
    kill(child.process, mode == .fast ? SIGINT : SIGQUIT)
    _ = child.status(wait: true)
    self.child = nil
  }

  /// Kills every process of the server at once, as a crash of all of them would.
  package func kill9() {
    guard let child, isRunning else { return }
    // Stopped first, so that it starts nobody while its children are counted.
    kill(child.process, SIGSTOP)
    let children = Self.children(of: child.process)
    for process in [child.process] + children { kill(process, SIGKILL) }
    _ = child.status(wait: true)
    for process in children {
      while kill(process, 0) == 0, !Self.isZombie(process) { usleep(1000) }
    }
    self.child = nil
  }

  /// Makes a database, a copy of a template when one is named. Copies files, which for small
  /// databases is twice as fast as writing them to the log.
  package func createDatabase(
    _ name: String, template: String = "template0", owner: String = "postgres"
  ) throws {
    let session = try Session.connect(try connection())
    for word in [name, template, owner] { try Self.checkName(word) }
    try session.script(
      "CREATE DATABASE \"\(name)\" TEMPLATE \"\(template)\" OWNER \"\(owner)\" STRATEGY FILE_COPY",
      until: .after(.seconds(60)))
  }

  /// Drops a database, whoever is connected to it.
  package func dropDatabase(_ name: String) throws {
    let session = try Session.connect(try connection())
    try Self.checkName(name)
    try session.script(
      "DROP DATABASE IF EXISTS \"\(name)\" WITH (FORCE)", until: .after(.seconds(60)))
  }

  /// Stops the server and removes everything.
  package func destroy() {
    stop(.immediate)
    Files.removeTree(configuration.directory)
    if let socketDirectory { Files.removeTree(socketDirectory) }
    socketDirectory = nil
  }

  private static func checkName(_ name: String) throws(ClusterError) {
    let isFine = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isFine, (1...63).contains(name.utf8.count) else { throw .badName(name) }
  }
}
