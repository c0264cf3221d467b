package import OrderToCashAPI

// Every unary mutation: its request has an id and can be tried without effect.

extension O2c_V1_PlaceOrderRequest: MutationRequest {}
extension O2c_V1_CancelOrderRequest: MutationRequest {}
extension O2c_V1_CreateOrderRequest: MutationRequest {}
extension O2c_V1_ConfirmOrderRequest: MutationRequest {}
extension O2c_V1_UpdateOrderRequest: MutationRequest {}
extension O2c_V1_AmendOrderRequest: MutationRequest {}
extension O2c_V1_HoldOrderRequest: MutationRequest {}
extension O2c_V1_ReleaseOrderRequest: MutationRequest {}
extension O2c_V1_DuplicateOrderRequest: MutationRequest {}
extension O2c_V1_CreateCustomerRequest: MutationRequest {}
extension O2c_V1_UpdateCustomerRequest: MutationRequest {}
extension O2c_V1_BlockCustomerRequest: MutationRequest {}
extension O2c_V1_UnblockCustomerRequest: MutationRequest {}
extension O2c_V1_MergeCustomersRequest: MutationRequest {}
extension O2c_V1_AnonymizeCustomerRequest: MutationRequest {}
extension O2c_V1_CreateProductRequest: MutationRequest {}
extension O2c_V1_UpdateProductRequest: MutationRequest {}
extension O2c_V1_SetPricesRequest: MutationRequest {}
extension O2c_V1_SetTaxRulesRequest: MutationRequest {}
extension O2c_V1_CreateWarehouseRequest: MutationRequest {}
extension O2c_V1_ReceiveStockRequest: MutationRequest {}
extension O2c_V1_ShipOrderRequest: MutationRequest {}
extension O2c_V1_SetCreditLimitRequest: MutationRequest {}
extension O2c_V1_ReleaseCreditHoldRequest: MutationRequest {}
extension O2c_V1_UpdateCreditAccountRequest: MutationRequest {}
extension O2c_V1_CreatePolicyVersionRequest: MutationRequest {}
extension O2c_V1_GrantApprovalRequest: MutationRequest {}
extension O2c_V1_DenyApprovalRequest: MutationRequest {}
extension O2c_V1_InvoiceOrderRequest: MutationRequest {}
extension O2c_V1_IssueInvoiceRequest: MutationRequest {}
extension O2c_V1_RecordPaymentRequest: MutationRequest {}
extension O2c_V1_ApplyPaymentRequest: MutationRequest {}
extension O2c_V1_UnapplyPaymentRequest: MutationRequest {}
extension O2c_V1_UpdateSellerRequest: MutationRequest {}
extension O2c_V1_CreatePrincipalRequest: MutationRequest {}
extension O2c_V1_SuspendPrincipalRequest: MutationRequest {}
extension O2c_V1_CreateApiKeyRequest: MutationRequest {}
extension O2c_V1_RevokeApiKeyRequest: MutationRequest {}
extension O2c_V1_IssueCertificateRequest: MutationRequest {}
extension O2c_V1_RevokeCertificateRequest: MutationRequest {}
