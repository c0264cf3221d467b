/// What one call does differently from the client's configuration.
public struct CallOptions: Sendable {
  /// The id under which a mutation is safe to repeat; the SDK makes one when it is `nil`.
  ///
  /// It counts for single mutations and jobs. The requests of a batch or a stream have their own.
  public var requestID: RequestID?

  /// How long the call may take with all its attempts; `nil` is the configuration's (8 s). Jobs and
  /// streams have no such limit: for them it is the longest silence of the server (60 s).
  public var timeout: Duration?

  /// The seller to act for, where the caller may act for several; `nil` is the configuration's.
  public var seller: SellerName?

  /// The language of texts for people, BCP 47, such as `de-DE`; `nil` leaves it to the server.
  public var language: String?

  /// W3C trace context that the server continues; `nil` starts none.
  public var traceParent: String?

  /// Options of one call.
  public init(
    requestID: RequestID? = nil, timeout: Duration? = nil, seller: SellerName? = nil,
    language: String? = nil, traceParent: String? = nil
  ) {
    self.requestID = requestID
    self.timeout = timeout
    self.seller = seller
    self.language = language
    self.traceParent = traceParent
  }
}
