package import OrderToCashAPI

/// Keeps warehouses and what lies in them: one file an RPC.
package struct StockService: O2c_V1_StockService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
