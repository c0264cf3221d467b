/// What every change leaves behind: events, numbers, postings.
extension Books {
  /// Appends an event; its version is that of the resource after the change.
  @discardableResult
  package mutating func record(
    _ type: EventType, _ resource: ResourceRef, version: Int64, customer: ID<Customer>? = nil,
    in context: Context, _ write: (inout JSONText) -> Void
  ) -> ID<Event> {
    var data = JSONText()
    write(&data)
    let id = makeID(Event.self, in: context)
    events.append(
      Event(
        id: id, type: type, resource: resource, resourceVersion: version,
        customer: customer, actor: context.caller.principal, requestID: context.requestID,
        method: context.method, occurTime: context.now, data: data.text))
    return id
  }

  @discardableResult
  package mutating func record(
    _ type: EventType, _ order: Order, in context: Context, _ write: (inout JSONText) -> Void
  ) -> ID<Event> {
    let version = orders[order.id]?.version ?? order.version
    return record(
      type, ResourceRef(.order, order.id), version: version, customer: order.customer,
      in: context, write)
  }

  /// Takes the next number of a series. Call it after every check.
  package mutating func takeNumber(_ key: SeriesKey, on day: CalendarDay) -> String {
    var counter = series[key] ?? NumberSeries(key: key)
    counter.last += 1
    counter.lastDate = max(day, counter.lastDate ?? day)
    series.put(counter)
    return key.formatted(counter.last)
  }

  /// Posts a balanced entry and moves the balances with it.
  @discardableResult
  package mutating func post(
    _ postings: [JournalEntry.Posting], _ currency: Currency, on day: CalendarDay,
    for document: ResourceRef, reversing: ID<JournalEntry>? = nil, in context: Context
  ) -> JournalEntry {
    precondition(postings.reduce(0) { $0 + $1.amount } == 0, "a journal entry balances")
    let entry = JournalEntry(
      id: makeID(JournalEntry.self, in: context), postingDate: day, document: document,
      currency: currency, postings: postings.filter { $0.amount != 0 }, reverses: reversing,
      in: context)
    for posting in entry.postings {
      var balance = balance(AccountKey(posting.account, currency))
      balance.balance += posting.amount
      balances.put(balance)
    }
    journal.append(entry)
    return entry
  }
}
