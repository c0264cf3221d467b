package import Domain

/// What is known about the call in hand: made by the interceptors, read by the adapters.
package struct CallContext: Sendable {
  /// Made by the server for each call; in the log, in `RequestInfo` and in `o2c-call-id`.
  package let callID: String
  package let method: MethodPolicy
  /// Where the call's line in the log is gathered.
  package let record: CallRecord
  /// When the call must have its answer, on the monotonic clock; nil for streams without one.
  package var deadline: ContinuousClock.Instant?
  /// Nil only on the methods that are open to all (health, reflection).
  package var caller: AuthenticatedCaller?
  /// The seller for whom the caller acts in this call.
  package var seller: ID<Seller>?
  /// The caller's `accept-language`, as sent; nil when there was none.
  package var acceptLanguage: String?
  /// W3C trace context, as sent; nil when there was none.
  package var traceParent: String?

  package init(callID: String, method: MethodPolicy, record: CallRecord) {
    self.callID = callID
    self.method = method
    self.record = record
  }

  /// The call that this task works for.
  @TaskLocal package static var current: CallContext?

  /// The context, caller and seller of a call that passed authentication.
  ///
  /// - Throws: CREDENTIALS_MISSING where nobody was authenticated, SELLER_REQUIRED where the
  ///   caller acts for several sellers and named none.
  package static func authenticated() throws(ServiceError) -> (
    context: CallContext, caller: AuthenticatedCaller, seller: ID<Seller>
  ) {
    guard let context = current, let caller = context.caller else {
      throw .credentialsMissing("This method needs a caller.")
    }
    guard let seller = context.seller else { throw .sellerRequired }
    return (context, caller, seller)
  }
}
