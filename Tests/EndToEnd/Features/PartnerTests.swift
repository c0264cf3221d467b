import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

extension EndToEnd {
  @Suite("A partner with an API key") struct Partners {}
}

extension EndToEnd.Partners {
  @Test("sees its customers alone: what is not its own is not there, in code, reason and text")
  func scope() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let mine = database.company.customers[0]
        let other = database.company.customers[1]
        let (_, key) = try await o2c.addPartner("Web shop", for: [mine])
        let foreign = try await o2c.orders.place(.order(other, [("P-1", 1)]))
        let absent = "orders/" + String(foreign.name.dropFirst(7).dropLast(3)) + "000"
        let shipment = try await o2c.fulfillment.ship(OrderName(validating: foreign.name))
        let invoice = try await o2c.invoices.invoice(OrderName(validating: foreign.name))
        try await withOrderToCash(database.configuration(server, key: key.secret)) { partner in
          let own = try await partner.orders.place(.order(mine, [("P-1", 1)]))
          #expect(own.state == .confirmed)
          #expect(!own.credit.hasExposure, "credit figures are not for partners")

          let cases: [(String, String, (String) async throws -> Void)] = [
            (
              "order", foreign.name,
              { _ = try await partner.orders.get(OrderName(validating: $0)) }
            ),
            (
              "cancel", foreign.name,
              { _ = try await partner.orders.cancel(OrderName(validating: $0)) }
            ),
            (
              "invoice", invoice.name,
              { _ = try await partner.invoices.get(InvoiceName(validating: $0)) }
            ),
            (
              "shipment", shipment.name,
              { _ = try await partner.fulfillment.get(ShipmentName(validating: $0)) }
            ),
          ]
          for (what, name, call) in cases {
            let missing = Self.altered(name)
            let hidden = try await failure { try await call(name) }
            let gone = try await failure { try await call(missing) }
            #expect(hidden?.code == .notFound, "\(what)")
            #expect(hidden?.reason == .resourceNotFound, "\(what)")
            #expect(hidden?.code == gone?.code, "\(what)")
            #expect(hidden?.reason == gone?.reason, "\(what)")
            #expect(
              hidden?.message.replacing(name, with: "")
                == gone?.message.replacing(missing, with: ""),
              "\(what)")
            #expect(hidden?.metadata.keys.sorted() == gone?.metadata.keys.sorted(), "\(what)")
          }
          let placing = try await failure {
            try await partner.orders.place(.order(other, [("P-1", 1)]))
          }
          let nobody = try await failure {
            try await partner.orders.place(
              .order(CustomerName(validating: Self.altered(other.rawValue)), [("P-1", 1)]))
          }
          #expect(placing?.code == nobody?.code)
          #expect(placing?.reason == nobody?.reason)
          #expect(placing?.violations.map(\.reason) == nobody?.violations.map(\.reason))

          var seen: Set<String> = []
          for try await order in partner.orders.list() { seen.insert(order.customer) }
          #expect(seen == [mine.rawValue])
          var filtered = 0
          for try await _ in partner.orders.list(filter: "customer = \"\(other)\"") {
            filtered += 1
          }
          #expect(filtered == 0)
          for try await item in partner.receivables.listOpenItems() {
            #expect(item.customer == mine.rawValue)
          }
          for try await event in partner.events.list() where !event.customer.isEmpty {
            #expect(event.customer == mine.rawValue)
          }
          let secret = try await failure { try await partner.credit.get(mine.creditAccount) }
          #expect(secret?.reason == .permissionMissing)
          let ledger = try await failure { try await partner.ledger.getTrialBalance() }
          #expect(ledger?.reason == .permissionMissing)
        }
        #expect(try await o2c.orders.get(OrderName(validating: foreign.name)).name != absent)
      }
    }
  }

  @Test("a request id of another caller is not its own: no stored reply comes back")
  func repliesAreBoundToTheCaller() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let mine = database.company.customers[0]
        let (_, key) = try await o2c.addPartner("Shop one", for: [mine])
        let (_, second) = try await o2c.addPartner("Shop two", for: [mine])
        let id = RequestID()
        let request = PlaceOrderRequest.order(mine, [("P-1", 1)])
        func place(_ secret: String) async throws -> Order {
          try await withOrderToCash(database.configuration(server, key: secret)) {
            try await $0.orders.place(request, options: CallOptions(requestID: id))
          }
        }
        let one = try await place(key.secret)
        let two = try await place(second.secret)
        #expect(one.name != two.name)
        #expect(try await place(key.secret).name == one.name)
      }
    }
  }

  @Test("a revoked key is refused within five seconds, and so is a suspended principal")
  func revocation() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let (principal, key) = try await o2c.addPartner(
          "Leaver", for: [database.company.customers[0]])
        let other = try await o2c.admin.createApiKey(
          .with {
            $0.principal = principal.name
            $0.note = "A second one"
          })
        try await withOrderToCash(database.configuration(server, key: key.secret)) { partner in
          _ = try await partner.admin.getCaller()
          _ = try await o2c.admin.revokeApiKey(
            .with {
              $0.name = key.name
              $0.note = "Lost"
            })
          let reason = try await Self.refusal(within: .seconds(6)) {
            _ = try await partner.admin.getCaller()
          }
          #expect(reason == .credentialsRevoked)
        }
        try await withOrderToCash(database.configuration(server, key: other.secret)) { partner in
          _ = try await partner.admin.getCaller()
          _ = try await o2c.admin.suspendPrincipal(
            .with {
              $0.name = principal.name
              $0.reason = "Contract ended"
              $0.note = "Contract ended"
            })
          let reason = try await Self.refusal(within: .seconds(6)) {
            _ = try await partner.admin.getCaller()
          }
          #expect(reason == .credentialsRevoked)
        }
      }
    }
  }

  @Test("a key that was typed wrong, and one that never was, are refused alike")
  func wrongKeys() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let (_, key) = try await o2c.addPartner("Typist", for: [database.company.customers[0]])
        for wrong in [String(key.secret.dropLast()) + "x", "o2c_nothing_atall", "Bearer"] {
          try await withOrderToCash(database.configuration(server, key: wrong)) { partner in
            let error = try await failure { try await partner.admin.getCaller() }
            #expect(error?.code == .unauthenticated)
            #expect(error?.reason == .credentialsInvalid)
          }
        }
      }
    }
  }

  // MARK: Helpers

  /// Another name of the same kind: nobody has it.
  private static func altered(_ name: String) -> String {
    let last = name.last == "0" ? "1" : "0"
    return name.dropLast(6) + "00000" + last
  }

  /// The reason of the first refusal.
  private static func refusal(
    within limit: Duration, _ call: () async throws -> Void
  ) async throws -> Reason? {
    let began = ContinuousClock.now
    while began.duration(to: .now) < limit {
      do {
        try await call()
      } catch let error as OrderToCashError {
        return error.reason
      }
      try await Task.sleep(for: .milliseconds(100))
    }
    return nil
  }
}
