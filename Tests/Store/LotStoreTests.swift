import Domain
import Postgres
import Store
import Testing

@Suite("Lots in the store")
struct LotStoreTests {
  private static let lots: [Shipment.Lot] = [
    .init(number: "L \"7\"", quantity: Quantity(whole: 1)),
    .init(number: "4111111111111111", quantity: Quantity(whole: 1)),
  ]

  /// Ships two of three pieces in lots, and another order without.
  static func shipment(
    _ connection: Connection, of seller: ID<Seller>, at time: Instant = Sample.now
  ) async throws -> Shipment {
    func context(_ method: String) -> Context { Sample.context(method, at: time) }
    let order = try await connection.run(
      Sample.order(quantities: [3, 1]), of: seller, in: context("PlaceOrder"))
    let lines: [ShipOrder.Line] = [
      .init(number: 1, quantity: Quantity(whole: 2), lots: lots),
      .init(number: 2, quantity: Quantity(whole: 1)),
    ]
    return try await connection.run(
      ShipOrder(order: order.id, lines: lines), of: seller, in: context("ShipOrder"))
  }

  @Test("lots are read as they were written, and a recall finds the shipments that have one")
  func recall() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    try await connection.write(seller) { Sample.fill(&$0) }
    _ = try await connection.run(Sample.stock(), of: seller, in: Sample.context("ReceiveStock"))
    let shipment = try await Self.shipment(connection, of: seller)
    let plain = try await connection.run(
      Sample.order(quantities: [1]), of: seller, in: Sample.context())
    _ = try await connection.run(
      ShipOrder(order: plain.id), of: seller, in: Sample.context("ShipOrder"))
    #expect(shipment.lines.map(\.lots) == [Self.lots, []])
    let read = try await connection.answer(
      GetShipment(shipment.id, of: shipment.order), of: seller, for: .all)
    #expect(read?.shipment == shipment)
    // As a command sees it.
    let delivered = try await connection.run(
      ConfirmDelivery(order: shipment.order, shipment: shipment.id), of: seller,
      in: Sample.context("ConfirmDelivery"))
    #expect(delivered.lines == shipment.lines)

    for (filter, count) in [
      (#"lines.lots.lot_number : "L \"7\"""#, 1), ("lines.lots.lot_number : 4111111111111111", 1),
      (#"lines.lots.lot_number : "L""#, 0), (#"lines.lots.lot_number : "*""#, 1),
      (#"NOT lines.lots.lot_number : "L""#, 2),
    ] {
      let request = ListRequest(filter: filter, size: 10, isFull: true, today: Sample.today)
      let found = try await connection.answer(
        ListShipments(request, of: nil), of: seller, for: .all)
      #expect(found.rows.count == count, "\(filter)")
      if count == 1 { #expect(found.rows.map(\.shipment) == [delivered]) }
    }
    for filter in [#"lines.lots.lot_number = "L""#, #"lines.lots.lot_number : "L*""#] {
      let request = ListRequest(filter: filter, size: 10, today: Sample.today)
      await #expect(throws: (any Error).self, "\(filter)") {
        try await connection.answer(ListShipments(request, of: nil), of: seller, for: .all)
      }
    }
    #expect(try await connection.answer(VerifyBooks(), of: seller, for: .all) == [])
  }

  @Test("under row-level security a lot is looked up by its index")
  func indexed() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let options = Tenancy.readWrite(database.seller).setting("enable_seqscan", "off")
    let plan = try await connection.transaction(
      options,
      opening: [
        Query(
          """
          EXPLAIN SELECT l.shipment_id FROM shipment_lots l
          WHERE l.seller_id = (SELECT current_setting('app.seller')::uuid) AND l.lot_number = 'L'
          """)
      ]
    ) { try $0.opened[0].map { try $0.text(0) } }
    let condition = plan.filter { $0.contains("Index Cond") }
    #expect(condition.contains { $0.contains("lot_number") }, "\(plan)")
  }
}
