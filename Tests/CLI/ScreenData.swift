import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

@testable import o2c

/// Orders, decisions and stock as the screens show them.
enum ScreenData {
  static let now = TimeText.time("2026-11-22T09:00:00Z") ?? Timestamp()
  static let customer = "customers/01m68kvah0e9nv59tdwh9edd2s"
  static let warehouse = "warehouses/01m68kvah0e9nv59tdwh9edd5w"
  static let labels = Labels(
    byName: [customer: "Nordwind Handel GmbH", warehouse: "MAIN"],
    wordsByName: [customer: "ext:C-1001"])

  static func money(_ units: Int64) -> Money {
    .with {
      $0.minorUnits = units
      $0.currencyCode = "EUR"
    }
  }

  static func day(_ text: String) -> CivilDate { DayText.day(text) ?? CivilDate() }
  static func time(_ text: String) -> Timestamp { TimeText.time(text) ?? Timestamp() }

  /// The worked example of the limit: E 10,300 against L 10,000, an item 41 days late.
  static let denied: CreditDecision = .with {
    $0.result = .denied
    $0.policyVersion = 1
    $0.decideTime = time("2026-11-19T08:30:00Z")
    $0.exposure = money(1_030_000)
    $0.limit = money(1_000_000)
    $0.headroom = money(-30_000)
    $0.passesIf = money(31_240)
    $0.parts.orders = money(400_000)
    $0.parts.unbilledShipments = money(40_000)
    $0.parts.openItems = money(620_000)
    $0.parts.unapplied = money(30_000)
    $0.counterfactuals = [
      "if the order were reduced by 300.00 EUR", "if the limit were raised to 10,300.00 EUR",
    ]
    $0.rules = [
      rule("BLOCKED", true), rule("LIMIT", false, "EUR 10000.00", "EUR 10300.00"),
      rule("OVERDUE_DAYS", false, "30", "41"), rule("OVERDUE_SHARE", true, "25%", "8%"),
      rule("TERMS", true, "net 30", "net 30"),
    ]
  }

  private static func rule(
    _ name: String, _ passed: Bool, _ threshold: String = "", _ value: String = ""
  ) -> CreditDecision.Rule {
    .with {
      $0.rule = name
      $0.passed = passed
      $0.threshold = threshold
      $0.value = value
    }
  }

  /// Confirmed, shipped in part, with a line that waits, then held by credit.
  static let held: Order = .with {
    $0.name = "orders/01m68kvah0e9nv59tdwh9edd1r"
    $0.orderNumber = "SO-2026-000123"
    $0.revision = 2
    $0.purchaseOrderReference = "4711"
    $0.customer = customer
    $0.orderDate = day("2026-11-18")
    $0.requestedDate = day("2026-12-01")
    $0.promisedDate = day("2026-12-04")
    $0.paymentTerms = "net 30"
    $0.state = .onHold
    $0.fulfillmentState = .partlyFulfilled
    $0.billingState = .partlyBilled
    $0.paymentState = .unpaid
    $0.shipTo.streetLines = ["Am Kai 7"]
    $0.shipTo.postalCode = "20457"
    $0.shipTo.city = "Hamburg"
    $0.shipTo.countryCode = "DE"
    $0.holds = [
      .with {
        $0.kind = .credit
        $0.reason = "LIMIT"
        $0.sinceTime = time("2026-11-19T08:30:00Z")
      },
      .with {
        $0.kind = .manual
        $0.reason = "ADDRESS"
        $0.note = "the gate number is missing"
        $0.actor = "principals/a"
        $0.sinceTime = time("2026-11-20T10:00:00Z")
      },
    ]
    $0.lines = [
      line("1", "DESK-OAK", "Desk, oak", ordered: "12", open: "5", reserved: "2", waiting: "3") {
        $0.shippedQuantity = "7"
        $0.invoicedQuantity = "4"
        $0.toBillQuantity = "3"
        $0.unitPrice = "499"
        $0.priceSource = .customer
        $0.netAmount = money(598_800)
        $0.promisedDate = day("2026-12-04")
        $0.shipByDate = day("2026-11-26")
      },
      line("2", "CHAIR-ERGO", "Chair", ordered: "4", open: "4", reserved: "4", waiting: "0") {
        $0.unitPrice = "189.5"
        $0.priceSource = .general
        $0.netAmount = money(75_800)
        $0.promisedDate = day("2026-11-24")
        $0.shipByDate = day("2026-11-27")
      },
    ]
    $0.discounts = [
      .with {
        $0.percent = "5"
        $0.reasonCode = "SEASON"
        $0.takenOff = money(33_730)
      }
    ]
    $0.charges = [
      .with {
        $0.kind = .freight
        $0.netAmount = money(4_900)
        $0.taxRatePercent = "19"
      }
    ]
    $0.totals.linesNet = money(674_600)
    $0.totals.discounts = money(33_730)
    $0.totals.charges = money(4_900)
    $0.totals.net = money(645_770)
    $0.totals.tax = money(122_696)
    $0.totals.gross = money(768_466)
    $0.totals.taxes = [
      .with {
        $0.categoryCode = "S"
        $0.ratePercent = "19"
        $0.base = money(645_770)
        $0.tax = money(122_696)
      }
    ]
    $0.credit = denied
    $0.etag = "e7"
  }

  private static func line(
    _ id: String, _ sku: String, _ text: String, ordered: String, open: String,
    reserved: String, waiting: String, _ more: (inout OrderLine) -> Void
  ) -> OrderLine {
    var line = OrderLine()
    line.lineID = id
    line.sku = sku
    line.description_p = text
    line.quantity = ordered
    line.unitCode = "C62"
    line.openQuantity = open
    line.reservedQuantity = reserved
    line.backorderedQuantity = waiting
    more(&line)
    return line
  }

  /// Three orders that credit holds: one must leave soon, one may wait, one names no date.
  static let reviews: [Order] = [
    held,
    review("2", "SO-2026-000128", shipBy: "2026-12-11", over: 0, since: "2026-11-21T20:00:00Z"),
    review("1", "SO-2026-000130", shipBy: nil, over: 100_000, since: "2026-11-22T08:15:00Z"),
  ]

  private static func review(
    _ id: String, _ number: String, shipBy: String?, over: Int64, since: String
  ) -> Order {
    .with {
      $0.name = "orders/\(id)"
      $0.orderNumber = number
      $0.customer = customer
      $0.state = .onHold
      $0.holds = [
        .with {
          $0.kind = .credit
          $0.reason = "OVERDUE_SHARE"
          $0.sinceTime = time(since)
        }
      ]
      $0.lines = [
        line("1", "LAMP-LED", "Lamp", ordered: "1", open: "1", reserved: "1", waiting: "0") {
          if let shipBy { $0.shipByDate = day(shipBy) }
        }
      ]
      $0.totals.gross = money(250_000)
      $0.credit.result = .denied
      $0.credit.limit = money(1_000_000)
      $0.credit.exposure = money(1_000_000 + over)
      $0.credit.rules = [rule("OVERDUE_SHARE", false, "25%", "37.5%")]
      $0.credit.passesIf = money(133_334)
    }
  }

  static let levels: [StockLevel] = [
    level("DESK-OAK", "40", "25", "15", "22", "50"), level("CHAIR-ERGO", "8", "8", "0", "", ""),
  ]

  private static func level(
    _ sku: String, _ onHand: String, _ reserved: String, _ available: String,
    _ backordered: String, _ incoming: String
  ) -> StockLevel {
    .with {
      $0.sku = sku
      $0.product = "products/01m68kvah0e9nv59tdwh9edd9z"
      $0.warehouse = warehouse
      $0.onHand = onHand
      $0.reserved = reserved
      $0.available = available
      $0.backordered = backordered
      $0.incoming = incoming
    }
  }

  static let goodsReturn: Return = .with {
    $0.name = "returns/01m68kvah0e9nv59tdwh9edd8y"
    $0.rmaNumber = "RMA-2026-000007"
    $0.order = held.name
    $0.customer = customer
    $0.state = .authorized
    $0.note = "scratched"
    $0.validUntilTime = time("2026-12-20T09:00:00Z")
    $0.createTime = time("2026-11-20T09:00:00Z")
    $0.lines = [
      .with {
        $0.lineID = "1"
        $0.quantity = "2"
        $0.reasonCode = "DAMAGED"
        $0.disposition = .scrap
        $0.netAmount = money(99_800)
        $0.replacedQuantity = "1"
      }
    ]
  }
}
