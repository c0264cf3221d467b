import Foundation
import OrderToCash
import OrderToCashAPI
import Postgres
import SwiftProtobuf
import Testing

extension EndToEnd.OrderLife {
  @Test("a preview is what is placed; with its token nothing may have moved meanwhile")
  func previewToken() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        try await o2c.addProduct(sku: "VASE", price: "8", onHand: 5)
        let customer = database.company.customers[3]
        let draft = Order.with {
          $0.customer = customer.rawValue
          $0.lines = [.of("VASE", 2), .of("P-1", 1)]
        }
        let connection = try await database.inspect()
        let before = try await RowCounts.of(connection)
        let shown = try await o2c.orders.preview(draft)
        #expect(try await RowCounts.of(connection).difference(from: before) == [])
        await connection.close()
        #expect(shown.name.isEmpty)
        #expect(!shown.previewToken.isEmpty)
        #expect(shown.credit.result == .approved)
        #expect(shown.lines.allSatisfy { $0.priceSource == .general && $0.hasPromisedDate })

        _ = try await o2c.catalog.setPrices([
          .with {
            $0.sku = "VASE"
            $0.currencyCode = "EUR"
            $0.validFromDate = Company.since
            $0.unitPrice = "9"
          }
        ])
        let error = try await failure {
          try await o2c.orders.place(
            .with {
              $0.order = draft
              $0.previewToken = shown.previewToken
            })
        }
        #expect(error?.reason == .totalChanged)
        #expect(error?.violations.isEmpty == false)

        let again = try await o2c.orders.preview(draft)
        let placed = try await o2c.orders.place(
          .with {
            $0.order = draft
            $0.previewToken = again.previewToken
          })
        #expect(placed.state == .confirmed)
        #expect(placed.totals == again.totals)
        #expect(placed.lines.map(\.promisedDate) == again.lines.map(\.promisedDate))

        let forged = try await failure {
          try await o2c.orders.place(
            .with {
              $0.order = draft
              $0.previewToken = String(again.previewToken.reversed())
            })
        }
        #expect(forged?.reason == .invalidFields)
      }
    }
  }

  @Test("what is not there is promised for the day on which it comes, and served then")
  func availability() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        try await o2c.addProduct(sku: "SOFA", price: "100", onHand: 3)
        let day = CivilDate.daysFromNow(5)
        let receipt = try await o2c.stock.scheduleReceipt(
          .with {
            $0.reference = "PO-99"
            $0.expectedDate = day
            $0.lines = [
              .with {
                $0.sku = "SOFA"
                $0.quantity = "10"
              }
            ]
          })
        #expect(receipt.state == .scheduled)
        let line = try #require(
          try await o2c.stock.checkAvailability(
            .with {
              $0.lines = [
                .with {
                  $0.sku = "SOFA"
                  $0.quantity = "8"
                }
              ]
            }
          ).first)
        #expect(line.availableQuantity == "3")
        #expect(line.source == .receipt)
        #expect(line.promiseDate == day)

        let customer = database.company.customers[4]
        var request = PlaceOrderRequest.order(customer, [("SOFA", 8)])
        request.allowBackorder = true
        let order = try await o2c.orders.place(request)
        #expect(order.lines[0].reservedQuantity == "3")
        #expect(order.lines[0].promisedDate == day)
        _ = try await o2c.stock.receive(.with { $0.receipt = receipt.name })
        let served = try await o2c.orders.get(OrderName(validating: order.name))
        #expect(served.lines[0].reservedQuantity == "8")

        let levels = try await o2c.stock.move(
          .with {
            $0.lines = [
              .with {
                $0.sku = "SOFA"
                $0.to = served.lines[0].warehouse
                $0.counted = "12"
                $0.reasonCode = "COUNT"
              }
            ]
          })
        #expect(levels.map(\.onHand) == ["12"])
        #expect(levels.map(\.available) == ["4"])
      }
      let connection = try await database.inspect()
      let findings = try await Invariants.check(connection)
      #expect(findings.isEmpty, "\(findings)")
      await connection.close()
    }
  }
}

extension CivilDate {
  /// A day from today on, in the seller's time zone.
  static func daysFromNow(_ days: Int) -> CivilDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Berlin") ?? .gmt
    let day = calendar.dateComponents(
      [.year, .month, .day], from: Date.now.addingTimeInterval(Double(days) * 86_400))
    return .with {
      $0.year = Int32(day.year ?? 0)
      $0.month = Int32(day.month ?? 0)
      $0.day = Int32(day.day ?? 0)
    }
  }
}
