import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension OrderCommand {
  struct Ship: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ships orders or parts of them: the goods leave.",
      discussion: """
        With --from-file, a CSV with the columns order, ship_date, carrier and tracking_number \
        (all but the first may be left out) ships a whole order a row, in batches.
        """)

    @Argument(help: "Number, name, ext:KEY, or - for the input.")
    var orders: [ResourceArgument] = []

    @Option(name: .long, help: "LINE=QUANTITY; default all that is reserved. Again for more.")
    var line: [QuantityArgument] = []

    @Option(
      name: .long,
      help: ArgumentHelp(
        "A batch or serial number that leaves with a --line; again for more.",
        valueName: "LINE=LOT:QUANTITY"))
    var lot: [LotArgument] = []

    @Option(help: "Only lines that leave from this warehouse.")
    var warehouse: ResourceArgument?

    @Option(help: "Who carries it.")
    var carrier: String?

    @Option(help: "The carrier's number for it.")
    var tracking: String?

    @Option(help: "Business date of the goods issue; default today.")
    var date: DayArgument?

    @Option(help: "The version that you have seen.")
    var etag: String?

    @Option(help: "Orders to ship as CSV; - is the input.")
    var fromFile: String?

    @Option(help: "With --from-file: orders a call, at most 500.")
    var batch = 100

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if orders.isEmpty == (fromFile == nil) {
        throw ValidationError("name orders, or give them with --from-file")
      }
      if fromFile != nil, !line.isEmpty { throw ValidationError("--line is for named orders") }
      let keys = Set(line.map(\.key))
      if let other = lot.first(where: { !keys.contains($0.line) }) {
        throw ValidationError("--lot \(other.line)=… goes with a --line \(other.line)=…")
      }
      guard (1...500).contains(batch) else { throw ValidationError("--batch is 1 to 500") }
    }

    func run() async throws {
      try await global.run { session in
        let request = try await template(session)
        guard let fromFile else {
          return try await session.change(orders, .order, mutation) { name, options in
            var request = request
            request.name = name
            return try await session.client.fulfillment.ship(request, options: options)
          }
        }
        try await ship(fromFile, template: request, session)
        session.tellDryRun(mutation)
      }
    }

    private func template(_ session: Session) async throws -> ShipOrderRequest {
      var request = ShipOrderRequest()
      request.etag = etag ?? ""
      request.validateOnly = mutation.dryRun
      request.carrier = carrier ?? ""
      request.trackingNumber = tracking ?? ""
      if let date { request.shipDate = date.day }
      if let warehouse {
        request.warehouse = try await session.resolver.name(warehouse, .warehouse)
      }
      request.lines = line.map { part in
        .with {
          $0.lineID = part.key
          $0.quantity = part.quantity
          $0.lots = lot.filter { $0.line == part.key }.map { lot in
            .with {
              $0.lotNumber = lot.lot
              $0.quantity = lot.quantity
            }
          }
        }
      }
      return request
    }

    private func ship(
      _ path: String, template: ShipOrderRequest, _ session: Session
    ) async throws {
      let rows = try RowFile(path, columns: ["order", "ship_date", "carrier", "tracking_number"])
        .rows
      let id = try mutation.requestID?.resolved() ?? RequestID()
      let found = try await session.resolver.names(
        try rows.map { try $0.resource("order") }, .order)
      var failures = Failures(session.printer)
      var list = ListWriter<Shipment>(session.printer)
      var ready: [(line: Int, request: ShipOrderRequest)] = []
      for (row, found) in zip(rows, found) {
        do {
          var request = template
          request.name = try found.name.get()
          if let day = try row.day("ship_date") { request.shipDate = day.day }
          request.carrier = row.value("carrier") ?? request.carrier
          request.trackingNumber = row.value("tracking_number") ?? request.trackingNumber
          request.requestID = "\(id.derived(for: "ship \(row.line) \(request.name)"))"
          ready.append((row.line, request))
        } catch {
          failures.failed("line \(row.line)", error)
        }
      }
      let bar = ProgressBar("shipments", on: session.console)
      try await Interrupt.job {
        for start in stride(from: 0, to: ready.count, by: batch) {
          if Interrupt.isRequested {
            throw ErrorReport(
              status: .interrupted, message: "stopped after \(start) shipments",
              hint: "to go on: \(Interrupt.resumeCommand(requestID: "\(id)"))")
          }
          let part = ready[start..<min(start + batch, ready.count)]
          let results = try await session.client.fulfillment.ship(
            batch: part.map(\.request), options: session.options)
          bar.clear()
          for (item, result) in zip(part, results) {
            switch result.result {
            case .success(let shipment):
              failures.succeeded()
              try list.add(shipment)
            case .failure(let error): failures.failed("line \(item.line)", error)
            }
          }
          bar.update(Int64(start + part.count), of: Int64(ready.count))
        }
      }
      bar.clear()
      list.finish(await session.labels(for: list.references))
      try failures.finish("shipments")
    }
  }
}
