import GRPCCore
public import Logging
public import ServiceLifecycle

/// A client of an o2c server: its connections, and one client a service.
///
/// It works while ``run()`` does. ``withOrderToCash(_:logger:isolation:_:)`` does that for a scope;
/// a server puts the client into its `ServiceGroup`. Copies share the connections.
public struct OrderToCashClient: Sendable, ServiceLifecycle.Service {
  let engine: CallEngine

  /// A client that is not connected yet.
  ///
  /// - Parameter logger: Gets a debug line for each retry; nothing else is logged.
  /// - Throws: ``OrderToCashError`` with reason ``Reason/configurationInvalid``.
  public init(_ configuration: Configuration, logger: Logger? = nil) throws {
    do {
      engine = try CallEngine(configuration, logger: logger)
    } catch let error as OrderToCashError {
      throw error
    } catch {
      throw OrderToCashError.misconfigured("TLS cannot be set up: \(error)")
    }
  }

  /// Connects, and keeps connected until the task is cancelled, the service group shuts down, or
  /// ``beginShutdown()`` is called; calls in flight are finished in the latter two cases.
  ///
  /// A client runs once.
  public func run() async throws {
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await engine.deadlines.run() }
        for connection in engine.connections {
          group.addTask { try await connection.runConnections() }
        }
        for _ in engine.connections {
          try await group.next()
        }
        group.cancelAll()
      }
    } onGracefulShutdown: {
      beginShutdown()
    }
  }

  /// Takes no more calls, finishes those in flight, then lets ``run()`` return.
  public func beginShutdown() {
    for connection in engine.connections { connection.beginGracefulShutdown() }
  }

  /// Customers and what is known of them.
  public var customers: CustomerClient { CustomerClient(engine: engine) }
  /// Products, prices and tax rules.
  public var catalog: CatalogClient { CatalogClient(engine: engine) }
  /// Warehouses and what lies in them.
  public var stock: StockClient { StockClient(engine: engine) }
  /// Orders from draft to completion.
  public var orders: OrderClient { OrderClient(engine: engine) }
  /// Shipments and returns.
  public var fulfillment: FulfillmentClient { FulfillmentClient(engine: engine) }
  /// Credit limits and holds.
  public var credit: CreditClient { CreditClient(engine: engine) }
  /// Invoices.
  public var invoices: InvoiceClient { InvoiceClient(engine: engine) }
  /// Payments and what they pay.
  public var payments: PaymentClient { PaymentClient(engine: engine) }
  /// What customers owe.
  public var receivables: ReceivableClient { ReceivableClient(engine: engine) }
  /// Journal, balances, and the check of the books.
  public var ledger: LedgerClient { LedgerClient(engine: engine) }
  /// The one log.
  public var events: EventClient { EventClient(engine: engine) }
  /// Exports.
  public var reports: ReportClient { ReportClient(engine: engine) }
  /// Sellers, callers, keys, certificates, imports, policies and approvals.
  public var admin: AdminClient { AdminClient(engine: engine) }
}
