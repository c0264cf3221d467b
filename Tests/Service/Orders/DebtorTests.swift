import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

/// A buyer that is invoiced to a holding, with a partner of the buyer and one of the holding.
private struct Street {
  let house: AdapterHouse
  let company: Company
  let holding: O2c_V1_Customer
  var buyer: String { company.customer.name }

  init(_ house: AdapterHouse, limit: Int64 = 100_000) async throws {
    self.house = house
    company = try await Company(house)
    let customers = CustomerService(house.environment)
    holding = try await house.call(
      "o2c.v1.CustomerService/CreateCustomer",
      O2c_V1_CreateCustomerRequest.with {
        $0.customer.displayName = "Holding"
        $0.customer.party.legalName = "Holding AG"
        $0.customer.party.address.countryCode = "DE"
        $0.customer.buyerReference = "COST-7"
      }
    ) { try await customers.createCustomer(request: $0, context: $1) }.message
    try await setLimit(limit)
    let (name, debtor) = (company.customer.name, holding.name)
    _ = try await house.call(
      "o2c.v1.CustomerService/UpdateCustomer",
      O2c_V1_UpdateCustomerRequest.with {
        $0.customer.name = name
        $0.customer.billTo = debtor
        $0.updateMask.paths = ["bill_to"]
      }
    ) { try await customers.updateCustomer(request: $0, context: $1) }
  }

  func partner(of customer: String) throws -> AuthenticatedCaller {
    let id = try #require(Names.customer.id(in: customer))
    return AdapterHouse.caller(roles: ["PARTNER"], customers: [id])
  }

  func account() async throws -> O2c_V1_CreditAccount {
    try await house.creditAccount(of: holding.name)
  }

  func setLimit(_ minor: Int64) async throws {
    try await house.setLimit(minor, of: holding.name)
  }

  func place(
    _ quantity: String, as caller: AuthenticatedCaller? = nil,
    _ change: (inout O2c_V1_Order) -> Void = { _ in }
  ) async throws -> O2c_V1_Order {
    let orders = OrderService(house.environment)
    return try await house.call(
      "o2c.v1.OrderService/PlaceOrder",
      O2c_V1_PlaceOrderRequest.with {
        $0.order.customer = buyer
        $0.order.lines = [
          .with {
            $0.sku = "A-1"
            $0.quantity = quantity
          }
        ]
        change(&$0.order)
      }, as: caller
    ) { try await orders.placeOrder(request: $0, context: $1) }.message
  }

  func order(_ name: String, as caller: AuthenticatedCaller) async throws -> O2c_V1_Order {
    let orders = OrderService(house.environment)
    return try await house.call(
      "o2c.v1.OrderService/GetOrder", O2c_V1_GetOrderRequest.with { $0.name = name }, as: caller
    ) { try await orders.getOrder(request: $0, context: $1) }.message
  }

  func invoices(as caller: AuthenticatedCaller) async throws -> [O2c_V1_Invoice] {
    let invoices = InvoiceService(house.environment)
    return try await house.call(
      "o2c.v1.InvoiceService/ListInvoices", O2c_V1_ListInvoicesRequest.with { $0.view = .full },
      as: caller
    ) { try await invoices.listInvoices(request: $0, context: $1) }.message.invoices
  }

  func items(as caller: AuthenticatedCaller) async throws -> [O2c_V1_OpenItem] {
    let receivables = ReceivableService(house.environment)
    return try await house.call(
      "o2c.v1.ReceivableService/ListOpenItems", O2c_V1_ListOpenItemsRequest(), as: caller
    ) { try await receivables.listOpenItems(request: $0, context: $1) }.message.openItems
  }
}

@Suite("Bill-to and payer over the door", .serialized)
struct DebtorAdapterTests {
  @Test("the buyer's partner sees its order to the end; invoice, item and balance are the debtor's")
  func partners() async throws {
    try await AdapterHouse.run { house in
      let street = try await Street(house)
      let buyer = try street.partner(of: street.buyer)
      let debtor = try street.partner(of: street.holding.name)
      let order = try await street.place("2", as: buyer)
      #expect(order.state == .confirmed && order.billTo == street.holding.name)
      #expect(order.customer == street.buyer && order.payer.isEmpty)
      #expect(try await street.account().exposure.total.minorUnits == 2380)
      let fulfillment = FulfillmentService(house.environment)
      _ = try await house.call(
        "o2c.v1.FulfillmentService/ShipOrder",
        O2c_V1_ShipOrderRequest.with { $0.name = order.name }
      ) { try await fulfillment.shipOrder(request: $0, context: $1) }
      let invoices = InvoiceService(house.environment)
      let invoice = try await house.call(
        "o2c.v1.InvoiceService/InvoiceOrder",
        O2c_V1_InvoiceOrderRequest.with { $0.name = order.name }
      ) { try await invoices.invoiceOrder(request: $0, context: $1) }.message
      #expect(invoice.customer == street.holding.name && invoice.buyer.legalName == "Holding AG")
      #expect(invoice.buyerReference == "COST-7" && invoice.orders == [order.name])

      #expect(try await street.order(order.name, as: buyer).billingState == .billed)
      #expect(try await street.invoices(as: buyer).isEmpty)
      #expect(try await street.items(as: buyer).isEmpty)
      #expect(
        await house.refusal { _ = try await street.order(order.name, as: debtor) }
          == ["RESOURCE_NOT_FOUND"])
      #expect(try await street.invoices(as: debtor).map(\.name) == [invoice.name])
      #expect(try await street.items(as: debtor).map(\.outstanding.minorUnits) == [2380])
      #expect(try await street.account().exposure.total.minorUnits == 2380)
    }
  }

  @Test("whom a partner may not see it cannot choose, and a read order can be sent back")
  func choices() async throws {
    try await AdapterHouse.run { house in
      let street = try await Street(house)
      let buyer = try street.partner(of: street.buyer)
      let refused = await house.refusal {
        _ = try await street.place("1", as: buyer) { $0.billTo = street.holding.name }
      }
      let missing = await house.refusal {
        _ = try await street.place("1", as: buyer) {
          $0.billTo = "customers/01m68kvah0e9nv59tdwh9edd1r"
        }
      }
      #expect(refused == ["INVALID_FIELDS", "order.bill_to"] && refused == missing)
      #expect(try await street.place("1") { $0.payer = street.buyer }.payer == street.buyer)

      let orders = OrderService(house.environment)
      let draft = try await house.call(
        "o2c.v1.OrderService/CreateOrder",
        O2c_V1_CreateOrderRequest.with {
          $0.order.customer = street.buyer
          $0.order.lines = [
            .with {
              $0.sku = "A-1"
              $0.quantity = "1"
            }
          ]
        }, as: buyer
      ) { try await orders.createOrder(request: $0, context: $1) }.message
      #expect(draft.billTo == street.holding.name)
      func update(_ change: (inout O2c_V1_UpdateOrderRequest) -> Void) async throws -> O2c_V1_Order
      {
        try await house.call(
          "o2c.v1.OrderService/UpdateOrder", O2c_V1_UpdateOrderRequest.with(change), as: buyer
        ) { try await orders.updateOrder(request: $0, context: $1) }.message
      }
      let same = try await update {
        $0.order = draft
        $0.order.purchaseOrderReference = "PO 7"
      }
      #expect(same.billTo == street.holding.name && same.purchaseOrderReference == "PO 7")
      let own = try await update {
        $0.order.name = draft.name
        $0.order.etag = same.etag
        $0.order.billTo = street.buyer
        $0.updateMask.paths = ["bill_to"]
      }
      #expect(own.billTo.isEmpty)
      let again = try await update {
        $0.order.name = draft.name
        $0.order.etag = own.etag
        $0.updateMask.paths = ["bill_to"]
      }
      #expect(again.billTo == street.holding.name)
    }
  }

  @Test("an order that the debtor's limit holds is freed when that limit rises")
  func redecision() async throws {
    try await AdapterHouse.run { house in
      let street = try await Street(house, limit: 1000)
      let order = try await street.place("2")
      #expect(order.state == .onHold && order.credit.limit.minorUnits == 1000)
      let worker = CreditWorker(
        pool: house.environment.readers, door: house.environment.door,
        logger: house.environment.logger)
      var seen: [ID<Order>: CreditWorker.Look] = [:]
      try await worker.round(house.seller, seen: &seen)
      #expect(seen.count == 1)
      try await street.setLimit(50_000)
      try await worker.round(house.seller, seen: &seen)
      try await worker.round(house.seller, seen: &seen)
      #expect(seen.isEmpty)
      #expect(try await street.order(order.name, as: house.admin).state == .confirmed)
      let credit = CreditService(house.environment)
      let check = try await house.call(
        "o2c.v1.CreditService/CheckCredit",
        O2c_V1_CheckCreditRequest.with { $0.customer = street.buyer }
      ) { try await credit.checkCredit(request: $0, context: $1) }.message
      #expect(check.creditAccounts.map(\.customer) == [street.holding.name])
      #expect(check.decision.exposure.minorUnits == 2380)
    }
  }

  @Test("a merge names the other where the debtor was named; nobody clears who is invoiced")
  func merge() async throws {
    try await AdapterHouse.run { house in
      let street = try await Street(house)
      let order = try await street.place("2")
      let customers = CustomerService(house.environment)
      let clearing = await house.refusal {
        _ = try await house.call(
          "o2c.v1.CustomerService/AnonymizeCustomer",
          O2c_V1_AnonymizeCustomerRequest.with {
            $0.name = street.holding.name
            $0.reason = "asked"
          }
        ) { try await customers.anonymizeCustomer(request: $0, context: $1) }
      }
      #expect(clearing == ["RESOURCE_IN_USE"])
      let twin = try await house.call(
        "o2c.v1.CustomerService/CreateCustomer",
        O2c_V1_CreateCustomerRequest.with {
          $0.customer.displayName = "Holding Twin"
          $0.customer.party.legalName = "Holding Twin AG"
        }
      ) { try await customers.createCustomer(request: $0, context: $1) }.message
      _ = try await house.call(
        "o2c.v1.CustomerService/MergeCustomers",
        O2c_V1_MergeCustomersRequest.with {
          $0.source = street.holding.name
          $0.into = twin.name
        }
      ) { try await customers.mergeCustomers(request: $0, context: $1) }
      #expect(try await street.order(order.name, as: house.admin).billTo == twin.name)
      let buyer = try await house.call(
        "o2c.v1.CustomerService/GetCustomer",
        O2c_V1_GetCustomerRequest.with { $0.name = street.buyer }
      ) { try await customers.getCustomer(request: $0, context: $1) }.message
      #expect(buyer.billTo == twin.name)
    }
  }
}
