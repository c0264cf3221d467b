package import Domain
package import Postgres

/// Decisions on credit as the log holds them, a piece at a time in the order of their ids.
package struct ReplayPolicy: ReadQuery {
  /// Both ends in the seller's time, and after this event.
  package let from: Instant
  package let until: Instant
  package let after: ID<Event>?
  package let most: Int

  package struct Decision: Sendable {
    package var event: ID<Event>
    package var order: ID<Order>
    package var customer: ID<Customer>
    package var checkpoint: CreditCheckpoint
    package var result: CreditDecision.Result
    package var revision: Int32
    package var currency: Currency
    package var occurTime: Instant
    /// Nil where the event is of a time before all inputs were written.
    package var inputs: CreditInputs?
  }

  package init(from: Instant, until: Instant, after: ID<Event>?, most: Int = 500) {
    self.from = from
    self.until = until
    self.after = after
    self.most = most
  }

  package struct Page: Sendable {
    package var decisions: [Decision]
    /// The last event that was looked at; nil at the end.
    package var last: ID<Event>?
  }

  /// Ids carry the time at which they were made: the first and the last of a span bound the scan.
  private static let selection: Statement = """
    SELECT event_id, resource_id, customer_id, occur_time, data FROM events
    WHERE seller_id = $1 AND event_id > $2 AND event_id < $3 AND type = 'credit.decided'
      AND occur_time >= $4 AND occur_time < $5 AND customer_id IS NOT NULL
    ORDER BY event_id LIMIT $6
    """

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Page {
    let first = UUIDBytes(UInt64(bitPattern: max(0, from.milliseconds - 1)) << 16, 0)
    let last = UUIDBytes(UInt64(bitPattern: max(0, until.milliseconds + 1)) << 16, 0)
    let rows = try transaction.execute(
      Query(
        Self.selection, .id(seller), .uuid(after?.uuid ?? first), .uuid(last),
        .timestamp(from.microseconds), .timestamp(until.microseconds), .int64(Int64(most))))
    var seen: ID<Event>?
    let decisions: [Decision] = try rows.compactMap { row in
      var r = RowReader(row)
      let event = try r.id(Event.self)
      seen = event
      let order = try r.id(Order.self)
      let customer = try r.id(Customer.self)
      let time = try r.instant()
      guard let data = try r.json(),
        let result = CreditDecision.Result(rawValue: data.text("result")),
        let currency = Currency(data.text("currency"))
      else { return nil }
      return Decision(
        event: event, order: order, customer: customer,
        checkpoint: CreditCheckpoint(rawValue: data.text("checkpoint")) ?? .confirm,
        result: result, revision: Int32(clamping: data["revision"]?.integer ?? 1),
        currency: currency, occurTime: time,
        inputs: data.creditInputs)
    }
    return Page(decisions: decisions, last: rows.count < most ? nil : seen)
  }
}
