/// How a transaction begins and how long it may take.
package struct TransactionOptions: Sendable {
  package enum Access: Sendable, Hashable {
    case readWrite
    /// Sees one snapshot for all its statements. Its COMMIT changes nothing.
    case readOnly
  }

  /// A setting for this transaction alone, such as the tenant that row-level security asks for.
  package struct Setting: Sendable, Hashable {
    let name: String
    let value: String

    package init(_ name: StaticString, _ value: String) {
      self.name = name.description
      self.value = value
    }
  }

  package var access: Access
  package var settings: [Setting]
  /// From BEGIN to the last statement of the body, as this side sees it. Passing it gives the
  /// connection up.
  package var limit: Duration
  /// For the flush with COMMIT, which is never cancelled: passing it leaves the outcome unknown.
  package var commitLimit: Duration

  package init(
    access: Access = .readWrite, settings: [Setting] = [], limit: Duration = .seconds(10),
    commitLimit: Duration = .seconds(10)
  ) {
    self.access = access
    self.settings = settings
    self.limit = limit
    self.commitLimit = commitLimit
  }

  package static let readWrite = TransactionOptions()
  package static let readOnly = TransactionOptions(access: .readOnly)

  /// Adds a setting.
  package func setting(_ name: StaticString, _ value: String) -> TransactionOptions {
    var options = self
    options.settings.append(Setting(name, value))
    return options
  }

  /// Adds `statement_timeout` and `lock_timeout` of this transaction. Each statement of a
  /// pipeline has the whole of them for itself.
  package func timeouts(statement: Duration? = nil, lock: Duration? = nil) -> TransactionOptions {
    var options = self
    if let statement { options = options.setting("statement_timeout", "\(statement.milliseconds)") }
    if let lock { options = options.setting("lock_timeout", "\(lock.milliseconds)") }
    return options
  }

  /// The statements that open the transaction.
  var opening: [Query] {
    let begin: Statement =
      switch access {
      case .readWrite: "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE"
      case .readOnly: "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
      }
    if settings.isEmpty { return [Query(begin)] }
    let parameters = settings.flatMap { [Parameter.text($0.name), .text($0.value)] }
    return [Query(begin), Query(Self.configure(settings.count), parameters)]
  }

  /// `set_config(…, true)` is SET LOCAL, which takes no parameters itself.
  private static func configure(_ count: Int) -> Statement {
    if prebuilt.indices.contains(count) { return prebuilt[count] }
    let calls = (0..<count).map { "set_config($\($0 * 2 + 1), $\($0 * 2 + 2), true)" }
    return Statement(trusted: "SELECT " + calls.joined(separator: ", "))
  }

  private static let prebuilt: [Statement] = [
    "SELECT 1",
    "SELECT set_config($1, $2, true)",
    "SELECT set_config($1, $2, true), set_config($3, $4, true)",
    "SELECT set_config($1, $2, true), set_config($3, $4, true), set_config($5, $6, true)",
    """
    SELECT set_config($1, $2, true), set_config($3, $4, true), set_config($5, $6, true), \
    set_config($7, $8, true)
    """,
  ]
}
