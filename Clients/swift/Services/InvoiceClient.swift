public import OrderToCashAPI

/// Invoices.
public struct InvoiceClient: Sendable {
  private typealias Stub = O2c_V1_InvoiceService.Client<Transport>

  let engine: CallEngine

  /// Invoices what is to bill of an order, and issues the invoice unless a draft is wanted.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func invoice(_ request: InvoiceOrderRequest, options: CallOptions = .init()) async throws
    -> Invoice
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).invoiceOrder(request: $0.request, options: $0.options)
    }
  }

  /// Invoices what is to bill of an order, and issues the invoice unless a draft is wanted.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func invoice(_ name: OrderName, options: CallOptions = .init()) async throws -> Invoice {
    var request = InvoiceOrderRequest()
    request.name = name.rawValue
    return try await invoice(request, options: options)
  }

  /// Issues a draft: it gets its number and changes no more.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func issue(_ request: IssueInvoiceRequest, options: CallOptions = .init()) async throws
    -> Invoice
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).issueInvoice(request: $0.request, options: $0.options)
    }
  }

  /// Issues a draft: it gets its number and changes no more.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func issue(_ name: InvoiceName, options: CallOptions = .init()) async throws -> Invoice {
    var request = IssueInvoiceRequest()
    request.name = name.rawValue
    return try await issue(request, options: options)
  }

  /// Reads an invoice.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func get(_ name: InvoiceName, options: CallOptions = .init()) async throws -> Invoice {
    var request = O2c_V1_GetInvoiceRequest()
    request.name = name.rawValue
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).getInvoice(request: $0.request, options: $0.options)
    }
  }

  /// Lists invoices.
  ///
  /// - Parameters:
  ///   - filter: Such as `settlement_state = OPEN AND overdue()`; empty is all.
  ///   - orderBy: Such as `"due_date"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func list(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Invoice> {
    var request = O2c_V1_ListInvoicesRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listInvoices(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.invoices, nextPageToken: response.nextPageToken)
    }
  }
}
