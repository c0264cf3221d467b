package import OrderToCashAPI

/// Takes orders from draft to completion: one file an RPC.
package struct OrderService: O2c_V1_OrderService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
