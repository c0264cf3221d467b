import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct KeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "API keys of partners.",
    subcommands: [Create.self, Revoke.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Creates an API key. Its secret is shown once.",
      discussion: "Two keys may be active: rotate by creating the next, then revoking the last.")

    @Argument(help: "The partner: name or display name.")
    var principal: ResourceArgument

    @Option(help: "Writes the secret to this file, mode 0600, instead of showing it.")
    var out: String?

    @Option(help: "When it ends; default in a year.")
    var expires: TimeArgument?

    @Option(help: "Why, for the log.")
    var note: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        if let out, SecretFile.mode(of: out) != nil {
          throw ErrorReport.usage("\(out) is there already: name another file")
        }
        var request = CreateApiKeyRequest()
        request.principal = try await session.resolver.name(principal, .principal)
        request.validateOnly = mutation.dryRun
        request.note = note ?? ""
        if let expires { request.expireTime = expires.time }
        var key = try await session.client.admin.createApiKey(
          request, options: try session.options(mutation))
        let secret = key.secret
        key.secret = ""
        if !mutation.dryRun { try keep(secret, session.console) }
        try await session.show(key)
        session.tellDryRun(mutation)
      }
    }

    /// The secret exists only in this answer: it goes to the file, or is shown once.
    private func keep(_ secret: String, _ console: Console) throws {
      guard !secret.isEmpty else {
        console.err.line(
          "this answer was given before: it has no secret; revoke the key and create another")
        return
      }
      guard let out else {
        console.err.line("the secret, shown this once: \(secret)")
        return
      }
      do {
        try SecretFile.write(secret + "\n", to: out)
        console.err.line("the secret is in \(out)")
      } catch {
        console.err.line("\(out) cannot be written; the secret, shown this once: \(secret)")
      }
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Revokes an API key: calls with it are refused within seconds.")

    @Argument(help: "Name: principals/…/apiKeys/….")
    var key: ResourceArgument

    @Option(help: "Why, for the log.")
    var note: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        guard case .name(let name) = key, ApiKeyName(rawValue: name) != nil else {
          throw ErrorReport.usage("name the key as principals/…/apiKeys/…")
        }
        let last = name.split(separator: "/").last.map(String.init) ?? name
        try mutation.confirmation(on: session.console)
          .ask("Revoke \(name)? It cannot be taken back.", typing: last)
        var request = RevokeApiKeyRequest()
        request.name = name
        request.validateOnly = mutation.dryRun
        request.note = note ?? ""
        try await session.change(mutation) { [request] options in
          try await session.client.admin.revokeApiKey(request, options: options)
        }
      }
    }
  }
}
