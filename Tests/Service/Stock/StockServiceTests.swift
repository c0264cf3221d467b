import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Stock over the door", .serialized)
struct StockServiceTests {
  @Test("goods are moved, counted, found and lost; force takes from who would be served last")
  func moves() async throws {
    try await StockDesk.run { desk in
      let main = try await desk.mainWarehouse()
      let east = try await desk.addWarehouse("EAST")
      try await desk.addProduct("B")
      try await desk.receive(10, of: "B")
      let order = try await desk.orders.place(desk.orders.draft("8") { $0.lines[0].sku = "B" })
      // Each step with on hand, reserved, backordered and incoming of both warehouses after it.
      let steps: [(String, Bool, O2c_V1_MoveStockRequest.Line, [[String]])] = [
        (
          "found", false, .of("B", to: main, quantity: "2.5"),
          [["12.5", "8", "0", "0"]]
        ),
        (
          "transferred", false, .of("B", from: main, to: east, quantity: "2.5"),
          [["10", "8", "0", "0"], ["2.5", "0", "0", "0"]]
        ),
        (
          "counted", false, .of("B", to: east, counted: "4"),
          [["10", "8", "0", "0"], ["4", "0", "0", "0"]]
        ),
        (
          "H 10, R 8, adjust −4: H 6, 2 released and back-ordered", true,
          .of("B", from: main, quantity: "4"),
          [["6", "6", "2", "0"], ["4", "0", "0", "0"]]
        ),
        (
          "what comes is given to who waits", false,
          .of("B", from: east, to: main, quantity: "1"),
          [["7", "7", "1", "0"], ["3", "0", "0", "0"]]
        ),
        (
          "counted to nothing", true, .of("B", to: main, counted: "0"),
          [["0", "0", "8", "0"], ["3", "0", "0", "0"]]
        ),
      ]
      for (what, force, line, after) in steps {
        let changed = try await desk.move(force: force, [line])
        #expect(!changed.isEmpty && changed.allSatisfy { $0.sku == "B" }, "\(what)")
        #expect(try await desk.levels("B") == after, "\(what)")
      }
      let now = try await desk.orders.get(order.name)
      #expect(now.lines[0].reservedQuantity == "0" && now.lines[0].backorderedQuantity == "8")
      #expect(try await desk.findings().isEmpty)
    }
  }

  @Test("a move that cannot be names every line that is wrong, and moves nothing")
  func moveRefusals() async throws {
    try await StockDesk.run { desk in
      let main = try await desk.mainWarehouse()
      let east = try await desk.addWarehouse("EAST")
      let nowhere = Names.warehouse.name(ID(high: 0x0199_0000_0000_7009, low: 1 << 63 | 9))
      try await desk.addProduct("WORK", stocked: false)
      _ = try await desk.orders.place(desk.orders.draft("98"))
      typealias Line = O2c_V1_MoveStockRequest.Line
      let cases: [(String, [Line], [String])] = [
        ("nothing", [], ["INVALID_FIELDS", "lines"]),
        ("no amount", [.of("A-1", to: main)], ["INVALID_FIELDS", "lines[0].quantity"]),
        (
          "none of a thing", [.of("A-1", to: main, quantity: "0")],
          ["INVALID_FIELDS", "lines[0].quantity"]
        ),
        (
          "counted below zero", [.of("A-1", to: main, counted: "-1")],
          ["INVALID_FIELDS", "lines[0].counted"]
        ),
        ("no place", [.of("A-1", quantity: "1")], ["INVALID_FIELDS", "lines[0].to"]),
        (
          "the same place", [.of("A-1", from: main, to: main, quantity: "1")],
          ["INVALID_FIELDS", "lines[0].to"]
        ),
        (
          "a count of two places", [.of("A-1", from: main, to: east, counted: "1")],
          ["INVALID_FIELDS", "lines[0].from"]
        ),
        (
          "strangers, all at once",
          [
            .of("NO-SUCH", to: main, quantity: "1"), .of("A-1", to: nowhere, quantity: "1"),
            .of("WORK", to: main, quantity: "1"),
          ], ["INVALID_FIELDS", "lines[0].product", "lines[1].to", "lines[2].product"]
        ),
        (
          "more than is free", [.of("A-1", from: main, to: east, quantity: "3")],
          ["INSUFFICIENT_STOCK", "lines[0]"]
        ),
        (
          "what is promised, without force", [.of("A-1", from: main, quantity: "3")],
          ["INSUFFICIENT_STOCK", "lines[0]"]
        ),
        (
          "each line that is short",
          [
            .of("A-1", from: main, to: east, quantity: "2"),
            .of("A-1", from: main, to: east, quantity: "1"),
            .of("A-1", from: main, quantity: "1"),
          ], ["INSUFFICIENT_STOCK", "lines[1]", "lines[2]"]
        ),
      ]
      for (what, lines, expected) in cases {
        let refusal = await desk.house.refusal { _ = try await desk.move(lines) }
        #expect(refusal == expected, "\(what)")
      }
      let below = await desk.house.refusal {
        _ = try await desk.move(force: true, [.of("A-1", from: main, quantity: "101")])
      }
      #expect(below == ["INSUFFICIENT_STOCK", "lines[0]"])
      #expect(try await desk.levels("A-1") == [["100", "98", "0", "0"]])
      _ = try await desk.move([.of("A-1", from: main, to: east, quantity: "2")]) {
        $0.validateOnly = true
      }
      #expect(try await desk.levels("A-1") == [["100", "98", "0", "0"]])
    }
  }

  @Test("of twenty that arrive the higher priority gets ten, then who wanted it first")
  func backorders() async throws {
    try await StockDesk.run { desk in
      try await desk.addProduct("C")
      var orders: [O2c_V1_Order] = []
      for (priority, days, quantity) in [(0, 5, 12), (1, 9, 10), (0, 3, 5)] {
        let draft = desk.orders.draft("\(quantity)") {
          $0.lines[0].sku = "C"
          $0.priority = Int32(priority)
          $0.requestedDate = desk.day(days)
        }
        orders.append(try await desk.orders.place(draft) { $0.allowBackorder = true })
      }
      #expect(orders.allSatisfy { $0.lines[0].reservedQuantity == "0" })
      #expect(try await desk.levels("C") == [["0", "0", "27", "0"]])
      try await desk.receive(20, of: "C")
      var served: [String] = []
      for order in orders {
        served.append(try await desk.orders.get(order.name).lines[0].reservedQuantity)
      }
      #expect(served == ["5", "10", "5"])
      #expect(try await desk.levels("C") == [["20", "20", "7", "0"]])
      #expect(try await desk.findings().isEmpty)
    }
  }

  @Test("what is scheduled can be promised, and is booked once, by what came of it")
  func receipts() async throws {
    try await StockDesk.run { desk in
      let east = try await desk.addWarehouse("EAST")
      try await desk.addProduct("D")
      let receipt = try await desk.schedule {
        $0.reference = "PO 7"
        $0.expectedDate = desk.day(4)
        $0.lines = [.of("D", 10), .of("A-1", 1)]
      }
      #expect(receipt.state == .scheduled && !receipt.hasReceiptDate)
      #expect(receipt.expectedDate == desk.day(4) && receipt.lines.map(\.sku) == ["D", "A-1"])
      #expect(try await desk.levels("D") == [["0", "0", "0", "10"]])
      let waits = try await desk.orders.place(desk.orders.draft("7") { $0.lines[0].sku = "D" }) {
        $0.allowBackorder = true
      }
      #expect(waits.lines[0].promisedDate == desk.day(4))
      let name = receipt.name
      let refusals: [(String, [String], (inout O2c_V1_ReceiveStockRequest) -> Void)] = [
        ("neither receipt nor lines", ["INVALID_FIELDS", "lines"], { _ in }),
        (
          "another warehouse", ["INVALID_FIELDS", "warehouse"],
          {
            $0.receipt = name
            $0.warehouse = east
          }
        ),
        (
          "no such receipt", ["RESOURCE_NOT_FOUND"],
          { $0.receipt = Names.receipt.name(ID(high: 0x0199_0000_0000_7009, low: 1 << 63 | 9)) }
        ),
        (
          "no such product, and nothing of another",
          ["INVALID_FIELDS", "lines[1].quantity"],
          { $0.lines = [.of("NO-SUCH", 1), .of("D", 0)] }
        ),
        ("no such product", ["INVALID_FIELDS", "lines[0].product"], { $0.lines = [.of("X", 1)] }),
      ]
      for (what, expected, change) in refusals {
        let refusal = await desk.house.refusal { _ = try await desk.receive(change) }
        #expect(refusal == expected, "\(what)")
      }
      // Eight of ten came, and of the other nothing; one thing nobody expected.
      let came = try await desk.receive {
        $0.receipt = name
        $0.lines = [.of("D", 8)]
      }
      #expect(came.name == name && came.state == .received && came.reference == "PO 7")
      #expect(came.lines.map(\.quantity) == ["8", "0"] && came.receiptDate == desk.day())
      #expect(try await desk.levels("D") == [["8", "7", "0", "0"]])
      let again = await desk.house.refusal { _ = try await desk.receive { $0.receipt = name } }
      #expect(again == ["INVALID_STATE_TRANSITION"])
      let late = await desk.house.refusal {
        _ = try await desk.schedule {
          $0.expectedDate = desk.day(-1)
          $0.lines = [.of("NO-SUCH", 1)]
        }
      }
      #expect(late == ["INVALID_FIELDS", "expected_date", "lines[0].product"])
      #expect(try await desk.findings().isEmpty)
    }
  }

  @Test("a receipt that is sent twice under one request id is booked once")
  func repeated() async throws {
    try await StockDesk.run { desk in
      let id = desk.company.requestID()
      var receipts: [O2c_V1_StockReceipt] = []
      for _ in 0..<2 {
        receipts.append(
          try await desk.receive {
            $0.requestID = id
            $0.lines = [.of("A-1", 5)]
          })
      }
      #expect(receipts[0] == receipts[1])
      #expect(try await desk.levels("A-1") == [["105", "0", "0", "0"]])
      let other = await desk.house.refusal {
        _ = try await desk.receive {
          $0.requestID = id
          $0.lines = [.of("A-1", 6)]
        }
      }
      #expect(other == ["REQUEST_ID_REUSED"])
    }
  }

  @Test("availability says how much there is, when the rest can leave, and what that rests on")
  func availability() async throws {
    try await StockDesk.run { desk in
      let main = try await desk.mainWarehouse()
      for sku in ["E", "F"] { try await desk.addProduct(sku) }
      try await desk.addProduct("WORK", stocked: false)
      try await desk.receive(5, of: "E")
      _ = try await desk.schedule {
        $0.expectedDate = desk.day(4)
        $0.lines = [.of("E", 10)]
      }
      _ = try await desk.orders.place(desk.orders.draft("12") { $0.lines[0].sku = "E" }) {
        $0.allowBackorder = true
      }
      typealias Answer = O2c_V1_CheckAvailabilityResponse.Line
      let cases: [(String, Int, String, Int?, Answer.Source)] = [
        ("A-1", 100, "100", 0, .onHand), ("E", 3, "0", 4, .receipt), ("E", 4, "0", nil, .noSource),
        ("F", 1, "0", nil, .noSource), ("WORK", 7, "7", 0, .notStocked),
      ]
      let answers = try await desk.check {
        $0.needByDate = desk.day(2)
        $0.lines = cases.map { sku, quantity, _, _, _ in
          .with {
            $0.sku = sku
            $0.quantity = String(quantity)
            $0.warehouse = main
          }
        }
      }
      #expect(answers.count == cases.count)
      for (answer, (sku, quantity, available, day, source)) in zip(answers, cases) {
        #expect(answer.availableQuantity == available, "\(quantity) of \(sku)")
        #expect(answer.source == source, "\(quantity) of \(sku)")
        #expect(answer.hasPromiseDate == (day != nil), "\(quantity) of \(sku)")
        #expect(answer.late == (day.map { $0 > 0 } ?? true), "\(quantity) of \(sku)")
        if day == 4 { #expect(answer.promiseDate == desk.day(4)) }
      }
      #expect(answers[1].days.map(\.projectedQuantity) == ["0", "3"])
      #expect(answers[1].days.map(\.promisableQuantity) == ["0", "3"])
      let refusal = await desk.house.refusal {
        _ = try await desk.check {
          $0.lines = [
            .with {
              $0.sku = "NO-SUCH"
              $0.quantity = "1"
            },
            .with {
              $0.sku = "E"
              $0.quantity = "1"
              $0.warehouse = Names.warehouse.name(ID(high: 0x0199_0000_0000_7009, low: 1 << 63))
            },
          ]
        }
      }
      #expect(refusal == ["INVALID_FIELDS", "lines[0].product", "lines[1].warehouse"])
    }
  }

  @Test("an order says by when its open lines must leave to be there when they are wanted")
  func shipBy() async throws {
    try await StockDesk.run { desk in
      let slow = try await desk.house.call(
        "o2c.v1.StockService/CreateWarehouse",
        O2c_V1_CreateWarehouseRequest.with {
          $0.warehouse.code = "SLOW"
          $0.warehouse.handlingDays = 3
        }
      ) { try await desk.stock.createWarehouse(request: $0, context: $1) }.message.name
      let friday = Google_Type_Date.with {
        $0.year = 2126
        $0.month = 6
        $0.day = 14
      }
      let order = try await desk.orders.place(
        desk.orders.draft("2") {
          $0.requestedDate = friday
          $0.lines.append($0.lines[0])
          $0.lines[1].warehouse = slow
        }
      ) { $0.allowBackorder = true }
      // 2126-06-14 is a Friday: three working days before is Tuesday.
      let read = try await desk.orders.get(order.name)
      #expect(read.lines.map(\.shipByDate.day) == [14, 11])
      #expect(try await desk.orders.hold(order.name, "wait").lines == read.lines)
      _ = try await desk.orders.release(order.name)
      _ = try await desk.ship(read) { $0.lines = [.with { ($0.lineID, $0.quantity) = ("1", "2") }] }
      let now = try await desk.orders.get(order.name)
      #expect(now.lines.map(\.hasShipByDate) == [false, true])
    }
  }

  @Test("a customer's tolerance is set, read, used by a shipment and kept as a revision")
  func tolerance() async throws {
    try await StockDesk.run { desk in
      let customers = CustomerService(desk.house.environment)
      let changed = try await desk.house.call(
        "o2c.v1.CustomerService/UpdateCustomer",
        O2c_V1_UpdateCustomerRequest.with {
          $0.customer.name = desk.company.customer.name
          $0.customer.overShipmentPercent = "10"
          $0.customer.underShipmentPercent = "0"
        }
      ) { try await customers.updateCustomer(request: $0, context: $1) }.message
      #expect(changed.overShipmentPercent == "10" && changed.underShipmentPercent == "0")
      let order = try await desk.orders.place(desk.orders.draft("10"))
      let line = order.lines[0].lineID
      func ship(_ quantity: String) async throws -> O2c_V1_Shipment {
        try await desk.ship(order) {
          $0.lines = [
            .with {
              $0.lineID = line
              $0.quantity = quantity
            }
          ]
        }
      }
      let refusal = await desk.house.refusal { _ = try await ship("12") }
      #expect(refusal == ["OVER_SHIPMENT", "lines[0].quantity"])
      #expect(try await ship("11").lines.map(\.quantity) == ["11"])
      let now = try await desk.orders.get(order.name)
      #expect(now.lines[0].quantity == "11" && now.totals.gross.minorUnits == 13_090)
      #expect(now.revision == 2 && now.fulfillmentState == .fulfilled)
      let revisions = try await desk.orders.revisions(order.name) { $0.view = .full }.revisions
      #expect(
        revisions.map(\.revision) == [2, 1] && revisions.map(\.reason) == ["OVER_SHIPMENT", ""])
      #expect(revisions[1].order.lines[0].quantity == "10")
      #expect(revisions.allSatisfy { $0.actor.hasPrefix("principals/") && $0.hasCreateTime })
      #expect(try await desk.findings().isEmpty)
      let cleared = try await desk.house.call(
        "o2c.v1.CustomerService/UpdateCustomer",
        O2c_V1_UpdateCustomerRequest.with {
          $0.customer.name = desk.company.customer.name
          $0.updateMask.paths = ["over_shipment_percent"]
        }
      ) { try await customers.updateCustomer(request: $0, context: $1) }.message
      #expect(!cleared.hasOverShipmentPercent && cleared.hasUnderShipmentPercent)
    }
  }
}
