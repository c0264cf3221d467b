package import Domain

/// What a seed decides once for a whole game: the seller, its currency, how it rounds.
package struct World: Sendable {
  package let seed: UInt64
  package let seller: ID<Seller>
  package let currency: Currency
  package let foreign: Currency
  package let roundingMode: RoundingMode
  package let taxLevel: TaxLevel
  /// A customer that was blocked before the game began; no command blocks one.
  package let blocked: ID<Customer>
  package let admin: ID<Principal>
  /// The second pair of eyes.
  package let colleague: ID<Principal>
  package let start: Instant

  package init(seed: UInt64) {
    self.seed = seed
    let currencies = [Currency.eur, Currency("JPY") ?? .eur, Currency("KWD") ?? .eur]
    currency = currencies[Int(seed % 3)]
    foreign = .usd
    roundingMode = seed / 3 % 2 == 0 ? .halfAway : .halfEven
    taxLevel = seed / 6 % 2 == 0 ? .document : .line
    // 2025-11-03T08:00:00Z: two months before a turn of the year.
    start = Instant(microseconds: 1_762_156_800_000_000)
    var ids = IDGenerator(seed: seed)
    seller = ids.make(at: start)
    blocked = ids.make(at: start)
    admin = ids.make(at: start)
    colleague = ids.make(at: start)
  }

  package static func party(_ name: String, country: String = "DE") -> Party {
    Party(
      legalName: name, registrationID: "HRB 1", vatID: "DE123456789",
      address: Address(
        lines: ["Hafenstraße 1"], city: "Hamburg", postalCode: "20457", countryCode: country))
  }

  /// Books with the seller, its first admin and the blocked customer, as changes not yet written.
  package func opening() -> Books {
    var books = Books(seller: seller, seed: seed)
    var row = Seller(
      id: seller, displayName: "Kontor", party: Self.party("Kontor GmbH"), currency: currency,
      timeZone: "UTC", paymentTerms: .net30, at: start)
    row.roundingMode = roundingMode
    row.taxLevel = taxLevel
    books.put(row)
    var customer = Customer(
      id: blocked, displayName: "Blocked", party: Self.party("Blocked GmbH"), currency: currency,
      paymentTerms: .net30, at: start)
    customer.state = .blocked
    books.put(customer)
    books.put(CreditAccount(customer: blocked, currency: currency, at: start))
    let context = Context(
      now: start, today: CalendarDay(daysSince1970: Int32(start.microseconds / 86_400_000_000)),
      caller: Caller(principal: admin), requestID: admin.retyped(), method: "Opening")
    books.record(
      .customerCreated, ResourceRef(.customer, blocked), version: 1, customer: blocked,
      in: context
    ) { $0.member("state", customer.state.rawValue) }
    books.put(
      Principal(
        id: admin, kind: .admin, displayName: "First admin", roles: ["ADMIN"], customers: [],
        authority: [:], at: start))
    books.keep()
    return books
  }
}
