public import Logging

/// Connects, lends a client to `body`, and disconnects when it is done: calls in flight are
/// finished when it returns, and given up when it throws.
///
/// ```swift
/// try await withOrderToCash(.profile("acme")) { o2c in
///   let order = try await o2c.orders.place(.with { $0.order = draft })
/// }
/// ```
///
/// - Throws: ``OrderToCashError`` for a configuration that does not work; what `body` throws.
public func withOrderToCash<Value: Sendable>(
  _ configuration: Configuration, logger: Logger? = nil,
  isolation: isolated (any Actor)? = #isolation,
  _ body: (OrderToCashClient) async throws -> Value
) async throws -> Value {
  let client = try OrderToCashClient(configuration, logger: logger)
  return try await withThrowingDiscardingTaskGroup { group in
    group.addTask { try await client.run() }
    let value = try await body(client)
    client.beginShutdown()
    return value
  }
}
