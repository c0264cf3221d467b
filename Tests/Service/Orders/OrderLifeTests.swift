import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("The life of an order on a real database", .serialized)
struct OrderLifeTests {
  private func run(_ body: @Sendable @escaping (OrderDesk) async throws -> Void) async throws {
    try await AdapterHouse.run { house in
      try await body(OrderDesk(Company(house)))
    }
  }

  @Test("A quote is changed, accepted at its prices, amended and copied; each revision is readable")
  func quoteToAmendment() async throws {
    try await run { desk in
      let soon = Google_Protobuf_Timestamp(
        seconds: desk.company.house.environment.clock.now().microseconds / 1_000_000 + 3600,
        nanos: 0)
      var quote = try await desk.create(
        desk.draft("2") {
          $0.priceValidUntilTime = soon
          $0.reserveUntilTime = soon
        })
      #expect(quote.state == .draft && quote.lines[0].reservedQuantity == "2")
      #expect(quote.revision == 0 && quote.reserveUntilTime == soon)
      quote.lines[0].quantity = "3"
      quote = try await desk.update(quote, ["lines"])
      #expect(quote.lines[0].lineID == "1" && quote.lines[0].priceSource == .general)
      #expect(quote.totals.net.minorUnits == 3000 && quote.lines[0].reservedQuantity == "3")
      try await desk.setPrice("12")
      let order = try await desk.confirm(quote.name)
      #expect(order.state == .confirmed && order.totals.net.minorUnits == 3000)

      let amended = try await desk.amend(order.name) {
        $0.changes = [
          .with {
            $0.lineID = "1"
            $0.quantity = "5"
          }
        ]
        $0.addLines = [
          .with {
            $0.sku = desk.company.product.sku
            $0.quantity = "1"
          }
        ]
        $0.reason = "more guests"
      }
      #expect(amended.revision == 2 && amended.lines.map(\.quantity) == ["5", "1"])
      #expect(amended.totals.net.minorUnits == 7200)
      let read = try await desk.get(order.name)
      #expect(read == amended)

      let all = try await desk.revisions(order.name) { $0.view = .full }
      #expect(all.revisions.map(\.revision) == [2, 1])
      #expect(all.revisions[0].reason == "more guests" && !all.revisions[0].actor.isEmpty)
      #expect(all.revisions[0].order.lines == amended.lines)
      #expect(all.revisions[1].order.lines == order.lines && all.revisions[1].hasCreateTime)
      #expect(all.revisions[1].actor == all.revisions[0].actor)
      let first = try await desk.revisions(order.name) { $0.pageSize = 1 }
      #expect(first.revisions.map(\.revision) == [2] && !first.nextPageToken.isEmpty)
      let second = try await desk.revisions(order.name) {
        $0.pageSize = 1
        $0.pageToken = first.nextPageToken
      }
      #expect(second.revisions.map(\.revision) == [1] && second.nextPageToken.isEmpty)

      let copy = try await desk.duplicate(order.name)
      #expect(copy.state == .draft && copy.copiedFrom == order.name)
      #expect(copy.totals.net.minorUnits == 7200 && copy.orderNumber != order.orderNumber)
    }
  }

  @Test("Manual holds come and go by reason; the list finds held orders by kind")
  func holds() async throws {
    try await run { desk in
      let house = desk.company.house
      let order = try await desk.place(desk.draft("2"))
      _ = try await desk.hold(order.name, "address")
      let held = try await desk.hold(order.name, "price")
      #expect(held.state == .onHold && held.holds.map(\.kind) == [.manual, .manual])
      #expect(held.holds.allSatisfy { $0.actor.hasPrefix("principals/") })
      let (list, _) = try await house.call(
        "o2c.v1.OrderService/ListOrders",
        O2c_V1_ListOrdersRequest.with { $0.filter = "holds.kind : MANUAL" }
      ) { try await desk.orders.listOrders(request: $0, context: $1) }
      #expect(list.orders.map(\.name) == [order.name])
      #expect(try await desk.release(order.name, "price").holds.map(\.reason) == ["address"])
      #expect(try await desk.release(order.name).state == .confirmed)
      #expect(
        await house.refusal { _ = try await desk.release(order.name) }
          == ["INVALID_STATE_TRANSITION"])
    }
  }

  /// A verb in a state that refuses it, with its reason.
  @Test("What the table of states refuses is refused on the wire")
  func refusals() async throws {
    try await run { desk in
      let house = desk.company.house
      let draft = try await desk.create(desk.draft("1"))
      let placed = try await desk.place(desk.draft("1"))
      let held = try await desk.hold(try await desk.place(desk.draft("1")).name, "wait")
      let cancelled = try await desk.cancel(try await desk.place(desk.draft("1")).name)
      for order in [draft, placed, held, cancelled] {
        let state = try #require(
          Order.State.allCases.first { O2c_V1_Order.State($0) == order.state })
        for verb in [OrderVerb.update, .confirm, .amend, .hold, .release] {
          guard case .refused(let reason) = OrderTransitions.step(verb, from: state) else {
            continue
          }
          let refusal = await house.refusal {
            switch verb {
            case .update: _ = try await desk.update(order, ["purchase_order_reference"])
            case .confirm: _ = try await desk.confirm(order.name)
            case .amend:
              _ = try await desk.amend(order.name) {
                $0.changes = [
                  .with {
                    $0.lineID = "1"
                    $0.quantity = "2"
                  }
                ]
              }
            case .hold: _ = try await desk.hold(order.name, "wait")
            default: _ = try await desk.release(order.name)
            }
          }
          #expect(refusal == [reason.rawValue], "\(verb) of \(state)")
        }
      }
    }
  }

  @Test("An update needs the etag; what never changes is FIELD_IMMUTABLE")
  func updates() async throws {
    try await run { desk in
      let house = desk.company.house
      var draft = try await desk.create(desk.draft("1"))
      draft.purchaseOrderReference = "PO 7"
      let changed = try await desk.update(draft)
      #expect(changed.purchaseOrderReference == "PO 7" && changed.etag != draft.etag)
      #expect(changed.lines == draft.lines && changed.totals == draft.totals)
      #expect(await house.refusal { _ = try await desk.update(draft) } == ["ETAG_MISMATCH"])
      draft.etag = ""
      #expect(await house.refusal { _ = try await desk.update(draft) } == ["ETAG_REQUIRED"])
      draft.etag = changed.etag
      draft.currencyCode = "USD"
      let refusal = await house.refusal { _ = try await desk.update(draft) }
      #expect(refusal == ["INVALID_FIELDS", "order.currency_code"])
    }
  }

  @Test("An amendment says what is wrong with each change")
  func amendments() async throws {
    try await run { desk in
      let house = desk.company.house
      let order = try await desk.place(desk.draft("3"))
      let shape = await house.refusal {
        _ = try await desk.amend(order.name) {
          $0.changes = [
            .with { $0.lineID = "x" },
            .with {
              $0.lineID = "1"
              $0.quantity = "0"
            },
          ]
        }
      }
      #expect(shape == ["INVALID_FIELDS", "changes[0].line_id", "changes[1].quantity"])
      let nothing = await house.refusal { _ = try await desk.amend(order.name) { _ in } }
      #expect(nothing == ["INVALID_FIELDS", "changes"])
      let denied = await house.refusal {
        _ = try await desk.amend(order.name) {
          $0.changes = [
            .with {
              $0.lineID = "1"
              $0.quantity = "99"
            }
          ]
          $0.failOnHold = true
        }
      }
      #expect(denied == ["CREDIT_HOLD"])
      #expect(try await desk.get(order.name) == order)
    }
  }
}
