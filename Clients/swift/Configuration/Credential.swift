/// How the client proves who it is. The server has a listener for each of the two.
public struct Credential: Sendable, CustomStringConvertible {
  enum Kind: Sendable {
    case keyFile(String)
    case key(Secret)
    case certificate(chain: String, key: String)
  }

  let kind: Kind

  /// A partner's API key, read once from a file that only its owner may read.
  public static func apiKey(file path: String) -> Credential { .init(kind: .keyFile(path)) }

  /// A partner's API key from a vault or a prompt.
  public static func apiKey(_ key: Secret) -> Credential { .init(kind: .key(key)) }

  /// The client certificate of a service or an admin: PEM files with the chain, leaf first, and
  /// with the private key.
  public static func certificate(chain: String, key: String) -> Credential {
    .init(kind: .certificate(chain: chain, key: key))
  }

  /// What kind it is and where it lies; never the secret itself.
  public var description: String {
    switch kind {
    case .keyFile(let path): "API key in \(path)"
    case .key: "API key ***"
    case .certificate(let chain, _): "certificate \(chain)"
    }
  }
}
