package import OrderToCashAPI

/// Says how much a customer may owe: one file an RPC.
package struct CreditService: O2c_V1_CreditService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
