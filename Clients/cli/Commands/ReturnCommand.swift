import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct ReturnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "What customers send back.",
    subcommands: [
      Create.self, Get.self, List.self, Authorize.self, Receive.self, Reject.self,
    ])
}

extension ReturnCommand {
  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Asks to send goods of an order back; its number goes on the parcel.")

    @Argument(help: "The order: number, name or ext:KEY.")
    var order: ResourceArgument

    @Option(
      name: .long,
      help: ArgumentHelp(
        "What comes back of a line, with a reason if wanted; again for more.",
        valueName: "LINE=QUANTITY[:REASON]"))
    var line: [TaggedQuantityArgument]

    @Option(help: "The shipment, where a line left in several: number or name.")
    var shipment: ResourceArgument?

    @Option(help: "Why, for lines that say nothing: a code of your own list such as DAMAGED.")
    var reason: String?

    @Option(help: "What is to become of it: RESTOCK, SCRAP or REPAIR.")
    var disposition: String?

    @Option(help: "What the customer says.")
    var note: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = CreateReturnRequest()
        request.order = try await session.resolver.name(order, .order)
        request.note = note ?? ""
        request.validateOnly = mutation.dryRun
        var from = ""
        if let shipment { from = try await session.resolver.name(shipment, .shipment) }
        var wanted = Disposition.unspecified
        if let disposition { wanted = try enumValue(disposition, "--disposition") }
        request.lines = line.map { part in
          .with {
            $0.shipment = from
            $0.lineID = part.line.key
            $0.quantity = part.line.quantity
            $0.reasonCode = part.tag.isEmpty ? reason ?? "" : part.tag
            $0.disposition = wanted
          }
        }
        try await session.change(mutation) { [request] options in
          try await session.client.fulfillment.createReturn(request, options: options)
        }
      }
    }
  }

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows returns.")

    @Argument(help: "Number (RMA-…), name, or - for the input.")
    var returns: [ResourceArgument]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(returns, .goodsReturn) { name in
          try await session.client.fulfillment.getReturn(
            ReturnName(validating: name), options: session.options)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists returns, newest first.",
      discussion: "`--filter 'state = REQUESTED'` shows those that wait for a decision.")

    @Option(help: "Only those of this customer.")
    var customer: ResourceArgument?

    @Option(help: "Only those of this order.")
    var order: ResourceArgument?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var filter = try await session.filter(list.filter, customer: customer)
        if let order {
          let name = try await session.resolver.name(order, .order)
          filter = ListOptions.filter(filter, and: "order = \(filterLiteral(name))")
        }
        try await session.list(list) { [filter] in
          session.client.fulfillment.listReturns(
            filter: filter, orderBy: list.sort, view: list.view, options: session.options)
        }
      }
    }
  }

  struct Authorize: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Allows returns; the goods may come for 30 days.")

    @Argument(help: "Number (RMA-…), name, or - for the input.")
    var returns: [ResourceArgument]

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.change(returns, .goodsReturn, mutation) { name, options in
          var request = AuthorizeReturnRequest()
          request.name = name
          request.etag = etag ?? ""
          request.note = note ?? ""
          request.validateOnly = mutation.dryRun
          return try await session.client.fulfillment.authorizeReturn(request, options: options)
        }
      }
    }
  }

  struct Reject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Refuses returns, for good.")

    @Argument(help: "Number (RMA-…), name, or - for the input.")
    var returns: [ResourceArgument]

    @Option(help: "Why; the customer sees it.")
    var reason: String

    @Option(help: "More about it, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.change(returns, .goodsReturn, mutation) { name, options in
          var request = RejectReturnRequest()
          request.name = name
          request.etag = etag ?? ""
          request.reason = reason
          request.note = note ?? ""
          request.validateOnly = mutation.dryRun
          return try await session.client.fulfillment.rejectReturn(request, options: options)
        }
      }
    }
  }

  struct Receive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Books goods that came back; what goes to stock serves waiting orders first.",
      discussion: "Without --line all of the return was accepted.")

    @Argument(help: "Number (RMA-…) or name.")
    var item: ResourceArgument

    @Option(
      name: .long,
      help: ArgumentHelp(
        "What was accepted of a line, and RESTOCK, SCRAP or REPAIR; again for more.",
        valueName: "LINE=QUANTITY[:DISPOSITION]"))
    var line: [TaggedQuantityArgument] = []

    @Option(help: "Where it is put; default where it left from.")
    var warehouse: ResourceArgument?

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = ReceiveReturnRequest()
        request.name = try await session.resolver.name(item, .goodsReturn)
        request.etag = etag ?? ""
        request.note = note ?? ""
        request.validateOnly = mutation.dryRun
        if let warehouse {
          request.warehouse = try await session.resolver.name(warehouse, .warehouse)
        }
        request.lines = try line.map { part in
          var accepted = ReceiveReturnRequest.Line()
          accepted.lineID = part.line.key
          accepted.quantity = part.line.quantity
          if !part.tag.isEmpty { accepted.disposition = try enumValue(part.tag, "--line") }
          return accepted
        }
        try await session.change(mutation) { [request] options in
          try await session.client.fulfillment.receiveReturn(request, options: options)
        }
      }
    }
  }
}
