import Domain
import Store
import Testing

@Suite("Filters as they are written")
struct FilterParserTests {
  @Test(
    "a fault is named with its column",
    arguments: [
      ("state =", 8), ("state", 6), ("= 3", 1), ("a = 1 AND b = 2 OR c = 3", 17),
      ("a = 1 b = 2", 7), ("(a = 1", 7), ("a = \"x", 5), ("a ! 1", 3), ("NOT NOT a = 1", 5),
      ("a = AND", 5), ("overdue(1)", 9), ("a = 1)", 6), ("a = \"\\n\"", 6), ("a ~ 1", 3),
      ("AND a = 1", 1),
    ])
  func faults(text: String, column: Int) {
    do throws(Rejection) {
      _ = try Filter.parse(text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.reason == .filterInvalid)
      #expect(error.metadata["column"] == String(column), "\(text): \(error.message)")
    }
  }

  @Test("what binds how is what was written")
  func structure() throws {
    #expect(try Filter.parse("  ") == nil)
    let simple = try Filter.parse(#"a.b >= -3"#)
    #expect(
      simple
        == .compare(
          field: "a.b", .greaterOrEqual, FilterValue(.number("-3"), column: 8), column: 1))
    let nested = try Filter.parse(#"NOT (a = "x*" OR b : "*") AND overdue()"#)
    #expect(
      nested
        == .and([
          .not(
            .or([
              .compare(field: "a", .equal, FilterValue(.prefix("x"), column: 10), column: 6),
              .has(field: "b", nil, column: 18),
            ])), .call(name: "overdue", column: 31),
        ]))
  }

  @Test("too long, too many and too deep are refused")
  func limits() {
    let long = "a = \"" + String(repeating: "x", count: 2048) + "\""
    let many = (0..<21).map { "a = \($0)" }.joined(separator: " OR ")
    let deep = String(repeating: "(", count: 12) + "a = 1" + String(repeating: ")", count: 12)
    for text in [long, many, deep] {
      #expect(throws: Rejection.self) { try Filter.parse(text) }
    }
    #expect(throws: Never.self) {
      try Filter.parse((0..<20).map { "a = \($0)" }.joined(separator: " OR "))
    }
  }
}
