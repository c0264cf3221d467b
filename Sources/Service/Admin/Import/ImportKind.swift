import Domain
import Foundation
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf

/// What a row of an import becomes: a request of its own method, under that method's permission.
enum ImportKind: String {
  case customers = "CUSTOMERS"
  case products = "PRODUCTS"
  case prices = "PRICES"
  case stock = "STOCK"
  case orders = "ORDERS"

  init?(_ kind: O2c_V1_ImportRecordsRequest.Kind) {
    switch kind {
    case .customers: self = .customers
    case .products: self = .products
    case .prices: self = .prices
    case .stock: self = .stock
    case .orders: self = .orders
    case .unspecified, .UNRECOGNIZED: return nil
    }
  }

  /// The method that a row is.
  var method: String {
    switch self {
    case .customers: "o2c.v1.CustomerService/CreateCustomer"
    case .products: "o2c.v1.CatalogService/CreateProduct"
    case .prices: "o2c.v1.CatalogService/SetPrices"
    case .stock: "o2c.v1.StockService/ReceiveStock"
    case .orders: "o2c.v1.OrderService/PlaceOrder"
    }
  }

  /// The field that names the record.
  var keyField: String {
    switch self {
    case .customers, .orders: "external_id"
    case .products, .prices, .stock: "sku"
    }
  }

  var builder: RecordBuilder {
    let address = ["street_lines", "city", "postal_code", "region", "country_code"]
    let party = ["legal_name", "registration_id", "vat_id", "gln", "electronic_address"]
    let line = ["sku", "product", "quantity", "unit_price", "discount_percent", "warehouse"]
    func under(_ parent: String, _ names: [String]) -> [(String, String)] {
      names.map { ($0, "\(parent).\($0)") }
    }
    let (message, short): (String, [(String, String)]) =
      switch self {
      case .customers:
        ("o2c.v1.Customer", under("party", party) + under("party.address", address))
      case .products: ("o2c.v1.Product", [])
      case .prices: ("o2c.v1.Price", [])
      case .stock: ("o2c.v1.ReceiveStockRequest", under("lines", ["sku", "product", "quantity"]))
      case .orders: ("o2c.v1.Order", under("lines", line))
      }
    return RecordBuilder(
      message: message, shortNames: Dictionary(short, uniquingKeysWith: { first, _ in first }))
  }
}

/// A record of the file, ready to become a request: an object in proto3 JSON.
struct ImportRecord: Sendable {
  /// The line of the file on which it begins.
  var line: Int64
  var key: String
  var content: Content

  enum Content: Sendable {
    case json(String)
    case faulty(Rejection)
  }
}

/// Does with a record what its method does.
struct ImportRow {
  let environment: Environment
  let kind: ImportKind
  let context: ServerContext
  /// Customers by the seller's own number, looked up once for the whole file.
  let customers: [String: ID<Customer>]

  /// True when an earlier run had done it.
  func perform(_ json: String, requestID: String, validateOnly: Bool) async throws -> Bool {
    switch kind {
    case .customers:
      let request = O2c_V1_CreateCustomerRequest.with {
        $0.requestID = requestID
        $0.validateOnly = validateOnly
      }
      return try await send(json, request, \.customer) {
        try await CustomerService(environment).createCustomer(request: $0, context: context)
      }
    case .products:
      let request = O2c_V1_CreateProductRequest.with {
        $0.requestID = requestID
        $0.validateOnly = validateOnly
      }
      return try await send(json, request, \.product) {
        try await CatalogService(environment).createProduct(request: $0, context: context)
      }
    case .prices:
      var price = try read(O2c_V1_Price.self, json)
      if case .customer(let name)? = price.scope { price.customer = customer(name) }
      let request = O2c_V1_SetPricesRequest.with {
        $0.prices = [price]
        $0.requestID = requestID
        $0.validateOnly = validateOnly
      }
      return try await isReplay(
        CatalogService(environment).setPrices(
          request: ServerRequest(metadata: [:], message: request), context: context))
    case .stock:
      var request = try read(O2c_V1_ReceiveStockRequest.self, json)
      request.requestID = requestID
      request.validateOnly = validateOnly
      return try await isReplay(
        StockService(environment).receiveStock(
          request: ServerRequest(metadata: [:], message: request), context: context))
    case .orders:
      var order = try read(O2c_V1_Order.self, json)
      order.customer = customer(order.customer)
      order.billTo = customer(order.billTo)
      order.payer = customer(order.payer)
      let request = O2c_V1_PlaceOrderRequest.with {
        $0.order = order
        $0.requestID = requestID
        $0.validateOnly = validateOnly
        $0.view = .basic
      }
      return try await isReplay(
        OrderService(environment).placeOrder(
          request: ServerRequest(metadata: [:], message: request), context: context))
    }
  }

  private func send<Request: Message & Sendable, Part: Message, Reply: Sendable>(
    _ json: String, _ request: Request, _ part: WritableKeyPath<Request, Part>,
    _ call: (ServerRequest<Request>) async throws -> ServerResponse<Reply>
  ) async throws -> Bool {
    var request = request
    request[keyPath: part] = try read(Part.self, json)
    return try isReplay(await call(ServerRequest(metadata: [:], message: request)))
  }

  private func read<Value: Message>(_: Value.Type, _ json: String) throws(Rejection) -> Value {
    do {
      return try Value(jsonString: json)
    } catch {
      throw .invalidField(
        "record", .fieldInvalid,
        "The record is not a \(Value.protoMessageName.split(separator: ".").last ?? "").")
    }
  }

  /// A name stays; the seller's own number becomes the name of its customer.
  private func customer(_ text: String) -> String {
    customers[text].map { Names.customer.name($0) } ?? text
  }

  private func isReplay<Reply: Sendable>(_ response: ServerResponse<Reply>) throws -> Bool {
    switch response.accepted {
    case .success(let contents):
      return contents.metadata[stringValues: "o2c-replayed"].contains("true")
    case .failure(let error): throw error
    }
  }
}
