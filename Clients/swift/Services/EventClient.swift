public import OrderToCashAPI

/// The one log: audit trail and timeline at once.
public struct EventClient: Sendable {
  private typealias Stub = O2c_V1_EventService.Client<Transport>

  let engine: CallEngine

  /// Lists events; `resource = "orders/…"` is an order's timeline.
  ///
  /// - Parameters:
  ///   - filter: Such as `resource = "orders/…*" AND type = "order.*"`; empty is all.
  ///   - orderBy: Such as `"occur_time"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func list(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Event> {
    var request = O2c_V1_ListEventsRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listEvents(request: $0.request, options: $0.options)
      }
      return Page(items: response.events, nextPageToken: response.nextPageToken)
    }
  }
}
