import Foundation
import OrderToCash
import Testing

extension EndToEnd.Desks {
  @Test("the credit desk: reviews, reasons, releases by two, limits, rules and their replay")
  func credit() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      let chief = try Terminal("admin", at: server, of: database.installation)
      try await database.withAdmin(server) {
        for (name, roles) in [("clerk", ["CREDIT", "SALES"]), ("author", ["ADMIN"])] {
          let authority: [String: Int64] =
            name == "clerk" ? ["credit.release": 50, "credit.limit": 10_000] : [:]
          _ = try await database.addClerk(
            name, roles: roles, authority: authority, by: $0, at: server)
        }
      }
      let clerk = try Terminal("\(database.name)-clerk", at: server, of: database.installation)
      let author = try Terminal("\(database.name)-author", at: server, of: database.installation)
      try await chief.run("o2c customer create Knapp --external-id T-1 --country DE")
      try await chief.run("o2c credit set-limit ext:T-1 --limit 20 --yes")
      try await Self.explain(clerk)
      try await Self.release(clerk, chief)
      try await Self.limit(clerk, chief)
      try await Self.account(chief)
      try await Self.watchReviews(chief)
      try await Self.policy(author, chief)
    }
  }

  /// 20 of P-1 are 23.80 and 4.52 of tax: 8.32 over.
  private static func explain(_ clerk: Terminal) async throws {
    let held = try await clerk("o2c order place --customer ext:T-1 --line P-1=20 --external-id H-1")
    #expect(held.status == 0 && held.out.contains("ON_HOLD: CREDIT"), "\(held)")
    #expect(held.row("CREDIT").contains("LIMIT"), "\(held)")
    let refused = try await clerk(
      "o2c order place --customer ext:T-1 --line P-1=20 --fail-on-hold -o json")
    #expect(refused.status == 5)
    #expect(refused.reason == "CREDIT_HOLD", "\(refused)")
    let reviews = try await clerk("o2c credit reviews")
    let number = try await clerk.run(
      "o2c order get ext:H-1 -o json | sed -n 's/.*\"orderNumber\": \"\\(.*\\)\".*/\\1/p'")
    #expect(reviews.row(number).contains("8.32"), "\(reviews)")
    #expect(reviews.row(number).contains("LIMIT"), "\(reviews)")
    let why = try await clerk("o2c credit explain ext:H-1")
    #expect(why.row("LIMIT").starts(with: ["LIMIT", "DENY", "EUR", "20.00", "EUR", "28.32"]))
    #expect(why.row("headroom") == ["headroom", "-8.32", "EUR"], "\(why)")
    #expect(why.out.contains("--customer ext:T-1 --amount 8.32 --currency EUR --auto"), "\(why)")
    #expect(why.out.contains("o2c credit release \(number) --note …"), "\(why)")
    let check = try await clerk("o2c credit check ext:T-1 --amount 20.00")
    #expect(check.out.contains("APPROVED"), "\(check)")
    #expect(
      try await clerk("o2c credit check ext:T-1 --amount 20.01").out.contains("DENIED: LIMIT"))
  }

  /// 8.32 are beyond the clerk's authority of 0.50: it waits, and for somebody else.
  private static func release(_ clerk: Terminal, _ chief: Terminal) async throws {
    #expect(try await clerk("o2c credit release ext:H-1 --note 'good'").status == 2)
    let asked = try await clerk("o2c credit release ext:H-1 --note 'good' --yes")
    #expect(asked.err.contains("beyond your authority: it waits for another person"), "\(asked)")
    let list = try await chief("o2c approval list")
    #expect(list.out.contains("ReleaseCreditHold") && list.out.contains("8.32 EUR"), "\(list)")
    #expect(list.out.contains("clerk"), "\(list)")
    let name = try await chief.run("o2c approval list -o name")
    let id = name.split(separator: "/").last.map(String.init) ?? ""
    #expect(list.out.contains(id), "\(list)")
    let own = try await clerk("o2c approval grant \(id) --yes -o json")
    #expect(own.status == 4)
    #expect(own.reason == "FOUR_EYES_REQUIRED", "\(own)")
    let granted = try await chief("o2c approval grant \(id) --note fine --yes")
    #expect(granted.row("state") == ["state", "GRANTED"], "\(granted)")
    let order = try await chief("o2c order show ext:H-1")
    #expect(order.out.contains("state     CONFIRMED"), "\(order)")
    #expect(order.out.contains("OVERRIDDEN"), "\(order)")
    #expect(try await chief("o2c approval list").err.contains("nothing there"))
  }

  private static func limit(_ clerk: Terminal, _ chief: Terminal) async throws {
    let asked = try await clerk("o2c credit set-limit ext:T-1 --limit 900 --note 'grows' --yes")
    #expect(asked.row("limit").prefix(2) == ["limit", "20.00"], "\(asked)")
    #expect(asked.out.contains("waits for  approvals/"), "\(asked)")
    let denied = try await chief(
      "o2c approval list -o name | o2c approval deny - --note 'not yet' --yes")
    #expect(denied.out.contains("DENIED") && denied.out.contains("SetCreditLimit"), "\(denied)")
    #expect(try await chief("o2c approval list --decided").lines.count == 3)
    let within = try await clerk(
      "o2c credit set-limit ext:T-1 --limit 60 --temporary 80 --until 2099-12-31 --yes")
    #expect(within.row("temporary") == ["temporary", "limit", "80.00", "EUR"], "\(within)")
    #expect(within.row("headroom") == ["headroom", "51.68", "EUR"], "\(within)")
  }

  private static func account(_ chief: Terminal) async throws {
    let block = try await chief(
      "o2c credit update ext:T-1 --block fraud --review 2099-01-31 --external-rating 70")
    #expect(block.row("blocked") == ["blocked", "yes:", "fraud"], "\(block)")
    let list = try await chief("o2c credit list --filter 'blocked = true'")
    #expect(list.lines.count == 2 && list.row("Knapp").contains("2099-01-31"), "\(list)")
    let order = try await chief("o2c order place --customer ext:T-1 --line P-1=1 -o json")
    #expect(order.out.contains(#""reason": "BLOCKED""#), "\(order)")
    let old = try await chief("o2c credit update ext:T-1 --unblock --etag vAAAA -o json")
    #expect(old.status == 5)
    #expect(old.reason == "ETAG_MISMATCH", "\(old)")
    try await chief.run("o2c credit update ext:T-1 --unblock")
    try await chief.run(
      "o2c order list --filter 'state = ON_HOLD' -o name | o2c order cancel - --yes")
  }

  /// The list shows an order that is held, and shows it no more once it is paid for.
  private static func watchReviews(_ chief: Terminal) async throws {
    let watched = try await chief.start("o2c credit reviews --watch 1")
    try await watched.waitForOutput("nothing there")
    let over = try await chief.run(
      "o2c order place --customer ext:T-1 --line P-1=40 --external-id H-2 -o name")
    try await watched.waitForOutput("LIMIT")
    #expect(await watched.interrupt() == 130)
    try await chief.run(
      "o2c payment record --customer ext:T-1 --amount 100.00 --currency EUR --yes")
    try await chief.run("o2c order wait ext:H-2 --until confirmed --for 30")
    #expect(try await chief.run("o2c credit reviews -o name").isEmpty)
    let freed = try await chief("o2c order show \(over)")
    #expect(freed.out.contains("state     CONFIRMED"), "\(freed)")
    let timeline = try await chief("o2c order timeline ext:H-2")
    #expect(timeline.out.contains("credit.hold_released  "), "\(timeline)")
    #expect(timeline.out.contains("o2c itself"), "\(timeline)")
  }

  private static func policy(_ author: Terminal, _ chief: Terminal) async throws {
    let file = """
      cat >rules.json <<'END'
      {"kind": "CREDIT",
       "credit": {"orderSizeMaximum": {"minorUnits": "2000", "currencyCode": "EUR"}},
       "testCases": [{"displayName": "A large order",
         "credit": {"orders": {"minorUnits": "2500", "currencyCode": "EUR"},
           "limit": {"minorUnits": "100000", "currencyCode": "EUR"},
           "orderGross": {"minorUnits": "2500", "currencyCode": "EUR"}},
         "failedRules": ["FAILS"]}]}
      END
      """
    try await author.run(file)
    let bad = try await author(
      "sed s/FAILS/LIMIT/ rules.json | o2c policy create - --dry-run -o json")
    #expect(bad.status == 6)
    #expect(bad.err.contains(#""path":"policy.test_cases[0]""#), "\(bad)")
    let tried = try await author(
      "sed s/FAILS/ORDER_SIZE/ rules.json | o2c policy create - --dry-run")
    #expect(tried.err.contains("its 1 test cases pass"), "\(tried)")
    let proposed = try await author(
      "sed s/FAILS/ORDER_SIZE/ rules.json | o2c policy create - --note 'smaller orders'")
    #expect(proposed.row("state") == ["state", "PROPOSED"], "\(proposed)")
    #expect(proposed.err.contains("it waits for another person"), "\(proposed)")
    let list = try await chief("o2c policy list --kind credit")
    #expect(list.row("CREDIT").starts(with: ["CREDIT", "2", "PROPOSED"]), "\(list)")
    let replay = try await chief(
      "o2c policy replay \"$(o2c policy list -o name)\" --from 2020-01-01")
    #expect(replay.out.contains("ORDER_SIZE"), "\(replay)")
    #expect(replay.err.contains("would be denied"), "\(replay)")
    try await chief.run("o2c approval list -o name | o2c approval grant - --yes")
    #expect(try await chief("o2c policy list").row("CREDIT").contains("ACTIVE"))
    let held = try await chief("o2c order place --customer ext:C-1 --line P-1=20")
    #expect(held.out.contains("DENIED: ORDER_SIZE, policy version 2"), "\(held)")
  }
}
