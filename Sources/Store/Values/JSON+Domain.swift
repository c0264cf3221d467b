internal import Domain
internal import Postgres

/// How snapshots look in `jsonb`: empty members are left out.
extension JSON {
  /// A stored column: NULL when there is nothing to say.
  var column: Postgres.JSONText? {
    switch self {
    case .null: nil
    case .array(let elements): elements.isEmpty ? nil : Postgres.JSONText(encoded)
    case .object(let members): members.isEmpty ? nil : Postgres.JSONText(encoded)
    default: Postgres.JSONText(encoded)
    }
  }

  static func texts(_ members: [(name: String, value: String)]) -> [(name: String, value: JSON)] {
    members.compactMap { $0.value.isEmpty ? nil : ($0.name, .text($0.value)) }
  }

  init(_ address: Address) {
    var members = Self.texts([
      ("recipient", address.recipient), ("city", address.city), ("region", address.region),
      ("postal_code", address.postalCode), ("country_code", address.countryCode),
    ])
    if !address.lines.isEmpty { members.append(("lines", .array(address.lines.map { .text($0) }))) }
    self = .object(members)
  }

  var address: Address {
    Address(
      recipient: text("recipient"), lines: self["lines"]?.elements.compactMap(\.string) ?? [],
      city: text("city"), region: text("region"), postalCode: text("postal_code"),
      countryCode: text("country_code"))
  }

  init(_ party: Party) {
    var members = Self.texts([
      ("legal_name", party.legalName), ("registration_id", party.registrationID),
      ("vat_id", party.vatID), ("gln", party.gln),
      ("electronic_address", party.electronicAddress),
    ])
    if !party.address.isEmpty { members.append(("address", JSON(party.address))) }
    self = .object(members)
  }

  /// A party is never NULL, however little it says.
  static func partyColumn(_ party: Party) -> Postgres.JSONText {
    Postgres.JSONText(JSON(party).encoded)
  }

  var party: Party {
    Party(
      legalName: text("legal_name"), registrationID: text("registration_id"),
      vatID: text("vat_id"), gln: text("gln"), electronicAddress: text("electronic_address"),
      address: self["address"]?.address ?? Address())
  }

  init(_ contact: Customer.Contact) {
    self = .object(
      Self.texts([
        ("role", contact.role), ("name", contact.name), ("email", contact.email),
        ("phone", contact.phone),
      ]))
  }

  var contact: Customer.Contact {
    .init(role: text("role"), name: text("name"), email: text("email"), phone: text("phone"))
  }

  init(_ account: Seller.BankAccount) {
    self = .object(Self.texts([("iban", account.iban), ("bic", account.bic)]))
  }

  var bankAccount: Seller.BankAccount { .init(iban: text("iban"), bic: text("bic")) }

  init(annotations: [String: String]) {
    self = .object(annotations.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
  }

  var annotations: [String: String] {
    guard case .object(let members) = self else { return [:] }
    return Dictionary(members.map { ($0.name, $0.value.string ?? "") }) { first, _ in first }
  }

  init(authority: [String: Int64]) {
    self = .object(authority.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
  }

  var authority: [String: Int64] {
    guard case .object(let members) = self else { return [:] }
    return Dictionary(
      members.compactMap { member in member.value.integer.map { (member.name, $0) } }
    ) { first, _ in first }
  }

  /// Groups as `[category, rate, base, tax, exemption]`: every order has them.
  init(taxes: [TaxTotal]) {
    self = .array(
      taxes.map { total in
        .array([
          .text(total.category.rawValue), .number(total.rate.micros), .number(total.base),
          .number(total.tax), .text(total.exemptionCode),
        ])
      })
  }

  var taxes: [TaxTotal]? {
    var totals: [TaxTotal] = []
    for element in elements {
      guard let category = element[0]?.string.flatMap(TaxCategory.init(rawValue:)),
        let rate = element[1]?.integer, let base = element[2]?.integer,
        let tax = element[3]?.integer, let exemption = element[4]?.string
      else { return nil }
      totals.append(
        TaxTotal(
          category: category, rate: Percent(micros: rate), base: base, tax: tax,
          exemptionCode: exemption))
    }
    return totals
  }

  /// Discounts as `[P or A, percent or amount, origin, reason, amount]`.
  init(discounts: [Discount]) {
    self = .array(
      discounts.map { discount in
        let (kind, value): (String, Int64) =
          switch discount.value {
          case .percent(let percent): ("P", percent.micros)
          case .amount(let amount): ("A", amount)
          }
        return .array([
          .text(kind), .number(value), .text(discount.origin.rawValue), .text(discount.reason),
          .number(discount.amount),
        ])
      })
  }

  var discounts: [Discount]? {
    var discounts: [Discount] = []
    for element in elements {
      guard let kind = element[0]?.string, let value = element[1]?.integer,
        let origin = element[2]?.string.flatMap(Discount.Origin.init(rawValue:)),
        let reason = element[3]?.string, let amount = element[4]?.integer
      else { return nil }
      discounts.append(
        Discount(
          kind == "P" ? .percent(Percent(micros: value)) : .amount(value), origin: origin,
          reason: reason, amount: amount))
    }
    return discounts
  }

  /// Charges as `[kind, description, class, amount, category, rate, exemption, tax, invoiced]`.
  init(charges: [Charge]) {
    self = .array(
      charges.map { charge in
        .array([
          .text(charge.kind.rawValue), .text(charge.description), .text(charge.taxClass),
          .number(charge.amount), .text(charge.taxCategory.rawValue),
          .number(charge.taxRate.micros), .text(charge.exemptionCode), .number(charge.taxAmount),
          .bool(charge.isInvoiced),
        ])
      })
  }

  var charges: [Charge]? {
    var charges: [Charge] = []
    for element in elements {
      guard let kind = element[0]?.string.flatMap(Charge.Kind.init(rawValue:)),
        let description = element[1]?.string,
        let taxClass = element[2]?.string, let amount = element[3]?.integer,
        let category = element[4]?.string.flatMap(TaxCategory.init(rawValue:)),
        let rate = element[5]?.integer, let exemption = element[6]?.string,
        let tax = element[7]?.integer, let isInvoiced = element[8]
      else { return nil }
      charges.append(
        Charge(
          kind: kind, description: description, taxClass: taxClass, amount: amount,
          taxCategory: category, taxRate: Percent(micros: rate), exemptionCode: exemption,
          taxAmount: tax, isInvoiced: isInvoiced == .bool(true)))
    }
    return charges
  }

  init(holds: [Order.Hold]) {
    self = .array(
      holds.map { hold in
        var members: [(name: String, value: JSON)] = [
          ("kind", .text(hold.kind.rawValue)), ("reason", .text(hold.reason)),
          ("since", .number(hold.since.microseconds)),
        ]
        if let decision = hold.decision { members.append(("decision", .text("\(decision)"))) }
        if let actor = hold.actor { members.append(("actor", .text("\(actor)"))) }
        if !hold.note.isEmpty { members.append(("note", .text(hold.note))) }
        return .object(members)
      })
  }

  var holds: [Order.Hold]? {
    var holds: [Order.Hold] = []
    for element in elements {
      guard let kind = Order.Hold.Kind(rawValue: element.text("kind")),
        let since = element["since"]?.integer
      else { return nil }
      holds.append(
        .init(
          kind: kind, reason: element.text("reason"),
          decision: element["decision"]?.string.flatMap { ID($0) },
          actor: element["actor"]?.string.flatMap { ID($0) },
          note: element.text("note"), since: Instant(microseconds: since)))
    }
    return holds
  }
}

extension RowReader {
  mutating func taxes() throws(DecodeError) -> [TaxTotal] {
    let column = column
    guard let taxes = (try json() ?? .array([])).taxes else {
      throw .malformed(column: column, type: .jsonb)
    }
    return taxes
  }

  mutating func discounts() throws(DecodeError) -> [Discount] {
    let column = column
    guard let discounts = (try json() ?? .array([])).discounts else {
      throw .malformed(column: column, type: .jsonb)
    }
    return discounts
  }

  mutating func charges() throws(DecodeError) -> [Charge] {
    let column = column
    guard let charges = (try json() ?? .array([])).charges else {
      throw .malformed(column: column, type: .jsonb)
    }
    return charges
  }

  mutating func holds() throws(DecodeError) -> [Order.Hold] {
    let column = column
    guard let holds = (try json() ?? .array([])).holds else {
      throw .malformed(column: column, type: .jsonb)
    }
    return holds
  }
}
