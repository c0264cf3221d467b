import Domain
import OrderToCashAPI
import SwiftProtobuf

@testable import Service

/// What every business begins with: a customer with credit, a product with price, tax and stock.
struct Company: Sendable {
  let house: AdapterHouse
  let customer: O2c_V1_Customer
  let product: O2c_V1_Product

  init(_ house: AdapterHouse) async throws {
    self.house = house
    let environment = house.environment
    let customers = CustomerService(environment)
    customer = try await house.call(
      "o2c.v1.CustomerService/CreateCustomer",
      O2c_V1_CreateCustomerRequest.with {
        $0.customer.displayName = "Buyer"
        $0.customer.externalID = "C-1"
        $0.customer.party.legalName = "Buyer Ltd"
        $0.customer.party.address.countryCode = "de"
      }
    ) { try await customers.createCustomer(request: $0, context: $1) }.message
    let catalog = CatalogService(environment)
    product = try await house.call(
      "o2c.v1.CatalogService/CreateProduct",
      O2c_V1_CreateProductRequest.with {
        $0.product.sku = "A-1"
        $0.product.displayName = "Apple"
      }
    ) { try await catalog.createProduct(request: $0, context: $1) }.message
    _ = try await house.call(
      "o2c.v1.CatalogService/SetTaxRules",
      O2c_V1_SetTaxRulesRequest.with {
        $0.taxRules = [
          .with {
            $0.categoryCode = "S"
            $0.ratePercent = "19"
          }
        ]
      }
    ) { try await catalog.setTaxRules(request: $0, context: $1) }
    _ = try await house.call(
      "o2c.v1.CatalogService/SetPrices",
      O2c_V1_SetPricesRequest.with {
        $0.prices = [
          .with {
            $0.sku = "A-1"
            $0.currencyCode = "EUR"
            $0.unitPrice = "10"
          }
        ]
      }
    ) { try await catalog.setPrices(request: $0, context: $1) }
    let stock = StockService(environment)
    _ = try await house.call(
      "o2c.v1.StockService/CreateWarehouse",
      O2c_V1_CreateWarehouseRequest.with { $0.warehouse.code = "MAIN" }
    ) { try await stock.createWarehouse(request: $0, context: $1) }
    _ = try await house.call(
      "o2c.v1.StockService/ReceiveStock",
      O2c_V1_ReceiveStockRequest.with {
        $0.lines = [
          .with {
            $0.sku = "A-1"
            $0.quantity = "100"
          }
        ]
      }
    ) { try await stock.receiveStock(request: $0, context: $1) }
    try await house.setLimit(100_000, of: customer.name)
  }

  /// The same company, as another server sees it.
  init(_ company: Company, at house: AdapterHouse) {
    self.house = house
    customer = company.customer
    product = company.product
  }

  func requestID() -> String {
    RequestIdentity.make(now: house.environment.clock.now()).uuidText
  }

  func place(quantity: String) async throws -> O2c_V1_Order {
    let orders = OrderService(house.environment)
    return try await house.call(
      "o2c.v1.OrderService/PlaceOrder",
      O2c_V1_PlaceOrderRequest.with {
        $0.order.customer = customer.name
        $0.order.lines = [
          .with {
            $0.sku = product.sku
            $0.quantity = quantity
          }
        ]
      }
    ) { try await orders.placeOrder(request: $0, context: $1) }.message
  }
}
