import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

/// Joins a file of orders and a file of their lines into orders, as JSON lines for the import.
struct OrderJoin: Sendable {
  /// The records of the import.
  let jsonLines: [UInt8]
  /// The line of the first file that each record comes from.
  let sourceLines: [Int]

  /// - Parameters:
  ///   - customers: Names by what the file calls them, for those that are no names already.
  init(
    orders: CSVReader, lines: CSVReader, key: String, linesKey: String, map: ColumnMap,
    customers: [String: String], countries: CountryNames
  ) throws {
    guard let keyColumn = orders.index(of: key) else {
      throw ErrorReport.usage("the file of orders has no column \(key)")
    }
    guard let linesKeyColumn = lines.index(of: linesKey) else {
      throw ErrorReport.usage("the file of lines has no column \(linesKey)")
    }
    let linesOf = Dictionary(grouping: lines.records) { $0.fields[linesKeyColumn] }
    let known = Set(orders.records.map { $0.fields[keyColumn] })
    if let orphan = lines.records.first(where: { !known.contains($0.fields[linesKeyColumn]) }) {
      throw ErrorReport.usage(
        "line \(orphan.line) of the file of lines is of order \(orphan.fields[linesKeyColumn]), "
          + "which is not there")
    }
    let header = try Fields(map.orderFields(for: orders.columns), columns: orders.columns)
    let line = try Fields(map.lineFields(for: lines.columns), columns: lines.columns)
    var text = ""
    var sources: [Int] = []
    for record in orders.records {
      var order = Order()
      try header.fill(record, "the file of orders") { field, value in
        let value = field == "customer" ? customers[value] ?? value : value
        try order.set(field, value, countries: countries)
      }
      for part in linesOf[record.fields[keyColumn]] ?? [] {
        var orderLine = OrderLine()
        try line.fill(part, "the file of lines") { try orderLine.set($0, $1) }
        order.lines.append(orderLine)
      }
      text += try Printer.json(order) + "\n"
      sources.append(record.line)
    }
    jsonLines = Array(text.utf8)
    sourceLines = sources
  }

  /// The column of the customer in the first file, for finding customers before the join.
  static func customerValues(_ orders: CSVReader, _ map: ColumnMap) throws -> Set<String> {
    let fields = try Fields(map.orderFields(for: orders.columns), columns: orders.columns)
    var values: Set<String> = []
    for record in orders.records {
      try fields.fill(record, "the file of orders") { field, value in
        if field == "customer" { values.insert(value) }
      }
    }
    return values
  }
}

/// Fields and where their values come from, with columns found once.
private struct Fields {
  private var sources: [(field: String, source: ColumnMap.Source, column: Int)] = []

  init(_ map: [String: ColumnMap.Source], columns: [String]) throws {
    for (field, source) in map.sorted(by: { $0.key < $1.key }) {
      switch source {
      case .constant: sources.append((field, source, 0))
      case .column(let name), .shifted(let name, _):
        guard let column = columns.firstIndex(of: name) else {
          throw ErrorReport.usage("there is no column \(name) for \(field)")
        }
        sources.append((field, source, column))
      }
    }
  }

  /// Gives each field its value; empty ones are left out.
  func fill(
    _ record: CSVReader.Record, _ file: String, _ set: (String, String) throws -> Void
  ) throws {
    for (field, source, column) in sources {
      let value: String
      switch source {
      case .constant(let constant): value = constant
      case .column: value = record.fields[column]
      case .shifted(let name, let places):
        let text = record.fields[column]
        if text.isEmpty { continue }
        guard let shifted = DecimalText.shifted(text, by: places) else {
          throw ErrorReport.usage("line \(record.line) of \(file): \(name) is no decimal: \(text)")
        }
        value = shifted
      }
      if value.isEmpty { continue }
      do {
        try set(field, value)
      } catch let report as ErrorReport {
        throw ErrorReport.usage("line \(record.line) of \(file): \(report.message)")
      }
    }
  }
}

extension ColumnMap {
  private static let ownFields = [
    "customer", "external_id", "currency_code", "purchase_order_reference", "payment_terms",
    "order_date", "requested_date",
  ]
  private static let partFields = [
    "sku", "product", "quantity", "unit_price", "discount_percent", "warehouse",
  ]

  /// Fields of the order itself: those that are mapped, and columns that are named after a field.
  func orderFields(for columns: [String]) -> [String: Source] {
    let mapped = sources.filter { !$0.key.hasPrefix("lines.") }
    return mapped.merging(Self.named(Self.ownFields, in: columns)) { given, _ in given }
  }

  /// Fields of lines, without `lines.`.
  func lineFields(for columns: [String]) -> [String: Source] {
    let mapped = sources.filter { $0.key.hasPrefix("lines.") }
      .map { (String($0.key.dropFirst(6)), $0.value) }
    return Dictionary(uniqueKeysWithValues: mapped)
      .merging(Self.named(Self.partFields, in: columns)) { given, _ in given }
  }

  private static func named(_ fields: [String], in columns: [String]) -> [String: Source] {
    Dictionary(
      uniqueKeysWithValues: fields.filter(columns.contains).map { ($0, Source.column($0)) })
  }
}

extension O2c_V1_Order {
  /// Sets a field by its path.
  mutating func set(_ field: String, _ value: String, countries: CountryNames) throws {
    switch field {
    case "customer": customer = value
    case "external_id": externalID = value
    case "currency_code": currencyCode = value
    case "purchase_order_reference": purchaseOrderReference = value
    case "payment_terms": paymentTerms = value
    case "order_date": orderDate = try date(value)
    case "requested_date": requestedDate = try date(value)
    case "ship_to.recipient": shipTo.recipient = value
    case "ship_to.street_lines": shipTo.streetLines.append(value)
    case "ship_to.city": shipTo.city = value
    case "ship_to.postal_code": shipTo.postalCode = value
    case "ship_to.region": shipTo.region = value
    case "ship_to.country_code": shipTo.countryCode = countries.code(for: value)
    default:
      guard field.hasPrefix("annotations.") else {
        throw ErrorReport.usage("an order has no field \(field) that an import could set")
      }
      annotations[String(field.dropFirst(12))] = value
    }
  }

  private func date(_ text: String) throws -> CivilDate {
    // Other systems write a time after the date.
    guard let day = DayText.day(String(text.prefix(10))) else {
      throw ErrorReport.usage("\(text) is no date: 2026-11-01")
    }
    return day
  }
}

extension O2c_V1_OrderLine {
  /// Sets a field by its path within the line.
  mutating func set(_ field: String, _ value: String) throws {
    switch field {
    case "sku": sku = value
    case "product": product = value
    case "quantity": quantity = value
    case "unit_price": unitPrice = value
    case "discount_percent": discountPercent = value
    case "warehouse": warehouse = value
    default:
      throw ErrorReport.usage("an order line has no field lines.\(field) that an import could set")
    }
  }
}
