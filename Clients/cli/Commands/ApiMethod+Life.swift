import OrderToCash
import OrderToCashAPI

// Methods of the life of orders, credit, stock, prices and returns, as ``ApiMethod/all`` has them.

extension ApiMethod {
  private static let policiesAndApprovals: [ApiMethod] = [
    .change("o2c.v1.AdminService/CreatePolicyVersion") {
      (client, request: O2c_V1_CreatePolicyVersionRequest, options) in
      try await client.admin.createPolicyVersion(request, options: options)
    },
    .list("o2c.v1.AdminService/ListPolicies") {
      (client, request: O2c_V1_ListPoliciesRequest, options) in
      client.admin.listPolicies(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .list("o2c.v1.AdminService/ListApprovals") {
      (client, request: O2c_V1_ListApprovalsRequest, options) in
      client.admin.listApprovals(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .change("o2c.v1.AdminService/GrantApproval") {
      (client, request: O2c_V1_GrantApprovalRequest, options) in
      try await client.admin.grantApproval(request, options: options)
    },
    .change("o2c.v1.AdminService/DenyApproval") {
      (client, request: O2c_V1_DenyApprovalRequest, options) in
      try await client.admin.denyApproval(request, options: options)
    },
  ]

  private static let prices: [ApiMethod] = [
    .list("o2c.v1.CatalogService/ListPrices") {
      (client, request: O2c_V1_ListPricesRequest, options) in
      client.catalog.listPrices(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .list("o2c.v1.CatalogService/ListTaxRules") {
      (client, request: O2c_V1_ListTaxRulesRequest, options) in
      client.catalog.listTaxRules(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .one("o2c.v1.CatalogService/QuotePrice") {
      (client, request: O2c_V1_QuotePriceRequest, options) in
      try await client.catalog.quote(request, options: options)
    },
  ]

  private static let creditAccounts: [ApiMethod] = [
    .change("o2c.v1.CreditService/UpdateCreditAccount") {
      (client, request: O2c_V1_UpdateCreditAccountRequest, options) in
      try await client.credit.update(request, options: options)
    },
    .list("o2c.v1.CreditService/ListCreditAccounts") {
      (client, request: O2c_V1_ListCreditAccountsRequest, options) in
      client.credit.list(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .one("o2c.v1.CreditService/CheckCredit") {
      (client, request: O2c_V1_CheckCreditRequest, options) in
      try await client.credit.check(request, options: options)
    },
  ]

  private static let customerGovernance: [ApiMethod] = [
    .change("o2c.v1.CustomerService/BlockCustomer") {
      (client, request: O2c_V1_BlockCustomerRequest, options) in
      try await client.customers.block(request, options: options)
    },
    .change("o2c.v1.CustomerService/UnblockCustomer") {
      (client, request: O2c_V1_UnblockCustomerRequest, options) in
      try await client.customers.unblock(request, options: options)
    },
    .change("o2c.v1.CustomerService/MergeCustomers") {
      (client, request: O2c_V1_MergeCustomersRequest, options) in
      try await client.customers.merge(request, options: options)
    },
    .change("o2c.v1.CustomerService/AnonymizeCustomer") {
      (client, request: O2c_V1_AnonymizeCustomerRequest, options) in
      try await client.customers.anonymize(request, options: options)
    },
    .many("o2c.v1.CustomerService/FindDuplicateCustomers") {
      (client, request: O2c_V1_FindDuplicateCustomersRequest, options) in
      try await client.customers.findDuplicates(request, options: options)
    },
  ]

  private static let returns: [ApiMethod] = [
    .change("o2c.v1.FulfillmentService/ConfirmDelivery") {
      (client, request: O2c_V1_ConfirmDeliveryRequest, options) in
      try await client.fulfillment.confirmDelivery(request, options: options)
    },
    .change("o2c.v1.FulfillmentService/CreateReturn") {
      (client, request: O2c_V1_CreateReturnRequest, options) in
      try await client.fulfillment.createReturn(request, options: options)
    },
    .one("o2c.v1.FulfillmentService/GetReturn") {
      (client, request: O2c_V1_GetReturnRequest, options) in
      try await client.fulfillment.getReturn(ReturnName(validating: request.name), options: options)
    },
    .list("o2c.v1.FulfillmentService/ListReturns") {
      (client, request: O2c_V1_ListReturnsRequest, options) in
      client.fulfillment.listReturns(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .change("o2c.v1.FulfillmentService/AuthorizeReturn") {
      (client, request: O2c_V1_AuthorizeReturnRequest, options) in
      try await client.fulfillment.authorizeReturn(request, options: options)
    },
    .change("o2c.v1.FulfillmentService/RejectReturn") {
      (client, request: O2c_V1_RejectReturnRequest, options) in
      try await client.fulfillment.rejectReturn(request, options: options)
    },
    .change("o2c.v1.FulfillmentService/ReceiveReturn") {
      (client, request: O2c_V1_ReceiveReturnRequest, options) in
      try await client.fulfillment.receiveReturn(request, options: options)
    },
  ]

  private static let orderLife: [ApiMethod] = [
    .change("o2c.v1.OrderService/UpdateOrder") {
      (client, request: O2c_V1_UpdateOrderRequest, options) in
      try await client.orders.update(request, options: options)
    },
    .one("o2c.v1.OrderService/PreviewOrder") {
      (client, request: O2c_V1_PreviewOrderRequest, options) in
      try await client.orders.preview(request, options: options)
    },
    .change("o2c.v1.OrderService/AmendOrder") {
      (client, request: O2c_V1_AmendOrderRequest, options) in
      try await client.orders.amend(request, options: options)
    },
    .change("o2c.v1.OrderService/HoldOrder") {
      (client, request: O2c_V1_HoldOrderRequest, options) in
      try await client.orders.hold(request, options: options)
    },
    .change("o2c.v1.OrderService/ReleaseOrder") {
      (client, request: O2c_V1_ReleaseOrderRequest, options) in
      try await client.orders.release(request, options: options)
    },
    .change("o2c.v1.OrderService/DuplicateOrder") {
      (client, request: O2c_V1_DuplicateOrderRequest, options) in
      try await client.orders.duplicate(request, options: options)
    },
    .list("o2c.v1.OrderService/ListOrderRevisions") {
      (client, request: O2c_V1_ListOrderRevisionsRequest, options) in
      client.orders.listRevisions(
        of: try OrderName(validating: request.parent), filter: request.filter,
        orderBy: request.orderBy, view: request.view, pageSize: Int(request.pageSize),
        options: options)
    },
  ]

  private static let stockMovements: [ApiMethod] = [
    .rows("o2c.v1.StockService/MoveStock") {
      (client, request: O2c_V1_MoveStockRequest, options) in
      try await client.stock.move(request, options: options)
    },
    .change("o2c.v1.StockService/ScheduleReceipt") {
      (client, request: O2c_V1_ScheduleReceiptRequest, options) in
      try await client.stock.scheduleReceipt(request, options: options)
    },
    .many("o2c.v1.StockService/CheckAvailability") {
      (client, request: O2c_V1_CheckAvailabilityRequest, options) in
      try await client.stock.checkAvailability(request, options: options)
    },
  ]

  static let life: [ApiMethod] =
    policiesAndApprovals + prices + creditAccounts + customerGovernance + returns + orderLife
    + stockMovements
}

extension O2c_V1_CreatePolicyVersionRequest: Changing {}
extension O2c_V1_GrantApprovalRequest: Changing {}
extension O2c_V1_DenyApprovalRequest: Changing {}
extension O2c_V1_UpdateCreditAccountRequest: Changing {}
extension O2c_V1_BlockCustomerRequest: Changing {}
extension O2c_V1_UnblockCustomerRequest: Changing {}
extension O2c_V1_MergeCustomersRequest: Changing {}
extension O2c_V1_AnonymizeCustomerRequest: Changing {}
extension O2c_V1_ConfirmDeliveryRequest: Changing {}
extension O2c_V1_CreateReturnRequest: Changing {}
extension O2c_V1_AuthorizeReturnRequest: Changing {}
extension O2c_V1_RejectReturnRequest: Changing {}
extension O2c_V1_ReceiveReturnRequest: Changing {}
extension O2c_V1_UpdateOrderRequest: Changing {}
extension O2c_V1_AmendOrderRequest: Changing {}
extension O2c_V1_HoldOrderRequest: Changing {}
extension O2c_V1_ReleaseOrderRequest: Changing {}
extension O2c_V1_DuplicateOrderRequest: Changing {}
extension O2c_V1_MoveStockRequest: Changing {}
extension O2c_V1_ScheduleReceiptRequest: Changing {}
