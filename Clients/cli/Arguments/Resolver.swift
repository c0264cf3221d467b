import OrderToCash
import OrderToCashAPI

/// Finds resources by what people call them, with the filters of their lists.
struct Resolver: Sendable {
  let client: OrderToCashClient
  let options: CallOptions

  /// An argument and the name that it turned out to be.
  struct Found: Sendable {
    let argument: ResourceArgument
    let name: Result<String, any Error>
  }

  /// The name of one resource.
  func name(_ argument: ResourceArgument, _ kind: ResourceKind) async throws -> String {
    try await names([argument], kind)[0].name.get()
  }

  /// The names of several, found twenty a call. One that is not there fails on its own.
  func names(_ arguments: [ResourceArgument], _ kind: ResourceKind) async throws -> [Found] {
    let lookups = arguments.map { argument in Result { try kind.lookup(argument) } }
    var wanted: [String: Set<String>] = [:]
    for case .success(.field(let field, let value)) in lookups {
      wanted[field, default: []].insert(value)
    }
    var chunks: [(field: String, values: [String])] = []
    for (field, values) in wanted {
      let sorted = values.sorted()
      for start in stride(from: 0, to: sorted.count, by: 20) {
        chunks.append((field, Array(sorted[start..<min(start + 20, sorted.count)])))
      }
    }
    var names: [String: [String]] = [:]
    try await InFlight.forEach(chunks) { chunk in
      let filter = chunk.values.map { "\(chunk.field) = \(filterLiteral($0))" }
        .joined(separator: " OR ")
      return try await find(kind, filter: filter, field: chunk.field)
    } receive: { chunk, result in
      for (key, name) in try result.get() {
        names["\(chunk.field)=\(key)", default: []].append(name)
      }
    }
    return zip(arguments, lookups).map { argument, lookup in
      Found(
        argument: argument,
        name: Result { try pick(try lookup.get(), of: names, argument: argument, kind: kind) })
    }
  }

  private func pick(
    _ lookup: ResourceKind.Lookup, of names: [String: [String]], argument: ResourceArgument,
    kind: ResourceKind
  ) throws -> String {
    switch lookup {
    case .name(let name): return name
    case .field(let field, let value):
      let found = names["\(field)=\(value)"] ?? []
      guard let name = found.first else {
        throw ErrorReport.notFound(
          "there is no \(kind.rawValue) \(argument.text)",
          hint: "`o2c \(kind.rawValue) list` shows what there is")
      }
      guard found.count == 1 else {
        throw ErrorReport.usage(
          "\(argument.text) means \(found.count): \(found.joined(separator: ", "))",
          hint: "give the name of one of them")
      }
      return name
    }
  }

  /// Keys and names of what fits the filter.
  private func find(
    _ kind: ResourceKind, filter: String, field: String
  ) async throws -> [(String, String)] {
    let isExternal = field == "external_id"
    var found: [(String, String)] = []
    switch kind {
    case .customer:
      for try await row in client.customers.list(filter: filter, options: options) {
        found.append((isExternal ? row.externalID : row.displayName, row.name))
      }
    case .product:
      for try await row in client.catalog.listProducts(filter: filter, options: options) {
        found.append((row.sku, row.name))
      }
    case .warehouse:
      for try await row in client.stock.listWarehouses(filter: filter, options: options) {
        found.append((row.code, row.name))
      }
    case .order:
      for try await row in client.orders.list(filter: filter, options: options) {
        found.append((isExternal ? row.externalID : row.orderNumber, row.name))
      }
    case .shipment:
      for try await row in client.fulfillment.list(filter: filter, options: options) {
        found.append((row.shipmentNumber, row.name))
      }
    case .invoice:
      for try await row in client.invoices.list(filter: filter, options: options) {
        found.append((row.invoiceNumber, row.name))
      }
    case .payment:
      for try await row in client.payments.list(filter: filter, options: options) {
        found.append((isExternal ? row.externalID : row.paymentNumber, row.name))
      }
    case .principal:
      for try await row in client.admin.listPrincipals(filter: filter, options: options) {
        found.append((row.displayName, row.name))
      }
    case .seller: break
    }
    return found
  }
}
