import Foundation
import Logging
import Postgres

/// What `o2cd serve` is told, checked once. Secrets come from files.
struct ServerSettings: Sendable {
  struct Address: Sendable, Equatable {
    var host: String
    var port: Int
  }

  var database: DatabaseSettings
  var certificateListener: Address
  var apiKeyListener: Address
  var metricsPort: Int
  var certificateChain: String
  var privateKey: String
  /// Client certificates must come from these authorities.
  var clientAuthority: String
  /// Signs the client certificates that admins issue.
  var authorityCertificate: String
  var authorityKey: String
  /// Under which secrets are stored and page tokens are signed; 32 bytes or more.
  var pepper: String
  /// Refuses a database that could lose what was acknowledged.
  var isProduction: Bool
  var offersReflection: Bool
  var logLevel: Logger.Level
  /// Batches under way at once; each holds a connection.
  var lanes: Int
}

/// Where the database is.
struct DatabaseSettings: Sendable {
  var endpoint: ConnectionConfiguration.Endpoint
  var name: String
  var user: String
  var password: Password?
  /// Connections for reads; the door has its own.
  var readers: Int

  func connection(user: String? = nil) -> ConnectionConfiguration {
    ConnectionConfiguration(
      endpoint: endpoint, database: name, user: user ?? self.user, password: password,
      applicationName: "o2cd")
  }
}

/// Everything that is wrong with the settings, at once.
struct SettingsInvalid: Error, CustomStringConvertible {
  let faults: [String]
  var description: String {
    "these settings are wrong or missing:\n" + faults.map { "  \($0)" }.joined(separator: "\n")
  }
}

extension ServerSettings {
  static let keys: Set<String> = DatabaseSettings.keys.union([
    "certificate_listener", "api_key_listener", "metrics_port", "certificate_chain",
    "private_key", "client_authority", "authority_certificate", "authority_key", "pepper_file",
    "production", "reflection", "log_level", "lanes",
  ])

  /// - Throws: `SettingsInvalid` with every fault.
  init(_ file: SettingsFile) throws(SettingsInvalid) {
    var reader = SettingsReader(file)
    database = DatabaseSettings(&reader)
    certificateListener = reader.address("certificate_listener", or: "127.0.0.1:8443")
    apiKeyListener = reader.address("api_key_listener", or: "127.0.0.1:8444")
    metricsPort = reader.integer("metrics_port", or: 8445, in: 0...65_535)
    certificateChain = reader.file("certificate_chain")
    privateKey = reader.file("private_key")
    clientAuthority = reader.file("client_authority")
    authorityCertificate = reader.file("authority_certificate")
    authorityKey = reader.file("authority_key")
    pepper = reader.file("pepper_file")
    isProduction = reader.flag("production", or: true)
    offersReflection = reader.flag("reflection", or: true)
    logLevel = reader.level("log_level", or: .info)
    lanes = reader.integer("lanes", or: 3, in: 1...64)
    reader.refuseUnknown(Self.keys)
    try reader.finish()
  }
}

extension DatabaseSettings {
  static let keys: Set<String> = [
    "database_socket", "database_hosts", "database_port", "database_root_certificates",
    "database_name", "database_user", "database_password_file", "database_readers",
  ]

  init(_ reader: inout SettingsReader) {
    let port = reader.integer("database_port", or: 5432, in: 1...65_535)
    if let socket = reader.text("database_socket") {
      endpoint = .socket(directory: socket, port: port)
    } else {
      let hosts = reader.text("database_hosts", or: "").split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let roots = reader.text("database_root_certificates")
      if hosts.isEmpty || roots == nil {
        reader.fault(
          "database_socket, or database_hosts with database_root_certificates, is required")
      }
      endpoint = .tls(hosts: hosts, port: port, rootCertificates: roots ?? "")
    }
    name = reader.text("database_name", or: "o2c")
    user = reader.text("database_user", or: Database.applicationRole)
    password = reader.secret("database_password_file").map { Password($0) }
    readers = reader.integer("database_readers", or: 6, in: 1...256)
  }
}
