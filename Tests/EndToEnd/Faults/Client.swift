import OrderToCash

/// One client of a fault run: asks through the SDK, notes what it asked and what it was told.
struct Client: Sendable {
  let o2c: OrderToCashClient
  let history: History

  /// Asks for something under a request id that the history knows before the server does.
  ///
  /// - Returns: the reply, nil when there was none.
  func ask<Reply: Sendable>(
    _ method: String, reference: String, requestID: RequestID = RequestID(),
    name: (Reply) -> String,
    _ call: (CallOptions) async throws -> Reply
  ) async -> Reply? {
    let number = await history.invoke(
      method: method, requestID: requestID.description, reference: reference)
    do {
      let reply = try await call(CallOptions(requestID: requestID))
      await history.complete(number, .ok(reply: name(reply)))
      return reply
    } catch let error as OrderToCashError {
      let reason = "\(error.code)/\(error.reason.rawValue)"
      await history.complete(
        number, error.outcome == .notApplied ? .fail(reason: reason) : .info(reason: reason))
    } catch {
      await history.complete(number, .info(reason: "\(error)"))
    }
    return nil
  }
}
