import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Adapters on a real database", .serialized)
struct AdapterTests {
  @Test("An order becomes cash, and every read shows it")
  func orderToCash() async throws {
    try await AdapterHouse.run { house in
      let company = try await Company(house)
      let order = try await company.place(quantity: "3")
      #expect(order.state == .confirmed && order.totals.gross.minorUnits == 3570)

      let fulfillment = FulfillmentService(house.environment)
      let (batch, _) = try await house.call(
        "o2c.v1.FulfillmentService/BatchShipOrders",
        O2c_V1_BatchShipOrdersRequest.with {
          $0.requests = [
            .with {
              $0.name = order.name
              $0.requestID = company.requestID()
              $0.carrier = "DHL"
            },
            .with { $0.name = order.name },
          ]
        }
      ) { try await fulfillment.batchShipOrders(request: $0, context: $1) }
      #expect(batch.results.count == 2 && batch.results[1].error.code == 3)
      let shipment = batch.results[0].shipment
      #expect(shipment.lines.map(\.quantity) == ["3"] && shipment.shipmentNumber.hasPrefix("SH-"))

      let invoices = InvoiceService(house.environment)
      let (invoice, _) = try await house.call(
        "o2c.v1.InvoiceService/InvoiceOrder",
        O2c_V1_InvoiceOrderRequest.with { $0.name = order.name }
      ) { try await invoices.invoiceOrder(request: $0, context: $1) }
      #expect(invoice.state == .issued && invoice.invoiceNumber.hasPrefix("INV-"))
      #expect(invoice.balance.outstanding.minorUnits == 3570)
      #expect(invoice.settlementState == .open)

      let payments = PaymentService(house.environment)
      let (payment, _) = try await house.call(
        "o2c.v1.PaymentService/RecordPayment",
        O2c_V1_RecordPaymentRequest.with {
          $0.payment.customer = company.customer.name
          $0.payment.amount.minorUnits = 1000
          $0.payment.amount.currencyCode = "EUR"
          $0.autoApply = true
        }
      ) { try await payments.recordPayment(request: $0, context: $1) }
      #expect(payment.applied.minorUnits == 1000 && payment.applications.count == 1)
      let (unapplied, _) = try await house.call(
        "o2c.v1.PaymentService/UnapplyPayment",
        O2c_V1_UnapplyPaymentRequest.with {
          $0.name = payment.name
          $0.etag = payment.etag
          $0.applicationIds = [payment.applications[0].applicationID]
          $0.reason = "wrong invoice"
        }
      ) { try await payments.unapplyPayment(request: $0, context: $1) }
      #expect(unapplied.unapplied.minorUnits == 1000)
      _ = try await house.call(
        "o2c.v1.PaymentService/ApplyPayment",
        O2c_V1_ApplyPaymentRequest.with {
          $0.name = payment.name
          $0.applications = [.with { $0.item = payment.applications[0].item }]
        }
      ) { try await payments.applyPayment(request: $0, context: $1) }

      let (read, _) = try await house.call(
        "o2c.v1.InvoiceService/GetInvoice",
        O2c_V1_GetInvoiceRequest.with { $0.name = invoice.name }
      ) { try await invoices.getInvoice(request: $0, context: $1) }
      #expect(read.balance.paid.minorUnits == 1000 && read.settlementState == .partlySettled)
      #expect(read.contentHash.count == 64 && read.lines.count == 1)
      #expect(read.buyer.legalName == "Buyer Ltd" && read.seller.legalName == "Seller GmbH")

      let (account, _) = try await house.call(
        "o2c.v1.CreditService/GetCreditAccount",
        O2c_V1_GetCreditAccountRequest.with {
          $0.name = "\(company.customer.name)/creditAccount"
        }
      ) { try await CreditService(house.environment).getCreditAccount(request: $0, context: $1) }
      #expect(account.exposure.total.minorUnits == 2570 && account.headroom.minorUnits == 97_430)
      #expect(account.utilizationPercent == "2.57")
      let (gotShipment, _) = try await house.call(
        "o2c.v1.FulfillmentService/GetShipment",
        O2c_V1_GetShipmentRequest.with { $0.name = shipment.name }
      ) { try await fulfillment.getShipment(request: $0, context: $1) }
      #expect(gotShipment == shipment)
    }
  }

  @Test("A preview has no name, number or etag, and leaves nothing")
  func previews() async throws {
    try await AdapterHouse.run { house in
      let company = try await Company(house)
      let customers = CustomerService(house.environment)
      let (preview, _) = try await house.call(
        "o2c.v1.CustomerService/CreateCustomer",
        O2c_V1_CreateCustomerRequest.with {
          $0.customer.displayName = "Shadow"
          $0.customer.party.legalName = "Shadow Ltd"
          $0.validateOnly = true
        }
      ) { try await customers.createCustomer(request: $0, context: $1) }
      #expect(preview.name.isEmpty && preview.etag.isEmpty && preview.displayName == "Shadow")
      let (list, _) = try await house.call(
        "o2c.v1.CustomerService/ListCustomers", O2c_V1_ListCustomersRequest()
      ) { try await customers.listCustomers(request: $0, context: $1) }
      #expect(list.customers.map(\.name) == [company.customer.name])
    }
  }

  @Test("Updates change what they name; what never changes is FIELD_IMMUTABLE; etags are compared")
  func updates() async throws {
    try await AdapterHouse.run { house in
      let company = try await Company(house)
      let catalog = CatalogService(house.environment)
      func update(_ change: (inout O2c_V1_UpdateProductRequest) -> Void) async throws
        -> O2c_V1_Product
      {
        var request = O2c_V1_UpdateProductRequest()
        request.product.name = company.product.name
        change(&request)
        return try await house.call("o2c.v1.CatalogService/UpdateProduct", request) {
          try await catalog.updateProduct(request: $0, context: $1)
        }.message
      }
      let renamed = try await update { $0.product.displayName = "Better" }
      #expect(renamed.displayName == "Better" && renamed.unitCode == company.product.unitCode)
      #expect(renamed.etag != company.product.etag)
      let whole = try await update {
        $0.product = renamed
        $0.updateMask.paths = ["*"]
      }
      #expect(whole == renamed)
      #expect(
        await house.refusal { _ = try await update { $0.product.sku = "OTHER" } }
          == ["INVALID_FIELDS", "product.sku"])
      #expect(
        await house.refusal {
          _ = try await update {
            $0.product.etag = company.product.etag
            $0.product.displayName = "Stale"
          }
        } == ["ETAG_MISMATCH"])
      let admin = AdminService(house.environment)
      #expect(
        await house.refusal {
          _ = try await house.call(
            "o2c.v1.AdminService/UpdateSeller",
            O2c_V1_UpdateSellerRequest.with {
              $0.seller.name = Names.seller.name(house.seller)
              $0.seller.displayName = "x"
            }
          ) { try await admin.updateSeller(request: $0, context: $1) }
        } == ["ETAG_REQUIRED"])
      #expect(
        await house.refusal {
          _ = try await house.call(
            "o2c.v1.AdminService/UpdateSeller",
            O2c_V1_UpdateSellerRequest.with {
              $0.seller.name = Names.seller.name(house.seller)
              $0.seller.bankAccounts = [.with { $0.iban = "DE00" }]
            }
          ) { try await admin.updateSeller(request: $0, context: $1) }
        } == ["INVALID_FIELDS", "seller.bank_accounts[0].iban"], "what is wrong comes first")
      let (seller, _) = try await house.call(
        "o2c.v1.AdminService/GetSeller",
        O2c_V1_GetSellerRequest.with { $0.name = Names.seller.name(house.seller) }
      ) { try await admin.getSeller(request: $0, context: $1) }
      let (updated, _) = try await house.call(
        "o2c.v1.AdminService/UpdateSeller",
        O2c_V1_UpdateSellerRequest.with {
          $0.seller.name = seller.name
          $0.seller.etag = seller.etag
          $0.seller.bankAccounts = [.with { $0.iban = "de89 3704 0044 0532 0130 00" }]
        }
      ) { try await admin.updateSeller(request: $0, context: $1) }
      #expect(updated.bankAccounts.map(\.iban) == ["DE89370400440532013000"])
      #expect(updated.displayName == "Seller")
    }
  }

  @Test("A secret is told once: the same request again gets its reply without it")
  func secrets() async throws {
    try await AdapterHouse.run { house in
      let company = try await Company(house)
      let admin = AdminService(house.environment)
      let (partner, _) = try await house.call(
        "o2c.v1.AdminService/CreatePrincipal",
        O2c_V1_CreatePrincipalRequest.with {
          $0.principal.kind = .partner
          $0.principal.displayName = "Shop"
          $0.principal.roles = ["PARTNER"]
          $0.principal.customers = [company.customer.name]
        }
      ) { try await admin.createPrincipal(request: $0, context: $1) }
      let request = O2c_V1_CreateApiKeyRequest.with {
        $0.principal = partner.name
        $0.requestID = company.requestID()
      }
      let (first, _) = try await house.call("o2c.v1.AdminService/CreateApiKey", request) {
        try await admin.createApiKey(request: $0, context: $1)
      }
      let token = APIKeyToken(first.secret)
      #expect(token?.keyID == first.keyID && first.lastFour == String(first.secret.suffix(4)))
      let (again, metadata) = try await house.call("o2c.v1.AdminService/CreateApiKey", request) {
        try await admin.createApiKey(request: $0, context: $1)
      }
      #expect(again.name == first.name && again.secret.isEmpty)
      #expect(metadata[stringValues: "o2c-replayed"].contains("true"))

      let (revoked, _) = try await house.call(
        "o2c.v1.AdminService/RevokeApiKey",
        O2c_V1_RevokeApiKeyRequest.with { $0.name = first.name }
      ) { try await admin.revokeApiKey(request: $0, context: $1) }
      #expect(revoked.state == .revoked && revoked.hasRevokeTime)
      let (list, _) = try await house.call(
        "o2c.v1.AdminService/ListPrincipals",
        O2c_V1_ListPrincipalsRequest.with {
          $0.view = .full
          $0.filter = "display_name = \"Shop\""
        }
      ) { try await admin.listPrincipals(request: $0, context: $1) }
      #expect(list.principals.map(\.name) == [partner.name])
      #expect(list.principals[0].apiKeys.map(\.state) == [.revoked])
      #expect(list.principals[0].apiKeys[0].secret.isEmpty)
    }
  }

  @Test("Roles that do not exist are refused, and requests that are none are not signed")
  func identity() async throws {
    try await AdapterHouse.run { house in
      let admin = AdminService(house.environment)
      #expect(
        await house.refusal {
          _ = try await house.call(
            "o2c.v1.AdminService/CreatePrincipal",
            O2c_V1_CreatePrincipalRequest.with {
              $0.principal.kind = .service
              $0.principal.displayName = "x"
              $0.principal.roles = ["ADMIN", "KING"]
            }
          ) { try await admin.createPrincipal(request: $0, context: $1) }
        } == ["INVALID_FIELDS", "principal.roles[1]"])
      let (service, _) = try await house.call(
        "o2c.v1.AdminService/CreatePrincipal",
        O2c_V1_CreatePrincipalRequest.with {
          $0.principal.kind = .service
          $0.principal.displayName = "Web"
          $0.principal.roles = ["SALES"]
          $0.principal.authority = [
            .with {
              $0.permission = "orders.place"
              $0.amount = .with {
                $0.minorUnits = 50_000
                $0.currencyCode = "EUR"
              }
            }
          ]
        }
      ) { try await admin.createPrincipal(request: $0, context: $1) }
      #expect(service.authority.map(\.amount.minorUnits) == [50_000])
      #expect(
        await house.refusal {
          _ = try await house.call(
            "o2c.v1.AdminService/IssueCertificate",
            O2c_V1_IssueCertificateRequest.with {
              $0.principal = service.name
              $0.certificateRequest = "-----BEGIN X-----\nAAAA\n-----END X-----"
            }
          ) { try await admin.issueCertificate(request: $0, context: $1) }
        } == ["INVALID_FIELDS", "certificate_request"])
      let (caller, _) = try await house.call(
        "o2c.v1.AdminService/GetCaller", O2c_V1_GetCallerRequest()
      ) { try await admin.getCaller(request: $0, context: $1) }
      #expect(caller.roles == ["ADMIN"] && caller.permissions.contains("principals.write"))
      #expect(caller.sellers == [Names.seller.name(house.seller)])
    }
  }

  @Test("Prices and tax rules come back as they were set, from ever where no day is named")
  func catalogue() async throws {
    try await AdapterHouse.run { house in
      let company = try await Company(house)
      let catalog = CatalogService(house.environment)
      let row = O2c_V1_Price.with {
        $0.sku = company.product.sku
        $0.currencyCode = "usd"
        $0.priceGroup = "GOLD"
        $0.unitPrice = "0.0375"
        $0.baseQuantity = "100"
      }
      let (prices, _) = try await house.call(
        "o2c.v1.CatalogService/SetPrices", O2c_V1_SetPricesRequest.with { $0.prices = [row] }
      ) { try await catalog.setPrices(request: $0, context: $1) }
      var expected = row
      expected.product = company.product.name
      expected.currencyCode = "USD"
      expected.minQuantity = "0"
      #expect(prices.prices == [expected])
      let (levels, _) = try await house.call(
        "o2c.v1.StockService/ListStockLevels", O2c_V1_ListStockLevelsRequest()
      ) { try await StockService(house.environment).listStockLevels(request: $0, context: $1) }
      #expect(levels.stockLevels.map(\.onHand) == ["100"])
      #expect(levels.stockLevels.map(\.sku) == [company.product.sku])
    }
  }
}
