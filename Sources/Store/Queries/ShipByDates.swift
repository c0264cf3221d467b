internal import Domain
internal import Postgres

/// What ship-by dates rest on, read where an order asks for a day.
struct ShipByDates {
  private let seller: Seller
  private let warehouses: [ID<Warehouse>: Warehouse]

  /// Nil where none of the orders asks for a day.
  init?(
    of orders: some Sequence<Order>, in transaction: inout Transaction, of seller: ID<Seller>
  ) throws {
    guard orders.contains(where: { $0.requestedDate != nil }) else { return nil }
    let results = try transaction.pipeline([
      Query(LoadStatements.seller, .id(seller)), Query(LoadStatements.warehouses, .id(seller)),
    ])
    guard let row = results[0].first else { return nil }
    self.seller = try SellerTable.read(row, seller)
    var warehouses: [ID<Warehouse>: Warehouse] = [:]
    for row in results[1] {
      let warehouse = try WarehouseTable.read(row)
      warehouses[warehouse.id] = warehouse
    }
    self.warehouses = warehouses
  }

  func dates(of order: Order) -> [Int32: CalendarDay] {
    order.shipByDates(of: seller) { warehouses[$0] }
  }
}
