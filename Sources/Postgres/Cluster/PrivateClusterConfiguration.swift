internal import Glibc

/// How a private PostgreSQL is made and run.
package struct PrivateClusterConfiguration: Sendable {
  /// Holds the data, the log and, when its path is short enough, the socket.
  package var directory: String
  /// The folder with `initdb` and `postgres`; found when nil.
  package var binaries: String?
  /// Settings on top of, or instead of, the defaults.
  package var settings: [String: String] = [:]
  /// For a throw-away cluster: `initdb` does not wait for the disk. The server always does.
  package var isTemporary = false
  /// How long a start may take, crash recovery included.
  package var startLimit: Duration = .seconds(60)

  package init(directory: String) {
    self.directory = directory
  }

  /// Durability is left as PostgreSQL ships it: `fsync`, `full_page_writes` and
  /// `synchronous_commit` are on.
  static let defaults: [String: String] = [
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "shared_buffers": "\(sharedMegabytes())MB",
    "max_connections": "100",
    "wal_compression": "on",
    "max_wal_size": "4GB",
    "client_connection_check_interval": "1s",
    "tcp_user_timeout": "5s",
    "log_lock_waits": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "jit": "off",
    "random_page_cost": "1.1",
  ]
}

extension PrivateClusterConfiguration {
  /// A quarter of the memory, as PostgreSQL advises, from 128 MB to 1 GB. It is taken page by page
  /// as the data grow; once they are larger, who inserts must also write out what others left.
  private static func sharedMegabytes() -> Int {
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return min(max(memory >> 22, 128), 1024)
  }
}

/// Why a private PostgreSQL could not be made or run.
package enum ClusterError: Error, Sendable, CustomStringConvertible {
  case noBinaries(String)
  case noUnprivilegedUser
  /// As root the server drops to another user, who cannot get into this folder.
  case notReachable(directory: String, user: String)
  case commandFailed(String, output: String)
  case system(String, code: Int32)
  case ended(log: String)
  case notReady(log: String)
  case badName(String)

  package var description: String {
    switch self {
    case .noBinaries(let place): "no PostgreSQL 15 or newer found in \(place)"
    case .noUnprivilegedUser: "neither user postgres nor nobody exists to run PostgreSQL as"
    case .notReachable(let directory, let user):
      "user \(user), as whom PostgreSQL runs, may not enter \(directory): choose another folder"
    case .commandFailed(let command, let output): "\(command) failed: \(output)"
    case .system(let call, let code): "\(call) failed with error \(code)"
    case .ended(let log): "PostgreSQL ended while starting: \(log)"
    case .notReady(let log): "PostgreSQL did not become ready in time: \(log)"
    case .badName(let name): "not a name for a database: \(name)"
    }
  }
}
