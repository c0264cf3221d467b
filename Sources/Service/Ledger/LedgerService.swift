package import OrderToCashAPI

/// The books: what was posted, and whether it is right.
package struct LedgerService: O2c_V1_LedgerService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
