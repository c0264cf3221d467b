public import Foundation

/// The settings of a profile as they are written, before they are checked: what a file, the
/// environment and the flags of a tool are laid over each other with.
public struct Settings: Codable, Hashable, Sendable {
  /// `host:port`.
  public var endpoint: String?
  /// PEM file with the certificate authorities to trust; `nil` trusts the system's.
  public var ca: String?
  /// File with an API key.
  public var apiKeyFile: String?
  /// PEM file with the client certificate and its chain.
  public var certificate: String?
  /// PEM file with the key of the client certificate.
  public var key: String?
  /// Name of the seller to act for.
  public var seller: String?
  /// Name in the server's certificate, where it is not the host.
  public var serverName: String?

  enum CodingKeys: String, CodingKey {
    case endpoint, ca, key, seller
    case apiKeyFile = "api_key_file"
    case certificate = "cert"
    case serverName = "server_name"
  }

  /// Settings that say nothing.
  public init() {}

  /// What the environment says.
  public init(environment: [String: String]) {
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    endpoint = value("O2C_ENDPOINT")
    ca = value("O2C_CA")
    apiKeyFile = value("O2C_API_KEY_FILE")
    certificate = value("O2C_CERT")
    key = value("O2C_KEY")
    seller = value("O2C_SELLER")
    serverName = value("O2C_SERVER_NAME")
  }

  /// These settings, and those of `other` where these say nothing.
  ///
  /// A credential is taken whole: when these have an API key, the other's certificate does not
  /// count, and the reverse. So does the server: another endpoint has another name.
  public func over(_ other: Settings) -> Settings {
    var merged = self
    if endpoint == nil {
      merged.endpoint = other.endpoint
      merged.serverName = serverName ?? other.serverName
    }
    merged.ca = ca ?? other.ca
    merged.seller = seller ?? other.seller
    if apiKeyFile == nil && certificate == nil && key == nil {
      merged.apiKeyFile = other.apiKeyFile
      merged.certificate = other.certificate
      merged.key = other.key
    }
    return merged
  }

  /// The environment over the profile: the one given, or that of `O2C_PROFILE`, or the file's
  /// default. A tool lays its flags over the answer.
  ///
  /// - Throws: ``OrderToCashError`` with reason ``Reason/configurationInvalid``.
  public static func load(
    profile: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Settings {
    let set = Settings(environment: environment)
    let name = profile ?? environment["O2C_PROFILE"].flatMap { $0.isEmpty ? nil : $0 }
    let path = try ConfigurationFile.path(in: environment)
    if name == nil, !FileManager.default.fileExists(atPath: path) { return set }
    let file = try ConfigurationFile.read(at: path)
    if name == nil, file.defaultProfile == nil { return set }
    return set.over(try file.profile(named: name))
  }
}
