import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension StockCommand {
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says how much is there and when the rest can be promised; reserves nothing.")

    @Option(name: .long, help: "SKU=QUANTITY, or products/…=QUANTITY; again for more.")
    var line: [QuantityArgument]

    @Option(help: "Where from; default the seller's default warehouse.")
    var warehouse: ResourceArgument?

    @Option(help: "When it must arrive; default asks for the earliest date.")
    var needBy: DayArgument?

    @Option(help: "Working days on the way; default 0.")
    var transitDays: Int32?

    @Flag(help: "Shows the days on which what can be promised changes.")
    var days = false

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = CheckAvailabilityRequest()
        var from = ""
        if let warehouse { from = try await session.resolver.name(warehouse, .warehouse) }
        if let needBy { request.needByDate = needBy.day }
        if let transitDays { request.transitDays = transitDays }
        request.lines = line.map { argument in
          let line = argument.receiptLine
          return .with {
            $0.product = line.product
            $0.sku = line.sku
            $0.quantity = line.quantity
            $0.warehouse = from
          }
        }
        let lines = try await session.client.stock.checkAvailability(
          request, options: session.options)
        try await session.show(lines)
        guard days, global.output == .table else { return }
        for line in lines where !line.days.isEmpty {
          let table = line.dayTable.rendered(
            width: session.console.width, bold: session.console.bold)
          session.console.out.write("\n\(session.console.bold(line.sku))\n\(table)")
        }
      }
    }
  }

  struct Schedule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says that goods will come: orders can be promised from them.",
      discussion: "`stock receive --receipt NAME` books them once they are there.")

    @Option(name: .long, help: "SKU=QUANTITY, or products/…=QUANTITY; again for more.")
    var line: [QuantityArgument]

    @Option(help: "When they will be there.")
    var date: DayArgument

    @Option(help: "Where they will be; default the seller's default warehouse.")
    var warehouse: ResourceArgument?

    @Option(help: "The supplier's order number.")
    var reference: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        var request = ScheduleReceiptRequest()
        request.validateOnly = mutation.dryRun
        request.expectedDate = date.day
        request.reference = reference ?? ""
        if let warehouse {
          request.warehouse = try await session.resolver.name(warehouse, .warehouse)
        }
        request.lines = line.map(\.receiptLine)
        try await session.change(mutation) { [request] options in
          try await session.client.stock.scheduleReceipt(request, options: options)
        }
      }
    }
  }

  struct Move: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Moves stock: transfers, adjusts, or with --counted says what was counted.",
      discussion: """
        --from and --to together transfer, --to alone adds, --from alone takes away, --counted \
        with --to sets what is there. What orders hold is touched only with --force; then the \
        latest promises wait.
        """)

    @Argument(
      help: ArgumentHelp("What moves, or what was counted.", valueName: "SKU=QUANTITY"))
    var lines: [QuantityArgument]

    @Option(help: "Where it is taken from.")
    var from: ResourceArgument?

    @Option(help: "Where it comes to, or was counted.")
    var to: ResourceArgument?

    @Flag(help: "The quantities are what was counted.")
    var counted = false

    @Flag(help: "Takes what orders hold too.")
    var force = false

    @Option(help: "Why, a code of your own list such as DAMAGED.")
    var reason: String?

    @Option(help: "A word to find it by.")
    var reference: String?

    @Option(help: "More about it, for the log.")
    var note: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if from == nil, to == nil { throw ValidationError("give --from, --to or both") }
      if counted, from != nil || to == nil {
        throw ValidationError("--counted goes with --to alone: the place that was counted")
      }
    }

    func run() async throws {
      try await global.run { session in
        try mutation.confirmation(on: session.console).ask(question)
        var request = MoveStockRequest()
        request.validateOnly = mutation.dryRun
        request.force = force
        request.reference = reference ?? ""
        request.note = note ?? ""
        var source = ""
        var target = ""
        if let from { source = try await session.resolver.name(from, .warehouse) }
        if let to { target = try await session.resolver.name(to, .warehouse) }
        request.lines = lines.map { argument in
          let line = argument.receiptLine
          return .with {
            $0.product = line.product
            $0.sku = line.sku
            $0.from = source
            $0.to = target
            if counted {
              $0.counted = line.quantity
            } else {
              $0.quantity = line.quantity
            }
            $0.reasonCode = reason ?? ""
          }
        }
        try await session.show(
          try await session.client.stock.move(request, options: try session.options(mutation)))
        session.tellDryRun(mutation)
      }
    }

    private var question: String {
      let what = lines.map { "\($0.key) \($0.quantity)" }.joined(separator: ", ")
      let orders = force ? " Orders may lose what they hold." : ""
      switch (from?.text, to?.text) {
      case (let from?, let to?): return "Move \(what) from \(from) to \(to)?\(orders)"
      case (let from?, nil): return "Take \(what) out of \(from)?\(orders)"
      case (nil, let to?) where counted: return "Set \(to) to \(what) as counted?\(orders)"
      case (nil, let to?): return "Add \(what) to \(to)?"
      case (nil, nil): return "Move \(what)?"
      }
    }
  }
}

extension QuantityArgument {
  /// The product and how much of it.
  var receiptLine: StockReceipt.Line {
    .with {
      if key.contains("/") {
        $0.product = key
      } else {
        $0.sku = key
      }
      $0.quantity = quantity
    }
  }
}
