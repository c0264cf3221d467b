import ArgumentParser
import Foundation
import OrderToCash
import OrderToCashAPI

struct LoginCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login",
    abstract: "Keeps where the server is and how you prove who you are, as a profile.",
    discussion: """
      The profile says where the secret lies, in a file that only you can read; an API key that is \
      typed in is written to such a file. The server is asked who you are before anything is kept.
      """)

  @Option(help: "PEM file with the certificate authorities to trust; default the system's.")
  var ca: String?

  @Option(
    name: [.customLong("cert"), .customLong("certificate")],
    help: "PEM file with your certificate and its chain.")
  var certificate: String?

  @Option(help: "PEM file with the key of the certificate.")
  var key: String?

  @Option(
    help: "File with an API key, mode 0600; without it and without --cert the key is asked for.")
  var apiKeyFile: String?

  @Option(help: "Name in the server's certificate, where it is not the host.")
  var serverName: String?

  @Flag(help: "Keeps the profile without asking the server.")
  var offline = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if apiKeyFile != nil, certificate != nil || key != nil {
      throw ValidationError("give an API key or a certificate, not both")
    }
    if (certificate == nil) != (key == nil) {
      throw ValidationError("--cert and --key go together")
    }
  }

  func run() async throws {
    try await global.runLocally { console in
      let environment = ProcessInfo.processInfo.environment
      var profiles = try Profiles.read(environment: environment)
      let name = global.profile ?? profiles.file.defaultProfile ?? "default"
      var settings = Settings()
      settings.endpoint = try endpoint(console)
      settings.ca = absolute(ca)
      settings.certificate = absolute(certificate)
      settings.key = absolute(key)
      settings.apiKeyFile = absolute(apiKeyFile)
      settings.seller = global.seller
      settings.serverName = serverName
      if certificate == nil, apiKeyFile == nil {
        settings.apiKeyFile = try keepTypedKey(console, profile: name, beside: profiles.path)
      }
      if !offline {
        let caller = try await greeting(settings)
        console.err.line("\(settings.endpoint ?? ""): you are \(caller)")
      }
      profiles.file.profiles[name] = settings
      profiles.file.defaultProfile = profiles.file.defaultProfile ?? name
      try profiles.write()
      console.err.line("kept as profile \(name) in \(profiles.path)")
    }
  }

  private func endpoint(_ console: Console) throws -> String {
    if let endpoint = global.endpoint { return try Endpoint(endpoint).description }
    guard console.asks else { throw ErrorReport.usage("--endpoint is missing") }
    console.err.write("Endpoint (host:port): ")
    return try Endpoint(console.readLine() ?? "").description
  }

  private func keepTypedKey(
    _ console: Console, profile: String, beside path: String
  ) throws -> String {
    guard console.asks else {
      throw ErrorReport.usage("--api-key-file, or --cert and --key, is missing")
    }
    let secret = Prompt.secret("API key: ", console)
    guard !secret.isEmpty else { throw ErrorReport.usage("no key was given") }
    let file = ((path as NSString).deletingLastPathComponent as NSString)
      .appendingPathComponent("\(profile).key")
    try SecretFile.write(secret + "\n", to: file, replacing: true)
    return file
  }

  private func greeting(_ settings: Settings) async throws -> String {
    var configuration = try Configuration(settings: settings)
    configuration.waitsForConnection = false
    return try await withOrderToCash(configuration) { client in
      let caller = try await client.admin.getCaller()
      return "\(caller.principal.displayName) (\(caller.roles.joined(separator: ", ")))"
    }
  }

  private func absolute(_ path: String?) -> String? {
    path.map { URL(fileURLWithPath: ($0 as NSString).expandingTildeInPath).path }
  }
}

/// Asks without showing what is typed.
enum Prompt {
  static func secret(_ question: String, _ console: Console) -> String {
    console.err.write(question)
    var settings = termios()
    let isTerminal = tcgetattr(0, &settings) == 0
    if isTerminal {
      var silent = settings
      silent.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(0, TCSANOW, &silent)
    }
    let line = console.readLine() ?? ""
    if isTerminal {
      tcsetattr(0, TCSANOW, &settings)
      console.err.line()
    }
    return String(line.trimming(\.isWhitespace))
  }
}

struct LogoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout", abstract: "Forgets a profile; files with keys and certificates stay.")

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await global.runLocally { console in
      let environment = ProcessInfo.processInfo.environment
      var profiles = try Profiles.read(environment: environment)
      guard let name = profiles.currentName(flag: global.profile, environment: environment),
        profiles.file.profiles.removeValue(forKey: name) != nil
      else { throw ErrorReport.usage("there is no such profile") }
      if profiles.file.defaultProfile == name { profiles.file.defaultProfile = nil }
      try profiles.write()
      console.err.line("profile \(name) is forgotten")
    }
  }
}

struct WhoAmICommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whoami", abstract: "Shows who you are for the server, and what you may do.")

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await global.run { session in
      try session.printer.show(try await session.client.admin.getCaller(options: session.options))
    }
  }
}

struct VersionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Shows the version of o2c, and of the server.")

  @Flag(help: "Asks the server for its version too.")
  var server = false

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    guard server else {
      return try await global.runLocally { tell(nil, $0) }
    }
    try await global.run { session in
      let caller = try await session.client.admin.getCaller(options: session.options)
      tell(caller.serverVersion, session.console)
    }
  }

  private func tell(_ server: String?, _ console: Console) {
    switch global.output {
    case .json, .jsonl:
      let client = ("client", JSONText.quoted(Version.text))
      let members = server.map { [client, ("server", JSONText.quoted($0))] } ?? [client]
      console.out.line(JSONText.object(members))
    case .table, .csv, .name:
      console.out.line("o2c \(Version.text)")
      if let server { console.out.line("server \(server)") }
    }
  }
}

struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Prints the completion script of a shell.",
    discussion: """
      bash: o2c completion bash > ~/.local/share/bash-completion/completions/o2c
      zsh:  o2c completion zsh > "${fpath[1]}/_o2c"
      fish: o2c completion fish > ~/.config/fish/completions/o2c.fish
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let shell = CompletionShell(rawValue: shell) else {
      throw ErrorReport.usage("the shells are bash, zsh and fish, not \(shell)")
    }
    Sink.standardOutput.line(O2C.completionScript(for: shell))
  }
}
