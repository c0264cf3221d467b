package import OrderToCashAPI

/// Sends goods out: one file an RPC.
package struct FulfillmentService: O2c_V1_FulfillmentService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
