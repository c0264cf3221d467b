import ArgumentParser
import OrderToCash
import OrderToCashAPI

struct ApprovalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approval", abstract: "What goes beyond somebody's authority and waits for you.",
    subcommands: [List.self, Grant.self, Deny.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists approvals that wait; with --decided or --filter others too.")

    @Flag(help: "Shows those that were decided or have expired too.")
    var decided = false

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let isWorkList = list.filter.isEmpty && !decided
        let filter = isWorkList ? "state = OPEN" : list.filter
        try await session.list(list) {
          session.client.admin.listApprovals(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  struct Grant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Grants approvals: what was asked for is done at once.",
      discussion: "Not by the one who asked, and within your own authority.")

    @Argument(help: "Name or id, or - for the input.")
    var approvals: [ResourceArgument]

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try mutation.confirmation(on: session.console)
          .ask("Grant \(approvals.map(\.text).joined(separator: ", "))?")
        try await session.change(approvals, .approval, mutation) { name, options in
          var request = GrantApprovalRequest()
          request.name = name
          request.etag = etag ?? ""
          request.note = note ?? ""
          request.validateOnly = mutation.dryRun
          return try await session.client.admin.grantApproval(request, options: options)
        }
      }
    }
  }

  struct Deny: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Denies approvals: what was asked for is never done.")

    @Argument(help: "Name or id, or - for the input.")
    var approvals: [ResourceArgument]

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try mutation.confirmation(on: session.console)
          .ask("Deny \(approvals.map(\.text).joined(separator: ", "))?")
        try await session.change(approvals, .approval, mutation) { name, options in
          var request = DenyApprovalRequest()
          request.name = name
          request.etag = etag ?? ""
          request.note = note ?? ""
          request.validateOnly = mutation.dryRun
          return try await session.client.admin.denyApproval(request, options: options)
        }
      }
    }
  }
}

extension Session {
  /// Says that another person has to agree before anything happens.
  ///
  /// - Parameter isAlways: Whoever asks, another person must agree.
  func tellApproval(_ approval: String, isAlways: Bool = false) {
    guard !approval.isEmpty else { return }
    let why = isAlways ? "" : "beyond your authority: "
    console.err.line("\(why)it waits for another person, `o2c approval grant \(approval)`")
  }
}
