import OrderToCash
import OrderToCashAPI
import Postgres
import SwiftProtobuf
import Testing

extension EndToEnd {
  @Suite("A file is imported") struct Imports {}
}

extension EndToEnd.Imports {
  private static let customers = """
    number,company,street,town,zip,country,limit
    K-100,"Adler, Söhne & Co.",Am Markt 1,Köln,50667,DE,x
    K-101,Bellevue SARL,Rue de la Paix 2,Paris,75002,FR,x
    K-102,,Nowhere 3,Rome,00100,IT,x
    K-103,"Line
    break Ltd",High Street 4,London,SW1A 1AA,United Kingdom,x
    K-100,Twice GmbH,Am Markt 9,Köln,50667,DE,x
    K-104,Fjord AS,Havnegata 5,Oslo,0150,ZZ,x
    """

  private static let mapping = [
    "external_id": "number", "display_name": "company", "legal_name": "company",
    "street_lines": "street", "city": "town", "postal_code": "zip", "country_code": "country",
  ]

  @Test("bad rows are reported with line and reason, and stop the file unless told otherwise")
  func badRows() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let source = ImportSource(bytes: Array(Self.customers.utf8))
        let connection = try await database.inspect()
        let before = try await RowCounts.of(connection)
        let strict = try await Self.run(
          o2c.admin.importRecords(.customers, from: source, mapping: Self.mapping))
        #expect(strict.errors.map(\.row).contains(4))
        #expect(strict.result?.imported ?? 0 == 0)
        let changed = try await RowCounts.of(connection).difference(from: before)
        // The log says that there was an import; of its rows there is nothing.
        #expect(changed.allSatisfy { $0.hasPrefix("events ") || $0.hasPrefix("requests ") })

        let id = RequestID()
        let lenient = try await Self.run(
          o2c.admin.importRecords(
            .customers, from: source, mapping: Self.mapping, skipBadRows: true,
            options: CallOptions(requestID: id)))
        #expect(lenient.errors.map(\.row).sorted() == [4, 5, 7, 8], "\(lenient.errors)")
        let reasons = Dictionary(
          uniqueKeysWithValues: lenient.errors.map { ($0.row, $0.error.reason) })
        #expect(reasons[4] == .invalidFields)
        // A name has no line break, and the rows behind it still have their lines.
        #expect(reasons[5] == .invalidFields)
        #expect(reasons[7] == .externalIDExists)
        #expect(reasons[8] == .invalidFields)
        #expect(lenient.result?.rows == 6)
        #expect(lenient.result?.imported == 2)
        #expect(lenient.result?.failed == 4)

        let again = try await Self.run(
          o2c.admin.importRecords(
            .customers, from: source, mapping: Self.mapping, skipBadRows: true,
            options: CallOptions(requestID: id)))
        #expect(again.result?.imported == 2)
        #expect(again.result?.replayed == 2)
        let names = try await connection.texts(
          """
          SELECT display_name FROM customers WHERE external_id LIKE 'K-10%' ORDER BY external_id
          """)
        #expect(names == ["Adler, Söhne & Co.", "Bellevue SARL"])
        await connection.close()
      }
    }
  }

  @Test("an import that was cut off is resumed under its id: each row acts once")
  func resume() async throws {
    let database = try await Installation.shared().database()
    let server = try await database.server()
    try await server.start()
    var text = "sku,quantity\n"
    for row in 1...600 { text += "P-\(1 + row % 6),\(row)\n" }
    let source = ImportSource(bytes: Array(text.utf8))
    let id = RequestID()
    let options = CallOptions(requestID: id)
    var rowsSeen = 0
    let isCut = try await database.withAdmin(server) { o2c in
      do {
        for try await update in o2c.admin.importRecords(.stock, from: source, options: options) {
          guard case .progress(let progress) = update, progress.rowsDone > 0 else { continue }
          rowsSeen = progress.rowsDone
          await server.kill9()
          return true
        }
      } catch is OrderToCashError {
        return true
      }
      return false
    }
    await server.kill9()
    #expect(isCut)
    #expect(rowsSeen > 0)
    try await server.start()
    let outcome = try await database.withAdmin(server) { o2c in
      try await Self.run(o2c.admin.importRecords(.stock, from: source, options: options))
    }
    #expect(outcome.result?.rows == 600)
    #expect(outcome.result?.imported == 600)
    #expect(outcome.errors.isEmpty)
    let connection = try await database.inspect()
    let moved = try await connection.texts(
      """
      SELECT (sum(quantity_e6) / 1000000)::bigint::text FROM stock_movements
      WHERE kind = 'RECEIPT'
      """)
    #expect(moved == ["\(6 * Company.plenty + 600 * 601 / 2)"])
    #expect(try await Invariants.check(connection).isEmpty)
    await connection.close()
    await server.kill9()
  }

  @Test("a small company goes from files to cash: customers, products, prices, stock, orders")
  func company() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        try await Self.importAll(
          o2c,
          [
            (
              .customers,
              """
              external_id,display_name,legal_name,city,country_code
              S-1,Stern,Stern KG,Ulm,DE
              S-2,Mond,Mond KG,Jena,DE
              """
            ),
            (
              .products,
              """
              sku,display_name,tax_class,kind,stocked
              TEA,Tea,STANDARD,GOODS,true
              CUP,Cup,STANDARD,GOODS,true
              """
            ),
            (
              .prices,
              """
              sku,currency_code,unit_price,valid_from_date
              TEA,EUR,4.50,2020-01-01
              CUP,EUR,2.25,2020-01-01
              """
            ),
            (.stock, "sku,quantity,reference\nTEA,100,R-1\nCUP,50,R-2\n"),
          ])
        for try await customer in o2c.customers.list(filter: #"external_id = "S-1""#) {
          try await o2c.setLimit(of: CustomerName(validating: customer.name), to: 100_000)
        }
        var customer: Customer?
        for try await found in o2c.customers.list(filter: #"external_id = "S-1""#) {
          customer = found
        }
        let name = try #require(customer?.name)
        try await Self.importAll(
          o2c,
          [
            (
              .orders,
              """
              external_id,customer,bill_to,order_date,sku,quantity
              O-1,\(name),,2024-02-29,TEA,10
              O-2,\(name),,2024-03-01,CUP,4
              O-3,S-2,S-1,2024-03-02,CUP,2
              """
            )
          ])
        var orders: [String: Order] = [:]
        for try await order in o2c.orders.list(filter: "customer = \"\(name)\"", view: .full) {
          orders[order.externalID] = order
        }
        #expect(orders["O-1"]?.totals.net == .euro(4_500))
        #expect(orders["O-1"]?.orderDate == CivilDate(year: 2024, month: 2, day: 29))
        #expect(orders["O-2"]?.totals.net == .euro(900))
        var owed: [Order] = []
        for try await order in o2c.orders.list(filter: "bill_to = \"\(name)\"") {
          owed.append(order)
        }
        // Its customer has no credit of its own: the limit is that of who owes.
        #expect(owed.map(\.externalID) == ["O-3"] && owed.first?.state == .confirmed)
      }
    }
  }

  // MARK: Helpers

  private struct Outcome {
    var errors: [ImportRowError] = []
    var result: ImportResult?
  }

  private static func run(_ updates: Results<ImportUpdate>) async throws -> Outcome {
    var outcome = Outcome()
    do {
      for try await update in updates {
        switch update {
        case .rowFailed(let row): outcome.errors.append(row)
        case .finished(let result): outcome.result = result
        case .started, .progress: break
        }
      }
    } catch let error as OrderToCashError where error.code == .invalidArgument {
      // A file that must be whole ends in the error of its bad rows.
    }
    return outcome
  }

  private static func importAll(
    _ o2c: OrderToCashClient, _ files: [(ImportKind, String)]
  ) async throws {
    for (kind, text) in files {
      let outcome = try await run(
        o2c.admin.importRecords(kind, from: ImportSource(bytes: Array(text.utf8))))
      #expect(outcome.errors.isEmpty, "\(kind): \(outcome.errors)")
      #expect(outcome.result?.failed == 0, "\(kind)")
    }
  }
}
