package import OrderToCashAPI

/// Bills what was shipped: one file an RPC.
package struct InvoiceService: O2c_V1_InvoiceService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
