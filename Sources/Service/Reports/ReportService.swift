package import OrderToCashAPI

/// Reads what there is, in the large: one file an RPC.
package struct ReportService: O2c_V1_ReportService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
