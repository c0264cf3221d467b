import Testing

@testable import Postgres

@Suite("Values")
struct ValueTests {
  /// Sends values alone and as an array with NULLs, through the server, and compares.
  private func roundTrip<Value: PostgresValue & Equatable>(
    _ values: [Value], sqlType: Fragment
  ) async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    let optionals: [Value?] = [nil] + values.map { $0 } + [nil]
    let selected = values.map { Query("SELECT \(bind: $0)::\(sqlType)") }
    let queries =
      selected + [
        Query("SELECT \(bind: .array(optionals))::\(sqlType)[]"),
        Query("SELECT \(bind: .array(values))::\(sqlType)[]"),
        Query("SELECT \(bind: .array([Value]()))::\(sqlType)[]"),
        Query("SELECT \(bind: Value?.none)::\(sqlType)"),
        Query("SELECT u FROM unnest(\(bind: .array(values))::\(sqlType)[]) AS u"),
      ]
    try await connection.read(queries) { results in
      let alone = try results.prefix(values.count).map {
        try $0.single.value(0, as: Value.self)
      }
      #expect(alone == values)
      let rest = Array(results.dropFirst(values.count))
      #expect(try rest[0].single.arrayWithNulls(0) == optionals)
      #expect(throws: DecodeError.unexpectedNull(column: 0)) {
        _ = try rest[0].single.array(0, of: Value.self)
      }
      #expect(try rest[1].single.array(0) == values)
      #expect(try rest[2].single.array(0, of: Value.self).isEmpty)
      #expect(try rest[3].single.optional(0, as: Value.self) == nil)
      #expect(throws: DecodeError.unexpectedNull(column: 0)) {
        _ = try rest[3].single.value(0, as: Value.self)
      }
      #expect(try rest[4].map { try $0.value(0, as: Value.self) } == values)
    }
  }

  @Test("booleans") func bool() async throws {
    try await roundTrip([true, false], sqlType: "bool")
  }
  @Test("integers of two bytes") func int2() async throws {
    try await roundTrip([Int16.min, -1, 0, 1, .max], sqlType: "int2")
  }
  @Test("integers of four bytes") func int4() async throws {
    try await roundTrip([Int32.min, -1, 0, 1, .max], sqlType: "int4")
  }
  @Test("integers of eight bytes") func int8() async throws {
    try await roundTrip([Int64.min, -1, 0, 1, .max], sqlType: "int8")
  }
  @Test("text") func text() async throws {
    try await roundTrip(["", "a", "ß€😀", "'; --", "{\"NULL\"}", "\u{1}\n\\"], sqlType: "text")
  }
  @Test("bytes") func bytea() async throws {
    try await roundTrip([[], [0], Array(0...255)], sqlType: "bytea")
  }
  @Test("UUIDs") func uuid() async throws {
    try await roundTrip(
      [UUIDBytes(0, 0), UUIDBytes(1, 2), UUIDBytes(.max, .max)], sqlType: "uuid")
  }
  @Test("dates from 4713 BC to far away") func date() async throws {
    try await roundTrip(
      [-2_440_588, -1, 0, 10_957, 20_000, 2_000_000_000].map { PostgresDate(daysSince1970: $0) },
      sqlType: "date")
  }
  @Test("instants to the microsecond") func timestamp() async throws {
    try await roundTrip(
      [-210_866_803_200_000_000, -1, 0, 1, 1_700_000_000_123_456]
        .map { PostgresTimestamp(microsecondsSince1970: $0) }, sqlType: "timestamptz")
  }
  @Test("JSON") func jsonb() async throws {
    try await roundTrip([JSONText("{\"a\": [1, null]}"), JSONText("\"x\"")], sqlType: "jsonb")
    // As it was written: order and spaces too.
    try await roundTrip([WrittenJSON("{\"b\":1, \"a\":2}"), WrittenJSON("\"x\"")], sqlType: "json")
  }

  @Test("the server means the same by our numbers")
  func meaning() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    try await connection.read([
      Query(
        "SELECT $1::text, $2::text, $3::text, $4::text", .date(20_089),
        .timestamp(1_735_689_600_000_001),
        .uuid(UUIDBytes(0x0190_0000_0000_7000, 0x8000_0000_0000_0001)),
        .array([Int64(1), nil])),
      Query("SELECT 'x'::varchar, 'EUR'::char(3), '{\"a\":1}'::json, 'n'::name"),
    ]) { results in
      let row = try results[0].single
      #expect(try row.text(0) == "2025-01-01")
      #expect(try row.text(1) == "2025-01-01 00:00:00.000001+00")
      #expect(try row.text(2) == "01900000-0000-7000-8000-000000000001")
      #expect(try row.text(2) == "\(UUIDBytes(0x0190_0000_0000_7000, 0x8000_0000_0000_0001))")
      #expect(try row.text(3) == "{1,NULL}")
      let texts = try results[1].single
      #expect(
        try [texts.text(0), texts.text(1), texts.json(2), texts.text(3)]
          == ["x", "EUR", "{\"a\":1}", "n"])
    }
  }

  @Test(
    "a moment that PostgreSQL cannot hold is refused, never infinite",
    arguments: [
      Parameter.date(.min), .date(.max), .date(Int32.min + 10_957), .timestamp(.min),
      .timestamp(Int64.min + 946_684_800_000_000),
    ])
  func outOfRange(_ parameter: Parameter) async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    let error = await #expect(throws: TransactionError.self) {
      try await connection.read([Query("SELECT \(bind: parameter)")]) { _ in }
    }
    #expect(error?.postgresError?.serverError?.sqlState == "22008")
  }

  @Test("a reader of another shape fails with the reason")
  func mismatch() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    try await connection.read([
      Query("SELECT 1::int4, 'infinity'::date, '{{1,2}}'::int4[], '-infinity'::timestamptz")
    ]) { results in
      let row = try results[0].single
      #expect(throws: DecodeError.wrongType(column: 0, found: .int4, expected: .int8)) {
        _ = try row.int64(0)
      }
      #expect(throws: DecodeError.noSuchColumn(4)) { _ = try row.int64(4) }
      #expect(throws: DecodeError.noSuchColumn(-1)) { _ = try row.int64(-1) }
      #expect(throws: DecodeError.malformed(column: 1, type: .date)) { _ = try row.date(1) }
      #expect(throws: DecodeError.malformed(column: 2, type: .int4Array)) {
        _ = try row.array(2, of: Int32.self)
      }
      #expect(throws: DecodeError.malformed(column: 3, type: .timestamptz)) {
        _ = try row.timestamp(3)
      }
    }
  }

  @Test("a hundred thousand rows go in by one statement and come back in order")
  func bulk() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    try await connection.script("CREATE TABLE many (id int8 PRIMARY KEY, text text, day date)")
    let numbers = Array(Int64(0)..<100_000)
    try await connection.transaction { transaction in
      var days = ArrayColumn<PostgresDate>(minimumCapacity: numbers.count)
      for number in numbers { days.append(days: number % 3 == 0 ? nil : Int32(number)) }
      transaction.flush([
        Query(
          "INSERT INTO many (id, text, day) SELECT * FROM unnest($1, $2, $3)",
          .array(numbers), .column(numbers) { "row \($0)" }, days.parameter())
      ])
    }
    let read = try await connection.read([Query("SELECT id, text, day FROM many ORDER BY id")]) {
      try $0[0].map { row in
        #expect(try row.optionalDate(2) == (row.int64(0) % 3 == 0 ? nil : Int32(row.int64(0))))
        return try row.int64(0)
      }
    }
    #expect(read == numbers)
  }
}
