import ArgumentParser
import OrderToCash
import OrderToCashAPI

extension OrderCommand {
  struct Wait: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Waits until orders are in a state; exit 8 where time is up before.",
      discussion: """
        The state is that of the order, or of its fulfillment, billing or payment: ON_HOLD, \
        FULFILLED, BILLED, PAID. An order that was cancelled meanwhile ends with 5.
        """)

    @Argument(help: "Number, name, ext:KEY, or - for the input.")
    var orders: [ResourceArgument]

    @Option(help: ArgumentHelp("What to wait for, such as CONFIRMED or PAID.", valueName: "state"))
    var until: String

    @Option(
      name: .customLong("for"),
      help: ArgumentHelp("Seconds to wait at most; default 60.", valueName: "seconds"))
    var seconds = 60

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if seconds < 1 { throw ValidationError("--for is at least 1 second") }
      let wanted = EnumText.canonical(until)
      guard OrderStates.names.contains(wanted) else {
        throw ValidationError(
          "--until is one of \(OrderStates.names.joined(separator: ", ")), not \(until)")
      }
    }

    func run() async throws {
      try await global.run { session in
        let end = ContinuousClock.now.advanced(by: .seconds(seconds))
        try await session.show(orders, .order) { name in
          try await wait(for: OrderName(validating: name), until: end, session)
        }
      }
    }

    private func wait(
      for name: OrderName, until end: ContinuousClock.Instant, _ session: Session
    ) async throws -> Order {
      let wanted = EnumText.canonical(until)
      while true {
        let order = try await session.client.orders.get(name, options: session.options)
        let states = OrderStates.of(order)
        if states.contains(wanted) { return order }
        let now = "\(name.rawValue) is \(states.joined(separator: ", ")), not \(wanted)"
        if order.state == .cancelled { throw ErrorReport(status: .conflict, message: now) }
        if Interrupt.isRequested { throw CancellationError() }
        guard ContinuousClock.now < end else {
          throw ErrorReport(
            status: .waitTimedOut, message: "\(now), after \(seconds) s",
            hint: "`o2c order show` says what it waits for; --for gives it more time")
        }
        try await Task.sleep(for: .milliseconds(250))
      }
    }
  }
}

/// The state of an order and those that follow from its lines and items, by their names.
enum OrderStates {
  static let names =
    EnumText.names(of: Order.State.self) + EnumText.names(of: Order.FulfillmentState.self)
    + EnumText.names(of: Order.BillingState.self) + EnumText.names(of: Order.PaymentState.self)

  static func of(_ order: Order) -> [String] {
    [
      EnumText.name(order.state), EnumText.name(order.fulfillmentState),
      EnumText.name(order.billingState), EnumText.name(order.paymentState),
    ]
  }
}
