import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf

@testable import Service

/// The methods of stock, shipments and returns of a company, as its warehouse calls them.
struct StockDesk: Sendable {
  let orders: OrderDesk
  let stock: StockService
  let fulfillment: FulfillmentService

  var company: Company { orders.company }
  var house: AdapterHouse { company.house }

  init(_ company: Company) {
    orders = OrderDesk(company)
    stock = StockService(company.house.environment)
    fulfillment = FulfillmentService(company.house.environment)
  }

  static func run(_ body: @Sendable @escaping (StockDesk) async throws -> Void) async throws {
    try await AdapterHouse.run { house in try await body(StockDesk(Company(house))) }
  }

  /// A partner of the company's customer, or of nobody's.
  func partner(seesCustomer: Bool = true) throws -> AuthenticatedCaller {
    guard let id = Names.customer.id(in: company.customer.name) else {
      throw AdapterHouse.Missing()
    }
    return AdapterHouse.caller(roles: ["PARTNER"], customers: seesCustomer ? [id] : [])
  }

  // MARK: Stock

  func addWarehouse(_ code: String) async throws -> String {
    try await house.call(
      "o2c.v1.StockService/CreateWarehouse",
      O2c_V1_CreateWarehouseRequest.with { $0.warehouse.code = code }
    ) { try await stock.createWarehouse(request: $0, context: $1) }.message.name
  }

  func mainWarehouse() async throws -> String {
    try await house.call(
      "o2c.v1.StockService/ListWarehouses",
      O2c_V1_ListWarehousesRequest.with { $0.filter = "code = \"MAIN\"" }
    ) { try await stock.listWarehouses(request: $0, context: $1) }.message.warehouses[0].name
  }

  func addProduct(_ sku: String, stocked: Bool = true) async throws {
    let catalog = CatalogService(house.environment)
    _ = try await house.call(
      "o2c.v1.CatalogService/CreateProduct",
      O2c_V1_CreateProductRequest.with {
        $0.product.sku = sku
        $0.product.displayName = sku
        $0.product.stocked = stocked
      }
    ) { try await catalog.createProduct(request: $0, context: $1) }
    _ = try await house.call(
      "o2c.v1.CatalogService/SetPrices",
      O2c_V1_SetPricesRequest.with {
        $0.prices = [
          .with {
            $0.sku = sku
            $0.currencyCode = "EUR"
            $0.unitPrice = "1"
          }
        ]
      }
    ) { try await catalog.setPrices(request: $0, context: $1) }
  }

  func receive(
    _ change: (inout O2c_V1_ReceiveStockRequest) -> Void
  ) async throws -> O2c_V1_StockReceipt {
    var request = O2c_V1_ReceiveStockRequest()
    change(&request)
    return try await house.call("o2c.v1.StockService/ReceiveStock", request) {
      try await stock.receiveStock(request: $0, context: $1)
    }.message
  }

  func receive(_ quantity: Int, of sku: String) async throws {
    _ = try await receive { $0.lines = [.of(sku, quantity)] }
  }

  func schedule(
    _ change: (inout O2c_V1_ScheduleReceiptRequest) -> Void
  ) async throws -> O2c_V1_StockReceipt {
    var request = O2c_V1_ScheduleReceiptRequest()
    change(&request)
    return try await house.call("o2c.v1.StockService/ScheduleReceipt", request) {
      try await stock.scheduleReceipt(request: $0, context: $1)
    }.message
  }

  func move(
    force: Bool = false, _ lines: [O2c_V1_MoveStockRequest.Line],
    _ change: (inout O2c_V1_MoveStockRequest) -> Void = { _ in }
  ) async throws -> [O2c_V1_StockLevel] {
    var request = O2c_V1_MoveStockRequest.with {
      $0.lines = lines
      $0.force = force
    }
    change(&request)
    return try await house.call("o2c.v1.StockService/MoveStock", request) {
      try await stock.moveStock(request: $0, context: $1)
    }.message.stockLevels
  }

  func check(
    _ change: (inout O2c_V1_CheckAvailabilityRequest) -> Void
  ) async throws -> [O2c_V1_CheckAvailabilityResponse.Line] {
    var request = O2c_V1_CheckAvailabilityRequest()
    change(&request)
    return try await house.call("o2c.v1.StockService/CheckAvailability", request) {
      try await stock.checkAvailability(request: $0, context: $1)
    }.message.lines
  }

  /// On hand, reserved, backordered and incoming of a product, by warehouse in the order of their
  /// making.
  func levels(_ sku: String) async throws -> [[String]] {
    try await house.call(
      "o2c.v1.StockService/ListStockLevels",
      O2c_V1_ListStockLevelsRequest.with { $0.filter = "sku = \"\(sku)\"" }
    ) { try await stock.listStockLevels(request: $0, context: $1) }.message.stockLevels
      .sorted { $0.warehouse < $1.warehouse }
      .map { [$0.onHand, $0.reserved, $0.backordered, $0.incoming] }
  }

  // MARK: Shipments and returns

  func ship(
    _ order: O2c_V1_Order, _ change: (inout O2c_V1_ShipOrderRequest) -> Void = { _ in }
  ) async throws -> O2c_V1_Shipment {
    var request = O2c_V1_ShipOrderRequest.with { $0.name = order.name }
    change(&request)
    return try await house.call("o2c.v1.FulfillmentService/ShipOrder", request) {
      try await fulfillment.shipOrder(request: $0, context: $1)
    }.message
  }

  func deliver(_ shipment: O2c_V1_Shipment) async throws -> O2c_V1_Shipment {
    try await house.call(
      "o2c.v1.FulfillmentService/ConfirmDelivery",
      O2c_V1_ConfirmDeliveryRequest.with { $0.name = shipment.name }
    ) { try await fulfillment.confirmDelivery(request: $0, context: $1) }.message
  }

  func shipment(_ name: String) async throws -> O2c_V1_Shipment {
    try await house.call(
      "o2c.v1.FulfillmentService/GetShipment", O2c_V1_GetShipmentRequest.with { $0.name = name }
    ) { try await fulfillment.getShipment(request: $0, context: $1) }.message
  }

  func askBack(
    _ order: O2c_V1_Order, _ lines: [O2c_V1_Return.Line], as caller: AuthenticatedCaller? = nil
  ) async throws -> O2c_V1_Return {
    try await house.call(
      "o2c.v1.FulfillmentService/CreateReturn",
      O2c_V1_CreateReturnRequest.with {
        $0.order = order.name
        $0.lines = lines
        $0.note = "too many"
      }, as: caller
    ) { try await fulfillment.createReturn(request: $0, context: $1) }.message
  }

  func authorize(
    _ name: String, etag: String = "", as caller: AuthenticatedCaller? = nil
  ) async throws -> O2c_V1_Return {
    try await house.call(
      "o2c.v1.FulfillmentService/AuthorizeReturn",
      O2c_V1_AuthorizeReturnRequest.with {
        $0.name = name
        $0.etag = etag
      }, as: caller
    ) { try await fulfillment.authorizeReturn(request: $0, context: $1) }.message
  }

  func reject(_ name: String, etag: String = "") async throws -> O2c_V1_Return {
    try await house.call(
      "o2c.v1.FulfillmentService/RejectReturn",
      O2c_V1_RejectReturnRequest.with {
        $0.name = name
        $0.etag = etag
        $0.reason = "used"
      }
    ) { try await fulfillment.rejectReturn(request: $0, context: $1) }.message
  }

  func takeBack(
    _ name: String, _ change: (inout O2c_V1_ReceiveReturnRequest) -> Void = { _ in }
  ) async throws -> O2c_V1_Return {
    var request = O2c_V1_ReceiveReturnRequest.with { $0.name = name }
    change(&request)
    return try await house.call("o2c.v1.FulfillmentService/ReceiveReturn", request) {
      try await fulfillment.receiveReturn(request: $0, context: $1)
    }.message
  }

  func getReturn(
    _ name: String, as caller: AuthenticatedCaller? = nil
  ) async throws -> O2c_V1_Return {
    try await house.call(
      "o2c.v1.FulfillmentService/GetReturn", O2c_V1_GetReturnRequest.with { $0.name = name },
      as: caller
    ) { try await fulfillment.getReturn(request: $0, context: $1) }.message
  }

  func returns(
    _ filter: String = "", as caller: AuthenticatedCaller? = nil
  ) async throws -> [O2c_V1_Return] {
    try await house.call(
      "o2c.v1.FulfillmentService/ListReturns",
      O2c_V1_ListReturnsRequest.with { $0.filter = filter }, as: caller
    ) { try await fulfillment.listReturns(request: $0, context: $1) }.message.returns
  }

  /// So that no credit rule stands in the way of goods.
  func raiseLimit() async throws {
    try await house.setLimit(100_000_000, of: company.customer.name)
  }

  /// What the checks of the books find.
  func findings() async throws -> [String] {
    let ledger = LedgerService(house.environment)
    let answers = try await house.stream(
      "o2c.v1.LedgerService/VerifyBooks", O2c_V1_VerifyBooksRequest()
    ) { try await ledger.verifyBooks(request: $0, context: $1) }
    return answers.filter { !$0.finding.check.isEmpty }.map { "\($0.finding)" }
  }

  /// Today in the seller's time zone, and days from it.
  func day(_ days: Int = 0) -> Google_Type_Date {
    let clock = house.environment.clock
    return .init(clock.day(at: clock.now(), in: "Europe/Berlin").adding(days: days))
  }
}

extension O2c_V1_StockReceipt.Line {
  static func of(_ sku: String, _ quantity: Int) -> Self {
    .with {
      $0.sku = sku
      $0.quantity = String(quantity)
    }
  }
}

extension O2c_V1_MoveStockRequest.Line {
  static func of(
    _ sku: String, from: String = "", to: String = "", quantity: String? = nil,
    counted: String? = nil
  ) -> Self {
    .with {
      $0.sku = sku
      $0.from = from
      $0.to = to
      if let quantity { $0.quantity = quantity }
      if let counted { $0.counted = counted }
      $0.reasonCode = "TEST"
    }
  }
}

extension O2c_V1_Return.Line {
  static func of(
    _ line: String, _ quantity: String, shipment: String = "",
    _ disposition: O2c_V1_Return.Disposition = .unspecified
  ) -> Self {
    .with {
      $0.lineID = line
      $0.quantity = quantity
      $0.shipment = shipment
      $0.disposition = disposition
      $0.reasonCode = "TEST"
    }
  }
}
