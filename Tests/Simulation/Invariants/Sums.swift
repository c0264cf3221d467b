import Domain

struct LineKey: Hashable, Sendable {
  var order: ID<Order>
  var line: Int32
}

/// Everything that must equal a sum of rows, kept row by row; made again from all rows it must
/// come out the same.
struct Sums: Equatable, Sendable {
  struct Credit: Equatable, Sendable {
    var openOrders: Int64 = 0
    var unbilled: Int64 = 0
    var items: Int64 = 0
    var unapplied: Int64 = 0
  }

  struct Invoiced: Equatable, Sendable {
    var quantity = Quantity.zero
    var net: Int64 = 0
    var gross: Int64 = 0
  }

  private(set) var credit: [ID<Customer>: Credit] = [:]
  private(set) var reserved: [StockKey: Quantity] = [:]
  /// Confirmed orders with something back-ordered on the level.
  private(set) var waiting: [StockKey: Set<ID<Order>>] = [:]
  /// By day: what waits, and what is to come.
  private(set) var owed: [StockKey: [CalendarDay: Quantity]] = [:]
  private(set) var incoming: [StockKey: [CalendarDay: Quantity]] = [:]
  private(set) var lapsing: [StockKey: Quantity] = [:]
  private(set) var shipped: [LineKey: Quantity] = [:]
  private(set) var delivered: [LineKey: Quantity] = [:]
  private(set) var returned: [LineKey: Quantity] = [:]
  private(set) var returning: [LineKey: Quantity] = [:]
  /// By return and product: what lines of orders replace.
  private(set) var replaced: [Replacement: Quantity] = [:]
  private(set) var invoiced: [LineKey: Invoiced] = [:]
  /// By the invoice of the deposit, tax included.
  private(set) var recalled: [ID<Invoice>: Int64] = [:]
  private(set) var applied: [ID<OpenItem>: Int64] = [:]
  /// What is left of deposits before tax.
  private(set) var deposits: [Currency: Int64] = [:]
  private(set) var openItems: [Currency: Int64] = [:]
  private(set) var unapplied: [Currency: Int64] = [:]

  init() {}

  /// From all rows.
  init(of books: Books) {
    for order in books.orders.rows { change(from: nil, to: order) }
    for item in books.openItems.rows { change(from: nil, to: item) }
    for payment in books.payments.rows { change(from: nil, to: payment) }
    for shipment in books.shipments.rows { change(from: nil, to: shipment) }
    for back in books.returns.rows { change(from: nil, to: back) }
    for receipt in books.receipts.rows { change(from: nil, to: receipt) }
    for invoice in books.invoices.rows where invoice.state == .issued { add(invoice) }
  }

  mutating func change(from before: Order?, to after: Order) {
    if let before { count(before, sign: -1) }
    count(after, sign: 1)
  }

  private mutating func count(_ order: Order, sign: Int64) {
    let (open, unbilled) = Oracle.exposure(of: order)
    credit[order.debtor, default: Credit()].openOrders += sign * open
    credit[order.debtor, default: Credit()].unbilled += sign * unbilled
    for deposit in order.deposits {
      for group in deposit.groups {
        deposits[order.currency, default: 0] += sign * (group.net - group.recalledNet)
      }
    }
    for line in order.lines {
      if let back = line.replacementFor {
        let quantity = line.ordered.micros - line.cancelled.micros
        replaced[Replacement(back: back, product: line.product), default: .zero] += Quantity(
          micros: sign * quantity)
      }
      guard let warehouse = line.warehouse, line.isStocked else { continue }
      let key = StockKey(warehouse: warehouse, product: line.product)
      reserved[key, default: .zero] += Quantity(micros: sign * line.reserved.micros)
      if order.reserveUntil != nil {
        lapsing[key, default: .zero] += Quantity(micros: sign * line.reserved.micros)
      }
      guard order.state == .confirmed, line.open > line.reserved else { continue }
      let lacking = line.open - line.reserved
      owed[key, default: [:]][line.promisedDate ?? StockPlan.never, default: .zero] += Quantity(
        micros: sign * lacking.micros)
      if sign > 0 {
        waiting[key, default: []].insert(order.id)
      } else {
        waiting[key]?.remove(order.id)
      }
    }
  }

  mutating func change(from before: OpenItem?, to after: OpenItem) {
    // A merge gives it to another customer.
    if let before {
      credit[before.customer, default: Credit()].items -= before.open
      openItems[before.currency, default: 0] -= before.open
    }
    credit[after.customer, default: Credit()].items += after.open
    openItems[after.currency, default: 0] += after.open
  }

  mutating func change(from before: Payment?, to after: Payment) {
    if let before {
      credit[before.customer, default: Credit()].unapplied -= Self.unapplied(before)
      unapplied[before.currency, default: 0] -= Self.unapplied(before)
    }
    credit[after.customer, default: Credit()].unapplied += Self.unapplied(after)
    unapplied[after.currency, default: 0] += Self.unapplied(after)
    for application in before?.applications ?? [] where application.state == .active {
      applied[application.item, default: 0] -= application.amount
    }
    for application in after.applications where application.state == .active {
      applied[application.item, default: 0] += application.amount
    }
  }

  private static func unapplied(_ payment: Payment) -> Int64 {
    var rest = payment.amount
    for application in payment.applications where application.state == .active {
      rest -= application.amount
    }
    return rest
  }

  mutating func change(from before: Shipment?, to after: Shipment) {
    if let before { count(before, sign: -1) }
    count(after, sign: 1)
  }

  private mutating func count(_ shipment: Shipment, sign: Int64) {
    for line in shipment.lines where shipment.state != .lost {
      let key = LineKey(order: shipment.order, line: line.orderLine)
      let quantity = Quantity(micros: sign * line.quantity.micros)
      shipped[key, default: .zero] += quantity
      if shipment.state == .delivered { delivered[key, default: .zero] += quantity }
    }
  }

  mutating func change(from before: Return?, to after: Return) {
    if let before { count(before, sign: -1) }
    count(after, sign: 1)
  }

  private mutating func count(_ back: Return, sign: Int64) {
    for line in back.lines {
      let key = LineKey(order: back.order, line: line.orderLine)
      returned[key, default: .zero] += Quantity(micros: sign * line.received.micros)
      if back.isCounted {
        returning[key, default: .zero] += Quantity(micros: sign * line.quantity.micros)
      }
    }
  }

  mutating func change(from before: StockReceipt?, to after: StockReceipt) {
    if let before { count(before, sign: -1) }
    count(after, sign: 1)
  }

  private mutating func count(_ receipt: StockReceipt, sign: Int64) {
    guard receipt.state == .scheduled, let day = receipt.expectedDate else { return }
    for line in receipt.lines {
      let key = StockKey(warehouse: receipt.warehouse, product: line.product)
      incoming[key, default: [:]][day, default: .zero] += Quantity(
        micros: sign * line.quantity.micros)
    }
  }

  mutating func add(_ invoice: Invoice) {
    for deposit in invoice.prepayments { recalled[deposit.deposit, default: 0] += deposit.amount }
    for line in invoice.lines {
      guard let number = line.orderLine else { continue }
      let key = LineKey(order: invoice.order, line: number)
      invoiced[key, default: Invoiced()].quantity += line.quantity
      invoiced[key, default: Invoiced()].net += line.netAmount
      invoiced[key, default: Invoiced()].gross += line.grossAmount
    }
  }

  /// Without what came to nothing, so that two ways of counting can be compared.
  var withoutZeros: Sums {
    var sums = self
    sums.credit = credit.filter { $0.value != Credit() }
    sums.reserved = reserved.filter { !$0.value.isZero }
    sums.waiting = waiting.filter { !$0.value.isEmpty }
    sums.owed = Self.withoutZeros(owed)
    sums.incoming = Self.withoutZeros(incoming)
    sums.lapsing = lapsing.filter { !$0.value.isZero }
    sums.shipped = shipped.filter { !$0.value.isZero }
    sums.delivered = delivered.filter { !$0.value.isZero }
    sums.returned = returned.filter { !$0.value.isZero }
    sums.returning = returning.filter { !$0.value.isZero }
    sums.replaced = replaced.filter { !$0.value.isZero }
    sums.invoiced = invoiced.filter { $0.value != Invoiced() }
    sums.applied = applied.filter { $0.value != 0 }
    sums.deposits = deposits.filter { $0.value != 0 }
    sums.openItems = openItems.filter { $0.value != 0 }
    sums.unapplied = unapplied.filter { $0.value != 0 }
    return sums
  }

  static func withoutZeros(
    _ plans: [StockKey: [CalendarDay: Quantity]]
  ) -> [StockKey: [CalendarDay: Quantity]] {
    plans.mapValues { $0.filter { !$0.value.isZero } }.filter { !$0.value.isEmpty }
  }
}
