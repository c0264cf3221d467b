public import OrderToCashAPI

/// Customers and what is known of them.
public struct CustomerClient: Sendable {
  private typealias Stub = O2c_V1_CustomerService.Client<Transport>

  let engine: CallEngine

  /// Creates a customer.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func create(_ request: CreateCustomerRequest, options: CallOptions = .init()) async throws
    -> Customer
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).createCustomer(
        request: $0.request, options: $0.options)
    }
  }

  /// Reads a customer.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func get(_ name: CustomerName, options: CallOptions = .init()) async throws -> Customer {
    var request = O2c_V1_GetCustomerRequest()
    request.name = name.rawValue
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).getCustomer(request: $0.request, options: $0.options)
    }
  }

  /// Lists customers.
  ///
  /// - Parameters:
  ///   - filter: Such as `state = BLOCKED AND price_group = "RETAIL"`; empty is all.
  ///   - orderBy: Such as `"display_name"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func list(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Customer> {
    var request = O2c_V1_ListCustomersRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listCustomers(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.customers, nextPageToken: response.nextPageToken)
    }
  }

  /// Changes the fields of a customer that the mask names.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func update(_ request: UpdateCustomerRequest, options: CallOptions = .init()) async throws
    -> Customer
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).updateCustomer(
        request: $0.request, options: $0.options)
    }
  }
}
