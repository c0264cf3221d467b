import Domain
import OrderToCashAPI

extension Shape {
  /// The version in an etag that must be there; nil when none was sent.
  static func version(_ etag: String) -> Int64? {
    etag.isEmpty ? nil : Etag.version(of: etag) ?? -1
  }

  mutating func creditAccount(_ name: String) -> ID<Customer>? {
    guard let customer = Names.creditAccount.parent(in: name) else {
      add("name", .identifierInvalid, "A resource name of the form \(Names.creditAccount.form).")
      return nil
    }
    return customer
  }

  /// Amounts by permission, in minor units of the seller's currency.
  mutating func authority(
    _ rows: [O2c_V1_Principal.Authority], in currency: Currency
  ) -> [String: Int64] {
    var amounts: [String: Int64] = [:]
    for (index, row) in rows.enumerated() {
      let path = "principal.authority[\(index)]"
      if !Roles.all.contains(row.permission) {
        add("\(path).permission", .fieldInvalid, "There is no such permission.")
      } else if amounts[row.permission] != nil {
        add("\(path).permission", .fieldInvalid, "The permission is named twice.")
      }
      guard let amount = money(row.amount, "\(path).amount") else { continue }
      if amount.currency != currency {
        add(
          "\(path).amount.currency_code", .currencyMismatch,
          "Authority is counted in the seller's currency, \(currency).")
      }
      amounts[row.permission] = amount.minorUnits
    }
    return amounts
  }
}

extension Shape {
  /// The version of a change that may only be made from what the caller has seen; nil where the etag
  /// is missing, which is ETAG_REQUIRED once nothing else is wrong.
  mutating func requiredVersion(_ etag: String, of resource: String) -> Int64? {
    if etag.isEmpty { missingEtag = resource }
    return Self.version(etag)
  }
}

extension Rejection {
  /// A change that may only be made from the version that the caller has seen.
  static func etagRequired(_ resource: String) -> Rejection {
    Rejection(.etagRequired, "Read the \(resource) first, and send its etag with the change.")
  }
}
