/// A page of help that belongs to no single command.
struct HelpTopic: Sendable {
  let name: String
  let summary: String
  let text: String

  static let all = [
    names, filters, output, requests, money, quotes, creditDesk, stockDesk, returning, policies,
    importing, configuration, exitCodes, reasons,
  ]

  static let names = HelpTopic(
    name: "names", summary: "How resources are named on the command line.",
    text: """
      Wherever a resource is meant you may give
        orders/01m68kvah0e9nv59tdwh9edd1r   its name, or its id alone
        SO-2026-000123    its number: SO- orders, SH- shipments, INV- invoices,
                          PAY- payments, RMA- returns
        ext:PO-77812      its key in another system: customers, orders, payments
        CHAI              products by article number, warehouses by code, customers
                          and principals by display name
        -                 names from the input, one a line; all go over one
                          connection, several at once
      `-o name` prints what - takes:
        o2c order list --filter 'state = DRAFT' -o name | o2c order confirm -
      """)

  static let filters = HelpTopic(
    name: "filters", summary: "The syntax of --filter and --sort.",
    text: """
      field = "text"          != < <= > >= as well; "abc*" is a prefix
      due_date < "2026-11-01" dates and RFC 3339 times in quotes
      state = ON_HOLD         values of enums as they are
      holds.kind : CREDIT     membership in a repeated field; : "*" is presence
      overdue()               invoices and open items past their due date
      a AND b, a OR b, NOT a  AND and OR mix only with parentheses
      At most 20 restrictions in 2 KiB. `o2c api describe Order` names the fields that
      may stand in a filter and those that sort. --sort takes them with commas, desc
      allowed: "due_date, name desc".
      """)

  static let output = HelpTopic(
    name: "output", summary: "The formats of -o.",
    text: """
      table  aligned, for people; may change
      json   proto3 JSON; a list is an array. Amounts are in minor units:
             119000 EUR is 1,190.00.
      jsonl  the same, a resource a line
      csv    the columns of the table; amounts are decimals, their currency is the
             next column
      name   names only, as - takes them
      On a terminal, columns that do not fit are left out, the least important first;
      csv has them all. Tables show what people call a customer, a warehouse or an
      order; the other formats its name. Data go to the output; progress, questions
      and errors to the error stream. With json and jsonl an error is one JSON object.
      Colours: none when not a terminal, with NO_COLOR or --no-color.
      """)

  static let requests = HelpTopic(
    name: "requests", summary: "Repeating a command safely.",
    text: """
      Every change carries a request id (UUIDv7). The server acts once on it, however
      often it comes; a repeat gets the first answer. o2c makes one for each command;
      when the outcome of a call is unknown, the error shows it. Repeat the command
      with --request-id to learn what happened. --request-id @FILE keeps the id in a
      file: it is made before anything is sent, and used again when the command is run
      again. A command that does many things derives an id for each of them. Ids are
      good for 14 days. --dry-run decides without any effect.
      """)

  static let money = HelpTopic(
    name: "money", summary: "Amounts, prices, quantities, dates.",
    text: """
      Amounts are decimals with the digits of their currency: 1190.00 EUR, 500 JPY,
      1.234 KWD. Prices, quantities and percents are decimals with at most 6 digits
      after the point. Dates are 2026-11-01, in the seller's time zone; instants are
      RFC 3339.
      Order lines     SKU=QUANTITY[@PRICE][%DISCOUNT]: --line CHAI=12@14.00%5
      Off the whole   --discount 5%:SEASON or --discount 10.00
      Beside lines    --charge FREIGHT=9.90
      Lines that are there, by their id:
        o2c order amend SO-1 --line 1=12 --price 1=14.00 --promise 1=2026-12-01
      """)

  static let quotes = HelpTopic(
    name: "quotes", summary: "Offers, previews, orders, changes.",
    text: """
      o2c price quote     what products cost a customer; promises nothing
      o2c order preview   what an order would come to: price, tax, stock, dates,
                          credit. Its token, given to `order place --preview-token`,
                          places it only if nothing has moved
      o2c order create --prices-valid-until DATE   an offer: its prices hold
      o2c order update    changes the draft;  o2c order confirm   accepts it
      o2c order amend     changes what was placed; o2c order revisions has each
      o2c order show      one screen: lines, dates, holds, credit, totals, what to
                          do next
      o2c order wait ORDER --until PAID   for scripts: exit 8 where time is up
      o2c order hold, release   by hand
      o2c order duplicate       a new draft of the same lines, at today's prices
      """)

  static let creditDesk = HelpTopic(
    name: "credit", summary: "The credit desk: reviews, reasons, releases, limits.",
    text: """
      o2c credit reviews          orders that credit holds, the first to leave on top;
                                  --watch 30
      o2c credit explain ORDER    each rule with what is allowed and found, the parts
                                  of exposure, and what would let it pass
      o2c credit release ORDER    against the rules, within your authority
      o2c order cancel ORDER      to refuse it
      o2c credit check CUSTOMER --amount 2500.00   before there is an order
      o2c credit get, list, set-limit, update      the accounts
      An order is freed by itself once it passes: a payment, a credit note, a higher
      limit. What is beyond your authority waits for another person: o2c approval
      list, grant, deny.
      """)

  static let stockDesk = HelpTopic(
    name: "stock", summary: "Stock: levels, dates, receipts, moves.",
    text: """
      o2c stock levels --short                      what orders wait for
      o2c stock check --line CHAI=40 --days         what can be promised, day by day
      o2c stock schedule --line CHAI=100 --date D   goods to come: promises count them
      o2c stock receive --receipt NAME              they are here; what waits is first
      o2c stock move CHAI=20 --from MAIN --to SHOP  a transfer; --to alone adds,
                                                    --from alone takes away
      o2c stock move CHAI=38 --to MAIN --counted    what was counted
      """)

  static let returning = HelpTopic(
    name: "returns", summary: "Goods that come back.",
    text: """
      o2c return create SO-2026-000123 --line 1=2:DAMAGED
          asks; the number RMA-… goes on the parcel
      o2c return authorize RMA-2026-000001
          allows it for 30 days; or `return reject`
      o2c return receive RMA-2026-000001 --line 1=1:SCRAP
          it is here: RESTOCK, SCRAP or REPAIR; a line may be named for each
      o2c order place --customer ext:A1 --replace RMA-2026-000001:CHAI=2
          others in their place, at their price; also `order amend`
      What is restocked serves waiting orders first. Without --line all of it is
      accepted; with it, what is not named or beyond the quantity is not.

      o2c shipment list --lot L-2026-07             a recall: where a lot went, if
      o2c order ship … --line 1=5 --lot 1=L-2026-07:5   that was said
      """)

  static let policies = HelpTopic(
    name: "policies", summary: "Files of `o2c policy create`.",
    text: """
      {"kind": "CREDIT",
       "credit": {"overdueDays": 45, "limitTolerancePercent": "5"},
       "testCases": [
         {"displayName": "5 % above the limit passes",
          "credit": {"orders": {"minorUnits": "1050000", "currencyCode": "EUR"},
                     "limit": {"minorUnits": "1000000", "currencyCode": "EUR"}}},
         {"displayName": "46 days late is denied",
          "credit": {"oldestOverdueDays": 46,
                     "limit": {"minorUnits": "1000000", "currencyCode": "EUR"}},
          "failedRules": ["OVERDUE_DAYS"]}]}
      {"kind": "PRICING",
       "pricing": {"lineDiscountPercent": "10", "lineDiscountMaximumPercent": "25"},
       "testCases": [
         {"displayName": "a clerk gives no 12 %",
          "pricing": {"lineDiscounts": [{"percent": "12"}]},
          "failedRules": ["LINE_PERCENT"]}]}
      What is left out is as in the rules that ship. Every test case must pass:
      --dry-run runs them.
      Another person starts it: o2c approval grant. What it would have changed:
        o2c policy replay policies/… --from 2026-10-01
      `o2c api describe CreditRules` and PricingRules name all rules.
      """)

  static let importing = HelpTopic(
    name: "import", summary: "Files from other systems.",
    text: """
      o2c import customers FILE --map external_id=number --map display_name=name
      o2c import products|prices|stock|orders FILE

      CSV has a row of headings; a file named .jsonl has a JSON object a line. --map
      FIELD=COLUMN says which column feeds which field, for columns that are not named
      after it; --set FIELD=VALUE is the same for all rows. Fields are those of the
      API: party.address.city, unit_price.
      Orders in two files: --lines LINES.csv --lines-key COLUMN joins the lines to the
      rows of the first file whose column --key (default: the same name) is equal;
      fields of lines start with `lines.`, as in --map lines.sku=product_id. A
      fraction becomes a percent with COLUMN*100.
      Bad rows are shown with line, key and reason. Without --skip-bad-rows a file
      with one of wrong shape is not imported at all. A broken import is resumed by
      the same command with its --request-id. Exit 9: some rows are not in.
      Open items are not imported: they come from invoices.
      """)

  static let configuration = HelpTopic(
    name: "config", summary: "Profiles, environment, files.",
    text: """
      The file is $O2C_CONFIG, or $XDG_CONFIG_HOME/o2c/config.toml, or
      ~/.config/o2c/config.toml; only you may read it (mode 0600). A flag counts
      before the environment, that before the file:
        O2C_PROFILE O2C_ENDPOINT O2C_CA O2C_CERT O2C_KEY O2C_API_KEY_FILE O2C_SELLER
        O2C_SERVER_NAME
      Secrets are never given as flags: they lie in files, or are asked for
      (`o2c login`).
      """)

  static let exitCodes = HelpTopic(
    name: "exit-codes", summary: "What the process ends with.",
    text: EndStatus.allCases.map { status in
      let number = String(status.rawValue)
      return String(repeating: " ", count: 3 - number.count) + number + "  " + status.meaning
    }.joined(separator: "\n"))

  static let reasons = HelpTopic(
    name: "errors", summary: "The reasons of errors, and what to do.",
    text: Hints.byReason.keys.sorted()
      .map { "\($0)\n  \(Hints.hint(for: $0) ?? "")" }.joined(separator: "\n"))
}
