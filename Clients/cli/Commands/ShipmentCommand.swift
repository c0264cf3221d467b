import ArgumentParser
import OrderToCash
import OrderToCashAPI

struct ShipmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shipment", abstract: "What left a warehouse.",
    subcommands: [Get.self, List.self, Deliver.self])

  struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows shipments.")

    @Argument(help: "Number, name, or - for the input.")
    var shipments: [ResourceArgument]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        try await session.show(shipments, .shipment) { name in
          try await session.client.fulfillment.get(
            ShipmentName(validating: name), options: session.options)
        }
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists shipments, newest first.")

    @Option(help: "Only those of this order.")
    var order: ResourceArgument?

    @Option(help: "Only those that this batch or serial number left with, as a recall asks.")
    var lot: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var parent: OrderName?
        if let order {
          parent = try OrderName(validating: await session.resolver.name(order, .order))
        }
        var filter = list.filter
        if let lot {
          let wanted = "lines.lots.lot_number : \(filterLiteral(lot))"
          filter = ListOptions.filter(filter, and: wanted)
        }
        try await session.list(list) { [parent, filter] in
          session.client.fulfillment.list(
            of: parent, filter: filter, orderBy: list.sort, view: list.view,
            options: session.options)
        }
      }
    }
  }

  struct Deliver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that shipments arrived, or with --lost that they never will.")

    @Argument(help: "Number, name, or - for the input.")
    var shipments: [ResourceArgument]

    @Option(help: "When it arrived or was lost; default now.")
    var time: TimeArgument?

    @Option(help: "Who took it.")
    var recipient: String?

    @Flag(help: "It did not arrive and will not: its lines are open again.")
    var lost = false

    @Option(help: "Why, for the log.")
    var note: String?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if lost, recipient != nil { throw ValidationError("what is lost has no recipient") }
    }

    func run() async throws {
      try await global.run { session in
        if lost {
          try mutation.confirmation(on: session.console)
            .ask("Record \(shipments.map(\.text).joined(separator: ", ")) as lost?")
        }
        try await session.change(shipments, .shipment, mutation) { name, options in
          var request = ConfirmDeliveryRequest()
          request.name = name
          request.etag = etag ?? ""
          if let time { request.deliveredTime = time.time }
          request.recipient = recipient ?? ""
          request.lost = lost
          request.note = note ?? ""
          request.validateOnly = mutation.dryRun
          return try await session.client.fulfillment.confirmDelivery(request, options: options)
        }
      }
    }
  }
}
