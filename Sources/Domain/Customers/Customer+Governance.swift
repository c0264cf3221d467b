/// What is kept of a customer beside name, addresses and terms.
extension Customer {
  /// What a blocked customer may not have, and why.
  package struct Block: Hashable, Sendable {
    package var scope: Scope
    package var reason: String
    package var since: Instant

    package enum Scope: String, CaseIterable, Sendable {
      case orders = "ORDERS"
      case shipments = "SHIPMENTS"
      case all = "ALL"
    }

    package init(scope: Scope, reason: String, since: Instant) {
      self.scope = scope
      self.reason = reason
      self.since = since
    }
  }

  /// What a check of the VAT id said.
  package struct VATCheck: Hashable, Sendable {
    package var isValid: Bool
    package var time: Instant
    /// Who was asked, such as `VIES`.
    package var source: String

    package init(isValid: Bool, time: Instant, source: String) {
      self.isValid = isValid
      self.time = time
      self.source = source
    }
  }

  /// Everything that a caller left to the moment of the command.
  mutating func settle(at now: Instant) {
    if vatCheck?.time == .unsaid { vatCheck?.time = now }
  }

  package struct InvoiceDelivery: Hashable, Sendable {
    package var channel: Channel
    package var address: String
    package var format: Format

    package enum Channel: String, CaseIterable, Sendable {
      case email = "EMAIL"
      case peppol = "PEPPOL"
      case portal = "PORTAL"
    }

    package enum Format: String, CaseIterable, Sendable {
      case pdf = "PDF"
      case facturX = "FACTURX"
      case ubl = "UBL"
      case cii = "CII"
      case xRechnung = "XRECHNUNG"
    }

    package init(channel: Channel, address: String, format: Format) {
      self.channel = channel
      self.address = address
      self.format = format
    }
  }

  package struct InvoiceRules: Hashable, Sendable {
    package var trigger: Trigger
    package var grouping: Grouping

    package enum Trigger: String, CaseIterable, Sendable {
      case onOrder = "ON_ORDER"
      case onShipment = "ON_SHIPMENT"
      case onDelivery = "ON_DELIVERY"
      case manual = "MANUAL"
    }

    package enum Grouping: String, CaseIterable, Sendable {
      case perOrder = "PER_ORDER"
      case perShipment = "PER_SHIPMENT"
      case perCustomer = "PER_CUSTOMER"
    }

    package init(trigger: Trigger, grouping: Grouping) {
      self.trigger = trigger
      self.grouping = grouping
    }
  }

  /// Whether new orders (`.orders`) or goods leaving (`.shipments`) are refused.
  package func refuses(_ act: Block.Scope) -> Bool {
    switch state {
    case .active: false
    case .anonymized: true
    case .blocked: block.map { $0.scope == .all || $0.scope == act } ?? true
    }
  }

  /// Throws CUSTOMER_BLOCKED where the block, a merge or an erasure stands against it.
  func require(_ act: Block.Scope) throws(Rejection) {
    guard refuses(act) else { return }
    let what = act == .shipments ? "nothing is shipped" : "no new orders are taken"
    var metadata = [
      "customer": "customers/\(id)", "scope": (block?.scope ?? .all).rawValue,
    ]
    if let mergedInto { metadata["mergedInto"] = "customers/\(mergedInto)" }
    throw Rejection(
      .customerBlocked, "\(displayName) is \(state.rawValue.lowercased()): \(what).",
      metadata: metadata)
  }
}

package typealias InvoiceTrigger = Customer.InvoiceRules.Trigger

extension Instant {
  /// Stands for the moment of the command, which takes its place.
  package static let unsaid = Instant(microseconds: .min)
}
