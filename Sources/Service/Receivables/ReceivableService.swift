package import OrderToCashAPI

/// Who owes what, now and as of a day.
package struct ReceivableService: O2c_V1_ReceivableService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
