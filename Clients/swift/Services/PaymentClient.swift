public import OrderToCashAPI

/// Payments and what they pay.
public struct PaymentClient: Sendable {
  private typealias Stub = O2c_V1_PaymentService.Client<Transport>

  let engine: CallEngine

  /// Records money that came in, and applies it where told so.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func record(_ request: RecordPaymentRequest, options: CallOptions = .init()) async throws
    -> Payment
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).recordPayment(
        request: $0.request, options: $0.options)
    }
  }

  /// Applies what is left of a payment to open items.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func apply(_ request: ApplyPaymentRequest, options: CallOptions = .init()) async throws
    -> Payment
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).applyPayment(request: $0.request, options: $0.options)
    }
  }

  /// Reads a payment.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func get(_ name: PaymentName, options: CallOptions = .init()) async throws -> Payment {
    var request = O2c_V1_GetPaymentRequest()
    request.name = name.rawValue
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).getPayment(request: $0.request, options: $0.options)
    }
  }

  /// Lists payments.
  ///
  /// - Parameters:
  ///   - filter: Such as `unapplied.minor_units > 0`; empty is all.
  ///   - orderBy: Such as `"value_date desc"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func list(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Payment> {
    var request = O2c_V1_ListPaymentsRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listPayments(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.payments, nextPageToken: response.nextPageToken)
    }
  }

  /// Takes applications back; the money is unapplied again.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func unapply(_ request: UnapplyPaymentRequest, options: CallOptions = .init()) async throws
    -> Payment
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).unapplyPayment(
        request: $0.request, options: $0.options)
    }
  }
}
