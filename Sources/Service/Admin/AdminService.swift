package import OrderToCashAPI

/// Keeps the seller and who may call: one file an RPC.
package struct AdminService: O2c_V1_AdminService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
