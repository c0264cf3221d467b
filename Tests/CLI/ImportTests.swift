import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import o2c

@Suite struct ImportTests {
  @Test(
    "CSV is read as RFC 4180 has it",
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2", [["1", "2"]]),
      ("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", [["x, y", "say \"hi\""]]),
      ("a,b\n\"two\nlines\",2\n3,4\n", [["two\nlines", "2"], ["3", "4"]]),
      ("a,b\n,\n", [["", ""]]), ("a\n\"\"\n", [[""]]), ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
      ("a,b\n\n1,2\n\n", [["1", "2"]]),
    ])
  func reads(text: String, rows: [[String]]) throws {
    let reader = try CSVReader(Array(text.utf8))
    #expect(reader.records.map(\.fields) == rows)
    #expect(reader.columns.first == "a")
  }

  @Test("a record knows the line on which it begins")
  func lines() throws {
    let reader = try CSVReader(Array("a,b\n\"x\ny\",1\n\n2,3\n".utf8))
    #expect(reader.records.map(\.line) == [2, 5])
  }

  @Test(
    "malformed CSV is refused with its line",
    arguments: [
      ("", 1), ("a,b\n1\n", 2), ("a,b\n1,2\n1,2,3\n", 3), ("a\n\"x\n", 2), ("a\nx\"y\n", 2),
      ("a\n\"x\"y\n", 2),
    ])
  func malformed(text: String, line: Int) {
    let error = #expect(throws: CSVReader.Malformed.self) { try CSVReader(Array(text.utf8)) }
    #expect(error?.line == line)
  }

  @Test("text that is not UTF-8 is refused")
  func encoding() {
    #expect(throws: CSVReader.Malformed.self) { try CSVReader([0x61, 0x0A, 0xFF, 0xFE, 0x0A]) }
  }

  @Test("--map and --set become what the server takes")
  func mapping() throws {
    let map = try ColumnMap(
      maps: ["external_id=customer_id,display_name=company", "party.address.city=city"],
      sets: [try #require(AssignmentArgument(argument: "currency_code=EUR"))])
    #expect(
      try map.mappingForServer() == [
        "external_id": "customer_id", "display_name": "company", "party.address.city": "city",
        "currency_code": "=EUR",
      ])
  }

  @Test(
    "a map that makes no sense is refused",
    arguments: [["a"], ["a="], ["=b"], ["a=b", "a=c"], [""]])
  func badMaps(maps: [String]) {
    #expect(throws: ErrorReport.self) { try ColumnMap(maps: maps, sets: []) }
  }

  @Test("a shift is for joined files only")
  func shiftForServer() throws {
    let map = try ColumnMap(maps: ["discount_percent=discount*100"], sets: [])
    #expect(throws: ErrorReport.self) { try map.mappingForServer() }
  }

  private static let orders = """
    order_id,who,order_date,country
    1,ALFKI,1996-07-04,Germany
    2,GONE,1996-07-05 00:00:00,UK
    3,ALFKI,1996-07-06,
    """
  private static let orderLines = """
    order_id,product_id,unit_price,quantity,discount
    2,11,14.00,12,0.05
    1,42,9.80,10,0.00
    2,72,34.80,5,0.15
    """

  private static func join(
    _ orders: String = orders, _ lines: String = orderLines, maps: [String] = []
  ) throws -> OrderJoin {
    try OrderJoin(
      orders: CSVReader(Array(orders.utf8)), lines: CSVReader(Array(lines.utf8)),
      key: "order_id", linesKey: "order_id",
      map: ColumnMap(
        maps: [
          "external_id=order_id", "customer=who", "ship_to.country_code=country",
          "lines.sku=product_id", "lines.discount_percent=discount*100",
        ] + maps, sets: []),
      customers: ["ALFKI": "customers/a"], countries: CountryNames())
  }

  @Test("orders and their lines become one order each, in the order of the file")
  func joins() throws {
    let joined = try Self.join()
    let orders = try String(decoding: joined.jsonLines, as: UTF8.self).split(separator: "\n")
      .map { try Order(jsonString: String($0)) }
    #expect(orders.map(\.externalID) == ["1", "2", "3"])
    #expect(orders.map(\.customer) == ["customers/a", "GONE", "customers/a"])
    #expect(orders.map { $0.lines.map(\.sku) } == [["42"], ["11", "72"], []])
    #expect(orders[1].lines.map(\.discountPercent) == ["5", "15"])
    #expect(orders[1].lines.map(\.unitPrice) == ["14.00", "34.80"])
    #expect(
      orders.map { DayText.text($0.orderDate) } == ["1996-07-04", "1996-07-05", "1996-07-06"])
    #expect(orders.map(\.shipTo.countryCode) == ["DE", "GB", ""])
    #expect(joined.sourceLines == [2, 3, 4])
  }

  @Test("the same files give the same bytes, so that a broken import can be resumed")
  func sameBytes() throws {
    #expect(try Self.join().jsonLines == Self.join().jsonLines)
  }

  @Test("what cannot be joined is refused with its line")
  func badJoins() throws {
    func message(_ body: () throws -> OrderJoin) -> String {
      do {
        _ = try body()
        return ""
      } catch { return ErrorReport(any: error).message }
    }
    #expect(
      message { try Self.join(Self.orders, "order_id,product_id,quantity,discount\n9,1,1,0\n") }
        .contains("order 9"))
    #expect(
      message { try Self.join(maps: ["requested_date=who"]) }.hasPrefix(
        "line 2 of the file of orders"))
    #expect(message { try Self.join(maps: ["nonsense=who"]) }.contains("no field nonsense"))
    #expect(message { try Self.join(maps: ["lines.nonsense=discount"]) }.contains("lines.nonsense"))
    #expect(
      message { try Self.join(maps: ["payment_terms=missing"]) }.contains("no column missing"))
  }

  @Test(
    "countries may be given as English names",
    arguments: [
      ("Germany", "DE"), ("UK", "GB"), ("USA", "US"), ("Switzerland", "CH"), ("de", "de"),
      ("DE", "DE"), ("Atlantis", "Atlantis"), ("Venezuela", "VE"), ("Norway", "NO"),
    ])
  func countries(name: String, code: String) {
    #expect(CountryNames().code(for: name) == code)
  }

  @Test("an order file has orders or whole requests; flags add to both")
  func orderFile() throws {
    let template = PlaceOrderRequest.with { $0.allowBackorder = true }
    let alone = try OrderFile.request(
      #"{"customer": "ext:A", "lines": [{"sku": "CHAI", "quantity": "1"}]}"#, template: template,
      line: 1, path: "f")
    #expect(alone.order.customer == "ext:A")
    #expect(alone.allowBackorder)
    let whole = try OrderFile.request(
      #"{"order": {"customer": "customers/a"}, "failOnHold": true}"#, template: template, line: 1,
      path: "f")
    #expect(whole.failOnHold)
    #expect(whole.allowBackorder)
    let report = #expect(throws: ErrorReport.self) {
      try OrderFile.request("{", template: template, line: 7, path: "f")
    }
    #expect(report?.message.hasPrefix("f:7:") == true)
    #expect(throws: ErrorReport.self) {
      try OrderFile.request(#"{"custmer": "a"}"#, template: template, line: 1, path: "f")
    }
  }
}
