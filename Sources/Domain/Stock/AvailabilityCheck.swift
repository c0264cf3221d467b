/// When so much of a product can leave, and from where: the answer that an order would get.
package struct AvailabilityCheck: Sendable {
  package let today: CalendarDay
  package let settings: StockSettings
  /// When the goods are wanted where they go; nil: as soon as may be.
  package let needBy: CalendarDay?

  package init(today: CalendarDay, settings: StockSettings, needBy: CalendarDay?) {
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
  }

  /// What a promise rests on.
  package enum Source: String, Sendable {
    case stock = "STOCK"
    case scheduledReceipt = "SCHEDULED_RECEIPT"
    case leadTime = "LEAD_TIME"
    case none = "NONE"
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
    let shipBy = needBy.map { warehouse.shipBy(forDelivery: $0) }
    let free = level.free(today: today, protectingBackorders: settings.protectsBackorders)
    var day: CalendarDay? = today
    var source = Source.stock
    if product.isStocked, quantity > free {
      day = Availability(level, today: today).firstDay(for: quantity)
      source = .scheduledReceipt
      if day == nil, let lead = product.leadDays {
        day = today.adding(days: Int(lead))
        source = .leadTime
      }
      if day == nil { source = .none }
    }
    return Answer(
      available: product.isStocked ? free : quantity,
      promiseDate: day.map { max($0, shipBy ?? $0) }, shipBy: shipBy, warehouse: warehouse.id,
      source: source)
  }
}
