import Foundation
import Testing

extension EndToEnd.Desks {
  @Test("the office: files in, blocks, duplicates, a merge, an erasure, files out")
  func office() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      let o2c = try Terminal("admin", at: server, of: database.installation)
      try await Self.takeIn(o2c)
      try await Self.block(o2c)
      try await Self.twins(o2c)
      try await Self.handOut(o2c)
    }
  }

  /// Bad rows are told with line and key; good ones are taken when told so, and once.
  private static func takeIn(_ o2c: Terminal) async throws {
    try await o2c.run(
      """
      cat >customers.csv <<'END'
      external_id,display_name,legal_name,country_code
      B-1,Baum,Baum KG,DE
      B-2,,Leer KG,DE
      B-3,Busch,Busch KG,XX
      B-4,Blatt,Blatt KG,DE
      END
      """)
    let strict = try await o2c("o2c import customers customers.csv")
    #expect(strict.status == 9)
    #expect(strict.err.contains("line 3 (B-2)"), "\(strict)")
    #expect(strict.err.contains("line 4 (B-3)"), "\(strict)")
    #expect(strict.err.contains("nothing was imported: 2 of 4 rows are bad"), "\(strict)")
    let line = "o2c import customers customers.csv --skip-bad-rows --request-id @import"
    let first = try await o2c(line)
    #expect(first.status == 9)
    #expect(first.text == "4 rows: 2 imported, 2 bad", "\(first)")
    #expect(try await o2c(line).text == "4 rows: 2 imported, 2 of them before, 2 bad")
    let tried = try await o2c(
      "printf 'sku,quantity,reference\\nP-1,5,R\\n' | o2c import stock - --dry-run")
    #expect(tried.text == "1 rows: 1 would be imported, 0 bad", "\(tried)")
    let missing = try await o2c("o2c import products nowhere.csv")
    #expect(missing.status == 64)
    #expect(missing.err.contains("nowhere.csv cannot be read"), "\(missing)")
  }

  private static func block(_ o2c: Terminal) async throws {
    let asked = try await o2c("o2c customer block ext:B-1 --scope orders --reason unpaid")
    #expect(asked.status == 2, "\(asked)")
    let blocked = try await o2c("o2c customer block ext:B-1 --scope orders --reason unpaid --yes")
    #expect(blocked.row("blocked") == ["blocked", "ORDERS:", "unpaid"], "\(blocked)")
    let order = try await o2c("o2c order place --customer ext:B-1 --line P-1=1")
    #expect(order.status == 5)
    #expect(order.err.contains("Baum is blocked"), "\(order)")
    #expect(order.err.contains("CUSTOMER_BLOCKED"), "\(order)")
    let free = try await o2c("o2c customer unblock ext:B-1")
    #expect(free.row("state") == ["state", "ACTIVE"], "\(free)")
  }

  private static func twins(_ o2c: Terminal) async throws {
    for key in ["B-1", "B-4"] {
      try await o2c.run("o2c customer update ext:\(key) --vat-id DE136695976")
    }
    let found = try await o2c("o2c customer duplicates ext:B-1")
    #expect(found.out.contains("VAT_ID") && found.out.contains("Blatt"), "\(found)")
    let asked = try await o2c("o2c customer merge ext:B-4 ext:B-1")
    #expect(asked.status == 2)
    #expect(asked.err.contains("it is blocked for good"), "\(asked)")
    let merged = try await o2c("o2c customer merge ext:B-4 ext:B-1 --yes")
    #expect(merged.row("external") == ["external", "id", "B-1"], "\(merged)")
    let gone = try await o2c("o2c customer get ext:B-4")
    #expect(gone.row("merged").prefix(3) == ["merged", "into", "Baum"], "\(gone)")
    let history = try await o2c("o2c customer history ext:B-1")
    #expect(history.out.contains("customer.blocked"), "\(history)")
    #expect(try await o2c("o2c customer history ext:B-4").out.contains("customer.merged"))
    let cleared = try await o2c("o2c customer anonymize ext:B-4 --reason 'request 7' --yes")
    #expect(cleared.row("state") == ["state", "ANONYMIZED"], "\(cleared)")
    #expect(!cleared.out.contains("Blatt"), "\(cleared)")
  }

  /// What goes out comes in again where the columns are those of the import.
  private static func handOut(_ o2c: Terminal) async throws {
    let told = try await o2c("o2c export prices --out prices.csv")
    #expect(told.err.contains("records in prices.csv"), "\(told)")
    #expect(try await o2c.run("sed -n 2p prices.csv").hasPrefix("P-1,EUR,,,0,2020-01-01,,1.19,"))
    let again = try await o2c("o2c import prices prices.csv")
    #expect(again.status == 0, "\(again)")
    let lines = try await o2c("o2c export customers -o jsonl --filter 'external_id = \"B-1\"'")
    #expect(lines.lines.count == 1 && lines.out.contains("Baum"), "\(lines)")
    let kind = try await o2c("o2c export nothing")
    #expect(kind.status == 64)
    #expect(kind.err.contains("customers, products, prices"), "\(kind)")
  }
}
