extension Order {
  /// The last day on which each open line must leave to be there when it is wanted: transit and
  /// handling before, in the working days of its warehouse. Empty where no day was asked for.
  ///
  /// - Parameter warehouse: finds a warehouse by its id.
  package func shipByDates(
    of seller: Seller, _ warehouse: (ID<Warehouse>) -> Warehouse?
  ) -> [Int32: CalendarDay] {
    guard let wanted = requestedDate else { return [:] }
    var days: [Int32: CalendarDay] = [:]
    for line in lines where line.open > .zero {
      guard let place = (line.warehouse ?? seller.defaultWarehouse).flatMap(warehouse) else {
        continue
      }
      days[line.number] = place.shipBy(forDelivery: wanted, transit: seller.stock.transitDays)
    }
    return days
  }
}
