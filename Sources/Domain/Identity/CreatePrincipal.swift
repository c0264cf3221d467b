/// Adds someone who may call. Credentials are issued separately.
///
/// Checks, in this order: the customers are there, the name is free.
package struct CreatePrincipal: Command {
  package let kind: Principal.Kind
  package let displayName: String
  package let roles: [String]
  package let customers: [ID<Customer>]
  package let authority: [String: Int64]
  package let note: String

  package init(
    kind: Principal.Kind, displayName: String, roles: [String], customers: [ID<Customer>] = [],
    authority: [String: Int64] = [:], note: String = ""
  ) {
    self.kind = kind
    self.displayName = displayName
    self.roles = roles
    self.customers = customers
    self.authority = authority
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.customers = Set(customers)
    needs.allPrincipals = true
    needs.sellerForUpdate = true
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Principal {
    var faults = Faults()
    for (index, customer) in customers.enumerated() where books.customers[customer] == nil {
      faults.add(
        "principal.customers[\(index)]", .referenceNotFound, "There is no such customer.")
    }
    if kind != .partner, !customers.isEmpty {
      faults.add("principal.customers", .fieldInvalid, "Only partners are bound to customers.")
    }
    if kind == .partner, roles != ["PARTNER"] {
      faults.add("principal.roles", .fieldInvalid, "A partner has the role PARTNER alone.")
    }
    if kind != .partner, roles.contains("PARTNER") {
      faults.add("principal.roles", .fieldInvalid, "The role PARTNER is for partners.")
    }
    try faults.check()
    if let existing = books.principals.rows.first(where: { $0.displayName == displayName }) {
      throw Rejection(
        .resourceExists, "A principal named \"\(displayName)\" exists already.",
        metadata: ["existing": "principals/\(existing.id)"])
    }
    let principal = Principal(
      id: books.makeID(in: context), kind: kind, displayName: displayName, roles: roles,
      customers: customers, authority: authority, at: context.now)
    books.put(principal)
    books.record(
      .principalCreated, ResourceRef(.principal, principal.id), version: 1, in: context
    ) {
      $0.member("kind", kind.rawValue)
      $0.member("display_name", displayName)
      $0.member("roles", roles)
      $0.member("customers", customers.map { "customers/\($0)" })
      $0.member("note", note)
    }
    return books.principals[principal.id] ?? principal
  }
}
