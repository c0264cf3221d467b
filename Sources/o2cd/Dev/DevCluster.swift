import Postgres

/// The private PostgreSQL of `o2cd dev`, in the folder when PostgreSQL may enter it.
struct DevCluster: Sendable {
  let cluster: PrivateCluster
  let path: String

  /// Starts it, after making it if there is none. The schema is current afterwards.
  ///
  /// - Parameter isNew: the folder was empty. What lies elsewhere under its name is then of a folder
  ///   that was removed, and its keys are gone.
  static func start(
    _ directory: DevDirectory, reset: Bool, isNew: Bool
  ) async throws -> DevCluster {
    let near = DevCluster(directory.cluster)
    do {
      if reset { await near.cluster.destroy() }
      try await near.cluster.start()
      try await near.prepare()
      return near
    } catch ClusterError.notReachable {
      let elsewhere = DevCluster(directory.clusterElsewhere)
      if reset || isNew { await elsewhere.cluster.destroy() }
      try await elsewhere.cluster.start()
      try await elsewhere.prepare()
      return elsewhere
    }
  }

  private init(_ path: String) {
    self.path = path
    cluster = PrivateCluster(PrivateClusterConfiguration(directory: path))
  }

  private func prepare() async throws {
    do {
      try await Database.prepare { user, database in
        try await cluster.connection(database: database, user: user)
      }
    } catch {
      await cluster.stop()
      throw SchemaUnfit(error, remedy: "start with --reset to begin anew, which removes the data")
        ?? error
    }
  }

  func stop() async { await cluster.stop() }

  func connection() async throws -> ConnectionConfiguration {
    try await cluster.connection(database: Database.name, user: Database.applicationRole)
  }
}
