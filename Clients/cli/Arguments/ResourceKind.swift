/// What kind of resource an argument means, and by which fields it can be found.
enum ResourceKind: String, Sendable, CaseIterable {
  case customer, product, warehouse, order, shipment, invoice, payment, seller, principal
  case goodsReturn = "return"
  case receipt, approval, policy
  case openItem = "open item"

  /// The collection of its names.
  var collection: String {
    switch self {
    case .customer: "customers"
    case .product: "products"
    case .warehouse: "warehouses"
    case .order: "orders"
    case .shipment: "shipments"
    case .invoice: "invoices"
    case .payment: "payments"
    case .seller: "sellers"
    case .principal: "principals"
    case .goodsReturn: "returns"
    case .receipt: "stockReceipts"
    case .approval: "approvals"
    case .policy: "policies"
    case .openItem: "openItems"
    }
  }

  /// The filterable field that a bare word means.
  var wordField: String? {
    switch self {
    case .customer, .principal: "display_name"
    case .product: "sku"
    case .warehouse: "code"
    case .order: "order_number"
    case .shipment: "shipment_number"
    case .invoice: "invoice_number"
    case .payment: "payment_number"
    case .goodsReturn: "rma_number"
    case .seller, .receipt, .approval, .policy, .openItem: nil
    }
  }

  /// Whether it has a key in another system.
  var hasExternalID: Bool {
    switch self {
    case .customer, .order, .payment: true
    case .product, .warehouse, .shipment, .invoice, .seller, .principal, .goodsReturn, .receipt,
      .approval, .policy, .openItem:
      false
    }
  }

  /// Whether people have a word for it, found by its name.
  var hasLabel: Bool { wordField != nil || self == .openItem || self == .policy }

  /// What the argument turns out to be: a name at once, or a field to look up.
  enum Lookup: Sendable, Hashable {
    case name(String)
    case field(String, equals: String)
  }

  /// Reads the argument as this kind. Throws usage where it can mean nothing of the kind.
  func lookup(_ argument: ResourceArgument) throws -> Lookup {
    switch argument {
    case .name(let name):
      guard isName(name) else {
        throw ErrorReport.usage("\(name) is no \(rawValue): its name starts with \(collection)/")
      }
      return .name(name)
    case .externalID(let key):
      guard hasExternalID else {
        throw ErrorReport.usage("a \(rawValue) has no external id: \(argument.text)")
      }
      return .field("external_id", equals: key)
    case .word(let word):
      if self != .shipment, ResourceArgument.isID(word) { return .name("\(collection)/\(word)") }
      guard let wordField else {
        throw ErrorReport.usage("name the \(rawValue) by its name: \(collection)/…")
      }
      let value = isNumbered ? word.uppercased() : word
      return .field(wordField, equals: value)
    case .standardInput:
      throw ErrorReport.usage("`-` cannot stand here: name one \(rawValue)")
    }
  }

  private var isNumbered: Bool {
    switch self {
    case .order, .shipment, .invoice, .payment, .goodsReturn: true
    case .customer, .product, .warehouse, .seller, .principal, .receipt, .approval, .policy,
      .openItem:
      false
    }
  }

  /// Whether the text is built as a name of this kind.
  func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    switch self {
    case .shipment: return parts.count == 4 && parts[0] == "orders" && parts[2] == "shipments"
    case .customer, .product, .warehouse, .order, .invoice, .payment, .seller, .principal,
      .goodsReturn, .receipt, .approval, .policy, .openItem:
      return parts.count == 2 && parts[0] == collection
    }
  }
}

/// A quoted value of a filter.
func filterLiteral(_ value: String) -> String {
  "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
