// Made by scripts/generate from Proto/. Do not edit.

extension MethodTable {
  static func generated() -> [MethodRule] {
    var all: [MethodRule] = []
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
        service: "o2c.v1.CustomerService",
        method: "BlockCustomer",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.BlockCustomerRequest",
        output: "o2c.v1.Customer",
        permission: "customers.block",
        reasons: [],
        events: ["customer.blocked"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CustomerService",
        method: "UnblockCustomer",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.UnblockCustomerRequest",
        output: "o2c.v1.Customer",
        permission: "customers.block",
        reasons: [],
        events: ["customer.unblocked"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CustomerService",
        method: "MergeCustomers",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.MergeCustomersRequest",
        output: "o2c.v1.Customer",
        permission: "customers.merge",
        reasons: ["RESOURCE_IN_USE"],
        events: ["customer.merged", "customer.updated", "credit.account_changed", "principal.updated", "approval.requested"],
        requiresETag: false,
        hasAuthority: true,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CustomerService",
        method: "AnonymizeCustomer",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.AnonymizeCustomerRequest",
        output: "o2c.v1.Customer",
        permission: "customers.anonymize",
        reasons: ["RESOURCE_IN_USE"],
        events: ["customer.anonymized"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CustomerService",
        method: "FindDuplicateCustomers",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.FindDuplicateCustomersRequest",
        output: "o2c.v1.FindDuplicateCustomersResponse",
        permission: "customers.read",
        reasons: [],
        events: [],
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
        reasons: ["ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "AUTHORITY_EXCEEDED", "TAX_NOT_DETERMINED", "MINIMUM_ORDER_VALUE", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD", "EXCHANGE_RATE_MISSING", "EXTERNAL_ID_EXISTS", "OVER_RETURN"],
        events: ["order.placed", "credit.decided", "order.confirmed", "order.held", "stock.reserved", "stock.backordered", "return.replaced"],
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
        reasons: ["ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "AUTHORITY_EXCEEDED", "TAX_NOT_DETERMINED", "MINIMUM_ORDER_VALUE", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD", "EXCHANGE_RATE_MISSING", "EXTERNAL_ID_EXISTS", "OVER_RETURN"],
        events: ["order.placed", "credit.decided", "order.confirmed", "order.held", "stock.reserved", "stock.backordered", "return.replaced"],
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
        reasons: ["ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "AUTHORITY_EXCEEDED", "TAX_NOT_DETERMINED", "MINIMUM_ORDER_VALUE", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD", "EXCHANGE_RATE_MISSING", "EXTERNAL_ID_EXISTS", "OVER_RETURN"],
        events: ["order.placed", "credit.decided", "order.confirmed", "order.held", "stock.reserved", "stock.backordered", "return.replaced"],
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
        events: ["order.cancelled", "order.amended", "order.completed", "stock.released", "stock.reserved", "return.replaced"],
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
        reasons: ["ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "AUTHORITY_EXCEEDED", "TAX_NOT_DETERMINED", "MINIMUM_ORDER_VALUE", "INSUFFICIENT_STOCK", "EXCHANGE_RATE_MISSING", "EXTERNAL_ID_EXISTS", "OVER_RETURN"],
        events: ["order.drafted", "stock.reserved", "return.replaced"],
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
        reasons: ["PRICE_EXPIRED", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "TAX_NOT_DETERMINED", "MINIMUM_ORDER_VALUE", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD", "EXCHANGE_RATE_MISSING"],
        events: ["order.placed", "credit.decided", "order.confirmed", "order.held", "stock.reserved", "stock.backordered"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "UpdateOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.UpdateOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.place",
        reasons: ["INVALID_STATE_TRANSITION", "ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "AUTHORITY_EXCEEDED", "TAX_NOT_DETERMINED", "MINIMUM_ORDER_VALUE", "INSUFFICIENT_STOCK", "EXCHANGE_RATE_MISSING", "OVER_RETURN"],
        events: ["order.updated", "stock.reserved", "stock.released", "return.replaced"],
        requiresETag: true,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "PreviewOrder",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.PreviewOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.place",
        reasons: ["ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "AUTHORITY_EXCEEDED", "TAX_NOT_DETERMINED", "MINIMUM_ORDER_VALUE", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "EXCHANGE_RATE_MISSING", "EXTERNAL_ID_EXISTS", "OVER_RETURN"],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "AmendOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.AmendOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.amend",
        reasons: ["BELOW_SHIPPED", "LINE_INVOICED", "ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "AUTHORITY_EXCEEDED", "TAX_NOT_DETERMINED", "MINIMUM_ORDER_VALUE", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD", "EXCHANGE_RATE_MISSING", "OVER_RETURN"],
        events: ["order.amended", "credit.decided", "order.held", "order.confirmed", "order.completed", "stock.reserved", "stock.released", "stock.backordered", "return.replaced"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "HoldOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.HoldOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.hold",
        reasons: [],
        events: ["order.held"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "ReleaseOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.ReleaseOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.hold",
        reasons: [],
        events: ["order.released", "order.confirmed", "stock.reserved", "stock.backordered"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "DuplicateOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.DuplicateOrderRequest",
        output: "o2c.v1.Order",
        permission: "orders.place",
        reasons: ["ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "TAX_NOT_DETERMINED", "MINIMUM_ORDER_VALUE", "EXCHANGE_RATE_MISSING"],
        events: ["order.drafted"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.OrderService",
        method: "ListOrderRevisions",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListOrderRevisionsRequest",
        output: "o2c.v1.ListOrderRevisionsResponse",
        permission: "orders.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "revision desc"))
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
        events: ["credit.limit_changed", "approval.requested"],
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
        events: ["credit.decided", "credit.hold_released", "order.confirmed", "stock.reserved", "stock.backordered", "approval.requested"],
        requiresETag: false,
        hasAuthority: true,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CreditService",
        method: "UpdateCreditAccount",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.UpdateCreditAccountRequest",
        output: "o2c.v1.CreditAccount",
        permission: "credit.write",
        reasons: ["RESOURCE_IN_USE"],
        events: ["credit.account_changed"],
        requiresETag: true,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.CreditService",
        method: "ListCreditAccounts",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListCreditAccountsRequest",
        output: "o2c.v1.ListCreditAccountsResponse",
        permission: "credit.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "customer"))
    all.append(
      MethodRule(
        service: "o2c.v1.CreditService",
        method: "CheckCredit",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.CheckCreditRequest",
        output: "o2c.v1.CheckCreditResponse",
        permission: "credit.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
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
        events: ["seller.updated", "approval.requested"],
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
        reasons: ["INVALID_STATE_TRANSITION", "RESOURCE_EXISTS"],
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
        reasons: ["FILE_FORMAT_UNKNOWN", "FILE_CORRUPT", "EXTERNAL_ID_EXISTS", "RESOURCE_EXISTS", "PRICE_OVERLAP", "ORDER_EMPTY", "CUSTOMER_BLOCKED", "PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "AUTHORITY_EXCEEDED", "TAX_NOT_DETERMINED", "MINIMUM_ORDER_VALUE", "TOTAL_CHANGED", "INSUFFICIENT_STOCK", "CREDIT_HOLD", "EXCHANGE_RATE_MISSING"],
        events: ["import.finished", "customer.created", "product.created", "price.changed", "stock.received", "order.placed", "credit.decided", "order.confirmed", "order.held", "stock.reserved", "stock.backordered"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "CreatePolicyVersion",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.CreatePolicyVersionRequest",
        output: "o2c.v1.Policy",
        permission: "policies.write",
        reasons: [],
        events: ["policy.proposed", "approval.requested"],
        requiresETag: false,
        hasAuthority: true,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "ListPolicies",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListPoliciesRequest",
        output: "o2c.v1.ListPoliciesResponse",
        permission: "policies.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "kind, version desc"))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "ReplayPolicy",
        shape: .serverStream,
        isRead: true,
        input: "o2c.v1.ReplayPolicyRequest",
        output: "o2c.v1.ReplayPolicyResponse",
        permission: "policies.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "ListApprovals",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListApprovalsRequest",
        output: "o2c.v1.ListApprovalsResponse",
        permission: "approvals.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name desc"))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "GrantApproval",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.GrantApprovalRequest",
        output: "o2c.v1.Approval",
        permission: "approvals.decide",
        reasons: ["FOUR_EYES_REQUIRED", "AUTHORITY_EXCEEDED", "ETAG_MISMATCH", "CUSTOMER_BLOCKED", "RESOURCE_IN_USE"],
        events: ["approval.granted", "credit.limit_changed", "credit.decided", "credit.hold_released", "order.confirmed", "stock.reserved", "stock.backordered", "customer.merged", "principal.updated", "seller.updated", "policy.started"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.AdminService",
        method: "DenyApproval",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.DenyApprovalRequest",
        output: "o2c.v1.Approval",
        permission: "approvals.decide",
        reasons: ["FOUR_EYES_REQUIRED"],
        events: ["approval.denied"],
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
        service: "o2c.v1.CatalogService",
        method: "ListPrices",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListPricesRequest",
        output: "o2c.v1.ListPricesResponse",
        permission: "catalog.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "product, currency_code, price_group, customer, min_quantity, valid_from_date"))
    all.append(
      MethodRule(
        service: "o2c.v1.CatalogService",
        method: "ListTaxRules",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListTaxRulesRequest",
        output: "o2c.v1.ListTaxRulesResponse",
        permission: "catalog.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "tax_class, region_code, treatment, valid_from_date"))
    all.append(
      MethodRule(
        service: "o2c.v1.CatalogService",
        method: "QuotePrice",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.QuotePriceRequest",
        output: "o2c.v1.QuotePriceResponse",
        permission: "catalog.read",
        reasons: ["PRODUCT_NOT_SELLABLE", "PRICE_MISSING", "DISCOUNT_NOT_ALLOWED", "AUTHORITY_EXCEEDED", "TAX_NOT_DETERMINED"],
        events: [],
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
        events: ["shipment.shipped", "order.shipped", "order.amended", "order.completed", "stock.issued", "stock.released", "stock.reserved", "stock.reservation_expired", "credit.decided"],
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
        events: ["shipment.shipped", "order.shipped", "order.amended", "order.completed", "stock.issued", "stock.released", "stock.reserved", "stock.reservation_expired", "credit.decided"],
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
        service: "o2c.v1.FulfillmentService",
        method: "ConfirmDelivery",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.ConfirmDeliveryRequest",
        output: "o2c.v1.Shipment",
        permission: "shipments.write",
        reasons: ["RESOURCE_IN_USE"],
        events: ["shipment.delivered", "shipment.lost", "order.updated", "stock.reserved", "stock.backordered", "return.replaced"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.FulfillmentService",
        method: "CreateReturn",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.CreateReturnRequest",
        output: "o2c.v1.Return",
        permission: "returns.request",
        reasons: ["OVER_RETURN", "RETURN_WINDOW_CLOSED"],
        events: ["return.requested", "return.authorized", "order.updated"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.FulfillmentService",
        method: "GetReturn",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.GetReturnRequest",
        output: "o2c.v1.Return",
        permission: "returns.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.FulfillmentService",
        method: "ListReturns",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.ListReturnsRequest",
        output: "o2c.v1.ListReturnsResponse",
        permission: "returns.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: "name desc"))
    all.append(
      MethodRule(
        service: "o2c.v1.FulfillmentService",
        method: "AuthorizeReturn",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.AuthorizeReturnRequest",
        output: "o2c.v1.Return",
        permission: "returns.decide",
        reasons: ["OVER_RETURN"],
        events: ["return.authorized", "order.updated"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.FulfillmentService",
        method: "RejectReturn",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.RejectReturnRequest",
        output: "o2c.v1.Return",
        permission: "returns.decide",
        reasons: [],
        events: ["return.rejected"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.FulfillmentService",
        method: "ReceiveReturn",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.ReceiveReturnRequest",
        output: "o2c.v1.Return",
        permission: "returns.receive",
        reasons: ["OVER_RETURN"],
        events: ["return.received", "order.updated", "order.completed", "stock.returned", "stock.reserved"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.InvoiceService",
        method: "InvoiceOrder",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.InvoiceOrderRequest",
        output: "o2c.v1.Invoice",
        permission: "invoices.issue",
        reasons: ["NOTHING_TO_INVOICE", "ORDER_ON_HOLD", "SELLER_DATA_INCOMPLETE", "BUYER_DATA_INCOMPLETE", "EINVOICE_INVALID", "DATE_OUT_OF_SEQUENCE"],
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
        reasons: ["NOTHING_TO_INVOICE", "ORDER_ON_HOLD", "SELLER_DATA_INCOMPLETE", "BUYER_DATA_INCOMPLETE", "EINVOICE_INVALID", "DATE_OUT_OF_SEQUENCE"],
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
        service: "o2c.v1.ReportService",
        method: "ExportRecords",
        shape: .serverStream,
        isRead: true,
        input: "o2c.v1.ExportRecordsRequest",
        output: "o2c.v1.ExportRecordsResponse",
        permission: "exports.run",
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
    all.append(
      MethodRule(
        service: "o2c.v1.StockService",
        method: "MoveStock",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.MoveStockRequest",
        output: "o2c.v1.MoveStockResponse",
        permission: "stock.write",
        reasons: ["INSUFFICIENT_STOCK"],
        events: ["stock.adjusted", "stock.transferred", "stock.released", "stock.reserved", "stock.backordered"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.StockService",
        method: "ScheduleReceipt",
        shape: .unary,
        isRead: false,
        input: "o2c.v1.ScheduleReceiptRequest",
        output: "o2c.v1.StockReceipt",
        permission: "stock.write",
        reasons: [],
        events: ["stock.receipt_scheduled"],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    all.append(
      MethodRule(
        service: "o2c.v1.StockService",
        method: "CheckAvailability",
        shape: .unary,
        isRead: true,
        input: "o2c.v1.CheckAvailabilityRequest",
        output: "o2c.v1.CheckAvailabilityResponse",
        permission: "stock.read",
        reasons: [],
        events: [],
        requiresETag: false,
        hasAuthority: false,
        defaultOrder: ""))
    return all
  }
}
