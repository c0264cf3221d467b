import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Prepaid orders and triggers on a real database", .serialized)
struct PrepaidOrderTests {
  private func run(_ body: @Sendable @escaping (OrderDesk) async throws -> Void) async throws {
    try await AdapterHouse.run { house in
      try await body(OrderDesk(Company(house)))
    }
  }

  private func invoice(
    _ desk: OrderDesk, _ name: String,
    _ change: (inout O2c_V1_InvoiceOrderRequest) -> Void = { _ in }
  ) async throws -> O2c_V1_Invoice {
    var request = O2c_V1_InvoiceOrderRequest.with { $0.name = name }
    change(&request)
    let invoices = InvoiceService(desk.company.house.environment)
    return try await desk.company.house.call("o2c.v1.InvoiceService/InvoiceOrder", request) {
      try await invoices.invoiceOrder(request: $0, context: $1)
    }.message
  }

  private func pay(_ desk: OrderDesk, _ amount: Int64) async throws {
    let payments = PaymentService(desk.company.house.environment)
    _ = try await desk.company.house.call(
      "o2c.v1.PaymentService/RecordPayment",
      O2c_V1_RecordPaymentRequest.with {
        $0.payment.customer = desk.company.customer.name
        $0.payment.means = .bankTransfer
        $0.payment.amount.minorUnits = amount
        $0.payment.amount.currencyCode = "EUR"
        $0.autoApply = true
      }
    ) { try await payments.recordPayment(request: $0, context: $1) }
  }

  private func ship(_ desk: OrderDesk, _ name: String) async throws {
    let fulfillment = FulfillmentService(desk.company.house.environment)
    _ = try await desk.company.house.call(
      "o2c.v1.FulfillmentService/ShipOrder", O2c_V1_ShipOrderRequest.with { $0.name = name }
    ) { try await fulfillment.shipOrder(request: $0, context: $1) }
  }

  @Test("A prepaid order waits for its deposit, the worker frees it, and the invoice recalls it")
  func prepaid() async throws {
    try await run { desk in
      let house = desk.company.house
      let order = try await desk.place(desk.draft("10") { $0.paymentTerms = "cia" })
      #expect(order.state == .onHold && order.paymentTerms == "CIA")
      #expect(order.holds.map(\.reason) == ["PREPAYMENT"])
      #expect(order.credit.passesIf.minorUnits == 11_900)
      let deposit = try await invoice(desk, order.name) { $0.scope = .deposit }
      #expect(deposit.kind == .deposit && deposit.documentTypeCode == "386")
      #expect(deposit.invoiceNumber.hasPrefix("DEP-") && deposit.lines.count == 1)
      #expect(deposit.lines[0].orderLineID.isEmpty && deposit.lines[0].product.isEmpty)
      #expect(deposit.totals.payable.minorUnits == 11_900 && deposit.issueDate == deposit.dueDate)
      let waiting = try await desk.get(order.name)
      #expect(waiting.deposits.map(\.invoice) == [deposit.name])
      let receivables = ReceivableService(house.environment)
      let items = try await house.call(
        "o2c.v1.ReceivableService/ListOpenItems", O2c_V1_ListOpenItemsRequest()
      ) { try await receivables.listOpenItems(request: $0, context: $1) }.message.openItems
      #expect(items.map(\.kind) == [.deposit] && items.map(\.document) == [deposit.name])
      let worker = CreditWorker(
        pool: house.environment.readers, door: house.environment.door,
        logger: house.environment.logger)
      var seen: [ID<Order>: CreditWorker.Look] = [:]
      try await worker.round(house.seller, seen: &seen)
      #expect(try await desk.get(order.name).state == .onHold)
      try await pay(desk, 11_900)
      try await worker.round(house.seller, seen: &seen)
      let freed = try await desk.get(order.name)
      #expect(freed.state == .confirmed && freed.credit.result == .approved)
      #expect(freed.paymentState == .paid)

      try await ship(desk, order.name)
      let final = try await invoice(desk, order.name)
      #expect(final.kind == .invoice && final.documentTypeCode == "380")
      #expect(final.totals.prepaid.minorUnits == 11_900 && final.totals.payable.minorUnits == 0)
      #expect(final.settlementState == .settled)
      #expect(final.precedingInvoices.map(\.invoiceNumber) == [deposit.invoiceNumber])
      let done = try await desk.get(order.name)
      #expect(done.state == .completed && done.paymentState == .paid)
      #expect(done.deposits[0].recalled == done.deposits[0].amount)
      let invoices = InvoiceService(house.environment)
      let read = try await house.call(
        "o2c.v1.InvoiceService/GetInvoice", O2c_V1_GetInvoiceRequest.with { $0.name = final.name }
      ) { try await invoices.getInvoice(request: $0, context: $1) }.message
      #expect(read.totals == final.totals && read.precedingInvoices == final.precedingInvoices)
    }
  }

  @Test("A deposit of an amount asks for exactly that; what cannot be had is said with its path")
  func amount() async throws {
    try await run { desk in
      let house = desk.company.house
      let order = try await desk.place(desk.draft("10") { $0.paymentTerms = "CIA" })
      func ask(_ minor: Int64, _ currency: String = "EUR") async throws -> O2c_V1_Invoice {
        try await invoice(desk, order.name) {
          $0.scope = .deposit
          $0.depositAmount.minorUnits = minor
          $0.depositAmount.currencyCode = currency
        }
      }
      #expect(
        await house.refusal { _ = try await ask(11_901) } == ["INVALID_FIELDS", "deposit_amount"])
      #expect(
        await house.refusal { _ = try await ask(100, "USD") }
          == ["INVALID_FIELDS", "deposit_amount.currency_code"])
      let deposit = try await ask(5000)
      #expect(deposit.totals.payable.minorUnits == 5000)
      try await pay(desk, 5000)
      let rest = try await ask(6900)
      #expect(rest.totals.payable.minorUnits == 6900)
      let shown = try await desk.get(order.name)
      #expect(shown.deposits.map(\.amount.minorUnits) == [5000, 6900])
    }
  }

  @Test("An order bills by the trigger of its customer; a held one not ahead of its goods")
  func triggers() async throws {
    try await run { desk in
      let house = desk.company.house
      let customers = CustomerService(house.environment)
      var customer = desk.company.customer
      customer.invoiceRules.trigger = .onOrder
      let wanted = customer
      _ = try await house.call(
        "o2c.v1.CustomerService/UpdateCustomer",
        O2c_V1_UpdateCustomerRequest.with {
          $0.customer = wanted
          $0.updateMask.paths = ["invoice_rules"]
        }
      ) { try await customers.updateCustomer(request: $0, context: $1) }
      let order = try await desk.place(desk.draft("10"))
      #expect(order.invoiceTrigger == .onOrder && order.lines[0].toBillQuantity == "10")
      _ = try await desk.hold(order.name, "CHECK")
      #expect(
        await house.refusal { _ = try await invoice(desk, order.name) } == ["ORDER_ON_HOLD"])
      _ = try await desk.release(order.name)
      let billed = try await invoice(desk, order.name)
      #expect(billed.totals.payable == order.totals.gross && !billed.hasDeliveryDate)
      #expect(
        await house.refusal {
          _ = try await invoice(desk, order.name) {
            $0.scope = .all
            $0.depositPercent = "10"
          }
        } == ["INVALID_FIELDS", "deposit_percent"])
    }
  }
}
