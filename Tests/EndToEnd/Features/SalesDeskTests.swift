import Foundation
import Testing

extension EndToEnd {
  /// People at work with the CLI: each story is a day at a desk, typed line by line.
  @Suite("Desks") struct Desks {}
}

extension EndToEnd.Desks {
  @Test("the sales desk: a quote, its changes, holds, copies, lists for the next program")
  func sales() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      let o2c = try Terminal("admin", at: server, of: database.installation)
      try await Self.shop(o2c)
      try await Self.prices(o2c)
      try await Self.quote(o2c)
      try await Self.change(o2c)
      try await Self.pipe(o2c)
      try await Self.prepaid(o2c)
      try await Self.watchOrders(o2c)
    }
  }

  @Test("what goes wrong ends in the number that scripts rely on, and says what to do")
  func exitCodes() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      let o2c = try Terminal("admin", at: server, of: database.installation)
      let clerk = try await database.withAdmin(server) {
        _ = try await database.addClerk("warehouse", roles: ["WAREHOUSE"], by: $0, at: server)
        return try Terminal(
          "\(database.name)-warehouse", at: server, of: database.installation)
      }
      try await o2c.run("o2c order place --customer ext:C-1 --line P-1=1 --external-id DONE")
      let cases: [(Terminal, String, Int32, says: String)] = [
        (o2c, "o2c credit reviews", 0, "nothing there"),
        (o2c, "o2c customer block ext:C-1 --scope ALL --reason X", 2, "add --yes"),
        (o2c, "o2c order show SO-2026-999999", 3, "`o2c order list` shows what there is"),
        (clerk, "o2c credit list", 4, "ask for a role with credit.read"),
        (o2c, "o2c customer unblock ext:C-1", 5, "ext:C-1 is ACTIVE"),
        (o2c, "o2c order list --filter 'colour = red'", 6, "`o2c help filters`"),
        (o2c, "o2c order list --endpoint localhost:1", 7, "`o2c doctor` looks closer"),
        (o2c, "o2c order wait ext:DONE --until paid --for 1", 8, "UNPAID, not PAID, after 1 s"),
        (o2c, "printf 'ext:C-1\\next:NONE\\n' | o2c customer get - -o name", 9, "1 of 2 customers"),
        (o2c, "o2c order place --customer ext:C-1 --line P-1", 64, "SKU=QUANTITY"),
        (o2c, "o2c import open-items FILE", 64, "open items are not imported"),
      ]
      for (desk, line, status, text) in cases {
        let answer = try await desk(line)
        #expect(answer.status == status, "\(answer)")
        #expect(answer.err.contains(text), "\(answer)")
      }
      // With -o json an error is one object, and the output stays empty.
      let missing = try await o2c("o2c order show SO-2026-999999 -o json")
      #expect(missing.reason == "RESOURCE_NOT_FOUND")
      #expect(missing.out.isEmpty)
      let wrong = try await o2c("o2c order place --customer ext:C-1 --line P-1=0 -o json")
      #expect(wrong.reason == "INVALID_FIELDS")
      #expect(wrong.err.contains(#""path":"order.lines[0].quantity""#), "\(wrong)")
    }
  }

  /// A customer with credit, an article, a price, goods.
  private static func shop(_ o2c: Terminal) async throws {
    let dry = try await o2c("o2c customer create 'Hafen Café' --external-id K-1 --dry-run")
    #expect(dry.err.contains("dry run: nothing was changed"), "\(dry)")
    #expect(try await o2c("o2c customer get ext:K-1").status == 3)
    try await o2c.run(
      "o2c customer create 'Hafen Café' --external-id K-1 --country DE --city Hamburg")
    try await o2c.run("o2c credit set-limit ext:K-1 --limit 5000 --yes")
    try await o2c.run("o2c product create TEA 'Green tea'")
    try await o2c.run("o2c stock receive --reference R-1 --line TEA=100")
  }

  private static func prices(_ o2c: Terminal) async throws {
    try await o2c.run("o2c price set TEA --price 10 --currency EUR --from 2020-01-01")
    let own = try await o2c(
      "o2c price set TEA --discount 10 --currency EUR --customer ext:K-1 --min-quantity 20")
    #expect(own.row("TEA").contains("10"), "\(own)")
    let list = try await o2c("o2c price list --product TEA")
    #expect(list.row("TEA").starts(with: ["TEA", "10.00", "EUR"]), "\(list)")
    #expect(list.lines.count == 3 && list.out.contains("Hafen Café"), "\(list)")
    let quote = try await o2c("o2c price quote --customer ext:K-1 --line TEA=20")
    #expect(quote.row("TEA").starts(with: ["TEA", "20", "10.00", "CUSTOMER"]), "\(quote)")
    #expect(quote.row("gross") == ["gross", "214.20", "EUR"], "\(quote)")
    #expect(quote.row("net") == ["net", "180.00", "EUR"], "\(quote)")
  }

  /// A preview holds the server to its word; a quote keeps its price when the list goes up.
  private static func quote(_ o2c: Terminal) async throws {
    let token = try await o2c.run(
      """
      o2c order preview --customer ext:K-1 --line TEA=4 -o json |
        sed -n 's/.*"previewToken": "\\([^"]*\\)".*/\\1/p'
      """)
    #expect(!token.isEmpty)
    try await o2c.run(
      """
      o2c order create --customer ext:K-1 --line TEA=4 --prices-valid-until 2099-01-31 \
        --external-id Q-1
      """)
    try await o2c.run("o2c price set TEA --price 11 --currency EUR --from 2020-01-01")
    let moved = try await o2c(
      "o2c order place --customer ext:K-1 --line TEA=4 --preview-token \(token)")
    #expect(moved.status == 5, "\(moved)")
    #expect(moved.err.contains("order.totals.gross: 47.60 → 52.36 [TOTAL_CHANGED]"), "\(moved)")
    let draft = try await o2c("o2c order update ext:Q-1 --charge FREIGHT=4.90 --line TEA=6@9.5%5")
    #expect(draft.row("charge").suffix(2) == ["4.90", "EUR"], "\(draft)")
    #expect(draft.row("gross") == ["gross", "70.27", "EUR"], "\(draft)")
    #expect(draft.out.contains("o2c order confirm SO-"), "\(draft)")
    let tried = try await o2c("o2c order confirm ext:Q-1 --dry-run")
    #expect(tried.out.contains("CONFIRMED, UNFULFILLED"), "\(tried)")
    #expect(try await o2c("o2c order show ext:Q-1").out.contains("DRAFT, UNFULFILLED"))
    let order = try await o2c("o2c order confirm ext:Q-1")
    #expect(order.row("1").starts(with: ["1", "TEA", "Green", "tea", "6", "6", "6"]), "\(order)")
    #expect(order.out.contains("1 of 1 lines can leave"), "\(order)")
  }

  private static func change(_ o2c: Terminal) async throws {
    try await o2c.run("o2c order amend ext:Q-1 --line 1=8 --reason 'two more'")
    let revisions = try await o2c("o2c order revisions ext:Q-1")
    #expect(revisions.row("2").contains("two") && revisions.row("2").contains("91.75"))
    #expect(revisions.row("1").contains("70.27"), "\(revisions)")
    try await o2c.run("o2c order hold ext:Q-1 --reason ADDRESS --note 'no such street'")
    let held = try await o2c("o2c order ship ext:Q-1 --yes")
    #expect(held.status == 5)
    #expect(held.err.contains("ext:Q-1 is on hold"), "\(held)")
    let screen = try await o2c("o2c order show ext:Q-1")
    #expect(screen.row("MANUAL").contains("ADDRESS"), "\(screen)")
    #expect(screen.out.contains("o2c order release SO-"), "\(screen)")
    try await o2c.run("o2c order release ext:Q-1")
    #expect(try await o2c("o2c order cancel ext:Q-1 --line 1=2").status == 2)
    let less = try await o2c("o2c order cancel ext:Q-1 --line 1=2 --reason TOO_MANY --yes")
    #expect(less.row("1").starts(with: ["1", "TEA", "Green", "tea", "8", "6", "6"]), "\(less)")
    let timeline = try await o2c("o2c order timeline ext:Q-1 -o csv")
    for type in ["order.drafted", "order.confirmed", "order.amended", "order.held"] {
      #expect(timeline.out.contains(",\(type),"), "\(type)")
    }
  }

  /// Names out of one command and into the next, and a call that is repeated.
  private static func pipe(_ o2c: Terminal) async throws {
    let copies = try await o2c(
      "o2c order duplicate ext:Q-1 -o name | tee copy | o2c order cancel - --yes -o csv")
    #expect(copies.lines.count == 2 && copies.out.contains(",CANCELLED,"), "\(copies)")
    #expect(
      try await o2c.run("o2c order list --customer ext:K-1 --limit 1 -o name")
        == o2c.run("cat copy"))
    let place = "o2c order place --customer ext:K-1 --line TEA=1 --request-id @id -o name"
    #expect(try await o2c.run(place) == o2c.run(place))
    let all = try await o2c(
      "o2c order list --customer ext:K-1 --sort order_number -o name | o2c order get - -o jsonl")
    #expect(all.lines.count == 3, "\(all)")
    #expect(all.lines.first?.contains(#""externalId":"Q-1""#) == true)
    let some = try await o2c("o2c order list --customer ext:K-1 --limit 2 -o csv")
    #expect(some.lines.count == 3)
    #expect(some.err.contains("there is more"), "\(some)")
    #expect(
      try await o2c.run("o2c order list --filter 'state = CANCELLED' -o json").hasPrefix("[\n  {"))
  }

  /// Paid before anything leaves: a deposit is asked for, and the money frees the order.
  private static func prepaid(_ o2c: Terminal) async throws {
    try await o2c.run("o2c customer create Vorkasse --external-id K-2 --country DE --terms CIA")
    let held = try await o2c("o2c order place --customer ext:K-2 --line TEA=2 --external-id CIA")
    #expect(held.out.contains("ON_HOLD: CREDIT"), "\(held)")
    #expect(held.out.contains("--scope deposit   asks for the money"), "\(held)")
    let deposit = try await o2c("o2c order invoice ext:CIA --scope deposit --yes")
    #expect(deposit.row("kind") == ["kind", "DEPOSIT"], "\(deposit)")
    #expect(deposit.row("payable") == ["payable", "26.18", "EUR"], "\(deposit)")
    let waits = try await o2c("o2c order show ext:CIA")
    #expect(waits.out.contains("the deposit of 26.18 EUR"), "\(waits)")
    try await o2c.run(
      "o2c payment record --customer ext:K-2 --amount 26.18 --currency EUR --auto --yes")
    try await o2c.run("o2c order wait ext:CIA --until confirmed --for 30")
    try await o2c.run("o2c order ship ext:CIA --yes")
    let invoice = try await o2c("o2c order invoice ext:CIA --yes")
    #expect(invoice.row("payable") == ["payable", "0.00", "EUR"], "\(invoice)")
    #expect(try await o2c("o2c order show ext:CIA").out.contains("COMPLETED"))
  }

  /// A list that is watched shows what comes, until somebody has seen enough.
  private static func watchOrders(_ o2c: Terminal) async throws {
    let watched = try await o2c.start("o2c order list --watch 1 --filter 'external_id = \"NEW\"'")
    try await watched.waitForOutput("nothing there")
    try await o2c.run("o2c order place --customer ext:K-1 --line TEA=1 --external-id NEW")
    try await watched.waitForOutput("CONFIRMED")
    #expect(await watched.interrupt() == 130)
  }
}
