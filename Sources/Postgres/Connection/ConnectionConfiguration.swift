/// Where PostgreSQL is and as whom to talk to it. Checked by the server alone: nothing is taken
/// from `PG*` variables, password or service files.
package struct ConnectionConfiguration: Sendable {
  package enum Endpoint: Sendable, Hashable {
    /// The directory of the unix socket; the rights on it are the door.
    case socket(directory: String, port: Int = 5432)
    /// Hosts tried in order, over TLS with the host name checked against these roots (PEM file).
    case tls(hosts: [String], port: Int = 5432, rootCertificates: String)
  }

  package var endpoint: Endpoint
  package var database: String
  package var user: String
  package var password: Password?
  /// Seen in `pg_stat_activity`.
  package var applicationName: String
  /// For the whole of connecting and checking, over all hosts.
  package var connectLimit: Duration = .seconds(3)
  package var statementTimeout: Duration = .seconds(15)
  package var lockTimeout: Duration = .seconds(2)
  package var idleInTransactionTimeout: Duration = .seconds(10)
  /// One plan a statement, whatever its parameters: nothing is planned while a batch waits. For
  /// statements that find rows by their keys.
  package var keepsPlans = false
  /// Refuses a server in recovery, which could not write.
  package var requiresPrimary = true
  /// Looks at the server before the connection is used; throws why it does not fit.
  package var check: @Sendable (ServerFacts) throws(PostgresError) -> Void = { _ in }

  package init(
    endpoint: Endpoint, database: String, user: String, password: Password? = nil,
    applicationName: String = "o2c"
  ) {
    self.endpoint = endpoint
    self.database = database
    self.user = user
    self.password = password
    self.applicationName = applicationName
  }
}

/// A password that no print shows.
package struct Password: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { "********" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What the server says about itself right after connecting.
package struct ServerFacts: Sendable, Hashable {
  /// 150004 for 15.4.
  package var version: Int32
  package var isInRecovery: Bool
  package var role: String
  package var isSuperuser: Bool
  /// The role passes row-level security by.
  package var bypassesRowSecurity: Bool
  package var database: String
  package var searchPath: String
  /// Rises with each promotion: a lower one than seen before is a primary that lost its role.
  package var timeline: Int32
  /// Settings that durability rests on, as the server shows them.
  package var fsync: String
  package var fullPageWrites: String
  package var synchronousCommit: String
}
