/// What to do next, by the reason of an error. Data, so that the help page can show it.
enum Hints {
  /// The hint for a reason; nil where the message says all there is to say.
  static func hint(for reason: String, metadata: [String: String] = [:]) -> String? {
    guard let text = byReason[reason] else { return nil }
    return filled(text, from: metadata)
  }

  /// Replaces `{key}` by the error's metadata, or by the key where the error does not say.
  private static func filled(_ text: String, from metadata: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let key = String(rest[rest.index(after: open)..<close])
      result += metadata[key] ?? key.uppercased()
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  static let byReason: [String: String] = [
    "CONFIGURATION_INVALID":
      "`o2c login` keeps where the server is and who you are; `o2cd dev` prints the O2C_CONFIG of its own",
    "CREDENTIALS_MISSING": "run `o2c login`, or name a profile with --profile",
    "CREDENTIALS_INVALID": "check the key file or the certificate of the profile: `o2c doctor`",
    "CREDENTIALS_EXPIRED":
      "renew it: `o2c certificate issue PRINCIPAL --out DIR`, or `o2c key create PRINCIPAL`",
    "CREDENTIALS_REVOKED": "ask an administrator for a new key or certificate, then `o2c login`",
    "PERMISSION_MISSING": "ask for a role with {permission}; `o2c whoami` shows what you may do",
    "SELLER_NOT_ALLOWED": "name another seller with --seller; `o2c whoami` lists yours",
    "SELLER_REQUIRED": "add --seller sellers/…, or `o2c config set seller sellers/…`",
    "AUTHORITY_EXCEEDED":
      "someone with more authority for it has to do it; `o2c whoami` shows yours",
    "FOUR_EYES_REQUIRED": "whoever asked for it cannot decide on it: another person has to",
    "INVALID_FIELDS":
      "correct every field named above; `o2c api describe METHOD` says what they take",
    "ETAG_REQUIRED": "read it first and send its etag with --etag",
    "ETAG_MISMATCH": "someone changed it meanwhile: read it again, then repeat with the new etag",
    "DEADLINE_INVALID": "give a --timeout between 1 and 120 seconds",
    "REQUEST_ID_INVALID":
      "leave --request-id out, or give a UUIDv7; if it is one, check your clock",
    "REQUEST_ID_EXPIRED":
      "the id is older than 14 days: look whether it was done, then use a new one",
    "REQUEST_ID_REUSED":
      "the id stands for another request, or for this one with an etag that was read before: look whether it was done, then leave --request-id out",
    "PAGE_TOKEN_INVALID": "start the list again",
    "PAGE_TOKEN_EXPIRED": "start the list again",
    "PAGE_TOKEN_MISMATCH": "start the list again",
    "FILTER_INVALID": "`o2c help filters` shows the syntax, `o2c api describe TYPE` the fields",
    "ORDER_BY_INVALID": "`o2c api describe TYPE` names the keys that sort, such as `due_date desc`",
    "FILE_FORMAT_UNKNOWN":
      "the file must be CSV with a row of headings, or JSON lines: `o2c help import`",
    "FILE_CORRUPT": "the file changed while it was sent, or is cut: send it again",
    "RESOURCE_NOT_FOUND": "list what is there: `o2c NOUN list`",
    "RESOURCE_EXISTS": "use the one that is there: {existing}",
    "EXTERNAL_ID_EXISTS": "use the one that is there: {existing}",
    "INVALID_STATE_TRANSITION": "it is {currentState}: read it with `get` before you go on",
    "RESOURCE_IN_USE": "it is used by {usedBy}",
    "CUSTOMER_BLOCKED":
      "`o2c customer get {customer}` says why; `o2c customer unblock {customer}` ends it",
    "ORDER_ON_HOLD":
      "`o2c order show` says what holds it: `o2c credit release` for CREDIT, `o2c order release` for MANUAL",
    "CREDIT_HOLD":
      "take a payment, raise the limit (`o2c credit set-limit {customer} --limit …`), or leave --fail-on-hold out; `o2c credit check {customer}` says more",
    "INSUFFICIENT_STOCK":
      "order less, add --allow-backorder, or `o2c stock receive --line SKU=QUANTITY`",
    "PRODUCT_NOT_SELLABLE": "check the product's sellable dates: `o2c product get {product}`",
    "PRICE_MISSING":
      "set one: `o2c price set SKU --price … --currency …`, or give it with the line: SKU=QUANTITY@PRICE",
    "PRICE_EXPIRED":
      "`o2c order duplicate {resource}` makes a draft with today's prices, or give it more time: `o2c order update --prices-valid-until …`",
    "PRICE_OVERLAP":
      "two rows say different prices for the same days and quantities: end the old one first, `o2c price list --product …` shows it",
    "MINIMUM_ORDER_VALUE":
      "order more; `o2c seller get` shows the smallest order",
    "BELOW_SHIPPED":
      "what was shipped or cancelled stays on the line: `o2c order show` has the quantities; goods come back with `o2c return create`",
    "LINE_INVOICED":
      "an invoiced line keeps its price: cancel its rest (`o2c order cancel --line …`) and add a line with `order amend --add SKU=QUANTITY@PRICE`",
    "OVER_RETURN":
      "at most what was shipped and is not coming back already: `o2c order show`, `o2c return list --order …`; replaced is at most what comes back: `o2c return get`",
    "RETURN_WINDOW_CLOSED":
      "the time to send it back is over: someone who decides on returns can still create it",
    "DISCOUNT_NOT_ALLOWED":
      "leave price and discount to the price list, or hand it to someone with authority",
    "TAX_NOT_DETERMINED": "set a rule: `o2c tax set --category S --rate … --region …`",
    "TOTAL_CHANGED":
      "old and new are above: look again (`o2c order preview`) and place it with the new token or total",
    "ORDER_EMPTY": "add lines: --line SKU=QUANTITY",
    "NOTHING_TO_CANCEL": "nothing is open any more",
    "NOTHING_TO_SHIP":
      "nothing is reserved: `o2c order get {resource}` and `o2c stock levels` say why",
    "OVER_SHIPMENT":
      "ship at most what is open of the line, and its tolerance: `o2c order get`",
    "NOTHING_TO_INVOICE": "ship first: `o2c order ship`; what was shipped is invoiced already",
    "SELLER_DATA_INCOMPLETE": "complete the seller: `o2c seller update`",
    "BUYER_DATA_INCOMPLETE": "complete the customer: `o2c customer update`",
    "EINVOICE_INVALID": "the violations name what EN 16931 asks for; order other categories apart",
    "DATE_OUT_OF_SEQUENCE": "the last invoice of the series is later: take its date or a later one",
    "EXCHANGE_RATE_MISSING": "use the seller's currency",
    "OVER_APPLICATION": "apply less: `o2c payment get` shows what is unapplied",
    "ITEM_OVERPAID": "apply less: `o2c receivable items` shows what is open",
    "REQUEST_IN_PROGRESS":
      "the same request is running: wait, then repeat it with the same --request-id",
    "TRANSACTION_CONFLICT": "repeat it with the same --request-id",
    "RATE_LIMITED": "wait a little, then repeat it with the same --request-id",
    "OVERLOADED": "wait a little, then repeat it with the same --request-id",
    "DATABASE_UNAVAILABLE":
      "the server has lost its database: repeat it with the same --request-id",
    "DRAINING": "the server is stopping: repeat it with the same --request-id",
    "DEPENDENCY_UNAVAILABLE": "repeat it with the same --request-id",
    "OUTCOME_UNKNOWN": "repeat it with the same --request-id: the answer tells what happened",
    "DEADLINE_EXCEEDED": "repeat it with the same --request-id and a longer --timeout",
    "INTERNAL_ERROR": "report the call id to those who run the server",
    "INVARIANT_VIOLATED": "report the call id to those who run the server",
  ]

  /// The hint for a gRPC code, where the error carries no reason.
  static func hint(forCode code: String) -> String? {
    switch code {
    case "UNAVAILABLE": "is the server running and the endpoint right? `o2c doctor` looks closer"
    case "UNIMPLEMENTED": "the server does not know the method: compare `o2c version --server`"
    case "DEADLINE_EXCEEDED": "give it more time with --timeout"
    default: nil
    }
  }
}
