import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension StockService {
  package func checkAvailability(
    request: ServerRequest<O2c_V1_CheckAvailabilityRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_CheckAvailabilityResponse> {
    let reading = try Reading(in: environment)
    let message = request.message
    var shape = Shape(checking: message)
    let needBy = shape.day(message.needByDate, isSet: message.hasNeedByDate, "need_by_date")
    var asked: [(product: ProductReference, quantity: Quantity, warehouse: ID<Warehouse>?)] = []
    for (index, line) in message.lines.enumerated() {
      let path = "lines[\(index)]"
      let product = ProductReference(product: line.product, sku: line.sku, at: path, &shape)
      let quantity = shape.quantity(line.quantity, "\(path).quantity")
      let warehouse = shape.optionalID(line.warehouse, Names.warehouse, "\(path).warehouse")
      if let product, let quantity { asked.append((product, quantity, warehouse)) }
    }
    try shape.faults.check()
    let facts: CheckAvailability.Facts = try await reading.get(
      CheckAvailability(asked.map(\.product)), named: Names.seller.name(reading.seller))
    let check = AvailabilityCheck(
      today: try await reading.today(), settings: facts.seller.stock, needBy: needBy,
      transitDays: message.transitDays)
    var faults = Faults()
    var lines: [O2c_V1_CheckAvailabilityResponse.Line] = []
    for (index, line) in asked.enumerated() {
      guard let product = facts.find(line.product) else {
        faults.add("lines[\(index)].product", .referenceNotFound, "There is no such product.")
        continue
      }
      if let named = line.warehouse, facts.warehouses[named] == nil {
        faults.add("lines[\(index)].warehouse", .referenceNotFound, "There is no such warehouse.")
        continue
      }
      let places = line.warehouse.map { [$0] } ?? Array(facts.warehouses.keys)
      guard
        let answer = check.answer(
          line.quantity, of: product, levels: Array(facts.levels.values),
          warehouses: places.compactMap { facts.warehouses[$0] },
          preferring: facts.seller.defaultWarehouse)
      else {
        faults.add(
          "lines[\(index)].warehouse", .fieldRequired, "The seller has no warehouse yet.")
        continue
      }
      lines.append(.init(answer, of: product, line.quantity))
    }
    try faults.check()
    let answers = lines
    return ServerResponse(message: .with { $0.lines = answers })
  }
}

extension O2c_V1_CheckAvailabilityResponse.Line {
  fileprivate init(
    _ answer: AvailabilityCheck.Answer, of product: Product, _ quantity: Quantity
  ) {
    self.init()
    self.product = Names.product.name(product.id)
    sku = product.sku
    if product.isStocked { warehouse = Names.warehouse.name(answer.warehouse) }
    self.quantity = quantity.description
    availableQuantity = answer.available.description
    if let day = answer.promiseDate { promiseDate = .init(day) }
    if let day = answer.shipBy { shipByDate = .init(day) }
    late = answer.isLate
    source =
      switch answer.source {
      case .stock: .onHand
      case .scheduledReceipt: .receipt
      case .leadTime: .leadTime
      case .none: .noSource
      case .notStocked: .notStocked
      }
    days = answer.days.prefix(100).map { day in
      .with {
        $0.onDate = .init(day.day)
        $0.receiptsQuantity = day.incoming.description
        $0.backordersQuantity = day.backordered.description
        $0.projectedQuantity = day.projected.description
        $0.promisableQuantity = day.promisable.description
      }
    }
  }
}
