import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Previews on a real database", .serialized)
struct PreviewOrderTests {
  private func run(_ body: @Sendable @escaping (OrderDesk) async throws -> Void) async throws {
    try await AdapterHouse.run { house in
      try await body(OrderDesk(Company(house)))
    }
  }

  /// What must be equal of a preview and the order that follows it.
  private func essence(_ order: O2c_V1_Order) -> O2c_V1_Order {
    var order = order
    order.makePreview()
    order.previewToken = ""
    order.clearCreateTime()
    order.clearUpdateTime()
    order.clearReserveUntilTime()
    order.credit.clearDecideTime()
    for index in order.holds.indices { order.holds[index].clearSinceTime() }
    return order
  }

  /// An order of the desk's products as it may come: parts, discounts, charges, dates, terms.
  private func random(_ desk: OrderDesk, _ dice: inout SystemRandomNumberGenerator) -> O2c_V1_Order
  {
    func roll(_ bounds: ClosedRange<Int>) -> Int { Int.random(in: bounds, using: &dice) }
    return desk.draft("1") { order in
      order.lines = (0..<roll(1...4)).map { _ in
        .with {
          $0.sku = ["A-1", "A-1", "A-1", "B-2"][roll(0...3)]
          $0.quantity = "\(roll(0...9)).\(roll(1...9))"
          if roll(0...4) == 0 { $0.discountPercent = "\(roll(0...40)).5" }
          if roll(0...9) == 0 { $0.unitPrice = "\(roll(1...20)).0\(roll(1...9))" }
        }
      }
      if roll(0...4) == 0 {
        order.discounts = [.with { $0.percent = "\(roll(1...30))" }]
      }
      if roll(0...4) == 0 {
        order.charges = [
          .with {
            $0.kind = .freight
            $0.netAmount = .with {
              $0.minorUnits = Int64(roll(1...2000))
              $0.currencyCode = "EUR"
            }
          }
        ]
      }
      if roll(0...3) == 0 { order.priority = Int32(roll(-1...2)) }
      if roll(0...9) == 0 { order.shipComplete = true }
      if roll(0...4) == 0 {
        order.paymentTerms = ["net 30", "due on receipt", "net 60", "5/10 net 30"][roll(0...3)]
      }
    }
  }

  @Test("A preview equals the order that is placed or its refusal, on 500 random orders")
  func equals() async throws {
    try await run { desk in
      var dice = SystemRandomNumberGenerator()
      let house = desk.company.house
      let stock = StockDesk(desk.company)
      try await stock.addProduct("B-2")
      var open: [String] = []
      var (placed, refused, held, waiting) = (0, 0, 0, 0)
      for round in 0..<500 {
        if round % 25 == 0 { try await stock.receive(4, of: round % 50 == 0 ? "A-1" : "B-2") }
        let order = random(desk, &dice)
        let waits = Bool.random(using: &dice)
        var shown: O2c_V1_Order?
        let refusal = await house.refusal {
          shown = try await desk.preview(order, allowBackorder: waits)
        }
        var answer: O2c_V1_Order?
        let token = shown?.previewToken ?? ""
        let found = await house.refusal {
          answer = try await desk.place(order) {
            $0.allowBackorder = waits
            $0.previewToken = token
          }
        }
        guard let shown, let answer else {
          #expect(shown == nil && answer == nil && !refusal.isEmpty)
          #expect(refusal.first == found.first && Set(refusal).isSuperset(of: found))
          refused += 1
          continue
        }
        #expect(shown.name.isEmpty && shown.etag.isEmpty && !shown.previewToken.isEmpty)
        #expect(essence(answer) == essence(shown))
        placed += 1
        if answer.state == .onHold { held += 1 }
        if answer.lines.contains(where: { $0.backorderedQuantity != "0" }) { waiting += 1 }
        open.append(answer.name)
        // Room for others, of credit and of stock.
        while open.count > 8 { _ = try await desk.cancel(open.removeFirst()) }
      }
      #expect(placed > 200 && refused > 10 && held > 10 && waiting > 10)
    }
  }

  @Test("What moved since is TOTAL_CHANGED with old and new of each line")
  func moved() async throws {
    try await run { desk in
      let house = desk.company.house
      let order = desk.draft("2")
      let token = try await desk.preview(order).previewToken
      try await desk.setPrice("11")
      var found: Rejection?
      do {
        _ = try await desk.place(order) { $0.previewToken = token }
      } catch let rejection as Rejection {
        found = rejection
      }
      #expect(found?.reason == .totalChanged)
      #expect(
        found?.violations.first { $0.field == "order.lines[0].unit_price" }?.description
          == "10 → 11")
      let other = await house.refusal {
        _ = try await desk.place(desk.draft("3")) { $0.previewToken = token }
      }
      #expect(other == ["INVALID_FIELDS", "preview_token"])
    }
  }

  @Test("All faults of an order come at once, whichever step they belong to")
  func faults() async throws {
    try await run { desk in
      let order = desk.draft("1000") {
        $0.lines.append(
          .with {
            $0.sku = "nowhere"
            $0.quantity = "1"
          })
      }
      let refusal = await desk.company.house.refusal { _ = try await desk.preview(order) }
      #expect(
        refusal == ["INVALID_FIELDS", "order.lines[1].product", "order.lines[0].quantity"])
    }
  }
}
