package import OrderToCashAPI

/// Keeps products, prices and tax rules: one file an RPC.
package struct CatalogService: O2c_V1_CatalogService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
