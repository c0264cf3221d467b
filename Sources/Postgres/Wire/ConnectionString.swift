internal import Glibc
internal import Synchronization

/// Every parameter that libpq knows, said explicitly, so that none is taken from elsewhere.
///
/// As a text and not as keyword arrays: there an empty value counts as not given.
enum ConnectionString {
  /// Not there, and never will be: keeps libpq from looking into the home directory.
  private static let nowhere = "/dev/null/none"

  static func make(_ configuration: ConnectionConfiguration) -> String {
    var pairs: [(String, String)] = [
      ("hostaddr", ""),
      ("dbname", configuration.database),
      ("user", configuration.user),
      ("password", configuration.password?.text ?? ""),
      ("passfile", nowhere),
      ("client_encoding", "UTF8"),
      ("application_name", configuration.applicationName),
      ("fallback_application_name", ""),
      ("connect_timeout", "3"),
      ("keepalives", "1"),
      ("keepalives_idle", "10"),
      ("keepalives_interval", "3"),
      ("keepalives_count", "3"),
      ("tcp_user_timeout", "5000"),
      ("replication", "false"),
      ("gssencmode", "disable"),
      ("krbsrvname", "postgres"),
      ("gsslib", ""),
      ("requirepeer", ""),
      ("sslcompression", "0"),
      ("sslsni", "1"),
      ("sslcert", nowhere),
      ("sslkey", nowhere),
      ("sslpassword", ""),
      ("sslcrl", nowhere),
      ("sslcrldir", ""),
      ("ssl_min_protocol_version", "TLSv1.2"),
      ("ssl_max_protocol_version", ""),
      ("target_session_attrs", configuration.requiresPrimary ? "read-write" : "any"),
      ("options", options(configuration)),
    ]
    switch configuration.endpoint {
    case .socket(let directory, let port):
      pairs += [
        ("host", directory), ("port", "\(port)"), ("sslmode", "disable"),
        ("sslrootcert", nowhere), ("channel_binding", "disable"),
      ]
    case .tls(let hosts, let port, let rootCertificates):
      pairs += [
        ("host", hosts.joined(separator: ",")), ("port", "\(port)"), ("sslmode", "verify-full"),
        ("sslrootcert", rootCertificates), ("channel_binding", "require"),
      ]
    }
    return pairs.map { "\($0)='\(escaped($1))'" }.joined(separator: " ")
  }

  private static func options(_ configuration: ConnectionConfiguration) -> String {
    let limits = [
      ("statement_timeout", configuration.statementTimeout),
      ("lock_timeout", configuration.lockTimeout),
      ("idle_in_transaction_session_timeout", configuration.idleInTransactionTimeout),
    ]
    let settings =
      limits.map { "-c \($0)=\($1.milliseconds)" }
      + (configuration.keepsPlans ? ["-c plan_cache_mode=force_generic_plan"] : [])
    return settings.joined(separator: " ")
  }

  private static func escaped(_ value: String) -> String {
    var escaped = ""
    for character in value {
      if character == "'" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  private static let environment = Mutex(())

  /// Takes away the variables that no parameter overrides.
  static func clearEnvironment() {
    environment.withLock { _ in
      for name in ["PGSERVICE", "PGDATESTYLE", "PGTZ", "PGGEQO"] where getenv(name) != nil {
        unsetenv(name)
      }
    }
  }
}

extension Duration {
  /// Whole milliseconds, rounded up, as PostgreSQL takes them; 0 means no limit there.
  var milliseconds: Int64 {
    let (seconds, rest) = components
    return seconds * 1000 + (rest + 999_999_999_999_999) / 1_000_000_000_000_000
  }
}
