import Domain
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

/// A request, and the violations that it must have: path and reason, all of them.
struct FieldCase: Sendable, CustomTestStringConvertible {
  let what: String
  let message: any Message & Sendable
  let expected: [String]

  init(_ what: String, _ message: any Message & Sendable, _ expected: String...) {
    self.what = what
    self.message = message
    self.expected = expected
  }

  var testDescription: String { what }

  var found: [String] {
    MessageValidator.violations(of: message).map { "\($0.field) \($0.reason.rawValue)" }
  }
}

@Suite("Requests against the rules of their fields")
struct FieldRuleTests {
  static let id = "01m68kvah0e9nv59tdwh9edd1r"

  static func order(
    _ change: (inout O2c_V1_PlaceOrderRequest) -> Void = { _ in }
  ) -> O2c_V1_PlaceOrderRequest {
    var request = O2c_V1_PlaceOrderRequest.with {
      $0.order.customer = "customers/\(id)"
      $0.order.lines = [
        .with {
          $0.sku = "A-1"
          $0.quantity = "2"
        }
      ]
    }
    change(&request)
    return request
  }

  static func customer(
    _ change: (inout O2c_V1_Customer) -> Void = { _ in }
  ) -> O2c_V1_CreateCustomerRequest {
    .with {
      $0.customer.displayName = "Smith"
      $0.customer.party.legalName = "Smith Ltd"
      change(&$0.customer)
    }
  }

  static let orders: [FieldCase] = [
    FieldCase("a sound order", order()),
    FieldCase("an empty request", O2c_V1_PlaceOrderRequest(), "order FIELD_REQUIRED"),
    FieldCase("no customer", order { $0.order.customer = "" }, "order.customer FIELD_REQUIRED"),
    FieldCase(
      "no quantity", order { $0.order.lines[0].quantity = "" },
      "order.lines[0].quantity FIELD_REQUIRED"),
    FieldCase(
      "a quantity of zero", order { $0.order.lines[0].quantity = "0" },
      "order.lines[0].quantity FIELD_OUT_OF_RANGE"),
    FieldCase(
      "a negative quantity", order { $0.order.lines[0].quantity = "-1" },
      "order.lines[0].quantity FIELD_OUT_OF_RANGE"),
    FieldCase(
      "seven fraction digits", order { $0.order.lines[0].quantity = "1.0000001" },
      "order.lines[0].quantity FIELD_INVALID"),
    FieldCase(
      "an exponent", order { $0.order.lines[0].quantity = "1e3" },
      "order.lines[0].quantity FIELD_INVALID"),
    FieldCase(
      "more digits than a number has",
      order { $0.order.lines[0].quantity = "123456789012345678901234" },
      "order.lines[0].quantity FIELD_INVALID"),
    FieldCase(
      "a decimal that is too long",
      order { $0.order.lines[0].quantity = String(repeating: "0", count: 25) },
      "order.lines[0].quantity FIELD_OUT_OF_RANGE"),
    FieldCase(
      "a negative price and a discount over 100",
      order {
        $0.order.lines[0].unitPrice = "-0.01"
        $0.order.lines[0].discountPercent = "100.5"
      },
      "order.lines[0].unit_price FIELD_OUT_OF_RANGE",
      "order.lines[0].discount_percent FIELD_OUT_OF_RANGE"),
    FieldCase("a discount of zero", order { $0.order.lines[0].discountPercent = "0" }),
    FieldCase(
      "a name of another kind", order { $0.order.customer = "products/\(id)" },
      "order.customer IDENTIFIER_INVALID"),
    FieldCase(
      "a name with a short id", order { $0.order.customer = "customers/01m68" },
      "order.customer IDENTIFIER_INVALID"),
    FieldCase(
      "a name beyond 128 bits",
      order { $0.order.customer = "customers/8" + id.dropFirst() },
      "order.customer IDENTIFIER_INVALID"),
    FieldCase(
      "a dash where one thing is meant", order { $0.order.customer = "customers/-" },
      "order.customer IDENTIFIER_INVALID"),
    FieldCase(
      "what only the server sets, in any state",
      order {
        $0.order.name = "whatever"
        $0.order.orderNumber = String(repeating: "x", count: 500)
        $0.order.state = .UNRECOGNIZED(77)
        $0.order.totals.net.currencyCode = "nonsense"
        $0.order.lines[0].netAmount.currencyCode = "nonsense"
      }),
    FieldCase(
      "an unknown view", order { $0.view = .UNRECOGNIZED(9) }, "view FIELD_INVALID"),
    FieldCase(
      "too many lines",
      order { $0.order.lines = Array(repeating: $0.order.lines[0], count: 501) },
      "order.lines FIELD_OUT_OF_RANGE"),
    FieldCase(
      "a date that never was",
      order {
        $0.order.requestedDate.year = 2026
        $0.order.requestedDate.month = 2
        $0.order.requestedDate.day = 30
      }, "order.requested_date FIELD_INVALID"),
    FieldCase(
      "a time beyond the calendar",
      order { $0.order.priceValidUntilTime.seconds = .max },
      "order.price_valid_until_time FIELD_INVALID"),
    FieldCase(
      "money in no currency", order { $0.expectedTotal.minorUnits = 1 },
      "expected_total.currency_code FIELD_REQUIRED"),
    FieldCase(
      "money of 16 digits",
      order {
        $0.expectedTotal.minorUnits = 1_000_000_000_000_000
        $0.expectedTotal.currencyCode = "EUR"
      }, "expected_total.minor_units FIELD_OUT_OF_RANGE"),
    FieldCase(
      "money in a currency that is none",
      order {
        $0.expectedTotal.minorUnits = 1
        $0.expectedTotal.currencyCode = "XXX"
      }, "expected_total.currency_code FIELD_INVALID"),
    FieldCase(
      "every fault at once",
      order {
        $0.order.customer = "x"
        $0.order.lines.append(.with { $0.quantity = "0" })
        $0.order.paymentTerms = "soon"
        $0.order.shipTo.city = "Paris"
      },
      "order.customer IDENTIFIER_INVALID", "order.ship_to.country_code FIELD_REQUIRED",
      "order.payment_terms FIELD_INVALID", "order.lines[1].quantity FIELD_OUT_OF_RANGE"),
  ]

  static let texts: [FieldCase] = [
    FieldCase(
      "129 characters", customer { $0.displayName = String(repeating: "a", count: 129) },
      "customer.display_name FIELD_OUT_OF_RANGE"),
    FieldCase(
      "128 characters of two bytes each",
      customer { $0.displayName = String(repeating: "ü", count: 128) }),
    FieldCase(
      "a line break", customer { $0.displayName = "a\nb" }, "customer.display_name FIELD_INVALID"),
    FieldCase(
      "a NUL", customer { $0.buyerReference = "a\u{0}" }, "customer.buyer_reference FIELD_INVALID"),
    FieldCase(
      "a control character of Latin 1", customer { $0.displayName = "a\u{85}b" },
      "customer.display_name FIELD_INVALID"),
    FieldCase("composed letters", customer { $0.displayName = "Jos\u{E9}" }),
    FieldCase(
      "letters with marks behind them", customer { $0.displayName = "Jose\u{301}" },
      "customer.display_name FIELD_INVALID"),
    FieldCase("other scripts", customer { $0.displayName = "Ελλάδα 日本 한국 Москва" }),
    FieldCase(
      "a compatibility character that NFC replaces", customer { $0.displayName = "\u{212B}" },
      "customer.display_name FIELD_INVALID"),
    FieldCase(
      "a card number", customer { $0.displayName = "Visa 4111 1111 1111 1111" },
      "customer.display_name CARD_NUMBER"),
    FieldCase(
      "a card number in an annotation",
      customer { $0.annotations = ["note": "4111-1111-1111-1111"] },
      "customer.annotations[\"note\"] CARD_NUMBER"),
    FieldCase(
      "a long key and a long value",
      customer {
        $0.annotations = [
          String(repeating: "k", count: 64): "v", "ok": String(repeating: "v", count: 501),
        ]
      },
      "customer.annotations[\"\(String(repeating: "k", count: 63))\"] FIELD_OUT_OF_RANGE",
      "customer.annotations[\"ok\"] FIELD_OUT_OF_RANGE"),
    FieldCase(
      "33 annotations",
      customer {
        for index in 0..<33 { $0.annotations["k\(index)"] = "v" }
      }, "customer.annotations FIELD_OUT_OF_RANGE"),
    FieldCase(
      "four lines of a street",
      customer {
        $0.party.address.countryCode = "DE"
        $0.party.address.streetLines = ["1", "2", "3", "4"]
      }, "customer.party.address.street_lines FIELD_OUT_OF_RANGE"),
    FieldCase(
      "no party", O2c_V1_CreateCustomerRequest.with { $0.customer.displayName = "Smith" },
      "customer.party FIELD_REQUIRED"),
  ]

  static let requests: [FieldCase] = [
    FieldCase(
      "an update of one field needs no others",
      O2c_V1_UpdateCustomerRequest.with {
        $0.customer.name = "customers/\(id)"
        $0.customer.paymentTerms = "net 30"
        $0.updateMask.paths = ["payment_terms"]
      }),
    FieldCase(
      "an update says which",
      O2c_V1_UpdateCustomerRequest.with { $0.customer.displayName = "x" },
      "customer.name FIELD_REQUIRED"),
    FieldCase(
      "what an update replaces is whole",
      O2c_V1_UpdateCustomerRequest.with {
        $0.customer.name = "customers/\(id)"
        $0.customer.party.vatID = "DE136695976"
      }, "customer.party.legal_name FIELD_REQUIRED"),
    FieldCase(
      "a negative page", O2c_V1_ListOrdersRequest.with { $0.pageSize = -1 },
      "page_size FIELD_OUT_OF_RANGE"),
    FieldCase(
      "all parents", O2c_V1_ListShipmentsRequest.with { $0.parent = "orders/-" }),
    FieldCase(
      "a shipment's name",
      O2c_V1_GetShipmentRequest.with { $0.name = "orders/\(id)/shipments/\(id)" }),
    FieldCase(
      "half a shipment's name",
      O2c_V1_GetShipmentRequest.with { $0.name = "orders/\(id)/shipments" },
      "name IDENTIFIER_INVALID"),
    FieldCase(
      "a payment of nothing",
      O2c_V1_RecordPaymentRequest.with {
        $0.payment.customer = "customers/\(id)"
        $0.payment.amount.currencyCode = "EUR"
      }, "payment.amount.minor_units FIELD_OUT_OF_RANGE"),
    FieldCase(
      "a limit below zero",
      O2c_V1_SetCreditLimitRequest.with {
        $0.name = "customers/\(id)/creditAccount"
        $0.limit.minorUnits = -1
        $0.limit.currencyCode = "EUR"
      }, "limit.minor_units FIELD_OUT_OF_RANGE"),
    FieldCase(
      "a list with items of the wrong form",
      O2c_V1_CreatePrincipalRequest.with {
        $0.principal.displayName = "p"
        $0.principal.kind = .partner
        $0.principal.roles = ["PARTNER", "partner"]
        $0.principal.customers = ["customers/\(id)", "x"]
      }, "principal.roles[1] FIELD_INVALID", "principal.customers[1] IDENTIFIER_INVALID"),
    FieldCase(
      "no kind",
      O2c_V1_CreatePrincipalRequest.with {
        $0.principal.displayName = "p"
        $0.principal.roles = ["ADMIN"]
      }, "principal.kind FIELD_REQUIRED"),
    FieldCase(
      "an import of nothing", O2c_V1_ImportRecordsRequest.Header(), "kind FIELD_REQUIRED",
      "request_id FIELD_REQUIRED", "sha256 FIELD_REQUIRED", "size FIELD_REQUIRED"),
  ]

  @Test("Orders", arguments: orders)
  func ofOrders(_ item: FieldCase) { #expect(item.found == item.expected) }

  @Test("Texts", arguments: texts)
  func ofTexts(_ item: FieldCase) { #expect(item.found == item.expected) }

  @Test("Requests of many kinds", arguments: requests)
  func ofRequests(_ item: FieldCase) { #expect(item.found == item.expected) }

  @Test("A field that the server does not know is refused in a mutation and passed over in a read")
  func unknownFields() throws {
    // Field 77 with the text "x"; field 78 with the number 1.
    let unknown: [UInt8] = [0xEA, 0x04, 0x01, 0x78, 0xF0, 0x04, 0x01]
    let mutation = try O2c_V1_CancelOrderRequest(
      serializedBytes: O2c_V1_CancelOrderRequest.with { $0.name = "orders/\(Self.id)" }
        .serializedBytes() + unknown)
    let found = MessageValidator.violations(of: mutation)
    #expect(found.map(\.field) == ["77", "78"])
    #expect(found.allSatisfy { $0.reason == .fieldUnknown })
    #expect(found.first?.description.contains("77") == true)

    let line = try O2c_V1_OrderLine(
      serializedBytes: Self.order().order.lines[0].serializedBytes() + unknown)
    let nested = Self.order { $0.order.lines = [line] }
    #expect(
      MessageValidator.violations(of: nested).map(\.field) == [
        "order.lines[0].77", "order.lines[0].78",
      ])

    let read = try O2c_V1_GetOrderRequest(
      serializedBytes: O2c_V1_GetOrderRequest.with { $0.name = "orders/\(Self.id)" }
        .serializedBytes() + unknown)
    #expect(MessageValidator.violations(of: read).isEmpty)
  }

  @Test("A card number is not repeated in the answer")
  func cardNumberIsNotRepeated() {
    let found = MessageValidator.violations(
      of: Self.customer { $0.displayName = "4111111111111111" })
    #expect(found.map(\.reason) == [.cardNumber])
    #expect(!"\(found)".contains("4111"))
  }

  @Test("Violations are bounded, however many there are")
  func bounded() {
    let request = Self.order {
      let line = O2c_V1_OrderLine.with {
        $0.quantity = "x"
        $0.unitPrice = "y"
      }
      $0.order.lines = Array(repeating: line, count: 500)
    }
    #expect(MessageValidator.violations(of: request).count == MessageValidator.mostViolations)
  }
}
