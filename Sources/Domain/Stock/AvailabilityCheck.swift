/// When so much of a product can leave, and from where: the answer that an order would get.
package struct AvailabilityCheck: Sendable {
  package let today: CalendarDay
  package let settings: StockSettings
  /// When the goods are wanted where they go; nil: as soon as may be.
  package let needBy: CalendarDay?

  /// Working days on the way; 0 takes the seller's own.
  package let transitDays: Int32

  package init(
    today: CalendarDay, settings: StockSettings, needBy: CalendarDay?, transitDays: Int32 = 0
  ) {
    self.transitDays = transitDays
    self.today = today
    self.settings = settings
    self.needBy = needBy
  }

  package struct Answer: Sendable, Equatable {
    /// What a new order could reserve now.
    package var available: Quantity
    /// The first day on which all of it can leave; nil when nobody can say.
    package var promiseDate: CalendarDay?
    /// The day on which it must leave to be there in time.
    package var shipBy: CalendarDay?
    package var warehouse: ID<Warehouse>
    package var source: Source
    /// It would leave after the day on which it must.
    package var isLate: Bool
    /// Today, and each day on which something comes or goes.
    package var days: [Day]
  }

  package struct Day: Sendable, Equatable {
    package var day: CalendarDay
    package var incoming: Quantity
    package var backordered: Quantity
    /// P of the day.
    package var projected: Quantity
    /// ATP of the day.
    package var promisable: Quantity
  }

  /// What a promise rests on.
  package enum Source: String, Sendable {
    case stock = "STOCK"
    case scheduledReceipt = "SCHEDULED_RECEIPT"
    case leadTime = "LEAD_TIME"
    case none = "NONE"
    case notStocked = "NOT_STOCKED"
  }

  /// The best of the warehouses: the earliest promise, the preferred one among equals.
  package func answer(
    _ quantity: Quantity, of product: Product, levels: [StockLevel], warehouses: [Warehouse],
    preferring preferred: ID<Warehouse>?
  ) -> Answer? {
    warehouses.map { warehouse in
      let key = StockKey(warehouse: warehouse.id, product: product.id)
      let level = levels.first { $0.key == key } ?? StockLevel(key: key)
      return answer(quantity, of: product, level, warehouse)
    }
    .min { a, b in
      let (dayA, dayB) = (a.promiseDate ?? StockPlan.never, b.promiseDate ?? StockPlan.never)
      if dayA != dayB { return dayA < dayB }
      if (a.warehouse == preferred) != (b.warehouse == preferred) {
        return a.warehouse == preferred
      }
      return a.warehouse < b.warehouse
    }
  }

  private func answer(
    _ quantity: Quantity, of product: Product, _ level: StockLevel, _ warehouse: Warehouse
  ) -> Answer {
    let shipBy = needBy.map {
      warehouse.shipBy(
        forDelivery: $0, transit: transitDays > 0 ? transitDays : settings.transitDays)
    }
    let free = level.free(today: today, protectingBackorders: settings.protectsBackorders)
    var day: CalendarDay? = today
    var source = product.isStocked ? Source.stock : .notStocked
    if product.isStocked, quantity > free {
      day = Availability(level, today: today).firstDay(for: quantity)
      source = .scheduledReceipt
      if day == nil, let lead = product.leadDays {
        day = today.adding(days: Int(lead))
        source = .leadTime
      }
      if day == nil { source = .none }
    }
    var isLate = false
    if let shipBy { isLate = day.map { $0 > shipBy } ?? true }
    return Answer(
      available: product.isStocked ? free : quantity,
      promiseDate: day.map { max($0, shipBy ?? $0) }, shipBy: shipBy, warehouse: warehouse.id,
      source: source, isLate: isLate, days: product.isStocked ? days(of: level) : [])
  }

  private func days(of level: StockLevel) -> [Day] {
    let availability = Availability(level, today: today)
    return availability.days.map { day in
      let planned = level.plan.days.first { $0.day == day }
      return Day(
        day: day, incoming: planned?.incoming ?? .zero, backordered: planned?.backordered ?? .zero,
        projected: availability.balance(on: day), promisable: availability.promisable(on: day))
    }
  }
}
