public import Foundation
import TOMLKit

/// The file in which the CLI keeps its profiles: TOML, readable by its owner alone.
///
/// ```toml
/// default_profile = "acme"
///
/// [profiles.acme]
/// endpoint = "o2c.example.com:8443"
/// ca = "ca.pem"                  # relative to the file
/// api_key_file = "acme.key"      # or: cert = "…", key = "…"
/// seller = "sellers/01m68kvah0e9nv59tdwh9edd1r"
/// ```
public struct ConfigurationFile: Codable, Hashable, Sendable {
  /// The profile that counts when none is named.
  public var defaultProfile: String?
  /// The profiles by name.
  public var profiles: [String: Settings]

  enum CodingKeys: String, CodingKey {
    case profiles
    case defaultProfile = "default_profile"
  }

  /// A file with these profiles.
  public init(defaultProfile: String? = nil, profiles: [String: Settings] = [:]) {
    self.defaultProfile = defaultProfile
    self.profiles = profiles
  }

  /// A file may leave out everything.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    defaultProfile = try container.decodeIfPresent(String.self, forKey: .defaultProfile)
    profiles = try container.decodeIfPresent([String: Settings].self, forKey: .profiles) ?? [:]
  }

  /// Where the file lies: `$O2C_CONFIG`, or `$XDG_CONFIG_HOME/o2c/config.toml`, by default under
  /// `~/.config`.
  ///
  /// - Throws: ``OrderToCashError`` when the environment names neither that nor a home.
  public static func path(
    in environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> String {
    if let path = environment["O2C_CONFIG"], !path.isEmpty { return path }
    if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty {
      return folder + "/o2c/config.toml"
    }
    guard let home = environment["HOME"], !home.isEmpty else {
      throw OrderToCashError.misconfigured("Neither XDG_CONFIG_HOME nor HOME is set.")
    }
    return home + "/.config/o2c/config.toml"
  }

  /// Reads the file; relative paths in it are taken from its folder.
  ///
  /// - Throws: ``OrderToCashError`` with reason ``Reason/configurationInvalid`` when it is not
  ///   there, open to others, or not understood.
  public static func read(at path: String) throws -> ConfigurationFile {
    let text = try PrivateFile.read(path, as: "the configuration")
    var file: ConfigurationFile
    do {
      file = try TOMLDecoder().decode(ConfigurationFile.self, from: text)
    } catch {
      throw OrderToCashError.misconfigured("\(path) is not understood: \(error)")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    for name in file.profiles.keys {
      file.profiles[name]?.resolvePaths(in: folder)
    }
    return file
  }

  /// Writes the file with mode 0600, replacing it as a whole; makes its folder where needed.
  ///
  /// - Throws: what the file system says.
  public func write(to path: String) throws {
    let text = try TOMLEncoder().encode(self)
    try PrivateFile.write(text, to: path)
  }

  /// The settings of a profile, of the default one when no name is given.
  ///
  /// - Throws: ``OrderToCashError`` with reason ``Reason/configurationInvalid`` when there is none.
  public func profile(named name: String? = nil) throws -> Settings {
    guard let name = name ?? defaultProfile else {
      throw OrderToCashError.misconfigured("The configuration names no default_profile.")
    }
    guard let settings = profiles[name] else {
      let known = profiles.keys.sorted().joined(separator: ", ")
      throw OrderToCashError.misconfigured(
        "There is no profile “\(name)”; there \(known.isEmpty ? "are none" : "is: \(known)").")
    }
    return settings
  }
}

extension Settings {
  mutating func resolvePaths(in folder: URL) {
    func resolved(_ path: String?) -> String? {
      guard let path, !path.hasPrefix("/") else { return path }
      if path.hasPrefix("~/") { return NSString(string: path).expandingTildeInPath }
      return folder.appendingPathComponent(path).path
    }
    ca = resolved(ca)
    apiKeyFile = resolved(apiKeyFile)
    certificate = resolved(certificate)
    key = resolved(key)
  }
}
