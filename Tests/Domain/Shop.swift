import Domain

/// A small company on books in memory: one customer, one product of each kind, stock and a limit.
struct Shop {
  var books: Books
  var now = Instant(microseconds: 1_768_464_000_000_000)  // 2026-01-15T08:00:00Z, a Thursday
  let seller: ID<Seller>
  let customer: ID<Customer>
  let stranger: ID<Customer>
  let warehouse: ID<Warehouse>
  let admin: ID<Principal> = ID(high: 9, low: 9)
  private(set) var count: UInt64 = 0

  init(
    currency: Currency = .eur, mode: RoundingMode = .halfAway, level: TaxLevel = .document,
    limit: Int64 = 1_000_000_000
  ) {
    seller = ID(high: 1, low: 1)
    customer = ID(high: 2, low: 1)
    stranger = ID(high: 2, low: 2)
    warehouse = ID(high: 3, low: 1)
    books = Books(seller: seller, seed: 1)
    let party = Party(
      legalName: "Kontor GmbH", vatID: "DE123456789", address: Address(countryCode: "DE"))
    var row = Seller(
      id: seller, displayName: "Kontor", party: party, currency: currency, timeZone: "UTC",
      paymentTerms: .net30, at: now)
    row.roundingMode = mode
    row.taxLevel = level
    row.defaultWarehouse = warehouse
    books.put(row)
    books.put(
      Warehouse(id: warehouse, code: "W", displayName: "W", address: party.address, at: now))
    for id in [customer, stranger] {
      books.put(
        Customer(
          id: id, displayName: "Customer", party: party, currency: currency, paymentTerms: .net30,
          at: now))
      var account = CreditAccount(customer: id, currency: currency, at: now)
      account.limit = limit
      books.put(account)
    }
    for (taxClass, category, rate) in [
      ("STANDARD", TaxCategory.standard, "19"), ("REDUCED", .standard, "7"),
      ("TENTH", .standard, "10"), ("FIVE", .standard, "5"), ("ZERO", .zeroRated, "0"),
    ] {
      books.put(
        TaxRule(
          key: .init(
            taxClass: taxClass, regionCode: "", treatment: "",
            validFrom: CalendarDay(daysSince1970: 0)),
          category: category, rate: Percent(rate) ?? .zero))
    }
    books.keep()
  }

  var today: CalendarDay { CalendarDay(daysSince1970: Int32(now.microseconds / 86_400_000_000)) }
  var owner: Caller { Caller(principal: admin, permissions: ["credit.read"]) }
  var account: CreditAccount { books.creditAccount(of: customer) }

  /// A product with a price and stock.
  mutating func product(
    _ price: String? = "1", taxClass: String = "STANDARD", stock: Int64 = 1000,
    isStocked: Bool = true
  ) -> ID<Product> {
    count += 1
    let id = ID<Product>(high: 4, low: count)
    var product = Product(id: id, sku: "SKU-\(count)", displayName: "Product \(count)", at: now)
    product.taxClass = taxClass
    product.isStocked = isStocked
    books.put(product)
    if let price {
      books.put(
        Price(
          key: .init(
            product: id, currency: books.seller.currency, audience: .all, minQuantity: .zero,
            validFrom: CalendarDay(daysSince1970: 0)),
          unitPrice: UnitPrice(price) ?? .zero))
    }
    if stock > 0, isStocked {
      var level = StockLevel(key: StockKey(warehouse: warehouse, product: id))
      level.onHand = Quantity(whole: stock)
      books.put(level)
    }
    books.keep()
    return id
  }

  /// Runs a command as the door does.
  @discardableResult
  mutating func run<C: Command>(
    _ command: C, as caller: Caller? = nil
  ) throws(Rejection) -> C.Reply {
    count += 1
    let context = Context(
      now: now, today: today, caller: caller ?? owner, requestID: ID(high: 5, low: count),
      method: "Test")
    do {
      let reply = try command.decide(on: &books, in: context)
      books.keep()
      return reply
    } catch {
      books.rollBack()
      throw error
    }
  }

  /// Why a command is refused; nil when it is not.
  mutating func refusal(of command: some Command, as caller: Caller? = nil) -> Rejection? {
    do throws(Rejection) {
      _ = try run(command, as: caller)
      return nil
    } catch {
      return error
    }
  }

  func request(_ lines: (ID<Product>, String)...) -> OrderRequest {
    OrderRequest(
      customer: .id(customer),
      lines: lines.map { .init(product: .id($0.0), quantity: Quantity($0.1) ?? .zero) })
  }

  /// The events of a type, oldest first.
  func events(_ type: EventType) -> [Event] { books.events.rows.filter { $0.type == type } }
}

/// A thing that is nowhere.
func nowhere<Thing>() -> ID<Thing> { ID(high: 7, low: 7) }
