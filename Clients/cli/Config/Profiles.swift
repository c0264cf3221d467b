import Foundation
import OrderToCash

/// The configuration file, and what flags and environment lay over it.
struct Profiles: Sendable {
  let path: String
  var file: ConfigurationFile
  /// The file is there.
  let exists: Bool

  /// Reads the file that the environment names; one that is not there is empty.
  static func read(environment: [String: String]) throws -> Profiles {
    let path = try self.path(environment: environment)
    let exists = FileManager.default.fileExists(atPath: path)
    return Profiles(
      path: path, file: exists ? try ConfigurationFile.read(at: path) : ConfigurationFile(),
      exists: exists)
  }

  /// The place that the SDK knows.
  static func path(environment: [String: String]) throws -> String {
    try ConfigurationFile.path(in: environment)
  }

  /// The name of the profile that counts: the flag, `O2C_PROFILE`, the file's own; nil where there
  /// is none.
  func currentName(flag: String?, environment: [String: String]) -> String? {
    flag ?? environment["O2C_PROFILE"].flatMap { $0.isEmpty ? nil : $0 } ?? file.defaultProfile
  }

  /// Flags over environment over file.
  func settings(global: GlobalOptions, environment: [String: String]) throws -> Settings {
    var flags = Settings()
    flags.endpoint = global.endpoint
    flags.seller = global.seller
    let upper = flags.over(Settings(environment: environment))
    guard let name = currentName(flag: global.profile, environment: environment) else {
      return upper
    }
    return upper.over(try file.profile(named: name))
  }

  func write() throws { try file.write(to: path) }
}
