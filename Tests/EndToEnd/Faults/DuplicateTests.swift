import OrderToCash
import OrderToCashAPI
import Postgres
import SwiftProtobuf
import Testing

extension EndToEnd {
  @Suite("A request is repeated") struct Duplicates {}
}

extension EndToEnd.Duplicates {
  @Test("64 simultaneous duplicates of one request have one effect and equal replies")
  func simultaneous() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        for round in 1...3 {
          try await Self.send64("same-\(round)", through: [o2c], on: database)
        }
      }
    }
  }

  @Test("also when they reach two servers on one database, and there is stock for one alone")
  func overTwoServers() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { first in
      let second = try await database.server("b")
      try await second.start()
      try await database.withAdmin(first) { one in
        try await database.withAdmin(second) { other in
          for round in 1...6 {
            // Who comes later finds nothing on hand any more, but its own stored reply.
            try await one.addProduct(sku: "LAST-\(round)", price: "1", onHand: 1)
            try await Self.send64(
              "both-\(round)", sku: "LAST-\(round)", through: [one, other], on: database)
          }
        }
      }
      await second.kill9()
    }
  }

  @Test("a repetition after the server was killed brings the stored reply, equal to the byte")
  func afterDeath() async throws {
    let database = try await Installation.shared().database()
    let server = try await database.server()
    try await server.start()
    let id = RequestID()
    let request = PlaceOrderRequest.order(
      database.company.customers[0], [("P-1", 2), ("P-2", 1)], reference: "again")
    let first = try await database.withAdmin(server) {
      try await $0.orders.place(request, options: CallOptions(requestID: id))
    }
    await server.kill9()
    try await server.start()
    let second = try await database.withAdmin(server) {
      try await $0.orders.place(request, options: CallOptions(requestID: id))
    }
    await server.kill9()
    #expect(try Self.bytes(first) == Self.bytes(second))
    let connection = try await database.inspect()
    #expect(try await Self.count(connection, "again") == 1)
    await connection.close()
  }

  @Test("the same request id with other content is refused, and nothing changes")
  func otherContent() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let id = RequestID()
        let customers = database.company.customers
        let request = PlaceOrderRequest.order(customers[0], [("P-1", 2)], reference: "one")
        let first = try await o2c.orders.place(request, options: CallOptions(requestID: id))
        let changes: [(String, (inout PlaceOrderRequest) -> Void)] = [
          ("customer", { $0.order.customer = customers[1].rawValue }),
          ("reference", { $0.order.purchaseOrderReference = "other" }),
          ("external id", { $0.order.externalID = "E-1" }),
          ("quantity", { $0.order.lines[0].quantity = "3" }),
          ("product", { $0.order.lines[0].sku = "P-2" }),
          ("price", { $0.order.lines[0].unitPrice = "1" }),
          ("discount", { $0.order.lines[0].discountPercent = "1" }),
          ("line", { $0.order.lines.append($0.order.lines[0]) }),
          ("terms", { $0.order.paymentTerms = "net 14" }),
          ("annotation", { $0.order.annotations["a"] = "b" }),
          ("backorder", { $0.allowBackorder = true }),
          ("fail on hold", { $0.failOnHold = true }),
          ("view", { $0.view = .basic }),
        ]
        for (what, change) in changes {
          var other = request
          change(&other)
          let reason = try await Self.reason {
            try await o2c.orders.place(other, options: CallOptions(requestID: id))
          }
          #expect(reason == "REQUEST_ID_REUSED", "\(what)")
        }
        let otherMethod = try await Self.reason {
          try await o2c.orders.cancel(
            .with { $0.name = first.name }, options: CallOptions(requestID: id))
        }
        #expect(otherMethod == "REQUEST_ID_REUSED")
        let again = try await o2c.orders.place(request, options: CallOptions(requestID: id))
        #expect(try Self.bytes(first) == Self.bytes(again))
        #expect(try await o2c.orders.get(OrderName(validating: first.name)).state == .confirmed)
      }
      let connection = try await database.inspect()
      let orders = try await connection.texts("SELECT order_id::text FROM orders")
      #expect(orders.count == 1)
      await connection.close()
    }
  }

  @Test("request ids that are too old, of the future or no UUIDv7 are refused")
  func badIDs() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let now = Int64(RequestID().unixMilliseconds)
        let day: Int64 = 86_400_000
        let cases: [(String, String)] = [
          (Self.id(at: now - 15 * day), "REQUEST_ID_EXPIRED"),
          (Self.id(at: now + day), "REQUEST_ID_INVALID"),
          ("not-an-id", "REQUEST_ID_INVALID"),
          ("9b2d5b7e-9f5c-4f43-8b8f-0d5f8a7d8f11", "REQUEST_ID_INVALID"),
        ]
        for (id, expected) in cases {
          var request = PlaceOrderRequest.order(database.company.customers[0], [("P-1", 1)])
          request.requestID = id
          let sent = request
          let reason = try await Self.reason { try await o2c.orders.place(sent) }
          #expect(reason == expected, "\(id)")
        }
        var fresh = PlaceOrderRequest.order(database.company.customers[0], [("P-1", 1)])
        fresh.requestID = Self.id(at: now - 13 * day)
        #expect(try await o2c.orders.place(fresh).state == .confirmed)
      }
    }
  }

  // MARK: Helpers

  private static func send64(
    _ reference: String, sku: String = "P-3", through clients: [OrderToCashClient],
    on database: Database
  ) async throws {
    let id = RequestID()
    let request = PlaceOrderRequest.order(
      database.company.customers[1], [(sku, 1)], reference: reference)
    let replies = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for number in 0..<64 {
        let o2c = clients[number % clients.count]
        group.addTask {
          try Self.bytes(
            try await o2c.orders.place(request, options: CallOptions(requestID: id)))
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(replies.count == 64)
    #expect(Set(replies).count == 1)
    let connection = try await database.inspect()
    #expect(try await count(connection, reference) == 1)
    await connection.close()
  }

  private static func count(_ connection: Connection, _ reference: String) async throws -> Int {
    try await connection.texts(
      "SELECT order_id::text FROM orders WHERE purchase_order_reference = $1", .text(reference)
    ).count
  }

  static func bytes(_ message: some Message) throws -> [UInt8] {
    var options = BinaryEncodingOptions()
    options.useDeterministicOrdering = true
    return try message.serializedBytes(options: options)
  }

  private static func reason(_ call: () async throws -> Order) async throws -> String {
    do {
      _ = try await call()
      return "OK"
    } catch let error as OrderToCashError {
      #expect(error.outcome == .notApplied)
      return error.reason.rawValue
    }
  }

  /// A UUIDv7 of a time, as hyphenated text.
  private static func id(at milliseconds: Int64) -> String {
    let time = hexadecimal(UInt64(milliseconds), width: 12)
    let rest = hexadecimal(UInt64.random(in: 0..<1 << 48), width: 12)
    return "\(time.prefix(8))-\(time.dropFirst(8))-7abc-8abc-\(rest)"
  }

  private static func hexadecimal(_ number: UInt64, width: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: width - text.count) + text
  }
}
