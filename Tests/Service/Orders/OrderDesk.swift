import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf

@testable import Service

/// The order methods of a company, as its desk calls them.
struct OrderDesk: Sendable {
  let company: Company
  let orders: OrderService

  init(_ company: Company) {
    self.company = company
    orders = OrderService(company.house.environment)
  }

  func draft(_ quantity: String, _ change: (inout O2c_V1_Order) -> Void = { _ in })
    -> O2c_V1_Order
  {
    var order = O2c_V1_Order.with {
      $0.customer = company.customer.name
      $0.lines = [
        .with {
          $0.sku = company.product.sku
          $0.quantity = quantity
        }
      ]
    }
    change(&order)
    return order
  }

  func create(_ order: O2c_V1_Order) async throws -> O2c_V1_Order {
    try await company.house.call(
      "o2c.v1.OrderService/CreateOrder", O2c_V1_CreateOrderRequest.with { $0.order = order }
    ) { try await orders.createOrder(request: $0, context: $1) }.message
  }

  func place(
    _ order: O2c_V1_Order, _ change: (inout O2c_V1_PlaceOrderRequest) -> Void = { _ in }
  ) async throws -> O2c_V1_Order {
    var request = O2c_V1_PlaceOrderRequest.with { $0.order = order }
    change(&request)
    return try await company.house.call("o2c.v1.OrderService/PlaceOrder", request) {
      try await orders.placeOrder(request: $0, context: $1)
    }.message
  }

  func confirm(_ name: String) async throws -> O2c_V1_Order {
    try await company.house.call(
      "o2c.v1.OrderService/ConfirmOrder", O2c_V1_ConfirmOrderRequest.with { $0.name = name }
    ) { try await orders.confirmOrder(request: $0, context: $1) }.message
  }

  func update(
    _ order: O2c_V1_Order, _ paths: [String] = []
  ) async throws -> O2c_V1_Order {
    try await company.house.call(
      "o2c.v1.OrderService/UpdateOrder",
      O2c_V1_UpdateOrderRequest.with {
        $0.order = order
        $0.updateMask.paths = paths
      }
    ) { try await orders.updateOrder(request: $0, context: $1) }.message
  }

  func preview(
    _ order: O2c_V1_Order, allowBackorder: Bool = false
  ) async throws -> O2c_V1_Order {
    try await company.house.call(
      "o2c.v1.OrderService/PreviewOrder",
      O2c_V1_PreviewOrderRequest.with {
        $0.order = order
        $0.allowBackorder = allowBackorder
      }
    ) { try await orders.previewOrder(request: $0, context: $1) }.message
  }

  func amend(
    _ name: String, _ change: (inout O2c_V1_AmendOrderRequest) -> Void
  ) async throws -> O2c_V1_Order {
    var request = O2c_V1_AmendOrderRequest.with { $0.name = name }
    change(&request)
    return try await company.house.call("o2c.v1.OrderService/AmendOrder", request) {
      try await orders.amendOrder(request: $0, context: $1)
    }.message
  }

  func hold(_ name: String, _ reason: String) async throws -> O2c_V1_Order {
    try await company.house.call(
      "o2c.v1.OrderService/HoldOrder",
      O2c_V1_HoldOrderRequest.with {
        $0.name = name
        $0.reason = reason
      }
    ) { try await orders.holdOrder(request: $0, context: $1) }.message
  }

  func release(_ name: String, _ reason: String = "") async throws -> O2c_V1_Order {
    try await company.house.call(
      "o2c.v1.OrderService/ReleaseOrder",
      O2c_V1_ReleaseOrderRequest.with {
        $0.name = name
        $0.reason = reason
      }
    ) { try await orders.releaseOrder(request: $0, context: $1) }.message
  }

  func duplicate(_ name: String) async throws -> O2c_V1_Order {
    try await company.house.call(
      "o2c.v1.OrderService/DuplicateOrder", O2c_V1_DuplicateOrderRequest.with { $0.name = name }
    ) { try await orders.duplicateOrder(request: $0, context: $1) }.message
  }

  func cancel(_ name: String) async throws -> O2c_V1_Order {
    try await company.house.cancel(name)
  }

  func get(_ name: String) async throws -> O2c_V1_Order {
    try await company.house.call(
      "o2c.v1.OrderService/GetOrder", O2c_V1_GetOrderRequest.with { $0.name = name }
    ) { try await orders.getOrder(request: $0, context: $1) }.message
  }

  func revisions(
    _ name: String, _ change: (inout O2c_V1_ListOrderRevisionsRequest) -> Void = { _ in }
  ) async throws -> O2c_V1_ListOrderRevisionsResponse {
    var request = O2c_V1_ListOrderRevisionsRequest.with { $0.parent = name }
    change(&request)
    return try await company.house.call("o2c.v1.OrderService/ListOrderRevisions", request) {
      try await orders.listOrderRevisions(request: $0, context: $1)
    }.message
  }

  /// Another price of the product.
  func setPrice(_ price: String) async throws {
    let catalog = CatalogService(company.house.environment)
    _ = try await company.house.call(
      "o2c.v1.CatalogService/SetPrices",
      O2c_V1_SetPricesRequest.with {
        $0.prices = [
          .with {
            $0.sku = company.product.sku
            $0.currencyCode = "EUR"
            $0.unitPrice = price
          }
        ]
      }
    ) { try await catalog.setPrices(request: $0, context: $1) }
  }
}
