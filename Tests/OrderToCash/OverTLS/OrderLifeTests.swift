import GRPCCore
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Testing

/// A method that notes the text form of each request, and answers what it is told to.
private func noting<Request: Message, Response: Message>(
  _ descriptor: MethodDescriptor, in seen: Recorder<String>, _: Request.Type,
  _ response: Response
) -> Unary<Request, Response> {
  Unary(descriptor) { request, _ in
    seen.note("\(descriptor.method) \(try request.jsonString())")
    return response
  }
}

/// The request ids that stand in noted requests.
private func requestIDs(_ seen: Recorder<String>) -> [String] {
  seen.all.compactMap { text in
    text.split(separator: #""requestId":""#).dropFirst().first.flatMap {
      $0.split(separator: "\"").first.map(String.init)
    }
  }
}

@Suite("Orders, credit, stock and prices over TLS")
struct OrderLifeTests {
  @Test("an order's life goes through its methods, and every change has a request id of its own")
  func orders() async throws {
    typealias Methods = O2c_V1_OrderService.Method
    let seen = Recorder<String>()
    let order = Order.with { $0.name = "orders/o1" }
    try await withStubServer(
      noting(Methods.PreviewOrder.descriptor, in: seen, PreviewOrderRequest.self, order),
      noting(Methods.UpdateOrder.descriptor, in: seen, UpdateOrderRequest.self, order),
      noting(Methods.AmendOrder.descriptor, in: seen, AmendOrderRequest.self, order),
      noting(Methods.HoldOrder.descriptor, in: seen, HoldOrderRequest.self, order),
      noting(Methods.ReleaseOrder.descriptor, in: seen, ReleaseOrderRequest.self, order),
      noting(Methods.DuplicateOrder.descriptor, in: seen, DuplicateOrderRequest.self, order)
    ) { configuration in
      try await withOrderToCash(configuration) { o2c in
        let name: OrderName = "orders/o1"
        _ = try await o2c.orders.preview(.with { $0.externalID = "e1" })
        _ = try await o2c.orders.update(.with { $0.order.name = name.rawValue })
        _ = try await o2c.orders.amend(.with { $0.name = name.rawValue })
        _ = try await o2c.orders.hold(.with { $0.name = name.rawValue })
        _ = try await o2c.orders.release(name)
        #expect(try await o2c.orders.duplicate(name).name == "orders/o1")
      }
    }
    #expect(
      seen.all.map { $0.split(separator: " ")[0] } == [
        "PreviewOrder", "UpdateOrder", "AmendOrder", "HoldOrder", "ReleaseOrder", "DuplicateOrder",
      ])
    #expect(seen.all[0].contains(#""externalId":"e1""#))
    #expect(seen.all.dropFirst().allSatisfy { $0.contains("orders/o1") })
    #expect(requestIDs(seen).count == 5)
    #expect(Set(requestIDs(seen)).count == 5)
    #expect(requestIDs(seen).allSatisfy { RequestID($0) != nil })
  }

  @Test("returns, deliveries and stock go through their methods")
  func goods() async throws {
    typealias Methods = O2c_V1_FulfillmentService.Method
    typealias Stock = O2c_V1_StockService.Method
    let seen = Recorder<String>()
    let answer = Return.with { $0.name = "returns/r1" }
    let levels = O2c_V1_MoveStockResponse.with { $0.stockLevels = [.with { $0.onHand = "7" }] }
    let lines = O2c_V1_CheckAvailabilityResponse.with { $0.lines = [.with { $0.sku = "W" }] }
    try await withStubServer(
      noting(
        Methods.ConfirmDelivery.descriptor, in: seen, ConfirmDeliveryRequest.self, Shipment()),
      noting(Methods.CreateReturn.descriptor, in: seen, CreateReturnRequest.self, answer),
      noting(Methods.GetReturn.descriptor, in: seen, O2c_V1_GetReturnRequest.self, answer),
      noting(Methods.AuthorizeReturn.descriptor, in: seen, AuthorizeReturnRequest.self, answer),
      noting(Methods.RejectReturn.descriptor, in: seen, RejectReturnRequest.self, answer),
      noting(Methods.ReceiveReturn.descriptor, in: seen, ReceiveReturnRequest.self, answer),
      noting(Stock.MoveStock.descriptor, in: seen, MoveStockRequest.self, levels),
      noting(
        Stock.ScheduleReceipt.descriptor, in: seen, ScheduleReceiptRequest.self, StockReceipt()),
      noting(Stock.CheckAvailability.descriptor, in: seen, CheckAvailabilityRequest.self, lines)
    ) { configuration in
      try await withOrderToCash(configuration) { o2c in
        _ = try await o2c.fulfillment.confirmDelivery("orders/o1/shipments/s1")
        _ = try await o2c.fulfillment.createReturn(.with { $0.order = "orders/o1" })
        #expect(try await o2c.fulfillment.getReturn("returns/r1").name == "returns/r1")
        _ = try await o2c.fulfillment.authorizeReturn("returns/r1")
        _ = try await o2c.fulfillment.rejectReturn(.with { $0.name = "returns/r1" })
        _ = try await o2c.fulfillment.receiveReturn("returns/r1")
        #expect(try await o2c.stock.move(.with { $0.force = true }).map(\.onHand) == ["7"])
        _ = try await o2c.stock.scheduleReceipt(.init())
        #expect(try await o2c.stock.checkAvailability(.init()).map(\.sku) == ["W"])
      }
    }
    #expect(seen.count == 9)
    #expect(Set(requestIDs(seen)).count == 7)
    #expect(seen.all[0].contains("orders/o1/shipments/s1"))
  }

  @Test("customers, credit, policies and approvals go through their methods")
  func governed() async throws {
    typealias Customers = O2c_V1_CustomerService.Method
    typealias Credit = O2c_V1_CreditService.Method
    typealias Admin = O2c_V1_AdminService.Method
    let seen = Recorder<String>()
    let twin = O2c_V1_FindDuplicateCustomersResponse.with {
      $0.duplicates = [.with { $0.score = 93 }]
    }
    let denied = CreditCheck.with { $0.decision.result = .denied }
    try await withStubServer(
      noting(Customers.BlockCustomer.descriptor, in: seen, BlockCustomerRequest.self, Customer()),
      noting(
        Customers.UnblockCustomer.descriptor, in: seen, UnblockCustomerRequest.self, Customer()),
      noting(
        Customers.MergeCustomers.descriptor, in: seen, MergeCustomersRequest.self, Customer()),
      noting(
        Customers.AnonymizeCustomer.descriptor, in: seen, AnonymizeCustomerRequest.self,
        Customer()),
      noting(
        Customers.FindDuplicateCustomers.descriptor, in: seen, FindDuplicateCustomersRequest.self,
        twin),
      noting(
        Credit.UpdateCreditAccount.descriptor, in: seen, UpdateCreditAccountRequest.self,
        CreditAccount()),
      noting(Credit.CheckCredit.descriptor, in: seen, CheckCreditRequest.self, denied),
      noting(
        Admin.CreatePolicyVersion.descriptor, in: seen, CreatePolicyVersionRequest.self, Policy()),
      noting(Admin.GrantApproval.descriptor, in: seen, GrantApprovalRequest.self, Approval()),
      noting(Admin.DenyApproval.descriptor, in: seen, DenyApprovalRequest.self, Approval()),
      noting(
        O2c_V1_CatalogService.Method.QuotePrice.descriptor, in: seen, QuotePriceRequest.self,
        PriceQuote())
    ) { configuration in
      try await withOrderToCash(configuration) { o2c in
        _ = try await o2c.customers.block(.with { $0.scope = .shipments })
        _ = try await o2c.customers.unblock("customers/c1")
        _ = try await o2c.customers.merge("customers/c1", into: "customers/c2")
        _ = try await o2c.customers.anonymize(.init())
        #expect(try await o2c.customers.findDuplicates(of: "customers/c1").map(\.score) == [93])
        _ = try await o2c.credit.update(.init())
        #expect(try await o2c.credit.check("orders/o1").decision.result == .denied)
        _ = try await o2c.admin.createPolicyVersion(.init())
        _ = try await o2c.admin.grantApproval("approvals/a1")
        _ = try await o2c.admin.denyApproval("approvals/a1")
        _ = try await o2c.catalog.quote(.init())
      }
    }
    #expect(seen.count == 11)
    #expect(Set(requestIDs(seen)).count == 8)
    #expect(seen.all[2].contains(#""source":"customers/c1""#))
    #expect(seen.all[2].contains(#""into":"customers/c2""#))
  }

  @Test("the new lists go from page to page, each with its own filter")
  func lists() async throws {
    typealias Pager = Unary<O2c_V1_ListReturnsRequest, O2c_V1_ListReturnsResponse>
    let pages = Recorder<String>()
    let returns = Pager(O2c_V1_FulfillmentService.Method.ListReturns.descriptor) { request, _ in
      pages.note("\(request.filter) \(request.pageToken)")
      return .with {
        $0.returns = [.with { $0.rmaNumber = "RMA\(request.pageToken)" }]
        $0.nextPageToken = request.pageToken.isEmpty ? "2" : ""
      }
    }
    let revisions = Unary<O2c_V1_ListOrderRevisionsRequest, O2c_V1_ListOrderRevisionsResponse>(
      O2c_V1_OrderService.Method.ListOrderRevisions.descriptor
    ) { request, _ in
      #expect(request.parent == "orders/o1")
      return .with { $0.revisions = [.with { $0.revision = 2 }, .with { $0.revision = 1 }] }
    }
    let prices = Unary<O2c_V1_ListPricesRequest, O2c_V1_ListPricesResponse>(
      O2c_V1_CatalogService.Method.ListPrices.descriptor
    ) { _, _ in .with { $0.prices = [.with { $0.sku = "W" }] } }
    try await withStubServer(returns, revisions, prices) { configuration in
      try await withOrderToCash(configuration) { o2c in
        var numbers: [String] = []
        for try await item in o2c.fulfillment.listReturns(filter: "state = REQUESTED") {
          numbers.append(item.rmaNumber)
        }
        #expect(numbers == ["RMA", "RMA2"])
        var seen: [Int32] = []
        for try await item in o2c.orders.listRevisions(of: "orders/o1") {
          seen.append(item.revision)
        }
        #expect(seen == [2, 1])
        var skus: [String] = []
        for try await item in o2c.catalog.listPrices() { skus.append(item.sku) }
        #expect(skus == ["W"])
      }
    }
    #expect(pages.all == ["state = REQUESTED ", "state = REQUESTED 2"])
  }
}
