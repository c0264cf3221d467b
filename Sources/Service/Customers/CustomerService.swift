package import OrderToCashAPI

/// Keeps the customers: one file an RPC.
package struct CustomerService: O2c_V1_CustomerService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
