package import Domain

/// The form of a resource name with one id at its end.
package struct ResourceNamePattern<Thing>: Sendable {
  package let collection: StaticString

  package var form: String { "\(collection)/{id}" }

  package func name(_ id: ID<Thing>) -> String { "\(collection)/\(id)" }

  /// Nil unless the name is `collection/` and 26 characters of an id.
  package func id(in name: String) -> ID<Thing>? {
    let prefix = "\(collection)/"
    guard name.utf8.count == prefix.utf8.count + 26, name.hasPrefix(prefix) else { return nil }
    return ID<Thing>(name.dropFirst(prefix.count))
  }
}

/// The form of the name of a resource that is the only one of its kind below another.
package struct SingletonNamePattern<Parent>: Sendable {
  package let collection: StaticString
  package let singleton: StaticString

  package var form: String { "\(collection)/{id}/\(singleton)" }

  package func name(of parent: ID<Parent>) -> String { "\(collection)/\(parent)/\(singleton)" }

  /// The parent; nil unless the name has the form.
  package func parent(in name: String) -> ID<Parent>? {
    let suffix = "/\(singleton)"
    guard name.hasSuffix(suffix) else { return nil }
    return ResourceNamePattern<Parent>(collection: collection)
      .id(in: String(name.dropLast(suffix.count)))
  }
}

package enum Names {
  package static let seller = ResourceNamePattern<Seller>(collection: "sellers")
  package static let customer = ResourceNamePattern<Customer>(collection: "customers")
  package static let product = ResourceNamePattern<Product>(collection: "products")
  package static let warehouse = ResourceNamePattern<Warehouse>(collection: "warehouses")
  package static let receipt = ResourceNamePattern<StockReceipt>(collection: "stockReceipts")
  package static let returned = ResourceNamePattern<Return>(collection: "returns")
  package static let order = ResourceNamePattern<Order>(collection: "orders")
  package static let invoice = ResourceNamePattern<Invoice>(collection: "invoices")
  package static let payment = ResourceNamePattern<Payment>(collection: "payments")
  package static let openItem = ResourceNamePattern<OpenItem>(collection: "openItems")
  package static let entry = ResourceNamePattern<JournalEntry>(collection: "journalEntries")
  package static let event = ResourceNamePattern<Event>(collection: "events")
  package static let policy = ResourceNamePattern<Policy>(collection: "policies")
  package static let approval = ResourceNamePattern<Approval>(collection: "approvals")
  package static let principal = ResourceNamePattern<Principal>(collection: "principals")

  /// `customers/{customer}/creditAccount`
  package static let creditAccount = SingletonNamePattern<Customer>(
    collection: "customers", singleton: "creditAccount")
  /// `customers/{customer}/accountBalance`
  package static let accountBalance = SingletonNamePattern<Customer>(
    collection: "customers", singleton: "accountBalance")

  /// `orders/{order}/shipments/{shipment}`
  package static func shipment(_ shipment: ID<Shipment>, of order: ID<Order>) -> String {
    "orders/\(order)/shipments/\(shipment)"
  }

  package static func shipment(in name: String) -> (order: ID<Order>, shipment: ID<Shipment>)? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "orders", parts[2] == "shipments",
      let order = ID<Order>(parts[1]), let shipment = ID<Shipment>(parts[3])
    else { return nil }
    return (order, shipment)
  }

  /// `principals/{principal}/apiKeys/{key}`
  package static func apiKey(_ key: ID<APIKey>, of principal: ID<Principal>) -> String {
    "principals/\(principal)/apiKeys/\(key)"
  }

  package static func apiKey(
    in name: String
  ) -> (principal: ID<Principal>, key: ID<APIKey>)? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "principals", parts[2] == "apiKeys",
      let principal = ID<Principal>(parts[1]), let key = ID<APIKey>(parts[3])
    else { return nil }
    return (principal, key)
  }
}
