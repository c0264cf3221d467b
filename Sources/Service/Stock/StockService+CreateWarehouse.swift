import Domain
package import GRPCCore
package import OrderToCashAPI

extension StockService {
  package func createWarehouse(
    request: ServerRequest<O2c_V1_CreateWarehouseRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Warehouse> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.StockService/CreateWarehouse", in: environment).perform(
      request.message,
      command: { request, _ -> CreateWarehouse? in
        let warehouse = request.warehouse
        return CreateWarehouse(
          code: warehouse.code,
          displayName: warehouse.displayName.isEmpty ? warehouse.code : warehouse.displayName,
          address: warehouse.hasAddress ? Address(warehouse.address) : Address(),
          handlingDays: warehouse.handlingDays)
      },
      reply: { warehouse in
        var message = O2c_V1_Warehouse(warehouse)
        if isPreview { message.name = "" }
        return message
      }
    ).response
  }
}
