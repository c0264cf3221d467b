import ArgumentParser
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import o2c

@Suite("Screens of prepaid orders, and of what is billed when")
struct PrepaidScreenTests {
  private func order(_ change: (inout Order) -> Void = { _ in }) -> Order {
    var order = Order()
    order.name = "orders/01m68kvah0e9nv59tdwh9edd1r"
    order.orderNumber = "SO-2026-000007"
    order.customer = "customers/01m68kvah0e9nv59tdwh9edd1r"
    order.state = .onHold
    order.paymentTerms = "CIA"
    order.holds = [
      .with {
        $0.kind = .credit
        $0.reason = "PREPAYMENT"
      }
    ]
    order.lines = [
      .with {
        $0.lineID = "1"
        $0.sku = "A-1"
        $0.quantity = "10"
        $0.openQuantity = "10"
        $0.toBillQuantity = "0"
        $0.toCreditQuantity = "0"
      }
    ]
    change(&order)
    return order
  }

  private let deposit = Order.Deposit.with {
    $0.invoice = "invoices/01m68kvah0e9nv59tdwh9edd1r"
    $0.invoiceNumber = "DEP-2026-000001"
    $0.amount.minorUnits = 119_000
    $0.amount.currencyCode = "EUR"
    $0.recalled.currencyCode = "EUR"
  }

  private func text(_ order: Order) throws -> String {
    let printer = Printer(
      console: RenderingTests.console(width: 120), format: .table, labels: ScreenData.labels)
    try OrderScreen.screen(order, now: ScreenData.now).show(on: printer)
    return printer.console.out.text
  }

  @Test("nobody has asked for the deposit: the next step does")
  func unasked() throws {
    let text = try text(order())
    #expect(text.contains("nobody has asked for it yet"))
    #expect(text.contains("o2c order invoice SO-2026-000007 --scope deposit"))
  }

  @Test("the order waits for the deposit by amount and number")
  func asked() throws {
    let text = try text(order { $0.deposits = [deposit] })
    #expect(text.contains("the deposit of 1,190.00 EUR (DEP-2026-000001)"))
    #expect(!text.contains("--scope deposit"))
  }

  @Test("what is left of the deposit of a cancelled order waits for a credit note")
  func cancelled() {
    let steps = NextSteps.of(
      order {
        $0.state = .cancelled
        $0.holds = []
        $0.deposits = [deposit]
        $0.deposits[0].recalled.minorUnits = 19_000
      }, now: ScreenData.now)
    #expect(steps == ["deposit DEP-2026-000001: 1,000.00 EUR wait for a credit note"])
  }

  @Test("an order that bills at once says so; what is billed ahead of shipment is told apart")
  func ahead() throws {
    let order = order {
      $0.state = .confirmed
      $0.holds = []
      $0.invoiceTrigger = .onOrder
      $0.lines[0].toBillQuantity = "10"
    }
    let text = try text(order)
    #expect(text.contains("at once, with the order"))
    #expect(text.contains("what was ordered is not invoiced yet"))
    var billed = order
    billed.lines[0].toBillQuantity = "0"
    billed.lines[0].toCreditQuantity = "4"
    #expect(
      NextSteps.of(billed, now: ScreenData.now)
        .contains("line 1: 4 billed ahead: they leave, or are credited"))
    billed.lines[0].openQuantity = "0"
    #expect(
      NextSteps.of(billed, now: ScreenData.now).contains("line 1: 4 wait for a credit note"))
  }

  @Test("an invoice shows its kind, and the deposit that it recalls beside what is payable")
  func invoice() throws {
    let invoice = Invoice.with {
      $0.kind = .invoice
      $0.invoiceNumber = "INV-2026-000001"
      $0.precedingInvoices = [
        .with {
          $0.invoiceNumber = "DEP-2026-000001"
          $0.amount = deposit.amount
        }
      ]
    }
    let printer = Printer(
      console: RenderingTests.console(width: 120), format: .table, labels: ScreenData.labels)
    try printer.show(invoice)
    let text = printer.console.out.text
    #expect(text.contains("1,190.00 EUR (DEP-2026-000001)"))
  }

  @Test("orders are invoiced by scope, and a share of a deposit is a number")
  func arguments() throws {
    let command = try OrderCommand.Invoice.parse([
      "SO-2026-000007", "--scope", "deposit", "--percent", "30",
    ])
    #expect(command.scope == "deposit" && command.percent == "30")
    #expect(throws: (any Error).self) {
      try OrderCommand.Invoice.parse(["SO-2026-000007", "--percent", "much"])
    }
  }

  @Test(
    "a deposit of an amount stands alone, for named orders",
    arguments: [
      ("--deposit 500.00", true), ("--deposit 500.00 --scope DEPOSIT", true),
      ("--deposit 500.00 --scope all", false), ("--deposit 500.00 --percent 30", false),
    ])
  func amount(options: String, isTaken: Bool) {
    let words = ["SO-2026-000007"] + options.split(separator: " ").map(String.init)
    #expect(((try? OrderCommand.Invoice.parse(words)) != nil) == isTaken)
    #expect((try? OrderCommand.Invoice.parse(["--from-file", "f", "--deposit", "5"])) == nil)
  }
}
