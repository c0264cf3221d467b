/// A place that goods are kept in and leave from.
package struct Warehouse: Aggregate {
  package var id: ID<Warehouse>
  package var version: Int64 = 0
  /// Short name, unique per seller.
  package var code: String
  package var displayName: String
  package var address: Address
  /// Working days from the order to the goods' leaving.
  package var handlingDays: Int32 = 0
  package var workingDays = WorkingDays.mondayToFriday
  package var createTime: Instant

  package var key: ID<Warehouse> { id }

  package init(
    id: ID<Warehouse>, code: String, displayName: String, address: Address, at now: Instant
  ) {
    self.id = id
    self.code = code
    self.displayName = displayName
    self.address = address
    createTime = now
  }

  /// The last day to begin with goods that are wanted on a day: it less transit and handling.
  ///
  /// - Parameter transit: working days on the way.
  package func shipBy(forDelivery day: CalendarDay, transit: Int32) -> CalendarDay {
    workingDays.before(day, Int(transit) + Int(handlingDays))
  }

  /// When goods that are there on a day reach the customer: it and handling and transit.
  package func delivery(ofGoodsFrom day: CalendarDay, transit: Int32) -> CalendarDay {
    workingDays.after(day, Int(handlingDays) + Int(transit))
  }
}

/// The days of the week on which people work.
package struct WorkingDays: Hashable, Sendable {
  /// Bit 0 is Monday.
  package let mask: UInt8

  /// No day at all is read as every day.
  package init(mask: UInt8) { self.mask = mask & 0x7F == 0 ? 0x7F : mask & 0x7F }

  package static let mondayToFriday = WorkingDays(mask: 0b001_1111)

  package func contains(_ day: CalendarDay) -> Bool { mask >> day.weekday & 1 == 1 }

  /// So many working days earlier; the last working day before one that is none.
  package func before(_ day: CalendarDay, _ count: Int) -> CalendarDay { step(day, count, by: -1) }

  /// So many working days later; the next working day after one that is none.
  package func after(_ day: CalendarDay, _ count: Int) -> CalendarDay { step(day, count, by: 1) }

  private func step(_ day: CalendarDay, _ count: Int, by direction: Int) -> CalendarDay {
    var day = day
    while !contains(day) { day = day.adding(days: direction) }
    for _ in 0..<count {
      repeat { day = day.adding(days: direction) } while !contains(day)
    }
    return day
  }
}

extension CalendarDay {
  /// 0 is Monday.
  package var weekday: Int { Int((Int64(daysSince1970) + 3).floorDivided(by: 7).remainder) }
}
