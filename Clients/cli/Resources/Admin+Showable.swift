import OrderToCash
import OrderToCashAPI

extension O2c_V1_Seller: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("display name", flexible: true) { .text($0.displayName) },
      Column("legal name", flexible: true) { .text($0.party.legalName) },
      Column("vat id") { .text(optional: $0.party.vatID) },
      Column("address", flexible: true) { .text(optional: $0.party.address.oneLine) },
      Column("iban") { .text(optional: $0.bankAccounts.first?.iban ?? "") },
      Column("currency") { .text($0.baseCurrencyCode) },
      Column("time zone") { .text($0.timeZone) },
      Column("warehouse", flexible: true) { .text(optional: $0.defaultWarehouse) },
      Column("payment terms") { .text(optional: $0.defaultPaymentTerms) },
      Column("name") { .text(optional: $0.name) },
      Column("etag") { .text(optional: $0.etag) },
    ]
  }
}

extension O2c_V1_Principal: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("display name", flexible: true) { .text($0.displayName) },
      Column("kind") { .state($0.kind) },
      Column("state") { .state($0.state) },
      Column("roles", flexible: true) { .text($0.roles.joined(separator: " ")) },
      Column("name") { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    var sections = [facts]
    sections.append(
      .facts(
        customers.map { ("customer", .text($0)) }
          + authority.map {
            ("authority", .text("\($0.permission) \(Cell.money($0.amount).forPeople)"))
          }))
    if !apiKeys.isEmpty { sections.append(.table("keys", ApiKey.table(apiKeys))) }
    if !certificates.isEmpty {
      sections.append(.table("certificates", Certificate.table(certificates)))
    }
    return sections
  }
}

extension O2c_V1_ApiKey: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("key id") { .text(optional: $0.keyID) },
      Column("ends with") { .text(optional: $0.lastFour) },
      Column("state") { .state($0.state) },
      Column("expires") { .time($0.expireTime) },
      Column("name", flexible: true) { .text(optional: $0.name) },
    ]
  }
}

extension O2c_V1_Certificate: Showable {
  var identifier: String { fingerprint }

  static var columns: [Column<Self>] {
    [
      Column("fingerprint", flexible: true) { .text(optional: $0.fingerprint) },
      Column("state") { .state($0.state) },
      Column("expires") { .time($0.expireTime) },
      Column("identity", flexible: true) { .text(optional: $0.uri) },
    ]
  }
}

extension O2c_V1_GetCallerResponse: Showable {
  var identifier: String { principal.name }

  static var columns: [Column<Self>] {
    [
      Column("principal") { .text($0.principal.name) },
      Column("display name", flexible: true) { .text(optional: $0.principal.displayName) },
      Column("kind") { .state($0.principal.kind) },
      Column("roles", flexible: true) { .text($0.roles.joined(separator: " ")) },
      Column("seller") { .text(optional: $0.seller) },
      Column("server") { .text(optional: $0.serverVersion) },
    ]
  }

  var sections: [Section] {
    [
      facts,
      .facts(
        sellers.map { ("may act for", .text($0)) }
          + principal.authority.map {
            ("authority", .text("\($0.permission) \(Cell.money($0.amount).forPeople)"))
          } + O2c_V1_GetCallerResponse.byArea(permissions)),
    ]
  }

  /// Permissions a line an area: `orders` may `cancel place read`.
  static func byArea(_ permissions: [String]) -> [(String, Cell)] {
    let parts = permissions.map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
    return Dictionary(grouping: parts) { $0.first ?? "" }.sorted { $0.key < $1.key }
      .map { area, parts in
        (area, .text(parts.compactMap { $0.dropFirst().first }.sorted().joined(separator: " ")))
      }
  }
}
