import Domain

extension Player {
  mutating func placeOrder(on books: Books) -> any Command {
    PlaceOrder(request(on: books), options: options())
  }

  mutating func createOrder(on books: Books) -> any Command {
    var request = request(on: books)
    if dice.chance(25) {
      request.priceValidUntil = now.adding(hours: Int64(dice.roll(1...900)))
    }
    if dice.chance(25) { request.reserveUntil = time() }
    return CreateOrder(request)
  }

  mutating func confirmOrder(on books: Books) -> any Command {
    let draft = dice.chance(85) ? anyOrder(on: books) { $0.state == .draft } : anyOrder()
    var options = options()
    if dice.chance(20), let order = books.orders[draft] {
      options.expectedTotal = Money(order.totals.gross, order.currency)
    }
    return ConfirmOrder(
      order: draft, expectedVersion: version(books.orders[draft]?.version), options: options)
  }

  mutating func cancelOrder(on books: Books) -> any Command {
    let id = anyOrder()
    let order = books.orders[id]
    var lines: [CancelOrder.Line] = []
    if dice.chance(50), let order {
      for line in order.lines where dice.chance(60) {
        lines.append(.init(number: line.number, quantity: part(of: line.open)))
      }
      if dice.chance(4) { lines.append(.init(number: 99, quantity: Quantity(whole: 1))) }
      if dice.chance(4), let first = lines.first { lines.append(first) }
    }
    return CancelOrder(
      order: id, expectedVersion: version(order?.version), reasonCode: "CUSTOMER", lines: lines)
  }

  mutating func expireReservation(on books: Books) -> any Command {
    let id = dice.chance(85) ? anyOrder(on: books) { $0.reserveUntil != nil } : anyOrder()
    return ExpireReservation(order: id)
  }

  mutating func releaseCreditHold(on books: Books) -> any Command {
    let id = dice.chance(85) ? anyOrder(on: books) { $0.state == .onHold } : anyOrder()
    var until: Instant?
    if dice.chance(40) { until = now.adding(hours: Int64(dice.roll(-10...300))) }
    return ReleaseCreditHold(
      order: id, expectedVersion: version(books.orders[id]?.version), note: "go", validUntil: until)
  }

  /// An order that is still going on, mostly.
  mutating func anyOrder() -> ID<Order> {
    switch dice.roll(0...99) {
    case ..<93: dice.pick(known.orders) ?? stranger()
    case ..<98: dice.pick(known.finished) ?? stranger()
    default: stranger()
    }
  }

  /// One that fits, after a few tries.
  mutating func anyOrder(on books: Books, where fits: (Order) -> Bool) -> ID<Order> {
    for _ in 0..<12 {
      if let id = dice.pick(known.orders), let order = books.orders[id], fits(order) { return id }
    }
    return anyOrder()
  }

  /// All of it mostly, sometimes a part, rarely more.
  mutating func part(of quantity: Quantity) -> Quantity {
    switch dice.roll(0...99) {
    case ..<40 where quantity > .zero: quantity
    case ..<80 where quantity.micros > 1_000_000:
      Quantity(whole: Int64(dice.roll(1...Int(quantity.micros / 1_000_000))))
    case ..<96 where quantity.micros > 3: Quantity(micros: quantity.micros / 3)
    default: quantity + Quantity(micros: 500_000)
    }
  }

  mutating func options() -> ConfirmationOptions {
    var options = ConfirmationOptions(
      failOnHold: dice.chance(35), allowBackorder: dice.chance(40))
    if dice.chance(3) {
      options.expectedTotal = Money(
        Int64(dice.roll(0...9999)), dice.chance(80) ? world.currency : world.foreign)
    }
    return options
  }

  mutating func request(on books: Books) -> OrderRequest {
    var request = OrderRequest(customer: customerReference(on: books), lines: [])
    for _ in 0..<(dice.chance(1) ? 0 : dice.roll(1...5)) { request.lines.append(line(on: books)) }
    if dice.chance(6), let (customer, line) = replacement(for: nil, on: books) {
      request.customer = .id(customer)
      if dice.chance(50) { request.lines = [] }
      request.lines.append(line)
    }
    switch dice.roll(0...99) {
    case ..<6: request.externalID = number("PO", new: dice.chance(80))
    case 6:
      request.currency = world.foreign
      let abroad = known.customers.filter { books.customers[$0]?.currency == world.foreign }
      if dice.chance(50), let customer = dice.pick(abroad) { request.customer = .id(customer) }
    case 7..<15: request.orderDate = today.adding(days: -dice.roll(0...40))
    case 15 where dice.chance(30): request.orderDate = today.adding(days: 1)
    default: break
    }
    if dice.chance(30) {
      request.requestedDate = today.adding(days: dice.roll(dice.chance(10) ? -1...0 : 0...30))
    }
    if dice.chance(8) { request.billTo = party() }
    if dice.chance(5) { request.payer = party() }
    if dice.chance(10) { request.priority = Int32(dice.roll(-1...3)) }
    request.isShipComplete = dice.chance(8)
    if dice.chance(10) { request.paymentTerms = terms() }
    if dice.chance(12) { request.discounts = [.percent(Percent(whole: Int64(dice.roll(1...30))))] }
    if dice.chance(2) { request.discounts.append(Discount(.amount(Int64(dice.roll(1...99))))) }
    if dice.chance(10) {
      request.charges = [
        Charge(
          kind: dice.chance(80) ? .freight : .packaging, taxClass: dice.pick("STANDARD", "REDUCED"),
          amount: Int64(dice.roll(1...2_000)))
      ]
    }
    if dice.chance(8) {
      request.shipTo = World.party("Ship to", country: dice.pick("FR", "DE", "US")).address
    }
    return request
  }

  mutating func line(on books: Books) -> OrderRequest.Line {
    let id = dice.chance(99) ? dice.pick(known.products) ?? stranger() : stranger()
    var reference = ProductReference.id(id)
    if dice.chance(10), let sku = books.products[id]?.sku { reference = .sku(sku) }
    var line = OrderRequest.Line(product: reference, quantity: quantity())
    if dice.chance(25) {
      line.warehouse = dice.chance(98) ? dice.pick(known.warehouses) ?? stranger() : stranger()
    }
    if dice.chance(6) { line.unitPrice = price() }
    if dice.chance(12) {
      line.discounts = [
        .percent(Percent(micros: Int64(dice.roll(0...100)) * dice.pick(1_000_000, 123_457)))
      ]
      if dice.chance(30) {
        line.discounts.append(
          dice.chance(50)
            ? .percent(Percent(whole: 5)) : Discount(.amount(Int64(dice.roll(1...40)))))
      }
    }
    return line
  }

  private mutating func quantity() -> Quantity {
    switch dice.roll(0...999) {
    case ..<820: Quantity(whole: Int64(dice.roll(1...12)))
    case ..<900: Quantity(micros: Int64(dice.roll(1...12)) * 250_000)
    case ..<997: Quantity(micros: Int64(dice.roll(1...5_000_000)))
    default: Quantity(micros: 900_000_000_000_000_000)
    }
  }

  mutating func customerReference(on books: Books) -> CustomerReference {
    let id = dice.chance(99) ? customer(on: books) : stranger()
    if dice.chance(10), let number = books.customers[id]?.externalID { return .externalID(number) }
    return .id(id)
  }

  /// Somebody who may owe or pay for others.
  mutating func party() -> ID<Customer> {
    dice.chance(96) ? dice.pick(known.customers) ?? stranger() : stranger()
  }

  /// One who may order, mostly.
  mutating func customer(on books: Books) -> ID<Customer> {
    var id: ID<Customer> = dice.pick(known.customers) ?? stranger()
    for _ in 0..<2 where dice.chance(85) {
      guard let customer = books.customers[id] else { continue }
      if customer.state == .active, customer.currency == world.currency { return id }
      id = dice.pick(known.customers) ?? stranger()
    }
    return id
  }

  /// A number of the caller's own: a new one, or one that was used before.
  mutating func number(_ prefix: String, new: Bool) -> String {
    if !new, let used = dice.pick(known.externalIDs) { return used }
    let number = "\(prefix)-\(dice.next() % 1_000_000)"
    Known.add(number, to: &known.externalIDs, keep: 60)
    return number
  }

  mutating func terms() -> PaymentTerms {
    let texts = [
      "net 30", "2/10 net 30", "net 30 EOM", "net 14 then EOM", "net 15 prox", "EOM+10",
      "due on receipt", "3/7 2/14 net 60", "CIA", "COD",
      "installments 30% net 0, 30% net 30, 40% net 60", "installments 50% EOM, 50% net 90",
    ]
    return texts[dice.roll(0...(texts.count - 1))].asTerms
  }
}

extension String {
  fileprivate var asTerms: PaymentTerms { PaymentTerms(self) ?? .net30 }
}
