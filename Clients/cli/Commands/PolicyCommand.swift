import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "The rules of credit and prices, version by version.",
    subcommands: [Create.self, List.self, Replay.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes a version of the rules; it starts when another person grants it.",
      discussion: "`o2c help policies` shows what a file looks like. --dry-run runs its test cases."
    )

    @Argument(help: "The version in JSON: kind, rules, test cases; - is the input.")
    var file: String

    @Option(help: "First day on which it decides; default the day of its approval.")
    var from: DayArgument?

    @Option(help: "Why, for the log.")
    var note: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = CreatePolicyVersionRequest()
        request.policy = try PolicyFile.policy(try InputFile.bytes(of: file), path: file)
        if let from { request.policy.validFromDate = from.day }
        request.note = note ?? ""
        request.validateOnly = mutation.dryRun
        let policy = try await session.client.admin.createPolicyVersion(
          request, options: try session.options(mutation))
        try await session.show(policy)
        if mutation.dryRun {
          session.console.err.line("its \(request.policy.testCases.count) test cases pass")
        }
        session.tellApproval(policy.approval, isAlways: true)
        session.tellDryRun(mutation)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists versions of the rules; version 1 of each kind ships and is not listed.")

    @Option(help: "CREDIT or PRICING.")
    var kind: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var filter = list.filter
        if let kind {
          let value: Policy.Kind = try enumValue(kind, "--kind")
          filter = ListOptions.filter(filter, and: "kind = \(EnumText.name(value))")
        }
        try await session.list(list) { [filter] in
          session.client.admin.listPolicies(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs a version over past credit decisions and shows those that would change.",
      discussion: "Decides nothing. `o2c policy list` shows the names.")

    @Argument(help: "Name or id of the version.")
    var policy: ResourceArgument

    @Option(help: "First day of the decisions.")
    var from: DayArgument

    @Option(help: "Last day of the decisions; default today.")
    var to: DayArgument?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try PolicyName(validating: await session.resolver.name(policy, .policy))
        var writer = ListWriter<PolicyFlip>(session.printer)
        var sum: ReplayResult?
        let updates = session.client.admin.replay(
          name, from: from.day, to: to?.day, options: session.options)
        for try await update in updates {
          switch update {
          case .flip(let flip): try writer.add(flip)
          case .finished(let result): sum = result
          }
        }
        writer.finish(await session.labels(for: writer.references))
        if let sum {
          session.console.err.line(
            "\(sum.decisions) decisions: \(sum.nowDenied) would be denied, "
              + "\(sum.nowApproved) would be approved")
        }
      }
    }
  }
}

/// A policy in a file.
enum PolicyFile {
  static func policy(_ bytes: [UInt8], path: String) throws -> Policy {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ErrorReport.usage("\(path) is not UTF-8")
    }
    do {
      return try Policy(jsonString: text)
    } catch {
      throw ErrorReport.usage(
        "\(path) is no policy in JSON: \(error)", hint: "`o2c help policies` shows one")
    }
  }
}
