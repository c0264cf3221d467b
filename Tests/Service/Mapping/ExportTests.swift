import Domain
import Foundation
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Synchronization
import Testing

@testable import Service

@Suite("Exports") struct ExportTests {
  @Test("a cell is quoted where it must be, and lines of a record are rows of their own")
  func csv() throws {
    #expect(
      String(decoding: ExportText.row(["a", "b,c", "say \"hi\"", "two\nlines", ""]), as: UTF8.self)
        == "a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n")
    let order = O2c_V1_Order.with {
      $0.externalID = "E-1"
      $0.orderDate = .with {
        $0.year = 2026
        $0.month = 2
        $0.day = 3
      }
      $0.totals.gross.minorUnits = 11_900
      $0.lines = [
        .with {
          $0.sku = "A"
          $0.quantity = "2"
        },
        .with { $0.sku = "B" },
      ]
    }
    let text = ExportText(columns: ExportColumns(.orders))
    let rows = String(decoding: text.heading + (try text.write(order)), as: UTF8.self)
      .components(separatedBy: "\r\n")
    #expect(rows.count == 4)
    let table = rows.prefix(3).map { $0.components(separatedBy: ",") }
    #expect(Set(table.map(\.count)).count == 1)
    func cell(_ row: Int, _ name: String) throws -> String {
      table[row][try #require(table[0].firstIndex(of: name))]
    }
    for row in [1, 2] {
      #expect(try cell(row, "external_id") == "E-1")
      #expect(try cell(row, "order_date") == "2026-02-03")
      #expect(try cell(row, "totals.gross.minor_units") == "11900")
    }
    #expect(try [cell(1, "sku"), cell(1, "quantity"), cell(2, "sku")] == ["A", "2", "B"])
  }

  @Test("every column stands for a field of the contract")
  func columns() {
    let messages: [(ExportKind, String)] = [
      (.customers, "Customer"), (.products, "Product"), (.prices, "Price"), (.orders, "Order"),
      (.invoices, "Invoice"), (.payments, "Payment"), (.openItems, "OpenItem"),
      (.journal, "JournalEntry"), (.events, "Event"),
    ]
    for (kind, message) in messages {
      let columns = ExportColumns(kind)
      let type = "o2c.v1.\(message)"
      for column in columns.record { #expect(Self.holds(type, column.path), "\(column.name)") }
      let lines = FieldRulesTable.byMessage[type]?.first { $0.name == "lines" }?.type ?? ""
      for column in columns.lines { #expect(Self.holds(lines, column.path), "\(column.name)") }
      #expect(Set(columns.names).count == columns.names.count, "\(message)")
      #expect(MethodTable.byName[kind.list] != nil)
    }
  }

  private static func holds(_ type: String, _ path: [String]) -> Bool {
    var type = type
    for name in path {
      guard let rule = FieldRulesTable.byMessage[type]?.first(where: { $0.name == name }) else {
        return false
      }
      type = rule.type
    }
    return true
  }

  @Test("prices and tax rules are listed page by page, and exported with their checksum")
  func pricesAndRules() async throws {
    try await AdapterHouse.run { house in
      let catalog = CatalogService(house.environment)
      _ = try await house.call(
        "o2c.v1.CatalogService/CreateProduct",
        O2c_V1_CreateProductRequest.with {
          $0.product.sku = "W"
          $0.product.displayName = "Widget, blue"
        }
      ) { try await catalog.createProduct(request: $0, context: $1) }
      _ = try await house.call(
        "o2c.v1.CatalogService/SetPrices",
        O2c_V1_SetPricesRequest.with {
          $0.prices = ["1", "10", "100"].map { quantity in
            .with {
              $0.sku = "W"
              $0.currencyCode = "EUR"
              $0.minQuantity = quantity
              $0.unitPrice = "5"
            }
          }
        }
      ) { try await catalog.setPrices(request: $0, context: $1) }
      _ = try await house.call(
        "o2c.v1.CatalogService/SetTaxRules",
        O2c_V1_SetTaxRulesRequest.with {
          $0.taxRules = ["", "AT", "DE"].map { region in
            .with {
              $0.regionCode = region
              $0.categoryCode = "S"
              $0.ratePercent = "19"
            }
          }
        }
      ) { try await catalog.setTaxRules(request: $0, context: $1) }

      var quantities: [String] = []
      var token = ""
      repeat {
        let (page, _) = try await house.call(
          "o2c.v1.CatalogService/ListPrices",
          O2c_V1_ListPricesRequest.with {
            $0.pageSize = 2
            $0.pageToken = token
            $0.filter = "sku = \"W\""
          }
        ) { try await catalog.listPrices(request: $0, context: $1) }
        quantities += page.prices.map(\.minQuantity)
        token = page.nextPageToken
      } while !token.isEmpty
      #expect(quantities == ["1", "10", "100"])
      let (rules, _) = try await house.call(
        "o2c.v1.CatalogService/ListTaxRules",
        O2c_V1_ListTaxRulesRequest.with { $0.filter = "region_code = \"AT\"" }
      ) { try await catalog.listTaxRules(request: $0, context: $1) }
      #expect(rules.taxRules.map(\.ratePercent) == ["19"])

      let prices = try await Self.export(house, .prices)
      #expect(prices.split(separator: "\r\n").count == 4)
      let products = try await Self.export(house, .products)
      #expect(products.contains("W,,\"Widget, blue\",,GOODS,"))
      for kind in [O2c_V1_ExportRecordsRequest.Kind.customers, .orders, .events, .journal] {
        #expect(try await !Self.export(house, kind).isEmpty)
      }
      let refused = await house.refusal { _ = try await Self.export(house, .unspecified) }
      #expect(refused == ["INVALID_FIELDS", "kind"])
    }
  }

  @Test("who may export and not read the list, may not export it")
  func permission() async throws {
    try await AdapterHouse.run { house in
      let error = await #expect(throws: ServiceError.self) {
        try await Self.export(
          house, .journal, as: AdapterHouse.caller(roles: ["SALES"]))
      }
      #expect(error?.reason == "PERMISSION_MISSING")
    }
  }

  private static func export(
    _ house: AdapterHouse, _ kind: O2c_V1_ExportRecordsRequest.Kind,
    as caller: AuthenticatedCaller? = nil
  ) async throws -> String {
    try await house.stream(
      "o2c.v1.ReportService/ExportRecords", O2c_V1_ExportRecordsRequest.with { $0.kind = kind },
      as: caller
    ) {
      try await ReportService(house.environment).exportRecords(request: $0, context: $1)
    }.map { String(decoding: $0.data, as: UTF8.self) }.joined()
  }
}
