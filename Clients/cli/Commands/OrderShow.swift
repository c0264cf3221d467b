import ArgumentParser
import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension OrderCommand {
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Shows an order on one screen: lines, dates, holds, credit, totals, what to do next.")

    @Argument(help: "Number, name or ext:KEY.")
    var order: ResourceArgument

    @Option(defaultAsFlag: 2, help: "Shows it again every so many seconds.")
    var watch: Int?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if let watch, watch < 1 { throw ValidationError("--watch is at least 1 second") }
    }

    func run() async throws {
      try await global.run { session in
        let name = try OrderName(validating: await session.resolver.name(order, .order))
        let zone = await session.zone()
        try await session.again(watch) { session in
          let order = try await session.client.orders.get(name, options: session.options)
          try await session.show(OrderScreen.screen(order, now: .now, zone: zone))
        }
      }
    }
  }

  struct Revisions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Lists the revisions of an order, the newest first: how it was, who changed it, why.",
      discussion: "With -o json each has the whole order as it was then.")

    @Argument(help: "Number, name or ext:KEY.")
    var order: ResourceArgument

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try OrderName(validating: await session.resolver.name(order, .order))
        try await session.list(list) {
          session.client.orders.listRevisions(
            of: name, filter: list.filter, orderBy: list.sort, view: .full,
            options: session.options)
        }
      }
    }
  }

  struct Duplicate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copies orders into new drafts: the same lines, today's prices.")

    @Argument(help: "Number, name, ext:KEY, or - for the input.")
    var orders: [ResourceArgument]

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.change(orders, .order, mutation) { name, options in
          var request = DuplicateOrderRequest()
          request.name = name
          request.validateOnly = mutation.dryRun
          return try await session.client.orders.duplicate(request, options: options)
        }
      }
    }
  }
}

extension Timestamp {
  /// This instant, to the second.
  static var now: Timestamp {
    var time = Timestamp()
    time.seconds = Int64(Date().timeIntervalSince1970)
    return time
  }
}
