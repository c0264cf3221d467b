import Domain
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Any bytes")
struct FuzzTests {
  static let requests: [any Message.Type] = [
    O2c_V1_PlaceOrderRequest.self, O2c_V1_BatchPlaceOrdersRequest.self,
    O2c_V1_PlaceOrdersRequest.self, O2c_V1_GetOrderRequest.self, O2c_V1_ListOrdersRequest.self,
    O2c_V1_CancelOrderRequest.self, O2c_V1_CreateOrderRequest.self,
    O2c_V1_ConfirmOrderRequest.self, O2c_V1_CreateCustomerRequest.self,
    O2c_V1_GetCustomerRequest.self, O2c_V1_ListCustomersRequest.self,
    O2c_V1_UpdateCustomerRequest.self, O2c_V1_CreateProductRequest.self,
    O2c_V1_GetProductRequest.self, O2c_V1_ListProductsRequest.self,
    O2c_V1_UpdateProductRequest.self, O2c_V1_SetPricesRequest.self,
    O2c_V1_SetTaxRulesRequest.self, O2c_V1_CreateWarehouseRequest.self,
    O2c_V1_ListWarehousesRequest.self, O2c_V1_ReceiveStockRequest.self,
    O2c_V1_ListStockLevelsRequest.self, O2c_V1_ShipOrderRequest.self,
    O2c_V1_BatchShipOrdersRequest.self, O2c_V1_GetShipmentRequest.self,
    O2c_V1_ListShipmentsRequest.self, O2c_V1_GetCreditAccountRequest.self,
    O2c_V1_SetCreditLimitRequest.self, O2c_V1_ReleaseCreditHoldRequest.self,
    O2c_V1_InvoiceOrderRequest.self, O2c_V1_IssueInvoiceRequest.self,
    O2c_V1_GetInvoiceRequest.self, O2c_V1_ListInvoicesRequest.self,
    O2c_V1_RecordPaymentRequest.self, O2c_V1_ApplyPaymentRequest.self,
    O2c_V1_GetPaymentRequest.self, O2c_V1_ListPaymentsRequest.self,
    O2c_V1_UnapplyPaymentRequest.self, O2c_V1_ListOpenItemsRequest.self,
    O2c_V1_GetAccountBalanceRequest.self, O2c_V1_ListJournalEntriesRequest.self,
    O2c_V1_GetTrialBalanceRequest.self, O2c_V1_VerifyBooksRequest.self,
    O2c_V1_ListEventsRequest.self, O2c_V1_GetSellerRequest.self, O2c_V1_UpdateSellerRequest.self,
    O2c_V1_GetCallerRequest.self, O2c_V1_CreatePrincipalRequest.self,
    O2c_V1_ListPrincipalsRequest.self, O2c_V1_SuspendPrincipalRequest.self,
    O2c_V1_CreateApiKeyRequest.self, O2c_V1_RevokeApiKeyRequest.self,
    O2c_V1_IssueCertificateRequest.self, O2c_V1_RevokeCertificateRequest.self,
    O2c_V1_ImportRecordsRequest.self,
    O2c_V1_UpdateOrderRequest.self,
    O2c_V1_PreviewOrderRequest.self,
    O2c_V1_AmendOrderRequest.self,
    O2c_V1_HoldOrderRequest.self,
    O2c_V1_ReleaseOrderRequest.self,
    O2c_V1_DuplicateOrderRequest.self,
    O2c_V1_ListOrderRevisionsRequest.self,
    O2c_V1_CreatePolicyVersionRequest.self,
    O2c_V1_ListPoliciesRequest.self,
    O2c_V1_ReplayPolicyRequest.self,
    O2c_V1_ListApprovalsRequest.self,
    O2c_V1_GrantApprovalRequest.self,
    O2c_V1_DenyApprovalRequest.self,
    O2c_V1_ListPricesRequest.self,
    O2c_V1_ListTaxRulesRequest.self,
    O2c_V1_QuotePriceRequest.self,
    O2c_V1_UpdateCreditAccountRequest.self,
    O2c_V1_ListCreditAccountsRequest.self,
    O2c_V1_CheckCreditRequest.self,
    O2c_V1_BlockCustomerRequest.self,
    O2c_V1_UnblockCustomerRequest.self,
    O2c_V1_MergeCustomersRequest.self,
    O2c_V1_AnonymizeCustomerRequest.self,
    O2c_V1_FindDuplicateCustomersRequest.self,
    O2c_V1_ConfirmDeliveryRequest.self,
    O2c_V1_CreateReturnRequest.self,
    O2c_V1_GetReturnRequest.self,
    O2c_V1_ListReturnsRequest.self,
    O2c_V1_AuthorizeReturnRequest.self,
    O2c_V1_RejectReturnRequest.self,
    O2c_V1_ReceiveReturnRequest.self,
    O2c_V1_ExportRecordsRequest.self,
    O2c_V1_MoveStockRequest.self,
    O2c_V1_ScheduleReceiptRequest.self,
    O2c_V1_CheckAvailabilityRequest.self,
  ]

  @Test("The list of requests is complete")
  func complete() {
    #expect(Set(Self.requests.map { $0.protoMessageName }) == Set(MethodTable.all.map(\.input)))
  }

  @Test("Random bytes that decode as a request are judged, and never trap")
  func randomBytes() throws {
    var bytes = RandomMessage(seed: 0x5EED)
    var decoded = 0
    var faulty = 0
    for type in Self.requests {
      for _ in 0..<400 {
        guard let message = try? type.init(serializedBytes: bytes.next()) else { continue }
        decoded += 1
        if !MessageValidator.violations(of: message).isEmpty { faulty += 1 }
        Self.read(message)
      }
    }
    #expect(decoded > Self.requests.count * 100)
    #expect(faulty > 0)
  }

  /// Reads the message as its adapter does, faults or not.
  private static func read(_ message: any Message) {
    var shape = Shape(checking: message)
    switch message {
    case let request as O2c_V1_PlaceOrderRequest:
      _ = OrderRequest(request.order, at: "order", &shape)
    case let request as O2c_V1_CreateCustomerRequest:
      _ = CustomerFields(request.customer, .populated, &shape)
    case let request as O2c_V1_UpdateCustomerRequest:
      let mask = UpdateMask(request.updateMask, over: O2c_V1_Customer.self, &shape)
      _ = CustomerFields(request.customer, mask, &shape)
    case let request as O2c_V1_UpdateProductRequest:
      let mask = UpdateMask(request.updateMask, over: O2c_V1_Product.self, &shape)
      _ = ProductFields(request.product, mask, &shape)
    case let request as O2c_V1_SetPricesRequest:
      for price in request.prices { _ = SetPrices.Row(price, at: "prices", &shape) }
    case let request as O2c_V1_SetTaxRulesRequest:
      for rule in request.taxRules { _ = TaxRule(rule, at: "tax_rules", &shape) }
    case let request as O2c_V1_RecordPaymentRequest:
      _ = [RecordPayment.Application](request.applications, &shape)
    case let request as O2c_V1_UpdateSellerRequest:
      let mask = UpdateMask(request.updateMask, over: O2c_V1_Seller.self, &shape)
      _ = UpdateSeller.Fields(request.seller, mask, &shape)
    default: break
    }
  }
}

/// Makes bytes that are protobuf more often than not: tags of small fields, texts of all sorts,
/// messages in messages.
struct RandomMessage {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private static let texts: [String] = [
    "", "x", "0", "-1", "1e9", "99999999999999999999", "4111 1111 1111 1111", "a\u{0}b",
    "Jose\u{301}", "customers/01m68kvah0e9nv59tdwh9edd1r", "orders/-", "EUR", "net 30",
    "\u{FFFD}\u{10FFFF}", "*", "party.vat_id", "DE89370400440532013000", "{", "((((((",
    String(repeating: "9", count: 300), "-----BEGIN X-----\nAA\n-----END X-----",
  ]

  mutating func next(depth: Int = 0) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<random(6) {
      let number = random(10) < 8 ? random(24) + 1 : random(200) + 1
      let wire = [0, 2, 2, 2, 2, 1, 5][random(7)]
      varint(UInt64(number << 3 | wire), &bytes)
      switch wire {
      case 0: varint(random(2) == 0 ? UInt64(random(20)) : UInt64.max >> UInt64(random(64)), &bytes)
      case 1: bytes += (0..<8).map { _ in UInt8(random(256)) }
      case 5: bytes += (0..<4).map { _ in UInt8(random(256)) }
      default:
        var content: [UInt8]
        switch random(5) {
        case 0, 1: content = depth < 5 ? next(depth: depth + 1) : []
        case 2: content = (0..<random(20)).map { _ in UInt8(random(256)) }
        default: content = Array(Self.texts[random(Self.texts.count)].utf8)
        }
        if random(50) == 0 { content = Array(content.dropLast()) }
        varint(UInt64(content.count), &bytes)
        bytes += content
      }
    }
    if random(20) == 0 { bytes = Array(bytes.dropLast(random(3))) }
    return bytes
  }

  private func varint(_ value: UInt64, _ bytes: inout [UInt8]) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }
}
