public import Foundation

extension Configuration {
  /// The profile of that name in the file that the CLI keeps, whatever the environment says.
  ///
  /// - Throws: ``OrderToCashError`` with reason ``Reason/configurationInvalid``.
  public static func profile(_ name: String) throws -> Configuration {
    let environment = ProcessInfo.processInfo.environment
    let file = try ConfigurationFile.read(at: ConfigurationFile.path(in: environment))
    return try Configuration(settings: file.profile(named: name))
  }

  /// What the environment says, and for the rest the profile.
  ///
  /// The profile is the one given, or that of `O2C_PROFILE`, or the file's `default_profile`. The
  /// file, `$XDG_CONFIG_HOME/o2c/config.toml`, may be absent when the environment says enough.
  ///
  /// | variable | meaning |
  /// | --- | --- |
  /// | `O2C_ENDPOINT` | `host:port` |
  /// | `O2C_CA` | PEM file with the certificate authorities to trust |
  /// | `O2C_API_KEY_FILE` | file with an API key, mode 0600 |
  /// | `O2C_CERT`, `O2C_KEY` | PEM files with the client certificate and its key |
  /// | `O2C_SELLER` | name of the seller to act for |
  /// | `O2C_SERVER_NAME` | name in the server's certificate, where it is not the host |
  ///
  /// - Throws: ``OrderToCashError`` with reason ``Reason/configurationInvalid``.
  public static func load(
    profile: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Configuration {
    try Configuration(settings: .load(profile: profile, environment: environment))
  }

  /// What a list of settings amounts to.
  ///
  /// - Throws: ``OrderToCashError`` with reason ``Reason/configurationInvalid``.
  public init(settings: Settings) throws {
    guard let endpoint = settings.endpoint else {
      throw OrderToCashError.misconfigured(
        "No endpoint is known. Set O2C_ENDPOINT, or make a profile with o2c login.")
    }
    let credential: Credential
    switch (settings.apiKeyFile, settings.certificate, settings.key) {
    case (nil, .some(let chain), .some(let key)): credential = .certificate(chain: chain, key: key)
    case (.some(let file), nil, nil): credential = .apiKey(file: file)
    case (nil, nil, nil):
      throw OrderToCashError.misconfigured(
        "No credential is known. Set O2C_API_KEY_FILE, or O2C_CERT and O2C_KEY.")
    case (nil, _, _):
      throw OrderToCashError.misconfigured(
        "A certificate needs its key, and a key its certificate.")
    case (.some, _, _):
      throw OrderToCashError.misconfigured("Give an API key or a certificate, not both.")
    }
    self.init(
      endpoint: try Endpoint(endpoint), trustRoots: settings.ca.map(TrustRoots.file) ?? .system,
      credential: credential)
    self.endpoint.serverName = settings.serverName
    if let seller = settings.seller {
      guard let name = SellerName(rawValue: seller) ?? SellerName(ids: seller) else {
        throw OrderToCashError.misconfigured("“\(seller)” is not the name of a seller.")
      }
      self.seller = name
    }
  }
}
