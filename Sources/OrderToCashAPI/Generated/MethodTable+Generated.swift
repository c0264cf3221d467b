// Made by scripts/generate from Proto/. Do not edit.

extension MethodTable {
  static func generated() -> [MethodRule] {
    var all: [MethodRule] = []
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "GetSeller",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetSellerRequest",
        output: "o2c.v1.Seller",
        permission: "sellers.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "UpdateSeller",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.UpdateSellerRequest",
        output: "o2c.v1.Seller",
        permission: "sellers.write",
        reasons: [],
        events: ["seller.updated"],
        requiresETag: true,
        hasAuthority: true,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "GetCaller",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetCallerRequest",
        output: "o2c.v1.GetCallerResponse",
        permission: "callers.self",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "CreatePrincipal",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.CreatePrincipalRequest",
        output: "o2c.v1.Principal",
        permission: "principals.write",
        reasons: ["RESOURCE_EXISTS"],
        events: ["principal.created"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "ListPrincipals",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListPrincipalsRequest",
        output: "o2c.v1.ListPrincipalsResponse",
        permission: "principals.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name"))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "SuspendPrincipal",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.SuspendPrincipalRequest",
        output: "o2c.v1.Principal",
        permission: "principals.write",
        reasons: ["RESOURCE_IN_USE"],
        events: ["principal.suspended"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "CreateApiKey",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.CreateApiKeyRequest",
        output: "o2c.v1.ApiKey",
        permission: "principals.write",
        reasons: ["INVALID_STATE_TRANSITION", "RESOURCE_IN_USE"],
        events: ["api_key.created"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "RevokeApiKey",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.RevokeApiKeyRequest",
        output: "o2c.v1.ApiKey",
        permission: "principals.write",
        reasons: [],
        events: ["api_key.revoked"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "IssueCertificate",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.IssueCertificateRequest",
        output: "o2c.v1.Certificate",
        permission: "principals.write",
        reasons: ["INVALID_STATE_TRANSITION"],
        events: ["certificate.issued"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "RevokeCertificate",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.RevokeCertificateRequest",
        output: "o2c.v1.Certificate",
        permission: "principals.write",
        reasons: ["INVALID_STATE_TRANSITION"],
        events: ["certificate.revoked"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "ImportRecords",
        shape: .bidirectionalStream,
        isRead: false,
        input: "o2c.v1.ImportRecordsRequest",
        output: "o2c.v1.ImportRecordsResponse",
        permission: "imports.run",
        reasons: ["FILE_FORMAT_UNKNOWN", "FILE_CORRUPT", "EXTERNAL_ID_EXISTS", "RESOURCE_EXISTS", "PRICE_OVERLAP", "ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "TAX_NOT_DETERMINED", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD", "EXCHANGE_RATE_MISSING"],
        events: ["import.finished", "customer.created", "product.created", "price.changed", "stock.received", "order.placed", "credit.decided", "order.confirmed", "order.held", "stock.reserved", "stock.backordered"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CatalogService",
        method: "CreateProduct",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.CreateProductRequest",
        output: "o2c.v1.Product",
        permission: "catalog.write",
        reasons: ["RESOURCE_EXISTS"],
        events: ["product.created"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CatalogService",
        method: "GetProduct",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetProductRequest",
        output: "o2c.v1.Product",
        permission: "catalog.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CatalogService",
        method: "ListProducts",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListProductsRequest",
        output: "o2c.v1.ListProductsResponse",
        permission: "catalog.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name"))
    all.append(
      MethodRule(
        service: "o2c.v1.CatalogService",
        method: "UpdateProduct",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.UpdateProductRequest",
        output: "o2c.v1.Product",
        permission: "catalog.write",
        reasons: [],
        events: ["product.updated"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CatalogService",
        method: "SetPrices",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.SetPricesRequest",
        output: "o2c.v1.SetPricesResponse",
        permission: "catalog.price",
        reasons: ["PRICE_OVERLAP"],
        events: ["price.changed"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CatalogService",
        method: "SetTaxRules",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.SetTaxRulesRequest",
        output: "o2c.v1.SetTaxRulesResponse",
        permission: "catalog.tax",
        reasons: [],
        events: ["tax_rule.changed"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "PlaceOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.PlaceOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.place",
        reasons: ["ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "TAX_NOT_DETERMINED", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD", "EXCHANGE_RATE_MISSING", "EXTERNAL_ID_EXISTS"],
        events: ["order.placed", "credit.decided", "order.confirmed", "order.held", "stock.reserved", "stock.backordered"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "BatchPlaceOrders",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.BatchPlaceOrdersRequest",
        output: "o2c.v1.BatchPlaceOrdersResponse",
        permission: "orders.place",
        reasons: ["ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "TAX_NOT_DETERMINED", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD", "EXCHANGE_RATE_MISSING", "EXTERNAL_ID_EXISTS"],
        events: ["order.placed", "credit.decided", "order.confirmed", "order.held", "stock.reserved", "stock.backordered"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "PlaceOrders",
        shape: .bidirectionalStream,
        isRead: false,
        input: "o2c.v1.PlaceOrdersRequest",
        output: "o2c.v1.PlaceOrdersResponse",
        permission: "orders.place",
        reasons: ["ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "TAX_NOT_DETERMINED", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD", "EXCHANGE_RATE_MISSING", "EXTERNAL_ID_EXISTS"],
        events: ["order.placed", "credit.decided", "order.confirmed", "order.held", "stock.reserved", "stock.backordered"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "GetOrder",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "ListOrders",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListOrdersRequest",
        output: "o2c.v1.ListOrdersResponse",
        permission: "orders.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name desc"))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "CancelOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.CancelOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.cancel",
        reasons: ["NOTHING_TO_CANCEL"],
        events: ["order.cancelled", "order.amended", "order.completed", "stock.released", "stock.reserved"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "CreateOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.CreateOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.place",
        reasons: ["ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "TAX_NOT_DETERMINED", "EXCHANGE_RATE_MISSING", "EXTERNAL_ID_EXISTS"],
        events: ["order.drafted"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "ConfirmOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.ConfirmOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.place",
        reasons: ["PRICE_EXPIRED", "CUSTOMER_BLOCKED", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD"],
        events: ["order.placed", "credit.decided", "order.confirmed", "order.held", "stock.reserved", "stock.backordered"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CreditService",
        method: "GetCreditAccount",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetCreditAccountRequest",
        output: "o2c.v1.CreditAccount",
        permission: "credit.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CreditService",
        method: "SetCreditLimit",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.SetCreditLimitRequest",
        output: "o2c.v1.CreditAccount",
        permission: "credit.limit",
        reasons: [],
        events: ["credit.limit_changed"],
        requiresETag: true,
        hasAuthority: true,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CreditService",
        method: "ReleaseCreditHold",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.ReleaseCreditHoldRequest",
        output: "o2c.v1.Order",
        permission: "credit.release",
        reasons: ["CUSTOMER_BLOCKED"],
        events: ["credit.decided", "credit.hold_released", "order.confirmed", "stock.reserved", "stock.backordered"],
        requiresETag: false,
        hasAuthority: true,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CustomerService",
        method: "CreateCustomer",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.CreateCustomerRequest",
        output: "o2c.v1.Customer",
        permission: "customers.write",
        reasons: ["EXTERNAL_ID_EXISTS"],
        events: ["customer.created"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CustomerService",
        method: "GetCustomer",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetCustomerRequest",
        output: "o2c.v1.Customer",
        permission: "customers.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CustomerService",
        method: "ListCustomers",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListCustomersRequest",
        output: "o2c.v1.ListCustomersResponse",
        permission: "customers.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name"))
    all.append(
      MethodRule(
        service: "o2c.v1.CustomerService",
        method: "UpdateCustomer",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.UpdateCustomerRequest",
        output: "o2c.v1.Customer",
        permission: "customers.write",
        reasons: ["EXTERNAL_ID_EXISTS"],
        events: ["customer.updated"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.EventService",
        method: "ListEvents",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListEventsRequest",
        output: "o2c.v1.ListEventsResponse",
        permission: "events.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name"))
    all.append(
      MethodRule(
        service: "o2c.v1.FulfillmentService",
        method: "ShipOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.ShipOrderRequest",
        output: "o2c.v1.Shipment",
        permission: "shipments.write",
        reasons: ["ORDER_ON_HOLD", "CUSTOMER_BLOCKED", "CREDIT_HOLD", "NOTHING_TO_SHIP", "OVER_SHIPMENT", "INSUFFICIENT_STOCK"],
        events: ["shipment.shipped", "order.shipped", "stock.issued", "credit.decided"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.FulfillmentService",
        method: "BatchShipOrders",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.BatchShipOrdersRequest",
        output: "o2c.v1.BatchShipOrdersResponse",
        permission: "shipments.write",
        reasons: ["ORDER_ON_HOLD", "CUSTOMER_BLOCKED", "CREDIT_HOLD", "NOTHING_TO_SHIP", "OVER_SHIPMENT", "INSUFFICIENT_STOCK"],
        events: ["shipment.shipped", "order.shipped", "stock.issued", "credit.decided"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.FulfillmentService",
        method: "GetShipment",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetShipmentRequest",
        output: "o2c.v1.Shipment",
        permission: "shipments.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.FulfillmentService",
        method: "ListShipments",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListShipmentsRequest",
        output: "o2c.v1.ListShipmentsResponse",
        permission: "shipments.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name desc"))
    all.append(
      MethodRule(
        service: "o2c.v1.InvoiceService",
        method: "InvoiceOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.InvoiceOrderRequest",
        output: "o2c.v1.Invoice",
        permission: "invoices.issue",
        reasons: ["NOTHING_TO_INVOICE", "SELLER_DATA_INCOMPLETE", "BUYER_DATA_INCOMPLETE", "DATE_OUT_OF_SEQUENCE"],
        events: ["invoice.created", "invoice.issued", "order.invoiced", "order.completed"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.InvoiceService",
        method: "IssueInvoice",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.IssueInvoiceRequest",
        output: "o2c.v1.Invoice",
        permission: "invoices.issue",
        reasons: ["SELLER_DATA_INCOMPLETE", "BUYER_DATA_INCOMPLETE", "DATE_OUT_OF_SEQUENCE"],
        events: ["invoice.issued", "order.invoiced", "order.completed"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.InvoiceService",
        method: "GetInvoice",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetInvoiceRequest",
        output: "o2c.v1.Invoice",
        permission: "invoices.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.InvoiceService",
        method: "ListInvoices",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListInvoicesRequest",
        output: "o2c.v1.ListInvoicesResponse",
        permission: "invoices.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name desc"))
    all.append(
      MethodRule(
        service: "o2c.v1.LedgerService",
        method: "ListJournalEntries",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListJournalEntriesRequest",
        output: "o2c.v1.ListJournalEntriesResponse",
        permission: "ledger.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name"))
    all.append(
      MethodRule(
        service: "o2c.v1.LedgerService",
        method: "GetTrialBalance",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetTrialBalanceRequest",
        output: "o2c.v1.GetTrialBalanceResponse",
        permission: "ledger.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.LedgerService",
        method: "VerifyBooks",
        shape: .serverStream,
        isRead: true,
        input: "o2c.v1.VerifyBooksRequest",
        output: "o2c.v1.VerifyBooksResponse",
        permission: "ledger.verify",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.PaymentService",
        method: "RecordPayment",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.RecordPaymentRequest",
        output: "o2c.v1.Payment",
        permission: "payments.record",
        reasons: ["EXTERNAL_ID_EXISTS", "OVER_APPLICATION", "ITEM_OVERPAID", "EXCHANGE_RATE_MISSING"],
        events: ["payment.recorded", "payment.applied", "invoice.paid", "invoice.partly_paid"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.PaymentService",
        method: "ApplyPayment",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.ApplyPaymentRequest",
        output: "o2c.v1.Payment",
        permission: "payments.apply",
        reasons: ["OVER_APPLICATION", "ITEM_OVERPAID"],
        events: ["payment.applied", "invoice.paid", "invoice.partly_paid"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.PaymentService",
        method: "GetPayment",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetPaymentRequest",
        output: "o2c.v1.Payment",
        permission: "payments.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.PaymentService",
        method: "ListPayments",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListPaymentsRequest",
        output: "o2c.v1.ListPaymentsResponse",
        permission: "payments.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name desc"))
    all.append(
      MethodRule(
        service: "o2c.v1.PaymentService",
        method: "UnapplyPayment",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.UnapplyPaymentRequest",
        output: "o2c.v1.Payment",
        permission: "payments.apply",
        reasons: [],
        events: ["payment.unapplied", "invoice.reopened"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.ReceivableService",
        method: "ListOpenItems",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListOpenItemsRequest",
        output: "o2c.v1.ListOpenItemsResponse",
        permission: "receivables.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "due_date"))
    all.append(
      MethodRule(
        service: "o2c.v1.ReceivableService",
        method: "GetAccountBalance",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetAccountBalanceRequest",
        output: "o2c.v1.AccountBalance",
        permission: "receivables.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.StockService",
        method: "CreateWarehouse",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.CreateWarehouseRequest",
        output: "o2c.v1.Warehouse",
        permission: "stock.admin",
        reasons: ["RESOURCE_EXISTS"],
        events: ["warehouse.created"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.StockService",
        method: "ListWarehouses",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListWarehousesRequest",
        output: "o2c.v1.ListWarehousesResponse",
        permission: "stock.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name"))
    all.append(
      MethodRule(
        service: "o2c.v1.StockService",
        method: "ReceiveStock",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.ReceiveStockRequest",
        output: "o2c.v1.StockReceipt",
        permission: "stock.write",
        reasons: [],
        events: ["stock.received", "stock.reserved"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.StockService",
        method: "ListStockLevels",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListStockLevelsRequest",
        output: "o2c.v1.ListStockLevelsResponse",
        permission: "stock.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "product, warehouse"))
    return all
  }
}
