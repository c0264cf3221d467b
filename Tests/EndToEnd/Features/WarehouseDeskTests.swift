import Foundation
import Testing

extension EndToEnd.Desks {
  @Test("the warehouse: receipts, promises, moves, parts that leave, arrive, get lost, come back")
  func warehouse() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      let o2c = try Terminal("admin", at: server, of: database.installation)
      try await o2c.run("o2c product create CUP 'Cup, blue' --lead-time-days 5")
      try await o2c.run("o2c price set CUP --price 4.5 --currency EUR")
      try await o2c.run("o2c stock receive --reference R-1 --line CUP=10")
      try await Self.promise(o2c)
      try await Self.arrive(o2c)
      try await Self.move(o2c)
      try await Self.deliver(o2c)
      try await Self.comeBack(o2c)
    }
  }

  /// 14 are wanted, 10 are there: the rest waits for what is on its way.
  private static func promise(_ o2c: Terminal) async throws {
    let order = "o2c order place --customer ext:C-1 --line CUP=14 --external-id W-1"
    let short = try await o2c(order)
    #expect(short.status == 5)
    #expect(short.err.contains("CUP: 14 wanted, 10 available. [INSUFFICIENT_STOCK]"), "\(short)")
    let placed = try await o2c(order + " --allow-backorder")
    #expect(placed.out.contains("o2c stock check --line CUP=4 "), "\(placed)")
    let waiting = try await o2c("o2c stock levels --short")
    #expect(waiting.row("CUP").prefix(5) == ["CUP", "10", "10", "0", "4"], "\(waiting)")
    let lead = try await o2c("o2c stock check --line CUP=3")
    #expect(lead.row("CUP").contains("LEAD_TIME"), "\(lead)")
    let due = try await o2c.run("date -u -d '+3 days' +%F")
    try await o2c.run(
      "o2c stock schedule --line CUP=20 --date \(due) --reference PO-9 -o name >receipt")
    #expect(try await o2c("o2c stock levels --product CUP").row("CUP").contains("20"))
    let check = try await o2c("o2c stock check --line CUP=3 --days")
    #expect(check.row("CUP").starts(with: ["CUP", "3", "0", due, "RECEIPT"]), "\(check)")
    #expect(check.row(due).prefix(2) == [due, "20"], "\(check)")
  }

  private static func arrive(_ o2c: Terminal) async throws {
    try await o2c.run("o2c order ship ext:W-1 --line 1=6 --carrier DHL --tracking JJD01 --yes")
    let more = try await o2c("o2c order ship ext:W-1 --line 1=6 --yes -o json")
    #expect(more.status == 5)
    #expect(more.reason == "INSUFFICIENT_STOCK", "\(more)")
    let receipt = try await o2c("o2c stock receive --receipt $(cat receipt)")
    #expect(receipt.row("state") == ["state", "RECEIVED"], "\(receipt)")
    let level = try await o2c("o2c stock levels --product CUP")
    #expect(level.row("CUP").prefix(4) == ["CUP", "24", "8", "16"], "\(level)")
  }

  private static func move(_ o2c: Terminal) async throws {
    try await o2c.run("o2c warehouse create SHOP --handling-days 1")
    let asked = try await o2c("o2c stock move CUP=5 --from MAIN --reason DAMAGED")
    #expect(asked.status == 2, "\(asked)")
    let moved = try await o2c("o2c stock move CUP=5 --from MAIN --to SHOP --yes")
    #expect(moved.out.contains("SHOP") && moved.row("CUP").prefix(2) == ["CUP", "19"], "\(moved)")
    let many = try await o2c("o2c stock move CUP=100 --from MAIN --to SHOP --yes")
    #expect(many.status == 5)
    #expect(many.err.contains("CUP: 100 wanted, 11 there"), "\(many)")
    let counted = try await o2c("o2c stock move CUP=4 --to SHOP --counted --reason COUNT --yes")
    #expect(counted.row("CUP").prefix(4) == ["CUP", "4", "0", "4"], "\(counted)")
    let less = try await o2c("o2c stock move CUP=2 --from SHOP --reason BROKEN --yes --dry-run")
    #expect(less.row("CUP").prefix(2) == ["CUP", "2"], "\(less)")
    let still = try await o2c("o2c stock levels --product CUP --warehouse SHOP -o csv")
    #expect(still.lines.last?.hasPrefix("CUP,4,0,4,") == true, "\(still)")
  }

  /// One part arrives, the other never will: its lines are open again.
  private static func deliver(_ o2c: Terminal) async throws {
    try await o2c.run("echo ext:W-1 | o2c order ship - --yes")
    let list = try await o2c("o2c shipment list --order ext:W-1 -o csv | cut -d, -f1")
    #expect(list.lines.count == 3, "\(list)")
    guard list.lines.count == 3 else { return }
    let (second, first) = (list.lines[1], list.lines[2])
    let there = try await o2c("o2c shipment deliver \(first) --recipient Tor")
    #expect(there.row("state") == ["state", "DELIVERED"], "\(there)")
    #expect(there.row("tracking") == ["tracking", "JJD01"], "\(there)")
    #expect(try await o2c("o2c shipment deliver \(second) --lost").status == 2)
    let lost = try await o2c("o2c shipment deliver \(second) --lost --yes")
    #expect(lost.row("state") == ["state", "LOST"], "\(lost)")
    let order = try await o2c("o2c order show ext:W-1 -o json")
    #expect(order.out.contains(#""openQuantity": "8""#), "\(order)")
    #expect(order.out.contains(#""deliveredQuantity": "6""#), "\(order)")
  }

  private static func comeBack(_ o2c: Terminal) async throws {
    let asked = try await o2c("o2c return create ext:W-1 --line 1=2:DAMAGED")
    let number = asked.row("number").last ?? ""
    #expect(number.hasPrefix("RMA-"), "\(asked)")
    #expect(asked.out.contains("o2c return authorize \(number)   allows it"), "\(asked)")
    let early = try await o2c("o2c return receive \(number)")
    #expect(early.status == 5)
    #expect(early.err.contains("\(number) is REQUESTED"), "\(early)")
    let allowed = try await o2c("o2c return authorize \(number)")
    #expect(allowed.out.contains("o2c return receive \(number)"), "\(allowed)")
    let back = try await o2c("o2c return receive \(number) --line 1=1:SCRAP")
    #expect(back.row("state") == ["state", "RECEIVED"], "\(back)")
    #expect(back.row("1").starts(with: ["1", "2", "1", "DAMAGED", "SCRAP"]), "\(back)")
    let many = try await o2c("o2c return create ext:W-1 --line 1=9 -o json")
    #expect(many.status == 5)
    #expect(many.reason == "OVER_RETURN", "\(many)")
    try await o2c.run(
      "o2c return create ext:W-1 --line 1=1:WRONG -o name | o2c return reject - --reason used")
    let list = try await o2c("o2c return list --order ext:W-1")
    #expect(list.lines.count == 3 && list.out.contains("REJECTED"), "\(list)")
  }
}
