import OrderToCashAPI

extension ItemResult<Order> {
  init(_ item: O2c_V1_PlaceOrderResult) {
    requestID = item.requestID
    isReplayed = item.replayed
    result =
      switch item.result {
      case .order(let order): .success(order)
      case .error(let status): .failure(OrderToCashError(status, requestID: item.requestID))
      case nil: .failure(.unreadable("A result of the batch is empty.", requestID: item.requestID))
      }
  }
}

extension ItemResult<Shipment> {
  init(_ item: O2c_V1_ShipOrderResult) {
    requestID = item.requestID
    isReplayed = item.replayed
    result =
      switch item.result {
      case .shipment(let shipment): .success(shipment)
      case .error(let status): .failure(OrderToCashError(status, requestID: item.requestID))
      case nil: .failure(.unreadable("A result of the batch is empty.", requestID: item.requestID))
      }
  }
}
