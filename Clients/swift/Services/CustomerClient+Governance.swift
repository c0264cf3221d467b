public import OrderToCashAPI

extension CustomerClient {
  /// Blocks a customer: what the scope says, orders or shipments or both, is refused with
  /// ``Reason/customerBlocked`` until it is unblocked.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func block(_ request: BlockCustomerRequest, options: CallOptions = .init())
    async throws -> Customer
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_CustomerService.Client(wrapping: $0.connection).blockCustomer(
        request: $0.request, options: $0.options)
    }
  }

  /// Ends the block of a customer.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func unblock(_ request: UnblockCustomerRequest, options: CallOptions = .init())
    async throws -> Customer
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_CustomerService.Client(wrapping: $0.connection).unblockCustomer(
        request: $0.request, options: $0.options)
    }
  }

  /// Ends the block of a customer.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func unblock(_ name: CustomerName, options: CallOptions = .init())
    async throws -> Customer
  {
    var request = UnblockCustomerRequest()
    request.name = name.rawValue
    return try await unblock(request, options: options)
  }

  /// Merges a customer into another one, which comes back: open orders, open items and unapplied
  /// cash move with their exposure.
  ///
  /// The source stays readable and says where it went. ``Reason/resourceInUse`` when the two cannot
  /// be merged. Where the caller lacks the authority, the answer has an `approval` and nothing
  /// moved.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func merge(_ request: MergeCustomersRequest, options: CallOptions = .init())
    async throws -> Customer
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_CustomerService.Client(wrapping: $0.connection).mergeCustomers(
        request: $0.request, options: $0.options)
    }
  }

  /// Merges a customer into another one, which comes back.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func merge(
    _ source: CustomerName, into target: CustomerName, options: CallOptions = .init()
  ) async throws -> Customer {
    var request = MergeCustomersRequest()
    request.source = source.rawValue
    request.into = target.rawValue
    return try await merge(request, options: options)
  }

  /// Clears the person of a customer for good, and keeps the books.
  ///
  /// ``Reason/resourceInUse`` as long as something of it is open.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func anonymize(_ request: AnonymizeCustomerRequest, options: CallOptions = .init())
    async throws -> Customer
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_CustomerService.Client(wrapping: $0.connection).anonymizeCustomer(
        request: $0.request, options: $0.options)
    }
  }

  /// Finds customers that may be the one the request names or describes, the most similar first.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func findDuplicates(
    _ request: FindDuplicateCustomersRequest, options: CallOptions = .init()
  ) async throws -> [DuplicateCustomer] {
    try await engine.read(request, options) {
      try await O2c_V1_CustomerService.Client(wrapping: $0.connection).findDuplicateCustomers(
        request: $0.request, options: $0.options)
    }.duplicates
  }

  /// Finds customers that may be the same one as this, the most similar first.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func findDuplicates(of name: CustomerName, options: CallOptions = .init())
    async throws -> [DuplicateCustomer]
  {
    var request = FindDuplicateCustomersRequest()
    request.name = name.rawValue
    return try await findDuplicates(request, options: options)
  }
}
