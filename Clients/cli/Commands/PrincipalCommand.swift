import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct PrincipalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "principal", abstract: "Who or what may call.",
    subcommands: [Create.self, List.self, Suspend.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Creates a principal. It can call once it has a certificate or a key.")

    @Argument(help: "What people call it; unique per seller.")
    var displayName: String

    @Option(help: "SERVICE, ADMIN or PARTNER.")
    var kind: String

    @Option(name: .long, help: "Role such as BILLING; again for more.")
    var role: [String]

    @Option(name: .long, help: "PARTNER: a customer that it sees; again for more.")
    var customer: [ResourceArgument] = []

    @Option(
      name: .long,
      help: ArgumentHelp(
        "How far it may go with a permission; again for more.",
        valueName: "permission=amount currency"))
    var authority: [AssignmentArgument] = []

    @Option(help: "Why, for the log.")
    var note: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = CreatePrincipalRequest()
        request.validateOnly = mutation.dryRun
        request.note = note ?? ""
        request.principal.displayName = displayName
        request.principal.kind = try enumValue(kind, "--kind")
        request.principal.roles = role.map { $0.uppercased() }
        request.principal.authority = try authority.map { row in
          let words = row.value.split(separator: " ")
          guard words.count == 2 else {
            throw ErrorReport.usage("--authority is PERMISSION='AMOUNT CURRENCY'")
          }
          var authority = Principal.Authority()
          authority.permission = row.field
          authority.amount = try MoneyArgument.money(String(words[0]), String(words[1]))
          return authority
        }
        for found in try await session.resolver.names(customer, .customer) {
          request.principal.customers.append(try found.name.get())
        }
        try await session.change(mutation) { [request] options in
          try await session.client.admin.createPrincipal(request, options: options)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists principals; with --full and json their keys and certificates too.")

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.list(list) {
          session.client.admin.listPrincipals(
            filter: list.filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  struct Suspend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Suspends a principal: its calls are refused within seconds.")

    @Argument(help: "Name or display name.")
    var principal: ResourceArgument

    @Option(help: "Why, for the log.")
    var reason: String

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(principal, .principal)
        try mutation.confirmation(on: session.console)
          .ask("Suspend \(principal.text)? Its calls are refused then.", typing: principal.text)
        var request = SuspendPrincipalRequest()
        request.name = name
        request.etag = etag ?? ""
        request.validateOnly = mutation.dryRun
        request.reason = reason
        try await session.change(mutation) { [request] options in
          try await session.client.admin.suspendPrincipal(request, options: options)
        }
      }
    }
  }
}
