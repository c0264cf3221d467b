import ArgumentParser
import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct ApiCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api", abstract: "Every method of the contract, in its own words.",
    subcommands: [Call.self, List.self, Describe.self])

  struct Call: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Calls a method with a request in proto3 JSON.",
      discussion: """
        Lists answer all rows, a JSON object a line. For example: \
        o2c api call GetOrder '{"name": "orders/01m68kvah0e9nv59tdwh9edd1r"}'
        """)

    @Argument(help: "Method such as PlaceOrder or o2c.v1.OrderService/PlaceOrder.")
    var method: String

    @Argument(help: "The request; @FILE reads it from a file, - from the input. Default empty.")
    var request = "{}"

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let rule = try ApiDirectory.method(method)
        guard let call = ApiMethod.byName[rule.fullName] else {
          throw ErrorReport.usage(
            "\(rule.method) is a stream that takes a file", hint: "use `o2c import`")
        }
        if !rule.isRead {
          try mutation.confirmation(on: session.console).ask("Call \(rule.fullName)?")
        }
        let options = rule.isRead ? session.options : try session.options(mutation)
        try await call.run(session.client, try text(), mutation.dryRun, options) { answer in
          let json = try Printer.json(answer)
          session.console.out.line(
            call.hasMany || global.output == .jsonl ? json : JSONText.indented(json))
        }
      }
    }

    private func text() throws -> String {
      guard request == "-" || request.hasPrefix("@") else { return request }
      let path = request == "-" ? "-" : String(request.dropFirst())
      return String(decoding: try InputFile.bytes(of: path), as: UTF8.self)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the methods with the permission that each needs.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.runLocally { console in
        let table = ApiDirectory.table()
        switch global.output {
        case .table: console.out.write(table.rendered(width: console.width, bold: console.bold))
        case .csv: console.out.write(table.csv())
        case .name: for rule in MethodTable.all { console.out.line(rule.fullName) }
        case .json, .jsonl:
          for rule in MethodTable.all { console.out.line(ApiDirectory.json(rule)) }
        }
      }
    }
  }

  struct Describe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Describes a method or a message: its fields, what they take, what can go wrong.")

    @Argument(help: "Method such as PlaceOrder, or message such as Order.")
    var name: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.runLocally { $0.out.write(try ApiDirectory.description(of: name)) }
    }
  }
}
