import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Synchronization
import Testing

extension EndToEnd {
  @Suite("Lists by pages") struct Paging {}
}

extension EndToEnd.Paging {
  @Test(
    "every row that was there appears exactly once, while others are added",
    arguments: ["", "order_date", "create_time desc", "order_number desc"])
  func duringInserts(_ order: String) async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let customer = database.company.customers[0]
        let requests = (0..<60).map { _ in PlaceOrderRequest.order(customer, [("P-1", 1)]) }
        let known = Set(
          try await o2c.orders.place(batch: requests).map { try $0.get().name })
        #expect(known.count == 60)
        let isWanted = Flag(true)
        try await withThrowingDiscardingTaskGroup { group in
          group.addTask {
            while isWanted.value {
              _ = try await o2c.orders.place(.order(customer, [("P-2", 1)]))
            }
          }
          var seen: [String: Int] = [:]
          var pages = 0
          for try await page in o2c.orders.list(orderBy: order, pageSize: 7).pages {
            for item in page.items { seen[item.name, default: 0] += 1 }
            pages += 1
            #expect(page.items.count <= 7)
            if pages > 200 { break }
          }
          isWanted.value = false
          #expect(pages >= 9)
          #expect(known.allSatisfy { seen[$0] == 1 })
          #expect(seen.values.allSatisfy { $0 == 1 })
        }
      }
    }
  }

  @Test("a page token goes with its list: another filter, order or caller is refused")
  func tokens() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let customer = database.company.customers[0]
        let requests = (0..<5).map { _ in PlaceOrderRequest.order(customer, [("P-1", 1)]) }
        _ = try await o2c.orders.place(batch: requests)
        var pages = o2c.orders.list(pageSize: 2).pages.makeAsyncIterator()
        let token = try #require(try await pages.next()?.nextPageToken)
        #expect(!token.isEmpty)
        let cases: [(String, Pages<Order>, Reason)] = [
          ("filter", o2c.orders.list(filter: "state = CONFIRMED"), .pageTokenMismatch),
          ("order", o2c.orders.list(orderBy: "order_date"), .pageTokenMismatch),
          ("method", o2c.orders.list(view: .full), .pageTokenMismatch),
        ]
        for (what, list, expected) in cases {
          let error = try await failure {
            for try await _ in list.starting(at: token) {}
          }
          #expect(error?.reason == expected, "\(what)")
        }
        let broken = try await failure {
          for try await _ in o2c.orders.list(pageSize: 2).starting(at: token + "x") {}
        }
        #expect(broken?.reason == .pageTokenInvalid)
        let (_, key) = try await o2c.addPartner("Reader", for: [customer])
        try await withOrderToCash(database.configuration(server, key: key.secret)) { partner in
          let error = try await failure {
            for try await _ in partner.orders.list(pageSize: 2).starting(at: token) {}
          }
          #expect(error?.code == .invalidArgument)
        }
      }
    }
  }
}
