import ArgumentParser
import Foundation
import OrderToCash

struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "The profiles: where servers are, and who you are there.",
    subcommands: [List.self, Get.self, Set.self, Use.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the profiles; the current one has a star.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.runLocally { console in
        let environment = ProcessInfo.processInfo.environment
        let profiles = try Profiles.read(environment: environment)
        let current = profiles.currentName(flag: global.profile, environment: environment)
        console.out.write(
          ProfileList.text(profiles.file, current: current, format: global.output, console))
      }
    }
  }

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows a setting of a profile.")

    @Argument(help: "endpoint, ca, cert, key, api_key_file, seller or server_name.")
    var setting: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.runLocally { console in
        let environment = ProcessInfo.processInfo.environment
        let profiles = try Profiles.read(environment: environment)
        let name = profiles.currentName(flag: global.profile, environment: environment)
        let settings = try profiles.file.profile(named: name)
        console.out.line(settings[keyPath: try SettingName.path(setting)] ?? "")
      }
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Changes a setting of a profile; an empty value takes it away.")

    @Argument(help: "endpoint, ca, cert, key, api_key_file, seller or server_name.")
    var setting: String

    @Argument(help: "The value. Secrets stay in files of their own.")
    var value: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.runLocally { console in
        let environment = ProcessInfo.processInfo.environment
        var profiles = try Profiles.read(environment: environment)
        let name =
          profiles.currentName(flag: global.profile, environment: environment) ?? "default"
        var settings = profiles.file.profiles[name] ?? Settings()
        settings[keyPath: try SettingName.path(setting)] = value.isEmpty ? nil : value
        profiles.file.profiles[name] = settings
        profiles.file.defaultProfile = profiles.file.defaultProfile ?? name
        try profiles.write()
        console.err.line("\(setting) of profile \(name) is set")
      }
    }
  }

  struct Use: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Makes a profile the current one.")

    @Argument(help: "Name of the profile.")
    var name: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.runLocally { console in
        var profiles = try Profiles.read(environment: ProcessInfo.processInfo.environment)
        _ = try profiles.file.profile(named: name)
        profiles.file.defaultProfile = name
        try profiles.write()
        console.err.line("\(name) is the current profile")
      }
    }
  }
}

/// Settings by the names that they have in the file.
enum SettingName {
  static let paths: [(String, any WritableKeyPath<Settings, String?> & Sendable)] = [
    ("endpoint", \.endpoint), ("ca", \.ca), ("cert", \.certificate), ("key", \.key),
    ("api_key_file", \.apiKeyFile), ("seller", \.seller), ("server_name", \.serverName),
  ]

  static func path(_ name: String) throws -> any WritableKeyPath<Settings, String?> & Sendable {
    guard let path = paths.first(where: { $0.0 == name.replacing("-", with: "_") })?.1 else {
      throw ErrorReport.usage(
        "there is no setting \(name): \(paths.map(\.0).joined(separator: ", "))")
    }
    return path
  }
}

/// The profiles of a file as a table or as JSON.
enum ProfileList {
  static func text(
    _ file: ConfigurationFile, current: String?, format: OutputFormat, _ console: Console
  ) -> String {
    let names = file.profiles.keys.sorted()
    switch format {
    case .name: return names.map { $0 + "\n" }.joined()
    case .json, .jsonl:
      let items = names.map { name in
        let settings = file.profiles[name] ?? Settings()
        let members = SettingName.paths.compactMap { title, path in
          settings[keyPath: path].map { (title, JSONText.quoted($0)) }
        }
        return JSONText.object(
          [("profile", JSONText.quoted(name)), ("current", name == current ? "true" : "false")]
            + members)
      }
      return format == .jsonl
        ? items.map { $0 + "\n" }.joined()
        : JSONText.indented("[" + items.joined(separator: ",") + "]") + "\n"
    case .table, .csv:
      let rows = names.map { name in
        let settings = file.profiles[name] ?? Settings()
        let credential = settings.certificate ?? settings.apiKeyFile ?? ""
        return [
          Cell.text(name == current ? "*" : ""), .text(name), .text(settings.endpoint ?? ""),
          .text(credential), .text(settings.seller ?? ""),
        ]
      }
      let table = Table(
        headings: [
          .init("current"), .init("profile"), .init("endpoint"),
          .init("credential", flexible: true),
          .init("seller", flexible: true),
        ], rows: rows)
      return format == .csv
        ? table.csv() : table.rendered(width: console.width, bold: console.bold)
    }
  }
}
