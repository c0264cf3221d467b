/// Which certificate authorities may vouch for the server.
public struct TrustRoots: Sendable, Hashable, CustomStringConvertible {
  enum Kind: Hashable, Sendable {
    case system
    case file(String)
    case pem(String)
  }

  let kind: Kind

  /// Those that the operating system trusts.
  public static let system = TrustRoots(kind: .system)

  /// Those in a PEM file, and no others.
  public static func file(_ path: String) -> TrustRoots { TrustRoots(kind: .file(path)) }

  /// Those in a PEM text, and no others.
  public static func pem(_ text: String) -> TrustRoots { TrustRoots(kind: .pem(text)) }

  /// Where they are from.
  public var description: String {
    switch kind {
    case .system: "system"
    case .file(let path): path
    case .pem: "PEM"
    }
  }
}
