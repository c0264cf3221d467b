import ArgumentParser
import Testing

@testable import o2c

@Suite struct ParsingTests {
  /// A line of each noun and verb; the parser must take it.
  static let accepted: [String] = [
    "login --endpoint localhost:8443 --cert a.pem --key a.key --ca ca.pem --profile acme",
    "login --endpoint localhost:8444 --api-key-file k --offline",
    "logout", "whoami", "doctor", "verify", "verify I-20 I-21", "version", "version --server",
    "completion zsh", "help filters", "config list", "config get endpoint",
    "config set seller sellers/01m68kvah0e9nv59tdwh9edd1r", "config use acme",
    "api list", "api describe PlaceOrder", "api call GetCaller", "api call GetOrder @f.json --yes",
    "customer create Acme --external-id A1 --street Road --street Back --country DE --terms net-30",
    "customer get ext:A1 -", "customer list --filter state=ACTIVE --sort display_name --all",
    "customer update ext:A1 --terms due --etag x", "customer balance ext:A1 --as-of 2026-11-01",
    "product create CHAI Chai --tax-class REDUCED --no-stocked", "product get CHAI",
    "product list --limit 3", "product update CHAI --display-name Tea",
    "price set CHAI --price 18 --currency EUR --customer ext:A1 --from 2026-01-01",
    "tax set --category S --rate 19 --region DE", "warehouse create MAIN --city Berlin",
    "warehouse list", "stock levels --product CHAI", "stock receive --line CHAI=20 --line CHANG=5",
    "order place --customer ext:A1 --bill-to ext:H1 --payer ext:P1 --line CHAI=12@14.00%5 --allow-backorder --dry-run",
    "order place --from-file f.jsonl --batch 500", "order place --from-file - --stream",
    "order place --customer ext:A1 --replace RMA-2026-000001:CHAI=2",
    "order amend SO-2026-000001 --replace RMA-2026-000001:CHAI=2@5%1",
    "order preview --customer ext:A1 --line CHAI=1", "order get SO-2026-000001",
    "order create --customer ext:A1 --line CHAI=1 --prices-valid-until 2026-12-01",
    "order list --customer ext:A1 --watch", "order list --watch 5", "order confirm -",
    "order cancel SO-2026-000001 --line 1=2 --reason CUSTOMER_REQUEST --yes",
    "order ship SO-2026-000001 --line 1=3 --date 2026-11-02", "order ship --from-file s.csv",
    "order invoice SO-2026-000001 --date 2026-11-02 --draft -y", "order invoice --from-file i.csv",
    "order timeline SO-2026-000001", "order wait - --until paid --for 5",
    "order ship SO-1 --line 1=3 --lot 1=L-7:2 --lot 1=L-8:1", "shipment list --lot L-7 --full",
    "shipment get SH-2026-000001",
    "shipment list --order SO-2026-000001", "credit get ext:A1",
    "credit set-limit ext:A1 --limit 1000 --temporary 2000 --until 2026-12-31",
    "credit release SO-2026-000001 --note ok", "invoice issue -", "invoice get INV-2026-000001",
    "invoice list --filter overdue()",
    "payment record --customer ext:A1 --amount 1190.00 --currency EUR --apply INV-2026-000001=100.00",
    "payment record --from-file p.csv --auto", "payment get PAY-2026-000001", "payment list",
    "payment apply PAY-2026-000001 INV-2026-000001 INV-2026-000002=5",
    "payment unapply PAY-2026-000001 --reason mistake", "receivable items --as-of 2026-11-01",
    "ledger entries", "ledger trial-balance --known-at 2026-11-01T10:00:00Z", "events list",
    "seller get", "seller update --default-warehouse MAIN --iban DE02120300000000202051",
    "principal create Shop --kind PARTNER --role PARTNER --customer ext:A1",
    "principal list --full -o json", "principal suspend Shop --reason left",
    "key create Shop --out k", "key revoke principals/a/apiKeys/b",
    "certificate issue Robot --out d", "certificate revoke abc",
    "customer create Acme --bill-to ext:A --payer ext:B --parent ext:C --account-manager Jo --vat-valid --vat-source VIES --invoice-trigger ON_DELIVERY --invoice-grouping PER_ORDER --invoice-channel PEPPOL --invoice-format UBL --payment-means 58",
    "customer block ext:A1 ext:A2 --scope SHIPMENTS --reason late --yes",
    "customer unblock -", "customer merge ext:A1 ext:A2 --note twice --yes",
    "customer anonymize ext:A1 --reason 2026-11-01", "customer duplicates ext:A1 --min-score 70",
    "customer duplicates --legal-name Acme --vat-id DE136695976 --city Berlin --limit 3",
    "customer history ext:A1 --all --watch", "price set CHAI --discount 5 --currency EUR",
    "price list --product CHAI --customer ext:A1 --on 2026-11-01", "price list --price-group G",
    "price quote --customer ext:A1 --line CHAI=12%5 --discount 2.5%:SEASON --charge FREIGHT=9.90",
    "tax list --region DE", "stock levels --short",
    "stock check --line CHAI=40 --need-by 2026-12-01 --transit-days 2 --days",
    "stock schedule --line CHAI=100 --date 2026-12-01 --reference PO-1",
    "stock receive --receipt stockReceipts/a", "stock move CHAI=20 --from MAIN --to SHOP",
    "stock move CHAI=38 CHANG=2 --to MAIN --counted --reason COUNT --yes",
    "stock move CHAI=3 --from MAIN --force --reason DAMAGED --dry-run",
    "warehouse create SHOP --handling-days 1", "product create A B --lead-time-days 14",
    "shipment deliver SH-2026-000001 --time 2026-11-02T10:00:00Z --recipient Jo",
    "shipment deliver - --lost --yes", "return create SO-2026-000001 --line 1=2:DAMAGED --line 2=1",
    "return get RMA-2026-000001", "return list --order SO-2026-000001 --filter state=REQUESTED",
    "return authorize RMA-2026-000001 --note ok", "return reject - --reason used",
    "return receive RMA-2026-000001 --line 1=1:RESTOCK --line 1=1:SCRAP --warehouse MAIN",
    "order preview --customer ext:A1 --line CHAI=1 --discount 10.00 --ship-complete --priority 5",
    "order place --customer ext:A1 --line CHAI=1 --preview-token abc",
    "order create --customer ext:A1 --line CHAI=1 --reserve-until 2026-12-01T00:00:00Z",
    "order show SO-2026-000001 --watch 5", "order update SO-2026-000001 --line CHAI=2 --terms due",
    "order amend SO-2026-000001 --line 1=12 --price 1=14.5 --promise 2=2026-12-01 --add CHANG=3",
    "order amend SO-2026-000001 --discount 1=5%:SEASON --no-discount 2 --reason wish --dry-run",
    "order hold SO-2026-000001 --reason ADDRESS", "order release - --note ok",
    "order duplicate SO-2026-000001 -o json", "order revisions SO-2026-000001",
    "credit reviews --customer ext:A1 --watch 30", "credit explain SO-2026-000001 --ship",
    "credit check ext:A1 --amount 2500.00", "credit list --filter blocked=true",
    "credit update ext:A1 --group ext:G --block fraud --insured 5000 --external-rating 70",
    "credit update ext:A1 --no-group --unblock --review 2027-01-01 --agreed-terms net-30",
    "policy create p.json --from 2026-12-01 --note stricter", "policy list --kind CREDIT",
    "policy replay policies/a --from 2026-10-01 --to 2026-10-31", "approval list --decided",
    "approval grant approvals/a --note ok --yes", "approval deny - -y",
    "export orders --out o.csv --filter state=CONFIRMED", "export open-items -o jsonl",
    "seller update --minimum-order 50 --transit-days 2 --no-protect-backorders",
    "import customers f.csv --map external_id=id,display_name=name --set currency_code=EUR",
    "import orders o.csv l.csv --lines-key order_id --request-id @id --skip-bad-rows",
  ]

  @Test("every noun and verb is taken", arguments: accepted)
  func accepts(line: String) throws {
    let arguments = GlobalFlags.behindCommand(line.split(separator: " ").map(String.init))
    let command = try O2C.parseAsRoot(arguments)
    #expect(arguments.prefix(2).contains(type(of: command)._commandName))
    #expect(type(of: command).configuration.subcommands.isEmpty)
  }

  @Test(
    "what makes no sense is refused before anything is sent",
    arguments: [
      "order ship", "order wait SO-1", "order wait SO-1 --until late",
      "order wait SO-1 --until PAID --for 0", "order invoice", "order ship SO-1 --from-file f",
      "order place --stream",
      "order place --from-file f --customer ext:A1", "order place --from-file f --batch 501",
      "order place --customer ext:A1 --line CHAI", "order place --customer ext:A1 --line =3",
      "order ship SO-1 --line 1", "order ship SO-1 --date 2026-02-30",
      "order place --customer ext:A1 --replace CHAI=2", "order amend SO-1 --replace RMA-1:CHAI",
      "order place --from-file f --replace RMA-1:CHAI=1",
      "order ship SO-1 --lot 1=L-7:2", "order ship SO-1 --line 1=2 --lot 1=L-7",
      "order list --limit 0",
      "price set CHAI --price 1 --currency EUR --customer ext:A --price-group G",
      "credit set-limit ext:A1 --limit 1 --temporary 2", "payment record --amount 1",
      "payment record --from-file f --amount 1", "login --cert a.pem",
      "login --api-key-file k --cert a --key b", "import orders a b --lines c --lines-key k",
      "import customers a b --lines-key k", "import orders a b", "order list -o xml",
      "order list --timeout 0", "order place --request-id nonsense", "nonsense",
      "stock receive --line CHAI=abc", "stock receive", "stock move CHAI=1", "stock move --to MAIN",
      "stock move CHAI=1 --from MAIN --counted", "stock schedule --line CHAI=1",
      "price set CHAI --currency EUR", "price set CHAI --currency EUR --price 1 --discount 5",
      "price quote --customer ext:A1 --line CHAI=1@5", "customer merge ext:A1",
      "customer anonymize ext:A1", "customer block ext:A1", "customer duplicates",
      "customer duplicates ext:A1 --legal-name Acme", "customer duplicates ext:A1 --min-score 0",
      "order amend SO-1",
      "order amend SO-1 --line 1",
      "order hold SO-1", "order show SO-1 --watch 0", "return reject RMA-1",
      "return create SO-1", "return create SO-1 --line 1=2:",
      "shipment deliver SH-1 --lost --recipient A",
      "credit update ext:A1 --group ext:G --no-group", "credit update ext:A1 --block a --unblock",
      "policy replay policies/a", "export orders -o name",
      "order place --from-file f --preview-token t",
    ])
  func refuses(line: String) {
    let arguments = line.split(separator: " ").map(String.init)
    #expect(throws: (any Error).self) { try O2C.parseAsRoot(arguments) }
  }

  @Test(
    "global flags may stand before the noun",
    arguments: [
      ("--profile acme order list", "order list --profile acme"),
      ("--profile=acme -o json order list --all", "order list --all --profile=acme -o json"),
      ("--no-color order get - --", "order get - --no-color --"),
      ("order list --profile acme", "order list --profile acme"),
      ("--help", "--help"),
    ])
  func hoists(line: String, expected: String) {
    let arguments = line.split(separator: " ").map(String.init)
    #expect(GlobalFlags.behindCommand(arguments).joined(separator: " ") == expected)
  }

  @Test("a wrong command line ends with 64, help with 0")
  func statuses() async {
    #expect(await Entry.run(["order", "ship"]) == .usage)
    #expect(await Entry.run(["nonsense"]) == .usage)
    #expect(await Entry.run(["help", "nonsense"]) == .usage)
  }

  @Test("each command of the tree has an abstract")
  func abstracts() {
    func check(_ command: any ParsableCommand.Type) {
      #expect(!command.configuration.abstract.isEmpty, "\(command)")
      for inner in command.configuration.subcommands { check(inner) }
      for group in command.configuration.groupedSubcommands {
        for inner in group.subcommands { check(inner) }
      }
    }
    check(O2C.self)
  }
}
