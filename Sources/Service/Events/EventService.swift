package import OrderToCashAPI

/// The log of everything that changed: timeline and audit trail.
package struct EventService: O2c_V1_EventService.ServiceProtocol {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }
}
