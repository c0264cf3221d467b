import Domain
import Synchronization

/// Rows to test with.
enum Sample {
  static let now = Instant(microseconds: 1_780_000_000_123_456)
  static let today = CalendarDay(year: 2026, month: 5, day: 28)!

  private static let counter = Atomic<UInt64>(1)

  /// Another number each time.
  static func next() -> UInt64 { counter.add(1, ordering: .relaxed).newValue }

  static func context(
    _ method: String = "OrderService/PlaceOrder", at now: Instant = now, request: UInt64? = nil,
    scope: Caller.Scope = .all
  ) -> Context {
    Context(
      now: now, today: today,
      caller: Caller(principal: ID(high: 0x0199_0000_0000_7002, low: 9), scope: scope),
      requestID: ID(high: 0x0199_0000_0000_7003, low: 1 << 63 | (request ?? next())), method: method
    )
  }

  static func id<Thing>(_ number: UInt64, _: Thing.Type = Thing.self) -> ID<Thing> {
    ID(high: 0x0199_0000_0000_7010, low: 1 << 63 | number)
  }

  static func party(_ name: String) -> Party {
    Party(
      legalName: name, registrationID: "HRB 1", vatID: "DE123456789", gln: "4012345000009",
      electronicAddress: "0088:1", address: address("Haupt\"straße\\ 1"))
  }

  static func address(_ line: String) -> Address {
    Address(
      recipient: "Wareneingang", lines: [line, "2. Stock"], city: "Köln", region: "NW",
      postalCode: "50667", countryCode: "DE")
  }

  static func seller(_ id: ID<Seller>) -> Seller {
    var seller = Seller(
      id: id, displayName: "Nordwind", party: party("Nordwind GmbH"), currency: .eur,
      timeZone: "Europe/Berlin", paymentTerms: .net30, at: now)
    seller.bankAccounts = [.init(iban: "DE89370400440532013000", bic: "COBADEFFXXX")]
    return seller
  }

  static func warehouse(_ number: UInt64) -> Warehouse {
    Warehouse(
      id: id(number), code: "W\(number)", displayName: "Lager \(number)",
      address: number % 2 == 0 ? Address() : address("Am Hafen"), at: now)
  }

  static func product(_ number: UInt64) -> Product {
    var product = Product(
      id: id(1000 + number), sku: "SKU-\(number)", displayName: "Ding \(number)", at: now)
    product.annotations = number % 2 == 0 ? [:] : ["farbe": "rot", "größe": "\(number)"]
    return product
  }

  static func price(_ number: UInt64, _ audience: Price.Audience = .all) -> Price {
    Price(
      key: .init(
        product: id(1000 + number), currency: .eur, audience: audience, minQuantity: .zero,
        validFrom: CalendarDay(daysSince1970: 0)),
      unitPrice: UnitPrice(micros: 9_990_000))
  }

  static let taxRule = TaxRule(
    key: .init(
      taxClass: "STANDARD", regionCode: "", treatment: "",
      validFrom: CalendarDay(daysSince1970: 0)),
    category: .standard, rate: Percent(whole: 19))

  static func customer(_ number: UInt64, externalID: String? = nil) -> Customer {
    var customer = Customer(
      id: id(2000 + number), displayName: "Kunde \(number)", party: party("Kunde \(number) AG"),
      currency: .eur, paymentTerms: PaymentTerms("2/10 net 30") ?? .net30, at: now)
    customer.externalID = externalID
    if number % 2 == 1 {
      customer.shipTo = [address("Tor 1"), address("Tor 2")]
      customer.contacts = [.init(role: "buyer", name: "Erika", email: "e@x.de", phone: "")]
      customer.annotations = ["a/b": "tab\u{9}neu"]
    }
    return customer
  }

  static func account(_ number: UInt64, limit: Int64 = 100_000_000) -> CreditAccount {
    var account = CreditAccount(customer: id(2000 + number), currency: .eur, at: now)
    account.limit = limit
    return account
  }

  /// A shop with a warehouse, products, prices, tax and customers; stock comes by `stock`.
  static func fill(_ books: inout Books, products: UInt64 = 3, customers: UInt64 = 3) {
    books.put(warehouse(1))
    books.put(taxRule)
    for number in 1...products {
      books.put(product(number))
      books.put(price(number))
    }
    for number in 1...customers {
      let customer = customer(number, externalID: "C-\(number)")
      books.put(customer)
      books.put(account(number))
      books.record(
        .customerCreated, ResourceRef(.customer, customer.id), version: 1, customer: customer.id,
        in: context("CustomerService/CreateCustomer")
      ) { $0.member("display_name", customer.displayName) }
    }
  }

  static func stock(products: UInt64 = 3, quantity: Int64 = 1000) -> ReceiveStock {
    ReceiveStock(
      warehouse: id(1), reference: "PO 1",
      lines: (1...products).map {
        .init(product: .id(id(1000 + $0)), quantity: Quantity(whole: quantity))
      })
  }

  static func order(
    _ customer: UInt64 = 1, externalID: String? = nil, quantities: [Int64] = [2, 3, 5],
    allowBackorder: Bool = false
  ) -> PlaceOrder {
    var request = OrderRequest(
      customer: .id(id(2000 + customer)), externalID: externalID,
      purchaseOrderReference: "PO-\(customer)", shipTo: address("Tor 9"),
      annotations: ["erp/route": "7"],
      lines: quantities.enumerated().map { index, quantity in
        .init(
          product: .id(id(1001 + UInt64(index))), quantity: Quantity(whole: quantity),
          warehouse: id(1))
      })
    request.requestedDate = today.adding(days: 7)
    return PlaceOrder(request, options: .init(allowBackorder: allowBackorder))
  }
}
