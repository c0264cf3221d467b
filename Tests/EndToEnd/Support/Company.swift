import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

/// What the template's seller sells, and to whom.
struct Company: Sendable {
  /// Names of customers with limits far above what a test orders.
  var customers: [CustomerName]
  /// Stock units with plenty on hand: `P-1` costs 1.19, `P-2` 2.19 and so on.
  var skus: [String]

  static let plenty = 1_000_000

  static func make(_ o2c: OrderToCashClient) async throws -> Company {
    _ = try await o2c.stock.createWarehouse(
      .with {
        $0.warehouse.code = "MAIN"
        $0.warehouse.displayName = "Main warehouse"
      })
    _ = try await o2c.catalog.setTaxRules([
      .with {
        $0.taxClass = "STANDARD"
        $0.validFromDate = Self.since
        $0.categoryCode = "S"
        $0.ratePercent = "19"
      }
    ])
    let seller = try await o2c.admin.getCaller().seller
    let known = try await o2c.admin.getSeller(SellerName(validating: seller))
    _ = try await o2c.admin.updateSeller(
      .with {
        $0.seller = known
        $0.seller.party.vatID = "DE136695976"
        $0.seller.party.address.city = "Berlin"
        $0.seller.party.address.streetLines = ["Lindenstraße 1"]
        $0.seller.party.address.postalCode = "10969"
        $0.updateMask.paths = ["party"]
        $0.note = "Address for invoices"
      })
    var company = Company(customers: [], skus: [])
    for number in 1...6 {
      let sku = "P-\(number)"
      try await o2c.addProduct(sku: sku, price: "\(number).19", onHand: plenty)
      company.skus.append(sku)
    }
    for number in 1...8 {
      company.customers.append(
        try await o2c.addCustomer("C-\(number)", limit: 100_000_000_00))
    }
    return company
  }

  static let since = CivilDate.with {
    $0.year = 2020
    $0.month = 1
    $0.day = 1
  }
}

extension OrderToCashClient {
  /// A product of the standard tax class, with a price in euro for everybody.
  func addProduct(sku: String, price: String, onHand: Int) async throws {
    _ = try await catalog.createProduct(
      .with {
        $0.product.sku = sku
        $0.product.displayName = "Product \(sku)"
        $0.product.taxClass = "STANDARD"
        $0.product.kind = .goods
        $0.product.stocked = true
      })
    _ = try await catalog.setPrices([
      .with {
        $0.sku = sku
        $0.currencyCode = "EUR"
        $0.validFromDate = Company.since
        $0.unitPrice = price
      }
    ])
    guard onHand > 0 else { return }
    try await receive(sku: sku, quantity: onHand)
  }

  func receive(sku: String, quantity: Int) async throws {
    _ = try await stock.receive(
      .with {
        $0.reference = "OPENING-\(sku)"
        $0.lines = [
          .with {
            $0.sku = sku
            $0.quantity = "\(quantity)"
          }
        ]
      })
  }

  /// - Parameter limit: of credit, in cents.
  func addCustomer(_ number: String, limit: Int64) async throws -> CustomerName {
    let customer = try await customers.create(
      .with {
        $0.customer.displayName = "Customer \(number)"
        $0.customer.externalID = number
        $0.customer.party.legalName = "Customer \(number) GmbH"
        $0.customer.party.address.countryCode = "DE"
        $0.customer.party.address.city = "Hamburg"
        $0.customer.party.address.streetLines = ["Hauptstraße 7"]
      })
    let name = try CustomerName(validating: customer.name)
    try await setLimit(of: name, to: limit)
    return name
  }

  /// - Parameter limit: in cents.
  func setLimit(of customer: CustomerName, to limit: Int64) async throws {
    let account = try await credit.get(customer.creditAccount)
    _ = try await credit.setLimit(
      .with {
        $0.name = account.name
        $0.etag = account.etag
        $0.limit = .euro(limit)
        $0.note = "Limit for a test"
      })
  }

  /// A partner bound to these customers, with a key.
  func addPartner(
    _ name: String, for customers: [CustomerName]
  ) async throws -> (principal: Principal, key: ApiKey) {
    let principal = try await admin.createPrincipal(
      .with {
        $0.principal.kind = .partner
        $0.principal.displayName = name
        $0.principal.roles = ["PARTNER"]
        $0.principal.customers = customers.map(\.rawValue)
        $0.note = "Partner for a test"
      })
    let key = try await admin.createApiKey(
      .with {
        $0.principal = principal.name
        $0.note = "Key for a test"
      })
    return (principal, key)
  }
}

extension Money {
  static func euro(_ cents: Int64) -> Money {
    .with {
      $0.minorUnits = cents
      $0.currencyCode = "EUR"
    }
  }
}

extension PlaceOrderRequest {
  /// An order of lines by stock unit.
  static func order(
    _ customer: CustomerName, _ lines: [(sku: String, quantity: Int)], reference: String = ""
  ) -> PlaceOrderRequest {
    .with {
      $0.order.customer = customer.rawValue
      $0.order.purchaseOrderReference = reference
      $0.order.lines = lines.map { line in
        .with {
          $0.sku = line.sku
          $0.quantity = "\(line.quantity)"
        }
      }
    }
  }
}
