import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension OrderCommand {
  struct Place: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Places orders: one from flags, or many from a file.",
      discussion: """
        A file has a JSON object a line: an order, or a whole PlaceOrderRequest. The customer may \
        be named as on the command line. Each order has a request id derived from that of the \
        command and its line, so a repeated command acts once on each.
        """)

    @OptionGroup var fields: OrderFields
    @OptionGroup var placement: PlacementOptions

    @Option(help: "What `order preview` ended with: places the order only if nothing has moved.")
    var previewToken: String?

    @Option(help: "Orders as JSON lines; - is the input.")
    var fromFile: String?

    @Option(help: "With --from-file: orders a call, at most 500.")
    var batch = 100

    @Flag(help: "With --from-file: one stream instead of batches.")
    var stream = false

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if fromFile != nil,
        fields.customer != nil || !fields.line.isEmpty
          || !fields.replace.isEmpty
      {
        throw ValidationError("give the order in flags or in a file, not both")
      }
      if previewToken != nil, fromFile != nil {
        throw ValidationError("a preview token is of one order")
      }
      if stream, fromFile == nil { throw ValidationError("--stream needs --from-file") }
      guard (1...500).contains(batch) else { throw ValidationError("--batch is 1 to 500") }
    }

    func run() async throws {
      try await global.run { session in
        guard let fromFile else {
          var request = try template()
          request.order = try await fields.order(session.resolver)
          request.previewToken = previewToken ?? ""
          return try await session.change(mutation) { [request] options in
            try await session.client.orders.place(request, options: options)
          }
        }
        let id = try mutation.requestID?.resolved() ?? RequestID()
        let items = try await OrderFile.read(
          fromFile, template: try template(), id: id, resolver: session.resolver)
        try await Interrupt.job {
          if stream {
            try await place(items, inOneStream: session, id: id)
          } else {
            try await place(items, inBatches: session, id: id)
          }
        }
        session.tellDryRun(mutation)
      }
    }

    /// What the flags say about each order.
    private func template() throws -> PlaceOrderRequest {
      var request = PlaceOrderRequest()
      request.validateOnly = mutation.dryRun
      request.failOnHold = placement.failOnHold
      request.allowBackorder = placement.allowBackorder
      if let total = try placement.expected() { request.expectedTotal = total }
      return request
    }

    private func place(
      _ items: [OrderFile.Item], inBatches session: Session, id: RequestID
    ) async throws {
      var failures = Failures(session.printer)
      var list = ListWriter<Order>(session.printer)
      let bar = ProgressBar("orders", on: session.console)
      var start = 0
      while start < items.count {
        try stopIfAsked(session, bar, id: id, done: start)
        let part = items[start..<min(start + batch, items.count)]
        let results = try await session.client.orders.place(
          batch: part.map(\.request), options: session.options)
        bar.clear()
        for (item, result) in zip(part, results) {
          try tell(item.line, result, &failures, &list)
        }
        start += part.count
        bar.update(Int64(start), of: Int64(items.count))
      }
      bar.clear()
      list.finish(await session.labels(for: list.references))
      try failures.finish("orders")
    }

    private func place(
      _ items: [OrderFile.Item], inOneStream session: Session, id: RequestID
    ) async throws {
      var failures = Failures(session.printer)
      var list = ListWriter<Order>(session.printer)
      let bar = ProgressBar("orders", on: session.console)
      let lines = Dictionary(items.map { ($0.request.requestID, $0.line) }) { first, _ in first }
      let requests = AsyncStream { continuation in
        for item in items { continuation.yield(item.request) }
        continuation.finish()
      }
      var done = 0
      for try await result in session.client.orders.place(
        stream: requests, options: session.options)
      {
        bar.clear()
        try tell(lines[result.requestID] ?? 0, result, &failures, &list)
        done += 1
        bar.update(Int64(done), of: Int64(items.count))
        try stopIfAsked(session, bar, id: id, done: done)
      }
      bar.clear()
      list.finish(await session.labels(for: list.references))
      try failures.finish("orders")
    }

    private func tell(
      _ line: Int, _ result: PlaceOrderResult, _ failures: inout Failures,
      _ list: inout ListWriter<Order>
    ) throws {
      switch result.result {
      case .success(let order):
        failures.succeeded()
        try list.add(order)
      case .failure(let error): failures.failed("line \(line)", error)
      }
    }

    private func stopIfAsked(
      _ session: Session, _ bar: ProgressBar, id: RequestID, done: Int
    ) throws {
      guard Interrupt.isRequested else { return }
      bar.clear()
      throw ErrorReport(
        status: .interrupted, message: "stopped after \(done) orders",
        hint: "to go on: \(Interrupt.resumeCommand(requestID: "\(id)"))")
    }
  }
}

/// Orders as JSON lines.
enum OrderFile {
  struct Item: Sendable {
    let line: Int
    let request: PlaceOrderRequest
  }

  static func read(
    _ path: String, template: PlaceOrderRequest, id: RequestID, resolver: Resolver
  ) async throws -> [Item] {
    var items: [Item] = []
    for (line, text) in try InputFile.lines(of: path) {
      var request = try self.request(text, template: template, line: line, path: path)
      if request.requestID.isEmpty {
        request.requestID = "\(id.derived(for: "order \(line) \(request.order.externalID)"))"
      }
      items.append(Item(line: line, request: request))
    }
    return try await resolved(items, resolver)
  }

  /// A line: a request, or an order alone.
  static func request(
    _ text: String, template: PlaceOrderRequest, line: Int, path: String
  ) throws -> PlaceOrderRequest {
    do {
      if var request = try? PlaceOrderRequest(jsonString: text), request.hasOrder {
        request.validateOnly = request.validateOnly || template.validateOnly
        request.failOnHold = request.failOnHold || template.failOnHold
        request.allowBackorder = request.allowBackorder || template.allowBackorder
        return request
      }
      var request = template
      request.order = try Order(jsonString: text)
      return request
    } catch {
      throw ErrorReport.usage("\(path):\(line): this is no order in JSON: \(error)")
    }
  }

  /// Customers by name, found in few calls.
  private static func resolved(_ items: [Item], _ resolver: Resolver) async throws -> [Item] {
    let texts = Set(items.map(\.request.order.customer)).filter { !$0.hasPrefix("customers/") }
    let arguments = texts.sorted().compactMap(ResourceArgument.init(argument:))
    var names: [String: String] = [:]
    for found in try await resolver.names(arguments, .customer) {
      names[found.argument.text] = try found.name.get()
    }
    return items.map { item in
      guard let name = names[item.request.order.customer] else { return item }
      var request = item.request
      request.order.customer = name
      return Item(line: item.line, request: request)
    }
  }
}
