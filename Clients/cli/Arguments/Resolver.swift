import OrderToCash
import OrderToCashAPI

/// Finds resources by what people call them, with the filters of their lists.
struct Resolver: Sendable {
  let client: OrderToCashClient
  let options: CallOptions
  var spoken = SpokenNames()

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
      return try await find(kind, filter: filter)
    } receive: { chunk, result in
      for row in try result.get() {
        let key = chunk.field == "external_id" ? row.externalID : row.label
        names["\(chunk.field)=\(key)", default: []].append(row.name)
      }
    }
    return zip(arguments, lookups).map { argument, lookup in
      let name = Result {
        try pick(try lookup.get(), of: names, argument: argument, kind: kind)
      }
      if case .success(let name) = name { spoken.keep(argument, for: name) }
      return Found(argument: argument, name: name)
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

  /// A resource by its words: that for people, and its key in another system.
  struct Row: Sendable {
    let name: String
    let label: String
    var externalID = ""
  }

  /// What fits the filter.
  func find(_ kind: ResourceKind, filter: String) async throws -> [Row] {
    switch kind {
    case .customer:
      try await rows(client.customers.list(filter: filter, options: options)) {
        Row(name: $0.name, label: $0.displayName, externalID: $0.externalID)
      }
    case .product:
      try await rows(client.catalog.listProducts(filter: filter, options: options)) {
        Row(name: $0.name, label: $0.sku)
      }
    case .warehouse:
      try await rows(client.stock.listWarehouses(filter: filter, options: options)) {
        Row(name: $0.name, label: $0.code)
      }
    case .order:
      try await rows(client.orders.list(filter: filter, options: options)) {
        Row(name: $0.name, label: $0.orderNumber, externalID: $0.externalID)
      }
    case .shipment:
      try await rows(client.fulfillment.list(filter: filter, options: options)) {
        Row(name: $0.name, label: $0.shipmentNumber)
      }
    case .invoice:
      try await rows(client.invoices.list(filter: filter, options: options)) {
        Row(name: $0.name, label: $0.invoiceNumber)
      }
    case .payment:
      try await rows(client.payments.list(filter: filter, options: options)) {
        Row(name: $0.name, label: $0.paymentNumber, externalID: $0.externalID)
      }
    case .principal:
      try await rows(client.admin.listPrincipals(filter: filter, options: options)) {
        Row(name: $0.name, label: $0.displayName)
      }
    case .goodsReturn:
      try await rows(client.fulfillment.listReturns(filter: filter, options: options)) {
        Row(name: $0.name, label: $0.rmaNumber)
      }
    case .openItem:
      try await rows(client.receivables.listOpenItems(filter: filter, options: options)) {
        Row(name: $0.name, label: $0.documentNumber)
      }
    case .policy:
      try await rows(client.admin.listPolicies(filter: filter, options: options)) {
        Row(name: $0.name, label: "\(EnumText.name($0.kind)) version \($0.version)")
      }
    case .seller, .receipt, .approval: []
    }
  }

  private func rows<Element>(
    _ pages: Pages<Element>, _ row: (Element) -> Row
  ) async throws -> [Row] {
    var found: [Row] = []
    for try await element in pages { found.append(row(element)) }
    return found
  }
}
