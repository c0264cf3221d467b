import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Customers, quotes and merges over their adapters", .serialized)
struct CustomerAdapterTests {
  @Test("A block refuses orders until it ends, and shows who is blocked for what")
  func block() async throws {
    try await AdapterHouse.run { house in
      let company = try await Company(house)
      let customers = CustomerService(house.environment)
      let blocked = try await house.call(
        "o2c.v1.CustomerService/BlockCustomer",
        O2c_V1_BlockCustomerRequest.with {
          $0.name = company.customer.name
          $0.scope = .orders
          $0.reason = "Late"
        }
      ) { try await customers.blockCustomer(request: $0, context: $1) }.message
      #expect(blocked.state == .blocked && blocked.block.scope == .orders)
      #expect(blocked.block.reason == "Late" && blocked.block.hasSinceTime)
      let refused = await house.refusal { _ = try await company.place(quantity: "1") }
      #expect(refused == ["CUSTOMER_BLOCKED"])
      let active = try await house.call(
        "o2c.v1.CustomerService/UnblockCustomer",
        O2c_V1_UnblockCustomerRequest.with { $0.name = company.customer.name }
      ) { try await customers.unblockCustomer(request: $0, context: $1) }.message
      #expect(active.state == .active && !active.hasBlock)
      _ = try await company.place(quantity: "1")
    }
  }

  @Test("A quote has the totals of the order, discounts and freight included")
  func quote() async throws {
    try await AdapterHouse.run { house in
      let company = try await Company(house)
      let catalog = CatalogService(house.environment)
      let quote = try await house.call(
        "o2c.v1.CatalogService/QuotePrice",
        O2c_V1_QuotePriceRequest.with {
          $0.customer = company.customer.name
          $0.lines = [
            .with {
              $0.sku = "A-1"
              $0.quantity = "3"
              $0.discounts = [.with { $0.percent = "10" }]
            }
          ]
          $0.discounts = [.with { $0.percent = "5" }]
          $0.charges = [
            .with {
              $0.kind = .freight
              $0.netAmount = .with {
                $0.minorUnits = 500
                $0.currencyCode = "EUR"
              }
            }
          ]
        }
      ) { try await catalog.quotePrice(request: $0, context: $1) }.message
      #expect(quote.lines[0].netAmount.minorUnits == 2700)
      #expect(quote.lines[0].discounts[0].takenOff.minorUnits == 300)
      #expect(quote.lines[0].priceSource == .general && quote.lines[0].priceRow.hasPrefix("LIST"))
      #expect(quote.totals.discounts.minorUnits == 135 && quote.totals.charges.minorUnits == 500)
      #expect(quote.totals.net.minorUnits == 3065 && quote.totals.gross.minorUnits == 3647)
      let orders = OrderService(house.environment)
      let order = try await house.call(
        "o2c.v1.OrderService/PlaceOrder",
        O2c_V1_PlaceOrderRequest.with {
          $0.order.customer = company.customer.name
          $0.order.lines = [
            .with {
              $0.sku = "A-1"
              $0.quantity = "3"
              $0.discountPercent = "10"
            }
          ]
          $0.order.discounts = quote.discounts
          $0.order.charges = quote.charges
        }
      ) { try await orders.placeOrder(request: $0, context: $1) }.message
      #expect(order.totals == quote.totals)
      let mixed = await house.refusal {
        _ = try await house.call(
          "o2c.v1.CatalogService/QuotePrice",
          O2c_V1_QuotePriceRequest.with {
            $0.customer = company.customer.name
            $0.lines = [
              .with {
                $0.sku = "A-1"
                $0.quantity = "1"
              }
            ]
            $0.charges = [
              .with {
                $0.netAmount.minorUnits = 1
                $0.netAmount.currencyCode = "USD"
              }
            ]
          }
        ) { try await catalog.quotePrice(request: $0, context: $1) }
      }
      #expect(mixed == ["INVALID_FIELDS", "charges[0].net_amount.currency_code"])
    }
  }

  @Test("A duplicate is found, merged, and everything open is the other's")
  func merge() async throws {
    try await AdapterHouse.run { house in
      let company = try await Company(house)
      let customers = CustomerService(house.environment)
      let order = try await company.place(quantity: "3")
      let twin = try await house.call(
        "o2c.v1.CustomerService/CreateCustomer",
        O2c_V1_CreateCustomerRequest.with {
          $0.customer.displayName = "BUYER"
          $0.customer.party.legalName = "Buyer Limited"
          $0.customer.party.address.countryCode = "DE"
          $0.customer.parent = company.customer.name
          $0.customer.invoiceRules.trigger = .onDelivery
          $0.customer.vatCheck.valid = true
        }
      ) { try await customers.createCustomer(request: $0, context: $1) }.message
      #expect(twin.parent == company.customer.name && twin.invoiceRules.trigger == .onDelivery)
      #expect(twin.vatCheck.hasCheckTime)
      let found = try await house.call(
        "o2c.v1.CustomerService/FindDuplicateCustomers",
        O2c_V1_FindDuplicateCustomersRequest.with {
          $0.name = twin.name
          $0.minScore = 30
        }
      ) { try await customers.findDuplicateCustomers(request: $0, context: $1) }.message
      #expect(found.duplicates.map(\.customer) == [company.customer.name])
      #expect(found.duplicates.first?.reasons.contains("LEGAL_NAME") == true)
      let into = try await house.call(
        "o2c.v1.CustomerService/MergeCustomers",
        O2c_V1_MergeCustomersRequest.with {
          $0.source = company.customer.name
          $0.into = twin.name
        }
      ) { try await customers.mergeCustomers(request: $0, context: $1) }.message
      #expect(into.name == twin.name)
      let source = try await house.call(
        "o2c.v1.CustomerService/GetCustomer",
        O2c_V1_GetCustomerRequest.with { $0.name = company.customer.name }
      ) { try await customers.getCustomer(request: $0, context: $1) }.message
      #expect(source.state == .blocked && source.mergedInto == twin.name)
      let orders = OrderService(house.environment)
      let moved = try await house.call(
        "o2c.v1.OrderService/GetOrder", O2c_V1_GetOrderRequest.with { $0.name = order.name }
      ) { try await orders.getOrder(request: $0, context: $1) }.message
      #expect(moved.customer == twin.name)
      let credit = CreditService(house.environment)
      let account = try await house.call(
        "o2c.v1.CreditService/GetCreditAccount",
        O2c_V1_GetCreditAccountRequest.with { $0.name = "\(twin.name)/creditAccount" }
      ) { try await credit.getCreditAccount(request: $0, context: $1) }.message
      #expect(account.exposure.total.minorUnits == 3570)
      let again = await house.refusal {
        _ = try await house.call(
          "o2c.v1.CustomerService/AnonymizeCustomer",
          O2c_V1_AnonymizeCustomerRequest.with {
            $0.name = twin.name
            $0.reason = "Asked"
          }
        ) { try await customers.anonymizeCustomer(request: $0, context: $1) }
      }
      #expect(again == ["RESOURCE_IN_USE"])
      let cleared = try await house.call(
        "o2c.v1.CustomerService/AnonymizeCustomer",
        O2c_V1_AnonymizeCustomerRequest.with {
          $0.name = company.customer.name
          $0.reason = "Asked"
        }
      ) { try await customers.anonymizeCustomer(request: $0, context: $1) }.message
      #expect(cleared.state == .anonymized && cleared.party.legalName.isEmpty)
    }
  }
}
