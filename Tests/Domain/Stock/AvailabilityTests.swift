import Domain
import Testing

@Suite("Available to promise")
struct AvailabilityTests {
  private let today = CalendarDay(daysSince1970: 20_000)

  private func level(
    onHand: Int64, reserved: Int64, _ plan: (day: Int, incoming: Int64, backordered: Int64)...
  ) -> StockLevel {
    var level = StockLevel(key: StockKey(warehouse: nowhere(), product: nowhere()))
    level.onHand = Quantity(whole: onHand)
    level.reserved = Quantity(whole: reserved)
    for planned in plan {
      level.plan.add(
        .init(
          day: today.adding(days: planned.day), incoming: Quantity(whole: planned.incoming),
          backordered: Quantity(whole: planned.backordered)))
    }
    return level
  }

  @Test("of 40 on hand, 25 reserved, 13 can be promised today and 14 on day 8")
  func table() {
    let level = level(onHand: 40, reserved: 25, (3, 20, 10), (5, 0, 12), (8, 30, 0))
    let availability = Availability(level, today: today)
    func whole(_ quantity: Quantity) -> Int64 { quantity.micros / 1_000_000 }
    let days = [0, 3, 5, 8].map { today.adding(days: $0) }
    #expect(days.map { whole(availability.balance(on: $0)) } == [15, 25, 13, 43])
    #expect(days.map { whole(availability.promisable(on: $0)) } == [13, 13, 13, 43])
    #expect(availability.firstDay(for: Quantity(whole: 13)) == today)
    #expect(availability.firstDay(for: Quantity(whole: 14)) == today.adding(days: 8))
    #expect(availability.firstDay(for: Quantity(whole: 44)) == nil)
    #expect(level.free(today: today, protectingBackorders: true) == Quantity(whole: 13))
    #expect(level.free(today: today, protectingBackorders: false) == Quantity(whole: 15))
    #expect(level.incoming == Quantity(whole: 50))
    #expect(level.backordered == Quantity(whole: 22))
  }

  @Test("a receipt that is overdue, or due today and not here, does not count")
  func overdue() {
    let level = level(onHand: 0, reserved: 0, (-2, 10, 0), (0, 5, 0), (2, 1, 0))
    let availability = Availability(level, today: today)
    #expect(availability.firstDay(for: Quantity(whole: 1)) == today.adding(days: 2))
    #expect(availability.firstDay(for: Quantity(whole: 2)) == nil)
  }

  @Test("back-orders due in the past and those that nobody could promise are owed all the same")
  func owed() {
    var level = level(onHand: 10, reserved: 0, (-3, 0, 4))
    #expect(level.free(today: today, protectingBackorders: true) == Quantity(whole: 6))
    level.plan.add(.init(day: StockPlan.never, backordered: Quantity(whole: 5)))
    #expect(level.free(today: today, protectingBackorders: true) == Quantity(whole: 1))
    let availability = Availability(level, today: today)
    #expect(availability.firstDay(for: Quantity(whole: 2)) == nil)
  }

  @Test("a plan keeps its days in order and forgets what came to nothing")
  func plan() {
    var plan = StockPlan()
    for day in [5, 2, 9, 2] {
      plan.add(.init(day: today.adding(days: day), incoming: Quantity(whole: 1)))
    }
    #expect(plan.days.map { $0.day.daysSince1970 - today.daysSince1970 } == [2, 5, 9])
    plan.add(.init(day: today.adding(days: 2), incoming: Quantity(whole: -2)))
    #expect(plan.days.count == 2)
    #expect(plan.incoming == Quantity(whole: 2))
  }

  @Test("wanted on Friday 2026-06-12 with two days of transit and one of handling: Tuesday 06-09")
  func shipBy() throws {
    let friday = try #require(CalendarDay("2026-06-12"))
    #expect(friday.weekday == 4)
    var warehouse = Warehouse(
      id: nowhere(), code: "W", displayName: "W", address: Address(),
      at: Instant(microseconds: 0))
    warehouse.handlingDays = 1
    #expect(warehouse.shipBy(forDelivery: friday, transit: 2).description == "2026-06-09")
    let monday = try #require(CalendarDay("2026-06-15"))
    #expect(warehouse.shipBy(forDelivery: monday, transit: 2).description == "2026-06-10")
    // Sunday counts as the Friday before it.
    #expect(
      warehouse.shipBy(forDelivery: friday.adding(days: 2), transit: 2).description == "2026-06-09")
    #expect(warehouse.delivery(ofGoodsFrom: friday, transit: 2).description == "2026-06-17")
    warehouse.workingDays = WorkingDays(mask: 0)
    #expect(warehouse.shipBy(forDelivery: monday, transit: 2).description == "2026-06-12")
  }
}
