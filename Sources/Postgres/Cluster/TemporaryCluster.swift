internal import Glibc
internal import Synchronization

/// Clusters for tests: made when first asked for, gone with the process.
package enum TemporaryCluster {
  private static let prefix = "o2c-cluster-"
  private static let sharedCluster = Mutex<PrivateCluster?>(nil)
  private static let leftovers = Mutex<[String]>([])
  private static let databases = Atomic<Int>(0)

  /// One cluster for all tests of this process, started by the first who asks.
  package static func shared() async throws -> PrivateCluster {
    let cluster = try sharedCluster.withLock { known in
      if let known { return known }
      let made = try make()
      known = made
      return made
    }
    try await cluster.start()
    return cluster
  }

  /// A fresh database of the shared cluster, a copy of a template when one is named.
  ///
  /// The answer connects as the superuser; set `user` for another role.
  package static func database(
    template: String = "template0"
  ) async throws -> ConnectionConfiguration {
    let cluster = try await shared()
    let number = databases.add(1, ordering: .relaxed).newValue
    let name = "test_\(number)"
    try await cluster.createDatabase(name, template: template)
    return try await cluster.connection(database: name)
  }

  /// Lends a cluster of its own, for tests that stop or kill it, and removes it afterwards.
  package static func with<Result: Sendable>(
    settings: [String: String] = [:], _ body: (PrivateCluster) async throws -> Result
  ) async throws -> Result {
    let cluster = try make(settings)
    do {
      try await cluster.start()
      let result = try await body(cluster)
      await cluster.destroy()
      return result
    } catch {
      await cluster.destroy()
      throw error
    }
  }

  private static func make(_ settings: [String: String] = [:]) throws -> PrivateCluster {
    let directory = try Files.makeTemporaryDirectory(prefix: prefix)
    try Files.write("\(getpid())", to: directory + "/owner")
    // The server's user must pass through; its own folders inside are closed.
    chmod(directory, 0o711)
    leftovers.withLock { list in
      if list.isEmpty {
        atexit { TemporaryCluster.removeLeftovers() }
        removeOrphans()
      }
      list.append(directory)
    }
    var configuration = PrivateClusterConfiguration(directory: directory)
    configuration.isTemporary = true
    configuration.settings = ["shared_buffers": "128MB"].merging(settings) { $1 }
    return PrivateCluster(configuration)
  }

  /// Folders of processes that were killed before they could clean up. Their servers went with
  /// them.
  private static func removeOrphans() {
    for name in Files.entries("/tmp") where name.hasPrefix(prefix) {
      let directory = "/tmp/" + name
      guard let owner = Files.read(directory + "/owner").flatMap({ pid_t($0) }),
        kill(owner, 0) != 0, errno == ESRCH
      else { continue }
      Files.removeTree(directory)
    }
  }

  /// At the end of the process, however it came about. Synchronous, without any actor.
  private static func removeLeftovers() {
    for directory in leftovers.withLock({ $0 }) where Files.exists(directory) {
      let file = directory + "/data/postmaster.pid"
      if let line = Files.read(file)?.split(separator: "\n").first, let process = pid_t(line) {
        kill(process, SIGQUIT)
        var status: Int32 = 0
        for _ in 0..<3000 where kill(process, 0) == 0 && waitpid(process, &status, WNOHANG) == 0 {
          usleep(1000)
        }
      }
      Files.removeTree(directory)
    }
  }
}
