import Domain
import Postgres
import Store
import Testing

@Suite("Rows come back as they were written")
struct RoundTripTests {
  @Test("random masters and identities, as new rows and as changed ones")
  func masters() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededGenerator(seed: seed)
    for round in 0..<4 {
      var books = Books(seller: seller, seed: 1)
      if round > 0 {
        books = try await connection.answer(DumpStore(), of: seller, for: .all).books
      }
      for number in 0..<8 as Range<UInt64> { books.putMasters(number, &random) }
      books.keep()
      let queries = Flush.queries(of: books)
      try await connection.transaction(Tenancy.readWrite(seller)) { $0.flush(queries) }
      let read = try await connection.answer(DumpStore(), of: seller, for: .all).books
      #expect(Self.sorted(read.customers) == Self.sorted(books.customers), "seed \(seed)")
      #expect(Self.sorted(read.creditAccounts) == Self.sorted(books.creditAccounts))
      #expect(Self.sorted(read.products) == Self.sorted(books.products), "seed \(seed)")
      #expect(Self.sorted(read.warehouses) == Self.sorted(books.warehouses), "seed \(seed)")
      #expect(Self.sorted(read.principals) == Self.sorted(books.principals), "seed \(seed)")
      #expect(Self.sorted(read.apiKeys) == Self.sorted(books.apiKeys), "seed \(seed)")
      #expect(Self.sorted(read.certificates) == Self.sorted(books.certificates), "seed \(seed)")
      #expect(Set(read.prices.rows.map(\.key)) == Set(books.prices.rows.map(\.key)))
      for price in books.prices.rows { #expect(read.prices[price.key] == price, "seed \(seed)") }
      for rule in books.taxRules.rows { #expect(read.taxRules[rule.key] == rule, "seed \(seed)") }
    }
  }

  private static func sorted<Row: Aggregate>(_ shelf: Shelf<Row>) -> [Row]
  where Row.Key: Comparable {
    shelf.rows.sorted { $0.key < $1.key }
  }
}

extension Books {
  fileprivate mutating func putMasters(_ number: UInt64, _ random: inout SeededGenerator) {
    func text(_ length: Int = 12) -> String {
      let letters = Array("abcÄöß €\"\\'{}[]:,🦆0123\u{7F}")
      return String(
        (0..<Int.random(in: 0...length, using: &random)).map { _ in
          letters.randomElement(using: &random)!
        })
    }
    func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? {
      Bool.random(using: &random) ? value() : nil
    }
    func day() -> CalendarDay {
      CalendarDay(daysSince1970: .random(in: -30_000...60_000, using: &random))
    }
    func instant() -> Instant {
      Instant(microseconds: .random(in: -1_000_000_000_000...4_000_000_000_000_000, using: &random))
    }
    func address() -> Address {
      Address(
        recipient: text(), lines: (0..<Int.random(in: 0...3, using: &random)).map { _ in text() },
        city: text(), region: text(), postalCode: text(), countryCode: "DE")
    }
    var customer = Sample.customer(number, externalID: maybe("X\(number)"))
    customer.displayName = text()
    customer.party = Party(legalName: text(), vatID: text(), gln: text(), address: address())
    customer.shipTo = (0..<Int.random(in: 0...2, using: &random)).map { _ in address() }
    customer.contacts = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      .init(role: text(), name: text(), email: text(), phone: text())
    }
    customer.annotations = Dictionary(
      (0..<Int.random(in: 0...3, using: &random)).map { _ in (text(), text()) }
    ) { first, _ in first }
    customer.priceGroup = maybe("G\(number)")
    customer.state = Customer.State.allCases.randomElement(using: &random)!
    customer.createTime = customers[customer.id]?.createTime ?? instant()
    customer.currency = customers[customer.id]?.currency ?? .usd
    customer.updateTime = instant()
    put(customer)
    var account = Sample.account(number, limit: .random(in: 0...1_000_000, using: &random))
    account.temporaryLimit = maybe(.init(amount: 77, until: day()))
    put(account)
    var product = Sample.product(number)
    product.displayName = text()
    product.description = text(200)
    product.sellableFrom = maybe(day())
    product.commodityCode = text()
    product.isStocked = Bool.random(using: &random)
    put(product)
    let audience: Price.Audience =
      number % 3 == 0 ? .all : number % 3 == 1 ? .group("G\(number)") : .customer(customer.id)
    var price = Sample.price(number, audience)
    price.validUntil = maybe(CalendarDay(daysSince1970: 70_000))
    price.unitPrice = UnitPrice(micros: .random(in: 0...UnitPrice.limit, using: &random))
    put(price)
    var rule = TaxRule(
      key: .init(taxClass: "T\(number)", regionCode: "", treatment: "", validFrom: Sample.today),
      category: .canaryIslands, rate: Percent(micros: .random(in: 0...100_000_000, using: &random)))
    rule.exemptionCode = text()
    put(rule)
    var warehouse = Sample.warehouse(number)
    warehouse.displayName = text()
    put(warehouse)
    var principal = Principal(
      id: Sample.id(100 + number), kind: .partner, displayName: text(),
      roles: ["PARTNER", text()], customers: [customer.id, Sample.id(1)],
      authority: maybe(["credit.limit": 5, "a": .max]) ?? [:], at: Sample.now)
    principal.state = Principal.State.allCases.randomElement(using: &random)!
    put(principal)
    var key = APIKey(
      id: Sample.id(200 + number), principal: principal.id, keyID: "K\(number)",
      secretMAC: (0..<32).map { UInt8($0) }, lastFour: "abcd", expireTime: Sample.now,
      at: Sample.now)
    key.revokeTime = maybe(instant())
    key.state = key.revokeTime == nil ? .active : .revoked
    put(key)
    var certificate = Certificate(
      id: Sample.id(300 + number), principal: number % 2 == 0 ? nil : principal.id,
      uri: "o2c://\(number)", fingerprint: "F\(number)", expireTime: nil, at: Sample.now)
    certificate.revokeTime = maybe(instant())
    put(certificate)
  }
}
