import OrderToCash
import OrderToCashAPI

// Every method of the contract that is one call, by its full name; a test compares the list with
// the contract. Streams of files and orders have commands of their own.

extension ApiMethod {
  private static let admin: [ApiMethod] = [
    .one("o2c.v1.AdminService/GetSeller") { (client, request: O2c_V1_GetSellerRequest, options) in
      try await client.admin.getSeller(SellerName(validating: request.name), options: options)
    },
    .change("o2c.v1.AdminService/UpdateSeller") {
      (client, request: O2c_V1_UpdateSellerRequest, options) in
      try await client.admin.updateSeller(request, options: options)
    },
    .one("o2c.v1.AdminService/GetCaller") { (client, _: O2c_V1_GetCallerRequest, options) in
      try await client.admin.getCaller(options: options)
    },
    .change("o2c.v1.AdminService/CreatePrincipal") {
      (client, request: O2c_V1_CreatePrincipalRequest, options) in
      try await client.admin.createPrincipal(request, options: options)
    },
    .list("o2c.v1.AdminService/ListPrincipals") {
      (client, request: O2c_V1_ListPrincipalsRequest, options) in
      client.admin.listPrincipals(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .change("o2c.v1.AdminService/SuspendPrincipal") {
      (client, request: O2c_V1_SuspendPrincipalRequest, options) in
      try await client.admin.suspendPrincipal(request, options: options)
    },
    .change("o2c.v1.AdminService/CreateApiKey") {
      (client, request: O2c_V1_CreateApiKeyRequest, options) in
      try await client.admin.createApiKey(request, options: options)
    },
    .change("o2c.v1.AdminService/RevokeApiKey") {
      (client, request: O2c_V1_RevokeApiKeyRequest, options) in
      try await client.admin.revokeApiKey(request, options: options)
    },
    .change("o2c.v1.AdminService/IssueCertificate") {
      (client, request: O2c_V1_IssueCertificateRequest, options) in
      try await client.admin.issueCertificate(request, options: options)
    },
    .change("o2c.v1.AdminService/RevokeCertificate") {
      (client, request: O2c_V1_RevokeCertificateRequest, options) in
      try await client.admin.revokeCertificate(request, options: options)
    },
  ]

  private static let catalog: [ApiMethod] = [
    .change("o2c.v1.CatalogService/CreateProduct") {
      (client, request: O2c_V1_CreateProductRequest, options) in
      try await client.catalog.createProduct(request, options: options)
    },
    .one("o2c.v1.CatalogService/GetProduct") {
      (client, request: O2c_V1_GetProductRequest, options) in
      try await client.catalog.getProduct(ProductName(validating: request.name), options: options)
    },
    .list("o2c.v1.CatalogService/ListProducts") {
      (client, request: O2c_V1_ListProductsRequest, options) in
      client.catalog.listProducts(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .change("o2c.v1.CatalogService/UpdateProduct") {
      (client, request: O2c_V1_UpdateProductRequest, options) in
      try await client.catalog.updateProduct(request, options: options)
    },
    .rows("o2c.v1.CatalogService/SetPrices") {
      (client, request: O2c_V1_SetPricesRequest, options) in
      try await client.catalog.setPrices(request, options: options)
    },
    .rows("o2c.v1.CatalogService/SetTaxRules") {
      (client, request: O2c_V1_SetTaxRulesRequest, options) in
      try await client.catalog.setTaxRules(request, options: options)
    },
  ]

  private static let orders: [ApiMethod] = [
    .change("o2c.v1.OrderService/PlaceOrder") {
      (client, request: O2c_V1_PlaceOrderRequest, options) in
      try await client.orders.place(request, options: options)
    },
    .batch("o2c.v1.OrderService/BatchPlaceOrders") {
      (client, request: O2c_V1_BatchPlaceOrdersRequest, options) in
      try await client.orders.place(batch: request.requests, options: options).map(\.result)
    },
    .one("o2c.v1.OrderService/GetOrder") { (client, request: O2c_V1_GetOrderRequest, options) in
      try await client.orders.get(OrderName(validating: request.name), options: options)
    },
    .list("o2c.v1.OrderService/ListOrders") {
      (client, request: O2c_V1_ListOrdersRequest, options) in
      client.orders.list(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .change("o2c.v1.OrderService/CancelOrder") {
      (client, request: O2c_V1_CancelOrderRequest, options) in
      try await client.orders.cancel(request, options: options)
    },
    .change("o2c.v1.OrderService/CreateOrder") {
      (client, request: O2c_V1_CreateOrderRequest, options) in
      try await client.orders.create(request, options: options)
    },
    .change("o2c.v1.OrderService/ConfirmOrder") {
      (client, request: O2c_V1_ConfirmOrderRequest, options) in
      try await client.orders.confirm(request, options: options)
    },
  ]

  private static let credit: [ApiMethod] = [
    .one("o2c.v1.CreditService/GetCreditAccount") {
      (client, request: O2c_V1_GetCreditAccountRequest, options) in
      try await client.credit.get(CreditAccountName(validating: request.name), options: options)
    },
    .change("o2c.v1.CreditService/SetCreditLimit") {
      (client, request: O2c_V1_SetCreditLimitRequest, options) in
      try await client.credit.setLimit(request, options: options)
    },
    .change("o2c.v1.CreditService/ReleaseCreditHold") {
      (client, request: O2c_V1_ReleaseCreditHoldRequest, options) in
      try await client.credit.releaseHold(request, options: options)
    },
  ]

  private static let customers: [ApiMethod] = [
    .change("o2c.v1.CustomerService/CreateCustomer") {
      (client, request: O2c_V1_CreateCustomerRequest, options) in
      try await client.customers.create(request, options: options)
    },
    .one("o2c.v1.CustomerService/GetCustomer") {
      (client, request: O2c_V1_GetCustomerRequest, options) in
      try await client.customers.get(CustomerName(validating: request.name), options: options)
    },
    .list("o2c.v1.CustomerService/ListCustomers") {
      (client, request: O2c_V1_ListCustomersRequest, options) in
      client.customers.list(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .change("o2c.v1.CustomerService/UpdateCustomer") {
      (client, request: O2c_V1_UpdateCustomerRequest, options) in
      try await client.customers.update(request, options: options)
    },
  ]

  private static let events: [ApiMethod] = [
    .list("o2c.v1.EventService/ListEvents") {
      (client, request: O2c_V1_ListEventsRequest, options) in
      client.events.list(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    }
  ]

  private static let fulfillment: [ApiMethod] = [
    .change("o2c.v1.FulfillmentService/ShipOrder") {
      (client, request: O2c_V1_ShipOrderRequest, options) in
      try await client.fulfillment.ship(request, options: options)
    },
    .batch("o2c.v1.FulfillmentService/BatchShipOrders") {
      (client, request: O2c_V1_BatchShipOrdersRequest, options) in
      try await client.fulfillment.ship(batch: request.requests, options: options).map(\.result)
    },
    .one("o2c.v1.FulfillmentService/GetShipment") {
      (client, request: O2c_V1_GetShipmentRequest, options) in
      try await client.fulfillment.get(ShipmentName(validating: request.name), options: options)
    },
    .list("o2c.v1.FulfillmentService/ListShipments") {
      (client, request: O2c_V1_ListShipmentsRequest, options) in
      client.fulfillment.list(
        of: OrderName(rawValue: request.parent), filter: request.filter, orderBy: request.orderBy,
        view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
  ]

  private static let invoices: [ApiMethod] = [
    .change("o2c.v1.InvoiceService/InvoiceOrder") {
      (client, request: O2c_V1_InvoiceOrderRequest, options) in
      try await client.invoices.invoice(request, options: options)
    },
    .change("o2c.v1.InvoiceService/IssueInvoice") {
      (client, request: O2c_V1_IssueInvoiceRequest, options) in
      try await client.invoices.issue(request, options: options)
    },
    .one("o2c.v1.InvoiceService/GetInvoice") {
      (client, request: O2c_V1_GetInvoiceRequest, options) in
      try await client.invoices.get(InvoiceName(validating: request.name), options: options)
    },
    .list("o2c.v1.InvoiceService/ListInvoices") {
      (client, request: O2c_V1_ListInvoicesRequest, options) in
      client.invoices.list(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
  ]

  private static let ledger: [ApiMethod] = [
    .list("o2c.v1.LedgerService/ListJournalEntries") {
      (client, request: O2c_V1_ListJournalEntriesRequest, options) in
      client.ledger.listJournalEntries(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize),
        asOf: request.hasAsOfDate ? request.asOfDate : nil,
        knownAt: request.hasKnownAtTime ? request.knownAtTime : nil, options: options)
    },
    .one("o2c.v1.LedgerService/GetTrialBalance") {
      (client, request: O2c_V1_GetTrialBalanceRequest, options) in
      try await client.ledger.getTrialBalance(
        asOf: request.hasAsOfDate ? request.asOfDate : nil,
        knownAt: request.hasKnownAtTime ? request.knownAtTime : nil, options: options)
    },
  ]

  private static let payments: [ApiMethod] = [
    .change("o2c.v1.PaymentService/RecordPayment") {
      (client, request: O2c_V1_RecordPaymentRequest, options) in
      try await client.payments.record(request, options: options)
    },
    .change("o2c.v1.PaymentService/ApplyPayment") {
      (client, request: O2c_V1_ApplyPaymentRequest, options) in
      try await client.payments.apply(request, options: options)
    },
    .one("o2c.v1.PaymentService/GetPayment") {
      (client, request: O2c_V1_GetPaymentRequest, options) in
      try await client.payments.get(PaymentName(validating: request.name), options: options)
    },
    .list("o2c.v1.PaymentService/ListPayments") {
      (client, request: O2c_V1_ListPaymentsRequest, options) in
      client.payments.list(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .change("o2c.v1.PaymentService/UnapplyPayment") {
      (client, request: O2c_V1_UnapplyPaymentRequest, options) in
      try await client.payments.unapply(request, options: options)
    },
  ]

  private static let receivables: [ApiMethod] = [
    .list("o2c.v1.ReceivableService/ListOpenItems") {
      (client, request: O2c_V1_ListOpenItemsRequest, options) in
      client.receivables.listOpenItems(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize),
        asOf: request.hasAsOfDate ? request.asOfDate : nil,
        knownAt: request.hasKnownAtTime ? request.knownAtTime : nil, options: options)
    },
    .one("o2c.v1.ReceivableService/GetAccountBalance") {
      (client, request: O2c_V1_GetAccountBalanceRequest, options) in
      try await client.receivables.getAccountBalance(
        AccountBalanceName(validating: request.name),
        asOf: request.hasAsOfDate ? request.asOfDate : nil,
        knownAt: request.hasKnownAtTime ? request.knownAtTime : nil, options: options)
    },
  ]

  private static let stock: [ApiMethod] = [
    .change("o2c.v1.StockService/CreateWarehouse") {
      (client, request: O2c_V1_CreateWarehouseRequest, options) in
      try await client.stock.createWarehouse(request, options: options)
    },
    .list("o2c.v1.StockService/ListWarehouses") {
      (client, request: O2c_V1_ListWarehousesRequest, options) in
      client.stock.listWarehouses(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
    .change("o2c.v1.StockService/ReceiveStock") {
      (client, request: O2c_V1_ReceiveStockRequest, options) in
      try await client.stock.receive(request, options: options)
    },
    .list("o2c.v1.StockService/ListStockLevels") {
      (client, request: O2c_V1_ListStockLevelsRequest, options) in
      client.stock.listLevels(
        filter: request.filter, orderBy: request.orderBy, view: request.view,
        pageSize: Int(request.pageSize), options: options)
    },
  ]

  static let all: [ApiMethod] =
    admin + catalog + orders + credit + customers + events + fulfillment + invoices + ledger
    + payments + receivables + stock + life
}

extension O2c_V1_UpdateSellerRequest: Changing {}
extension O2c_V1_CreatePrincipalRequest: Changing {}
extension O2c_V1_SuspendPrincipalRequest: Changing {}
extension O2c_V1_CreateApiKeyRequest: Changing {}
extension O2c_V1_RevokeApiKeyRequest: Changing {}
extension O2c_V1_IssueCertificateRequest: Changing {}
extension O2c_V1_RevokeCertificateRequest: Changing {}
extension O2c_V1_CreateProductRequest: Changing {}
extension O2c_V1_UpdateProductRequest: Changing {}
extension O2c_V1_SetPricesRequest: Changing {}
extension O2c_V1_SetTaxRulesRequest: Changing {}
extension O2c_V1_PlaceOrderRequest: Changing {}
extension O2c_V1_CancelOrderRequest: Changing {}
extension O2c_V1_CreateOrderRequest: Changing {}
extension O2c_V1_ConfirmOrderRequest: Changing {}
extension O2c_V1_SetCreditLimitRequest: Changing {}
extension O2c_V1_ReleaseCreditHoldRequest: Changing {}
extension O2c_V1_CreateCustomerRequest: Changing {}
extension O2c_V1_UpdateCustomerRequest: Changing {}
extension O2c_V1_ShipOrderRequest: Changing {}
extension O2c_V1_InvoiceOrderRequest: Changing {}
extension O2c_V1_IssueInvoiceRequest: Changing {}
extension O2c_V1_RecordPaymentRequest: Changing {}
extension O2c_V1_ApplyPaymentRequest: Changing {}
extension O2c_V1_UnapplyPaymentRequest: Changing {}
extension O2c_V1_CreateWarehouseRequest: Changing {}
extension O2c_V1_ReceiveStockRequest: Changing {}
