package import OrderToCashAPI

/// Takes payments and applies them: one file an RPC.
package struct PaymentService: O2c_V1_PaymentService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
