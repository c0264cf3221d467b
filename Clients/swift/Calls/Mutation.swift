import OrderToCashAPI

/// A request that changes something, and carries the id that makes it safe to repeat.
protocol Mutation: Sendable {
  var requestID: String { get set }
}

extension Mutation {
  /// The request under its own id, or under `id`, or under a new one.
  func identified(by id: RequestID? = nil) -> Self {
    guard requestID.isEmpty else { return self }
    var request = self
    request.requestID = (id ?? RequestID()).description
    return request
  }
}

extension O2c_V1_CreateCustomerRequest: Mutation {}
extension O2c_V1_UpdateCustomerRequest: Mutation {}
extension O2c_V1_BlockCustomerRequest: Mutation {}
extension O2c_V1_UnblockCustomerRequest: Mutation {}
extension O2c_V1_MergeCustomersRequest: Mutation {}
extension O2c_V1_AnonymizeCustomerRequest: Mutation {}
extension O2c_V1_CreateProductRequest: Mutation {}
extension O2c_V1_UpdateProductRequest: Mutation {}
extension O2c_V1_SetPricesRequest: Mutation {}
extension O2c_V1_SetTaxRulesRequest: Mutation {}
extension O2c_V1_CreateWarehouseRequest: Mutation {}
extension O2c_V1_ReceiveStockRequest: Mutation {}
extension O2c_V1_MoveStockRequest: Mutation {}
extension O2c_V1_ScheduleReceiptRequest: Mutation {}
extension O2c_V1_PlaceOrderRequest: Mutation {}
extension O2c_V1_CancelOrderRequest: Mutation {}
extension O2c_V1_CreateOrderRequest: Mutation {}
extension O2c_V1_ConfirmOrderRequest: Mutation {}
extension O2c_V1_UpdateOrderRequest: Mutation {}
extension O2c_V1_AmendOrderRequest: Mutation {}
extension O2c_V1_HoldOrderRequest: Mutation {}
extension O2c_V1_ReleaseOrderRequest: Mutation {}
extension O2c_V1_DuplicateOrderRequest: Mutation {}
extension O2c_V1_ShipOrderRequest: Mutation {}
extension O2c_V1_ConfirmDeliveryRequest: Mutation {}
extension O2c_V1_CreateReturnRequest: Mutation {}
extension O2c_V1_AuthorizeReturnRequest: Mutation {}
extension O2c_V1_RejectReturnRequest: Mutation {}
extension O2c_V1_ReceiveReturnRequest: Mutation {}
extension O2c_V1_SetCreditLimitRequest: Mutation {}
extension O2c_V1_ReleaseCreditHoldRequest: Mutation {}
extension O2c_V1_UpdateCreditAccountRequest: Mutation {}
extension O2c_V1_InvoiceOrderRequest: Mutation {}
extension O2c_V1_IssueInvoiceRequest: Mutation {}
extension O2c_V1_RecordPaymentRequest: Mutation {}
extension O2c_V1_ApplyPaymentRequest: Mutation {}
extension O2c_V1_UnapplyPaymentRequest: Mutation {}
extension O2c_V1_UpdateSellerRequest: Mutation {}
extension O2c_V1_CreatePrincipalRequest: Mutation {}
extension O2c_V1_SuspendPrincipalRequest: Mutation {}
extension O2c_V1_CreateApiKeyRequest: Mutation {}
extension O2c_V1_RevokeApiKeyRequest: Mutation {}
extension O2c_V1_IssueCertificateRequest: Mutation {}
extension O2c_V1_RevokeCertificateRequest: Mutation {}
extension O2c_V1_CreatePolicyVersionRequest: Mutation {}
extension O2c_V1_GrantApprovalRequest: Mutation {}
extension O2c_V1_DenyApprovalRequest: Mutation {}
