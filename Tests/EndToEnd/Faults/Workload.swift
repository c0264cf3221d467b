import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

/// What one client does, from a seed: places orders, cancels, ships, invoices, takes payments.
struct Workload {
  let client: Client
  let company: Company
  let number: Int
  private var random: SeededGenerator
  private var placed: [Order] = []
  private var shipped: [Order] = []
  private var calls = 0

  init(_ client: Client, company: Company, number: Int) {
    self.client = client
    self.company = company
    self.number = number
    random = SeededGenerator(seed: Chaos.seed &+ UInt64(number) &* 7_919)
  }

  /// Works until it is told to stop.
  mutating func run(while isWanted: () -> Bool) async {
    while isWanted() { await step() }
  }

  /// One call.
  mutating func step() async {
    calls += 1
    let reference = "c\(number)-\(calls)"
    switch random.index(below: 100) {
    case 50..<62: await cancel(reference)
    case 62..<77: await ship(reference)
    case 77..<87: await invoice(reference)
    case 87..<100: await pay(reference)
    default: await place(reference)
    }
  }

  private mutating func place(_ reference: String) async {
    let customer = company.customers[random.index(below: company.customers.count)]
    var lines: [(sku: String, quantity: Int)] = []
    for sku in company.skus.shuffled(using: &random).prefix(1 + random.index(below: 3)) {
      lines.append((sku, 1 + random.index(below: 5)))
    }
    let request = PlaceOrderRequest.order(customer, lines, reference: reference)
    let order = await client.ask("PlaceOrder", reference: reference, name: \.name) {
      try await client.o2c.orders.place(request, options: $0)
    }
    if let order { placed.append(order) }
  }

  private mutating func cancel(_ reference: String) async {
    guard let order = takePlaced() else { return await place(reference) }
    _ = await client.ask("CancelOrder", reference: reference, name: \.name) {
      try await client.o2c.orders.cancel(.with { $0.name = order.name }, options: $0)
    }
  }

  private mutating func ship(_ reference: String) async {
    guard let order = takePlaced() else { return await place(reference) }
    let shipment = await client.ask("ShipOrder", reference: reference, name: \.name) {
      try await client.o2c.fulfillment.ship(
        .with {
          $0.name = order.name
          $0.trackingNumber = reference
        }, options: $0)
    }
    if shipment != nil { shipped.append(order) }
  }

  private mutating func invoice(_ reference: String) async {
    guard !shipped.isEmpty else { return await ship(reference) }
    let order = shipped.remove(at: random.index(below: shipped.count))
    _ = await client.ask("InvoiceOrder", reference: reference, name: \.name) {
      try await client.o2c.invoices.invoice(.with { $0.name = order.name }, options: $0)
    }
  }

  private mutating func pay(_ reference: String) async {
    let customer = company.customers[random.index(below: company.customers.count)]
    let cents = Int64(1 + random.index(below: 5_000))
    _ = await client.ask("RecordPayment", reference: reference, name: \.name) {
      try await client.o2c.payments.record(
        .with {
          $0.payment.customer = customer.rawValue
          $0.payment.amount = .euro(cents)
          $0.payment.means = .bankTransfer
          $0.payment.remittance.reference = reference
          $0.autoApply = true
        }, options: $0)
    }
  }

  private mutating func takePlaced() -> Order? {
    guard !placed.isEmpty else { return nil }
    return placed.remove(at: random.index(below: placed.count))
  }
}
