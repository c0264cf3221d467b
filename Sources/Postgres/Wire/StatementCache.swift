/// Which statements the server keeps for one connection, as its results told.
///
/// A prepare that an aborted pipeline skipped does not exist; one that ran stays, whatever became
/// of its transaction. So entries come from results only, never from what was sent.
struct StatementCache {
  /// A statement with the types of its parameters: the same text with other types is another.
  struct Key: Hashable {
    let fingerprint: UInt64
    let text: String

    init(_ query: Query) {
      fingerprint = query.parameters.reduce(query.statement.fingerprint) {
        Fingerprint.combine($0, $1.type.rawValue)
      }
      text = query.statement.text
    }

    func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

    /// The name on the server, with its closing zero.
    var name: [CChar] {
      Array(("o2c_" + String(fingerprint, radix: 16)).utf8CString)
    }
  }

  enum Answer {
    /// The server has it, or will have it when the statements before went well.
    case prepared(name: [CChar])
    /// Prepare it first.
    case absent(name: [CChar])
    /// No room, or another text has the name: send it without a name.
    case unnamed
  }

  static let capacity = 256

  private var prepared: [Key: [CChar]] = [:]
  private var pending: [Key: [CChar]] = [:]
  private var names: Set<UInt64> = []

  var count: Int { prepared.count }

  func contains(_ query: Query) -> Bool { prepared[Key(query)] != nil }

  /// What to send for a statement; one that is absent counts as pending from here on.
  mutating func ask(_ key: Key) -> Answer {
    if let name = prepared[key] ?? pending[key] { return .prepared(name: name) }
    guard prepared.count + pending.count < Self.capacity,
      names.insert(key.fingerprint).inserted
    else { return .unnamed }
    let name = key.name
    pending[key] = name
    return .absent(name: name)
  }

  /// The server answered a prepare.
  mutating func settle(_ key: Key, succeeded: Bool) {
    guard let name = pending.removeValue(forKey: key) else { return }
    if succeeded {
      prepared[key] = name
    } else {
      names.remove(key.fingerprint)
    }
  }
}
