import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

/// A company, its twin and a stranger, with a partner of the company that calls with an API key.
private struct Alliance: Sendable {
  let house: AdapterHouse
  let company: Company
  let partner: O2c_V1_Principal
  let twin: String
  let stranger: String
  private let secret: String
  private let authenticator: Authenticator
  private static let delay: Duration = .milliseconds(50)

  init(_ house: AdapterHouse) async throws {
    self.house = house
    company = try await Company(house)
    let customers = CustomerService(house.environment)
    var names: [String] = []
    for name in ["Twin", "Stranger"] {
      let customer = try await house.call(
        "o2c.v1.CustomerService/CreateCustomer",
        O2c_V1_CreateCustomerRequest.with {
          $0.customer.displayName = name
          $0.customer.party.legalName = name
          $0.customer.party.address.countryCode = "DE"
        }
      ) { try await customers.createCustomer(request: $0, context: $1) }.message
      try await house.setLimit(100_000, of: customer.name)
      names.append(customer.name)
    }
    (twin, stranger) = (names[0], names[1])
    let admin = AdminService(house.environment)
    let bound = company.customer.name
    let partner = try await house.call(
      "o2c.v1.AdminService/CreatePrincipal",
      O2c_V1_CreatePrincipalRequest.with {
        $0.principal.kind = .partner
        $0.principal.displayName = "Partner"
        $0.principal.roles = ["PARTNER"]
        $0.principal.customers = [bound]
      }
    ) { try await admin.createPrincipal(request: $0, context: $1) }.message
    self.partner = partner
    secret = try await house.call(
      "o2c.v1.AdminService/CreateApiKey",
      O2c_V1_CreateApiKeyRequest.with { $0.principal = partner.name }
    ) { try await admin.createApiKey(request: $0, context: $1) }.message.secret
    authenticator = Authenticator(
      directory: CallerDirectory(asking: house.environment.readers),
      pepper: house.environment.pepper, revocationDelay: Self.delay)
  }

  /// The partner, as its key makes it a caller.
  func caller() async throws -> AuthenticatedCaller {
    try await authenticator.caller(authorization: "Bearer \(secret)")
  }

  /// What was known of the key is known no more.
  func forget() async throws { try await Task.sleep(for: Self.delay * 2) }

  func place(
    for customer: String, requestID: String = "", as caller: AuthenticatedCaller? = nil
  ) async throws -> (message: O2c_V1_Order, metadata: Metadata) {
    let orders = OrderService(house.environment)
    return try await house.call(
      "o2c.v1.OrderService/PlaceOrder",
      O2c_V1_PlaceOrderRequest.with {
        $0.requestID = requestID
        $0.order.customer = customer
        $0.order.lines = [
          .with {
            $0.sku = company.product.sku
            $0.quantity = "1"
          }
        ]
      }, as: caller
    ) { try await orders.placeOrder(request: $0, context: $1) }
  }

  func read(_ order: String, as caller: AuthenticatedCaller) async throws -> String {
    let orders = OrderService(house.environment)
    return try await house.call(
      "o2c.v1.OrderService/GetOrder", O2c_V1_GetOrderRequest.with { $0.name = order }, as: caller
    ) { try await orders.getOrder(request: $0, context: $1) }.message.customer
  }

  func list(
    _ size: Int32, _ token: String = "", as caller: AuthenticatedCaller
  ) async throws -> O2c_V1_ListOrdersResponse {
    let orders = OrderService(house.environment)
    return try await house.call(
      "o2c.v1.OrderService/ListOrders",
      O2c_V1_ListOrdersRequest.with {
        $0.pageSize = size
        $0.pageToken = token
      }, as: caller
    ) { try await orders.listOrders(request: $0, context: $1) }.message
  }

  func merge(isPreview: Bool) async throws -> O2c_V1_Customer {
    let customers = CustomerService(house.environment)
    return try await house.call(
      "o2c.v1.CustomerService/MergeCustomers",
      O2c_V1_MergeCustomersRequest.with {
        $0.source = company.customer.name
        $0.into = twin
        $0.validateOnly = isPreview
      }
    ) { try await customers.mergeCustomers(request: $0, context: $1) }.message
  }

  func bound() async throws -> [String] {
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/ListPrincipals",
      O2c_V1_ListPrincipalsRequest.with { $0.filter = "name = \"\(partner.name)\"" }
    ) { try await admin.listPrincipals(request: $0, context: $1) }.message.principals[0].customers
  }
}

@Suite("Partners of a merged customer over their keys", .serialized)
struct MergedPartnerAdapterTests {
  @Test("a partner reads what moved and what is closed once its key is asked for again, no more")
  func follows() async throws {
    try await AdapterHouse.run { house in
      let alliance = try await Alliance(house)
      let source = alliance.company.customer.name
      let id = alliance.company.requestID()
      let early = try await alliance.caller()
      let moving = try await alliance.place(for: source, requestID: id, as: early).message
      let closed = try await alliance.place(for: source).message
      try await alliance.house.cancel(closed.name)
      let twins = try await alliance.place(for: alliance.twin).message
      let others = try await alliance.place(for: alliance.stranger).message
      let page = try await alliance.list(1, as: early)
      #expect(page.orders.map(\.name) == [closed.name] && !page.nextPageToken.isEmpty)

      #expect(try await alliance.merge(isPreview: true).mergedPartners == [alliance.partner.name])
      #expect(try await alliance.bound() == [source])
      let merged = try await alliance.merge(isPreview: false)
      #expect(merged.name == alliance.twin && merged.mergedPartners == [alliance.partner.name])
      #expect(try await alliance.bound() == [source, alliance.twin])

      try await alliance.forget()
      let late = try await alliance.caller()
      #expect(try await alliance.read(moving.name, as: late) == alliance.twin)
      #expect(try await alliance.read(closed.name, as: late) == source)
      #expect(
        await house.refusal { _ = try await alliance.read(others.name, as: late) }
          == ["RESOURCE_NOT_FOUND"])
      #expect(
        await house.refusal { _ = try await alliance.read(moving.name, as: early) }
          == ["RESOURCE_NOT_FOUND"])
      let all = try await alliance.list(10, as: late).orders.map(\.name)
      #expect(all == [twins.name, closed.name, moving.name])
      let rest = try await alliance.list(10, page.nextPageToken, as: late)
      #expect(rest.orders.map(\.name) == [moving.name])

      let replay = try await alliance.place(for: source, requestID: id, as: late)
      #expect(replay.metadata[stringValues: "o2c-replayed"].contains("true"))
      #expect(replay.message.name == moving.name)
      #expect(
        await house.refusal { _ = try await alliance.place(for: source, as: late) }
          == ["CUSTOMER_BLOCKED"])
      #expect(try await alliance.place(for: alliance.twin, as: late).message.state == .confirmed)
      let events = EventService(house.environment)
      let told = try await house.call(
        "o2c.v1.EventService/ListEvents",
        O2c_V1_ListEventsRequest.with {
          $0.filter =
            "resource = \"\(alliance.partner.name)\" AND type = \"principal.updated\""
          $0.view = .full
        }
      ) { try await events.listEvents(request: $0, context: $1) }.message.events
      #expect(told.count == 1)
    }
  }
}
