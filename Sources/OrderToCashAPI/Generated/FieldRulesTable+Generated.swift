// Made by scripts/generate from Proto/. Do not edit.

extension FieldRulesTable {
  static func generated() -> [String: [FieldRule]] {
    var table: [String: [FieldRule]] = [:]
    table["o2c.v1.MethodRules"] = o2c_v1_MethodRules()
    table["o2c.v1.FieldRules"] = o2c_v1_FieldRules()
    table["o2c.v1.Money"] = o2c_v1_Money()
    table["o2c.v1.View"] = o2c_v1_View()
    table["o2c.v1.Address"] = o2c_v1_Address()
    table["o2c.v1.Party"] = o2c_v1_Party()
    table["o2c.v1.Contact"] = o2c_v1_Contact()
    table["o2c.v1.BankAccount"] = o2c_v1_BankAccount()
    table["o2c.v1.Rounding"] = o2c_v1_Rounding()
    table["o2c.v1.TaxTotal"] = o2c_v1_TaxTotal()
    table["o2c.v1.Discount"] = o2c_v1_Discount()
    table["o2c.v1.Charge"] = o2c_v1_Charge()
    table["o2c.v1.CreateCustomerRequest"] = o2c_v1_CreateCustomerRequest()
    table["o2c.v1.GetCustomerRequest"] = o2c_v1_GetCustomerRequest()
    table["o2c.v1.ListCustomersRequest"] = o2c_v1_ListCustomersRequest()
    table["o2c.v1.ListCustomersResponse"] = o2c_v1_ListCustomersResponse()
    table["o2c.v1.UpdateCustomerRequest"] = o2c_v1_UpdateCustomerRequest()
    table["o2c.v1.BlockCustomerRequest"] = o2c_v1_BlockCustomerRequest()
    table["o2c.v1.UnblockCustomerRequest"] = o2c_v1_UnblockCustomerRequest()
    table["o2c.v1.MergeCustomersRequest"] = o2c_v1_MergeCustomersRequest()
    table["o2c.v1.AnonymizeCustomerRequest"] = o2c_v1_AnonymizeCustomerRequest()
    table["o2c.v1.FindDuplicateCustomersRequest"] = o2c_v1_FindDuplicateCustomersRequest()
    table["o2c.v1.FindDuplicateCustomersResponse"] = o2c_v1_FindDuplicateCustomersResponse()
    table["o2c.v1.FindDuplicateCustomersResponse.Duplicate"] = o2c_v1_FindDuplicateCustomersResponse_Duplicate()
    table["o2c.v1.Customer"] = o2c_v1_Customer()
    table["o2c.v1.Customer.Block"] = o2c_v1_Customer_Block()
    table["o2c.v1.Customer.VatCheck"] = o2c_v1_Customer_VatCheck()
    table["o2c.v1.Customer.InvoiceDelivery"] = o2c_v1_Customer_InvoiceDelivery()
    table["o2c.v1.Customer.InvoiceRules"] = o2c_v1_Customer_InvoiceRules()
    table["o2c.v1.PlaceOrderRequest"] = o2c_v1_PlaceOrderRequest()
    table["o2c.v1.BatchPlaceOrdersRequest"] = o2c_v1_BatchPlaceOrdersRequest()
    table["o2c.v1.BatchPlaceOrdersResponse"] = o2c_v1_BatchPlaceOrdersResponse()
    table["o2c.v1.PlaceOrdersRequest"] = o2c_v1_PlaceOrdersRequest()
    table["o2c.v1.PlaceOrdersResponse"] = o2c_v1_PlaceOrdersResponse()
    table["o2c.v1.PlaceOrderResult"] = o2c_v1_PlaceOrderResult()
    table["o2c.v1.GetOrderRequest"] = o2c_v1_GetOrderRequest()
    table["o2c.v1.ListOrdersRequest"] = o2c_v1_ListOrdersRequest()
    table["o2c.v1.ListOrdersResponse"] = o2c_v1_ListOrdersResponse()
    table["o2c.v1.CancelOrderRequest"] = o2c_v1_CancelOrderRequest()
    table["o2c.v1.CancelOrderRequest.Line"] = o2c_v1_CancelOrderRequest_Line()
    table["o2c.v1.CreateOrderRequest"] = o2c_v1_CreateOrderRequest()
    table["o2c.v1.ConfirmOrderRequest"] = o2c_v1_ConfirmOrderRequest()
    table["o2c.v1.UpdateOrderRequest"] = o2c_v1_UpdateOrderRequest()
    table["o2c.v1.PreviewOrderRequest"] = o2c_v1_PreviewOrderRequest()
    table["o2c.v1.AmendOrderRequest"] = o2c_v1_AmendOrderRequest()
    table["o2c.v1.AmendOrderRequest.Change"] = o2c_v1_AmendOrderRequest_Change()
    table["o2c.v1.HoldOrderRequest"] = o2c_v1_HoldOrderRequest()
    table["o2c.v1.ReleaseOrderRequest"] = o2c_v1_ReleaseOrderRequest()
    table["o2c.v1.DuplicateOrderRequest"] = o2c_v1_DuplicateOrderRequest()
    table["o2c.v1.ListOrderRevisionsRequest"] = o2c_v1_ListOrderRevisionsRequest()
    table["o2c.v1.ListOrderRevisionsResponse"] = o2c_v1_ListOrderRevisionsResponse()
    table["o2c.v1.OrderRevision"] = o2c_v1_OrderRevision()
    table["o2c.v1.Order"] = o2c_v1_Order()
    table["o2c.v1.Order.Hold"] = o2c_v1_Order_Hold()
    table["o2c.v1.Order.Deposit"] = o2c_v1_Order_Deposit()
    table["o2c.v1.Order.Totals"] = o2c_v1_Order_Totals()
    table["o2c.v1.OrderLine"] = o2c_v1_OrderLine()
    table["o2c.v1.CreditDecision"] = o2c_v1_CreditDecision()
    table["o2c.v1.CreditDecision.Parts"] = o2c_v1_CreditDecision_Parts()
    table["o2c.v1.CreditDecision.Rule"] = o2c_v1_CreditDecision_Rule()
    table["o2c.v1.GetCreditAccountRequest"] = o2c_v1_GetCreditAccountRequest()
    table["o2c.v1.SetCreditLimitRequest"] = o2c_v1_SetCreditLimitRequest()
    table["o2c.v1.ReleaseCreditHoldRequest"] = o2c_v1_ReleaseCreditHoldRequest()
    table["o2c.v1.UpdateCreditAccountRequest"] = o2c_v1_UpdateCreditAccountRequest()
    table["o2c.v1.ListCreditAccountsRequest"] = o2c_v1_ListCreditAccountsRequest()
    table["o2c.v1.ListCreditAccountsResponse"] = o2c_v1_ListCreditAccountsResponse()
    table["o2c.v1.CheckCreditRequest"] = o2c_v1_CheckCreditRequest()
    table["o2c.v1.CheckCreditResponse"] = o2c_v1_CheckCreditResponse()
    table["o2c.v1.CreditAccount"] = o2c_v1_CreditAccount()
    table["o2c.v1.CreditAccount.ScorePart"] = o2c_v1_CreditAccount_ScorePart()
    table["o2c.v1.CreditAccount.TemporaryLimit"] = o2c_v1_CreditAccount_TemporaryLimit()
    table["o2c.v1.CreditAccount.Exposure"] = o2c_v1_CreditAccount_Exposure()
    table["o2c.v1.GetSellerRequest"] = o2c_v1_GetSellerRequest()
    table["o2c.v1.UpdateSellerRequest"] = o2c_v1_UpdateSellerRequest()
    table["o2c.v1.GetCallerRequest"] = o2c_v1_GetCallerRequest()
    table["o2c.v1.GetCallerResponse"] = o2c_v1_GetCallerResponse()
    table["o2c.v1.CreatePrincipalRequest"] = o2c_v1_CreatePrincipalRequest()
    table["o2c.v1.ListPrincipalsRequest"] = o2c_v1_ListPrincipalsRequest()
    table["o2c.v1.ListPrincipalsResponse"] = o2c_v1_ListPrincipalsResponse()
    table["o2c.v1.SuspendPrincipalRequest"] = o2c_v1_SuspendPrincipalRequest()
    table["o2c.v1.CreateApiKeyRequest"] = o2c_v1_CreateApiKeyRequest()
    table["o2c.v1.RevokeApiKeyRequest"] = o2c_v1_RevokeApiKeyRequest()
    table["o2c.v1.IssueCertificateRequest"] = o2c_v1_IssueCertificateRequest()
    table["o2c.v1.RevokeCertificateRequest"] = o2c_v1_RevokeCertificateRequest()
    table["o2c.v1.ImportRecordsRequest"] = o2c_v1_ImportRecordsRequest()
    table["o2c.v1.ImportRecordsRequest.Header"] = o2c_v1_ImportRecordsRequest_Header()
    table["o2c.v1.ImportRecordsRequest.Chunk"] = o2c_v1_ImportRecordsRequest_Chunk()
    table["o2c.v1.ImportRecordsResponse"] = o2c_v1_ImportRecordsResponse()
    table["o2c.v1.ImportRecordsResponse.Accepted"] = o2c_v1_ImportRecordsResponse_Accepted()
    table["o2c.v1.ImportRecordsResponse.Progress"] = o2c_v1_ImportRecordsResponse_Progress()
    table["o2c.v1.ImportRecordsResponse.RowError"] = o2c_v1_ImportRecordsResponse_RowError()
    table["o2c.v1.ImportRecordsResponse.Result"] = o2c_v1_ImportRecordsResponse_Result()
    table["o2c.v1.CreatePolicyVersionRequest"] = o2c_v1_CreatePolicyVersionRequest()
    table["o2c.v1.ListPoliciesRequest"] = o2c_v1_ListPoliciesRequest()
    table["o2c.v1.ListPoliciesResponse"] = o2c_v1_ListPoliciesResponse()
    table["o2c.v1.ReplayPolicyRequest"] = o2c_v1_ReplayPolicyRequest()
    table["o2c.v1.ReplayPolicyResponse"] = o2c_v1_ReplayPolicyResponse()
    table["o2c.v1.ReplayPolicyResponse.Flip"] = o2c_v1_ReplayPolicyResponse_Flip()
    table["o2c.v1.ReplayPolicyResponse.Result"] = o2c_v1_ReplayPolicyResponse_Result()
    table["o2c.v1.ListApprovalsRequest"] = o2c_v1_ListApprovalsRequest()
    table["o2c.v1.ListApprovalsResponse"] = o2c_v1_ListApprovalsResponse()
    table["o2c.v1.GrantApprovalRequest"] = o2c_v1_GrantApprovalRequest()
    table["o2c.v1.DenyApprovalRequest"] = o2c_v1_DenyApprovalRequest()
    table["o2c.v1.Approval"] = o2c_v1_Approval()
    table["o2c.v1.Policy"] = o2c_v1_Policy()
    table["o2c.v1.Policy.TestCase"] = o2c_v1_Policy_TestCase()
    table["o2c.v1.CreditRules"] = o2c_v1_CreditRules()
    table["o2c.v1.RiskClassBand"] = o2c_v1_RiskClassBand()
    table["o2c.v1.ScoreTable"] = o2c_v1_ScoreTable()
    table["o2c.v1.ScoreTable.Step"] = o2c_v1_ScoreTable_Step()
    table["o2c.v1.PricingRules"] = o2c_v1_PricingRules()
    table["o2c.v1.CreditInputs"] = o2c_v1_CreditInputs()
    table["o2c.v1.PricingInputs"] = o2c_v1_PricingInputs()
    table["o2c.v1.PricingInputs.Line"] = o2c_v1_PricingInputs_Line()
    table["o2c.v1.Seller"] = o2c_v1_Seller()
    table["o2c.v1.Seller.OrderSettings"] = o2c_v1_Seller_OrderSettings()
    table["o2c.v1.Principal"] = o2c_v1_Principal()
    table["o2c.v1.Principal.Authority"] = o2c_v1_Principal_Authority()
    table["o2c.v1.ApiKey"] = o2c_v1_ApiKey()
    table["o2c.v1.Certificate"] = o2c_v1_Certificate()
    table["o2c.v1.CreateProductRequest"] = o2c_v1_CreateProductRequest()
    table["o2c.v1.GetProductRequest"] = o2c_v1_GetProductRequest()
    table["o2c.v1.ListProductsRequest"] = o2c_v1_ListProductsRequest()
    table["o2c.v1.ListProductsResponse"] = o2c_v1_ListProductsResponse()
    table["o2c.v1.UpdateProductRequest"] = o2c_v1_UpdateProductRequest()
    table["o2c.v1.SetPricesRequest"] = o2c_v1_SetPricesRequest()
    table["o2c.v1.SetPricesResponse"] = o2c_v1_SetPricesResponse()
    table["o2c.v1.SetTaxRulesRequest"] = o2c_v1_SetTaxRulesRequest()
    table["o2c.v1.SetTaxRulesResponse"] = o2c_v1_SetTaxRulesResponse()
    table["o2c.v1.ListPricesRequest"] = o2c_v1_ListPricesRequest()
    table["o2c.v1.ListPricesResponse"] = o2c_v1_ListPricesResponse()
    table["o2c.v1.ListTaxRulesRequest"] = o2c_v1_ListTaxRulesRequest()
    table["o2c.v1.ListTaxRulesResponse"] = o2c_v1_ListTaxRulesResponse()
    table["o2c.v1.QuotePriceRequest"] = o2c_v1_QuotePriceRequest()
    table["o2c.v1.QuotePriceRequest.Line"] = o2c_v1_QuotePriceRequest_Line()
    table["o2c.v1.QuotePriceResponse"] = o2c_v1_QuotePriceResponse()
    table["o2c.v1.Product"] = o2c_v1_Product()
    table["o2c.v1.Price"] = o2c_v1_Price()
    table["o2c.v1.TaxRule"] = o2c_v1_TaxRule()
    table["o2c.v1.ListEventsRequest"] = o2c_v1_ListEventsRequest()
    table["o2c.v1.ListEventsResponse"] = o2c_v1_ListEventsResponse()
    table["o2c.v1.Event"] = o2c_v1_Event()
    table["o2c.v1.ShipOrderRequest"] = o2c_v1_ShipOrderRequest()
    table["o2c.v1.ShipOrderRequest.Line"] = o2c_v1_ShipOrderRequest_Line()
    table["o2c.v1.BatchShipOrdersRequest"] = o2c_v1_BatchShipOrdersRequest()
    table["o2c.v1.BatchShipOrdersResponse"] = o2c_v1_BatchShipOrdersResponse()
    table["o2c.v1.ShipOrderResult"] = o2c_v1_ShipOrderResult()
    table["o2c.v1.GetShipmentRequest"] = o2c_v1_GetShipmentRequest()
    table["o2c.v1.ListShipmentsRequest"] = o2c_v1_ListShipmentsRequest()
    table["o2c.v1.ListShipmentsResponse"] = o2c_v1_ListShipmentsResponse()
    table["o2c.v1.ConfirmDeliveryRequest"] = o2c_v1_ConfirmDeliveryRequest()
    table["o2c.v1.CreateReturnRequest"] = o2c_v1_CreateReturnRequest()
    table["o2c.v1.GetReturnRequest"] = o2c_v1_GetReturnRequest()
    table["o2c.v1.ListReturnsRequest"] = o2c_v1_ListReturnsRequest()
    table["o2c.v1.ListReturnsResponse"] = o2c_v1_ListReturnsResponse()
    table["o2c.v1.AuthorizeReturnRequest"] = o2c_v1_AuthorizeReturnRequest()
    table["o2c.v1.RejectReturnRequest"] = o2c_v1_RejectReturnRequest()
    table["o2c.v1.ReceiveReturnRequest"] = o2c_v1_ReceiveReturnRequest()
    table["o2c.v1.ReceiveReturnRequest.Line"] = o2c_v1_ReceiveReturnRequest_Line()
    table["o2c.v1.Shipment"] = o2c_v1_Shipment()
    table["o2c.v1.Shipment.Lot"] = o2c_v1_Shipment_Lot()
    table["o2c.v1.Shipment.Line"] = o2c_v1_Shipment_Line()
    table["o2c.v1.Return"] = o2c_v1_Return()
    table["o2c.v1.Return.Line"] = o2c_v1_Return_Line()
    table["o2c.v1.InvoiceOrderRequest"] = o2c_v1_InvoiceOrderRequest()
    table["o2c.v1.InvoiceOrderRequest.Line"] = o2c_v1_InvoiceOrderRequest_Line()
    table["o2c.v1.IssueInvoiceRequest"] = o2c_v1_IssueInvoiceRequest()
    table["o2c.v1.GetInvoiceRequest"] = o2c_v1_GetInvoiceRequest()
    table["o2c.v1.ListInvoicesRequest"] = o2c_v1_ListInvoicesRequest()
    table["o2c.v1.ListInvoicesResponse"] = o2c_v1_ListInvoicesResponse()
    table["o2c.v1.Invoice"] = o2c_v1_Invoice()
    table["o2c.v1.Invoice.Line"] = o2c_v1_Invoice_Line()
    table["o2c.v1.Invoice.Totals"] = o2c_v1_Invoice_Totals()
    table["o2c.v1.Invoice.PrecedingInvoice"] = o2c_v1_Invoice_PrecedingInvoice()
    table["o2c.v1.Invoice.Discount"] = o2c_v1_Invoice_Discount()
    table["o2c.v1.Invoice.Balance"] = o2c_v1_Invoice_Balance()
    table["o2c.v1.ListJournalEntriesRequest"] = o2c_v1_ListJournalEntriesRequest()
    table["o2c.v1.ListJournalEntriesResponse"] = o2c_v1_ListJournalEntriesResponse()
    table["o2c.v1.GetTrialBalanceRequest"] = o2c_v1_GetTrialBalanceRequest()
    table["o2c.v1.GetTrialBalanceResponse"] = o2c_v1_GetTrialBalanceResponse()
    table["o2c.v1.GetTrialBalanceResponse.Row"] = o2c_v1_GetTrialBalanceResponse_Row()
    table["o2c.v1.VerifyBooksRequest"] = o2c_v1_VerifyBooksRequest()
    table["o2c.v1.VerifyBooksResponse"] = o2c_v1_VerifyBooksResponse()
    table["o2c.v1.VerifyBooksResponse.Finding"] = o2c_v1_VerifyBooksResponse_Finding()
    table["o2c.v1.VerifyBooksResponse.Result"] = o2c_v1_VerifyBooksResponse_Result()
    table["o2c.v1.JournalEntry"] = o2c_v1_JournalEntry()
    table["o2c.v1.JournalEntry.Line"] = o2c_v1_JournalEntry_Line()
    table["o2c.v1.PaymentApplication"] = o2c_v1_PaymentApplication()
    table["o2c.v1.RecordPaymentRequest"] = o2c_v1_RecordPaymentRequest()
    table["o2c.v1.ApplyPaymentRequest"] = o2c_v1_ApplyPaymentRequest()
    table["o2c.v1.GetPaymentRequest"] = o2c_v1_GetPaymentRequest()
    table["o2c.v1.ListPaymentsRequest"] = o2c_v1_ListPaymentsRequest()
    table["o2c.v1.ListPaymentsResponse"] = o2c_v1_ListPaymentsResponse()
    table["o2c.v1.UnapplyPaymentRequest"] = o2c_v1_UnapplyPaymentRequest()
    table["o2c.v1.Payment"] = o2c_v1_Payment()
    table["o2c.v1.Payment.Remittance"] = o2c_v1_Payment_Remittance()
    table["o2c.v1.Payment.Application"] = o2c_v1_Payment_Application()
    table["o2c.v1.ListOpenItemsRequest"] = o2c_v1_ListOpenItemsRequest()
    table["o2c.v1.ListOpenItemsResponse"] = o2c_v1_ListOpenItemsResponse()
    table["o2c.v1.GetAccountBalanceRequest"] = o2c_v1_GetAccountBalanceRequest()
    table["o2c.v1.OpenItem"] = o2c_v1_OpenItem()
    table["o2c.v1.AccountBalance"] = o2c_v1_AccountBalance()
    table["o2c.v1.AccountBalance.Balance"] = o2c_v1_AccountBalance_Balance()
    table["o2c.v1.ExportRecordsRequest"] = o2c_v1_ExportRecordsRequest()
    table["o2c.v1.ExportRecordsResponse"] = o2c_v1_ExportRecordsResponse()
    table["o2c.v1.CreateWarehouseRequest"] = o2c_v1_CreateWarehouseRequest()
    table["o2c.v1.ListWarehousesRequest"] = o2c_v1_ListWarehousesRequest()
    table["o2c.v1.ListWarehousesResponse"] = o2c_v1_ListWarehousesResponse()
    table["o2c.v1.ReceiveStockRequest"] = o2c_v1_ReceiveStockRequest()
    table["o2c.v1.ListStockLevelsRequest"] = o2c_v1_ListStockLevelsRequest()
    table["o2c.v1.ListStockLevelsResponse"] = o2c_v1_ListStockLevelsResponse()
    table["o2c.v1.MoveStockRequest"] = o2c_v1_MoveStockRequest()
    table["o2c.v1.MoveStockRequest.Line"] = o2c_v1_MoveStockRequest_Line()
    table["o2c.v1.MoveStockResponse"] = o2c_v1_MoveStockResponse()
    table["o2c.v1.ScheduleReceiptRequest"] = o2c_v1_ScheduleReceiptRequest()
    table["o2c.v1.CheckAvailabilityRequest"] = o2c_v1_CheckAvailabilityRequest()
    table["o2c.v1.CheckAvailabilityRequest.Line"] = o2c_v1_CheckAvailabilityRequest_Line()
    table["o2c.v1.CheckAvailabilityResponse"] = o2c_v1_CheckAvailabilityResponse()
    table["o2c.v1.CheckAvailabilityResponse.Line"] = o2c_v1_CheckAvailabilityResponse_Line()
    table["o2c.v1.CheckAvailabilityResponse.Line.Day"] = o2c_v1_CheckAvailabilityResponse_Line_Day()
    table["o2c.v1.Warehouse"] = o2c_v1_Warehouse()
    table["o2c.v1.StockReceipt"] = o2c_v1_StockReceipt()
    table["o2c.v1.StockReceipt.Line"] = o2c_v1_StockReceipt_Line()
    table["o2c.v1.StockLevel"] = o2c_v1_StockLevel()
    return table
  }

  private static func o2c_v1_MethodRules() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("permission", 1, .string, .singular))
    rules.append(FieldRule("reasons", 2, .string, .repeated))
    rules.append(FieldRule("events", 3, .string, .repeated))
    rules.append(FieldRule("etag_required", 4, .bool, .singular))
    rules.append(FieldRule("authority", 5, .bool, .singular))
    rules.append(FieldRule("default_order", 6, .string, .singular))
    return rules
  }

  private static func o2c_v1_FieldRules() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("behavior", 1, .enumeration, .repeated, type: "o2c.v1.FieldRules.Behavior"))
    rules.append(FieldRule("format", 2, .enumeration, .singular, type: "o2c.v1.FieldRules.Format"))
    rules.append(FieldRule("max_length", 3, .int32, .singular))
    rules.append(FieldRule("max_items", 4, .int32, .singular))
    rules.append(FieldRule("min", 5, .string, .singular))
    rules.append(FieldRule("max", 6, .string, .singular))
    rules.append(FieldRule("greater_than", 7, .string, .singular))
    rules.append(FieldRule("sensitive", 8, .bool, .singular))
    rules.append(FieldRule("filterable", 9, .bool, .singular))
    rules.append(FieldRule("sortable", 10, .bool, .singular))
    rules.append(FieldRule("filter_paths", 11, .string, .repeated))
    rules.append(FieldRule("sort_paths", 12, .string, .repeated))
    rules.append(FieldRule("resource", 13, .string, .repeated))
    rules.append(FieldRule("min_items", 14, .int32, .singular))
    return rules
  }

  private static func o2c_v1_Money() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("minor_units", 1, .int64, .singular, minimum: "-999999999999999", maximum: "999999999999999"))
    rules.append(FieldRule("currency_code", 2, .string, .singular, behavior: [.required], format: .currency, maxLength: 3))
    return rules
  }

  private static func o2c_v1_View() -> [FieldRule] {
    let rules: [FieldRule] = []
    return rules
  }

  private static func o2c_v1_Address() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("recipient", 1, .string, .singular, maxLength: 128, isSensitive: true))
    rules.append(FieldRule("street_lines", 2, .string, .repeated, maxLength: 128, maxItems: 3, isSensitive: true))
    rules.append(FieldRule("city", 3, .string, .singular, maxLength: 64))
    rules.append(FieldRule("postal_code", 4, .string, .singular, maxLength: 16))
    rules.append(FieldRule("region", 5, .string, .singular, maxLength: 64))
    rules.append(FieldRule("country_code", 6, .string, .singular, behavior: [.required], format: .country, maxLength: 2))
    return rules
  }

  private static func o2c_v1_Party() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("legal_name", 1, .string, .singular, behavior: [.required], maxLength: 128, isSensitive: true))
    rules.append(FieldRule("registration_id", 2, .string, .singular, maxLength: 64))
    rules.append(FieldRule("vat_id", 3, .string, .singular, format: .vatId, maxLength: 20))
    rules.append(FieldRule("gln", 4, .string, .singular, format: .gln, maxLength: 13))
    rules.append(FieldRule("electronic_address", 5, .string, .singular, format: .electronicAddress, maxLength: 128))
    rules.append(FieldRule("address", 6, .message, .singular, type: "o2c.v1.Address"))
    return rules
  }

  private static func o2c_v1_Contact() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("role", 1, .string, .singular, maxLength: 64))
    rules.append(FieldRule("name", 2, .string, .singular, maxLength: 128, isSensitive: true))
    rules.append(FieldRule("email", 3, .string, .singular, format: .email, maxLength: 254, isSensitive: true))
    rules.append(FieldRule("phone", 4, .string, .singular, format: .phone, maxLength: 32, isSensitive: true))
    return rules
  }

  private static func o2c_v1_BankAccount() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("iban", 1, .string, .singular, behavior: [.required], format: .iban, maxLength: 34, isSensitive: true))
    rules.append(FieldRule("bic", 2, .string, .singular, format: .bic, maxLength: 11))
    return rules
  }

  private static func o2c_v1_Rounding() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("mode", 1, .enumeration, .singular, type: "o2c.v1.Rounding.Mode"))
    rules.append(FieldRule("level", 2, .enumeration, .singular, type: "o2c.v1.Rounding.Level"))
    return rules
  }

  private static func o2c_v1_TaxTotal() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("category_code", 1, .string, .singular, format: .taxCategory, maxLength: 2))
    rules.append(FieldRule("rate_percent", 2, .string, .singular, format: .decimal))
    rules.append(FieldRule("base", 3, .message, .singular, type: "o2c.v1.Money"))
    rules.append(FieldRule("tax", 4, .message, .singular, type: "o2c.v1.Money"))
    rules.append(FieldRule("exemption_code", 5, .string, .singular, format: .vatex, maxLength: 32))
    return rules
  }

  private static func o2c_v1_Discount() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("percent", 1, .string, .singular, oneof: "value", format: .decimal, maxLength: 24, maximum: "100", greaterThan: "0"))
    rules.append(FieldRule("amount", 2, .message, .singular, type: "o2c.v1.Money", oneof: "value", greaterThan: "0"))
    rules.append(FieldRule("reason_code", 3, .string, .singular, format: .key, maxLength: 32))
    rules.append(FieldRule("taken_off", 4, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Charge() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("kind", 1, .enumeration, .singular, type: "o2c.v1.Charge.Kind"))
    rules.append(FieldRule("description", 2, .string, .singular, maxLength: 128))
    rules.append(FieldRule("net_amount", 3, .message, .singular, type: "o2c.v1.Money", behavior: [.required], greaterThan: "0"))
    rules.append(FieldRule("tax_class", 4, .string, .singular, format: .key, maxLength: 32))
    rules.append(FieldRule("tax_category_code", 5, .string, .singular, behavior: [.outputOnly], format: .taxCategory))
    rules.append(FieldRule("tax_rate_percent", 6, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("tax_amount", 7, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("invoiced", 8, .bool, .singular, behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_CreateCustomerRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("customer", 1, .message, .singular, type: "o2c.v1.Customer", behavior: [.required]))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    return rules
  }

  private static func o2c_v1_GetCustomerRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    return rules
  }

  private static func o2c_v1_ListCustomersRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListCustomersResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("customers", 1, .message, .repeated, type: "o2c.v1.Customer"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_UpdateCustomerRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("customer", 1, .message, .singular, type: "o2c.v1.Customer", behavior: [.required]))
    rules.append(FieldRule("update_mask", 2, .message, .singular, type: "google.protobuf.FieldMask"))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    return rules
  }

  private static func o2c_v1_BlockCustomerRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("scope", 5, .enumeration, .singular, type: "o2c.v1.Customer.Block.Scope", behavior: [.required]))
    rules.append(FieldRule("reason", 6, .string, .singular, behavior: [.required], maxLength: 500))
    rules.append(FieldRule("note", 7, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_UnblockCustomerRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_MergeCustomersRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("source", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("into", 2, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_AnonymizeCustomerRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("reason", 5, .string, .singular, behavior: [.required], maxLength: 500))
    return rules
  }

  private static func o2c_v1_FindDuplicateCustomersRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("legal_name", 2, .string, .singular, maxLength: 128, isSensitive: true))
    rules.append(FieldRule("vat_id", 3, .string, .singular, format: .vatId, maxLength: 20))
    rules.append(FieldRule("registration_id", 4, .string, .singular, maxLength: 64))
    rules.append(FieldRule("gln", 5, .string, .singular, format: .gln, maxLength: 13))
    rules.append(FieldRule("email", 6, .string, .singular, format: .email, maxLength: 254, isSensitive: true))
    rules.append(FieldRule("address", 7, .message, .singular, type: "o2c.v1.Address"))
    rules.append(FieldRule("min_score", 8, .int32, .singular, minimum: "0", maximum: "100"))
    rules.append(FieldRule("max_results", 9, .int32, .singular, minimum: "0", maximum: "100"))
    return rules
  }

  private static func o2c_v1_FindDuplicateCustomersResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("duplicates", 1, .message, .repeated, type: "o2c.v1.FindDuplicateCustomersResponse.Duplicate", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_FindDuplicateCustomersResponse_Duplicate() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("customer", 1, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["customers/{customer}"]))
    rules.append(FieldRule("display_name", 2, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("score", 3, .int32, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("reasons", 4, .string, .repeated, behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Customer() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("display_name", 2, .string, .singular, behavior: [.required], maxLength: 128, isFilterable: true, isSortable: true))
    rules.append(FieldRule("external_id", 3, .string, .singular, maxLength: 64, isFilterable: true))
    rules.append(FieldRule("state", 4, .enumeration, .singular, type: "o2c.v1.Customer.State", behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("party", 5, .message, .singular, type: "o2c.v1.Party", behavior: [.required]))
    rules.append(FieldRule("ship_to", 6, .message, .repeated, type: "o2c.v1.Address", maxItems: 100))
    rules.append(FieldRule("contacts", 7, .message, .repeated, type: "o2c.v1.Contact", maxItems: 50))
    rules.append(FieldRule("currency_code", 8, .string, .singular, behavior: [.immutable], format: .currency, maxLength: 3))
    rules.append(FieldRule("language_code", 9, .string, .singular, format: .language, maxLength: 35))
    rules.append(FieldRule("payment_terms", 10, .string, .singular, format: .paymentTerms, maxLength: 64))
    rules.append(FieldRule("price_group", 11, .string, .singular, format: .key, maxLength: 32, isFilterable: true))
    rules.append(FieldRule("tax_treatment", 12, .string, .singular, format: .key, maxLength: 32))
    rules.append(FieldRule("buyer_reference", 13, .string, .singular, maxLength: 64))
    rules.append(FieldRule("bill_to", 14, .string, .singular, format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("payer", 15, .string, .singular, format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("parent", 16, .string, .singular, format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("vat_check", 17, .message, .singular, type: "o2c.v1.Customer.VatCheck"))
    rules.append(FieldRule("account_manager", 18, .string, .singular, maxLength: 128))
    rules.append(FieldRule("payment_means_code", 19, .string, .singular, format: .paymentMeans, maxLength: 3))
    rules.append(FieldRule("invoice_delivery", 20, .message, .singular, type: "o2c.v1.Customer.InvoiceDelivery"))
    rules.append(FieldRule("invoice_rules", 21, .message, .singular, type: "o2c.v1.Customer.InvoiceRules"))
    rules.append(FieldRule("block", 22, .message, .singular, type: "o2c.v1.Customer.Block", behavior: [.outputOnly]))
    rules.append(FieldRule("merged_into", 23, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["customers/{customer}"]))
    rules.append(FieldRule("approval", 24, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["approvals/{approval}"]))
    rules.append(FieldRule("over_shipment_percent", 25, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("under_shipment_percent", 26, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("merged_partners", 27, .string, .repeated, behavior: [.outputOnly], format: .resourceName, resources: ["principals/{principal}"]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("update_time", 91, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("annotations", 93, .message, .map, type: "o2c.v1.Customer.AnnotationsEntry", maxLength: 500, maxItems: 32))
    return rules
  }

  private static func o2c_v1_Customer_Block() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("scope", 1, .enumeration, .singular, type: "o2c.v1.Customer.Block.Scope", behavior: [.outputOnly]))
    rules.append(FieldRule("reason", 2, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("since_time", 3, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Customer_VatCheck() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("valid", 1, .bool, .singular))
    rules.append(FieldRule("check_time", 2, .message, .singular, type: "google.protobuf.Timestamp"))
    rules.append(FieldRule("source", 3, .string, .singular, maxLength: 64))
    return rules
  }

  private static func o2c_v1_Customer_InvoiceDelivery() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("channel", 1, .enumeration, .singular, type: "o2c.v1.Customer.InvoiceDelivery.Channel"))
    rules.append(FieldRule("address", 2, .string, .singular, format: .email, maxLength: 254, isSensitive: true))
    rules.append(FieldRule("format", 3, .enumeration, .singular, type: "o2c.v1.Customer.InvoiceDelivery.Format"))
    return rules
  }

  private static func o2c_v1_Customer_InvoiceRules() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("trigger", 1, .enumeration, .singular, type: "o2c.v1.Customer.InvoiceRules.Trigger"))
    rules.append(FieldRule("grouping", 2, .enumeration, .singular, type: "o2c.v1.Customer.InvoiceRules.Grouping"))
    return rules
  }

  private static func o2c_v1_PlaceOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("order", 1, .message, .singular, type: "o2c.v1.Order", behavior: [.required]))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    rules.append(FieldRule("fail_on_hold", 4, .bool, .singular))
    rules.append(FieldRule("allow_backorder", 5, .bool, .singular))
    rules.append(FieldRule("expected_total", 6, .message, .singular, type: "o2c.v1.Money"))
    rules.append(FieldRule("view", 7, .enumeration, .singular, type: "o2c.v1.View.Level"))
    rules.append(FieldRule("preview_token", 8, .string, .singular, maxLength: 65536))
    return rules
  }

  private static func o2c_v1_BatchPlaceOrdersRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("requests", 1, .message, .repeated, type: "o2c.v1.PlaceOrderRequest", behavior: [.required], minItems: 1, maxItems: 500))
    rules.append(FieldRule("view", 2, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_BatchPlaceOrdersResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("results", 1, .message, .repeated, type: "o2c.v1.PlaceOrderResult"))
    return rules
  }

  private static func o2c_v1_PlaceOrdersRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("requests", 1, .message, .repeated, type: "o2c.v1.PlaceOrderRequest", behavior: [.required], minItems: 1, maxItems: 500))
    rules.append(FieldRule("view", 2, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_PlaceOrdersResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("results", 1, .message, .repeated, type: "o2c.v1.PlaceOrderResult"))
    return rules
  }

  private static func o2c_v1_PlaceOrderResult() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("request_id", 1, .string, .singular, format: .uuidV7))
    rules.append(FieldRule("order", 2, .message, .singular, type: "o2c.v1.Order", oneof: "result"))
    rules.append(FieldRule("error", 3, .message, .singular, type: "google.rpc.Status", oneof: "result"))
    rules.append(FieldRule("replayed", 4, .bool, .singular))
    return rules
  }

  private static func o2c_v1_GetOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    return rules
  }

  private static func o2c_v1_ListOrdersRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListOrdersResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("orders", 1, .message, .repeated, type: "o2c.v1.Order"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_CancelOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("reason_code", 5, .string, .singular, format: .key, maxLength: 32))
    rules.append(FieldRule("lines", 6, .message, .repeated, type: "o2c.v1.CancelOrderRequest.Line", maxItems: 500))
    return rules
  }

  private static func o2c_v1_CancelOrderRequest_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("line_id", 1, .string, .singular, behavior: [.required], maxLength: 8))
    rules.append(FieldRule("quantity", 2, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, greaterThan: "0"))
    return rules
  }

  private static func o2c_v1_CreateOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("order", 1, .message, .singular, type: "o2c.v1.Order", behavior: [.required]))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    return rules
  }

  private static func o2c_v1_ConfirmOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("fail_on_hold", 5, .bool, .singular))
    rules.append(FieldRule("allow_backorder", 6, .bool, .singular))
    rules.append(FieldRule("expected_total", 7, .message, .singular, type: "o2c.v1.Money"))
    rules.append(FieldRule("view", 8, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_UpdateOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("order", 1, .message, .singular, type: "o2c.v1.Order", behavior: [.required]))
    rules.append(FieldRule("update_mask", 2, .message, .singular, type: "google.protobuf.FieldMask"))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    return rules
  }

  private static func o2c_v1_PreviewOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("order", 1, .message, .singular, type: "o2c.v1.Order", behavior: [.required]))
    rules.append(FieldRule("allow_backorder", 2, .bool, .singular))
    return rules
  }

  private static func o2c_v1_AmendOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("changes", 5, .message, .repeated, type: "o2c.v1.AmendOrderRequest.Change", maxItems: 500))
    rules.append(FieldRule("add_lines", 6, .message, .repeated, type: "o2c.v1.OrderLine", maxItems: 500))
    rules.append(FieldRule("fail_on_hold", 7, .bool, .singular))
    rules.append(FieldRule("allow_backorder", 8, .bool, .singular))
    rules.append(FieldRule("expected_total", 9, .message, .singular, type: "o2c.v1.Money"))
    rules.append(FieldRule("requested_date", 10, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("ship_to", 11, .message, .singular, type: "o2c.v1.Address"))
    rules.append(FieldRule("reason", 12, .string, .singular, maxLength: 500))
    return rules
  }

  private static func o2c_v1_AmendOrderRequest_Change() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("line_id", 1, .string, .singular, behavior: [.required], maxLength: 8))
    rules.append(FieldRule("quantity", 2, .string, .singular, format: .decimal, maxLength: 24, minimum: "0"))
    rules.append(FieldRule("unit_price", 3, .string, .singular, format: .decimal, maxLength: 24, minimum: "0"))
    rules.append(FieldRule("promised_date", 4, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("discounts", 5, .message, .repeated, type: "o2c.v1.Discount", maxItems: 10))
    rules.append(FieldRule("set_discounts", 6, .bool, .singular))
    return rules
  }

  private static func o2c_v1_HoldOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("reason", 5, .string, .singular, behavior: [.required], maxLength: 500))
    rules.append(FieldRule("note", 6, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_ReleaseOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("reason", 5, .string, .singular, maxLength: 500))
    rules.append(FieldRule("note", 6, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_DuplicateOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    return rules
  }

  private static func o2c_v1_ListOrderRevisionsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("parent", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("page_size", 2, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 3, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 4, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 5, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 6, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListOrderRevisionsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("revisions", 1, .message, .repeated, type: "o2c.v1.OrderRevision"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_OrderRevision() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("revision", 1, .int32, .singular, behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("order", 2, .message, .singular, type: "o2c.v1.Order", behavior: [.outputOnly]))
    rules.append(FieldRule("actor", 3, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["principals/{principal}"]))
    rules.append(FieldRule("reason", 4, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Order() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["orders/{order}"]))
    rules.append(FieldRule("order_number", 2, .string, .singular, behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("external_id", 3, .string, .singular, behavior: [.immutable], maxLength: 64, isFilterable: true))
    rules.append(FieldRule("customer", 4, .string, .singular, behavior: [.required, .immutable], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("ship_to", 5, .message, .singular, type: "o2c.v1.Address"))
    rules.append(FieldRule("state", 6, .enumeration, .singular, type: "o2c.v1.Order.State", behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("fulfillment_state", 7, .enumeration, .singular, type: "o2c.v1.Order.FulfillmentState", behavior: [.outputOnly]))
    rules.append(FieldRule("billing_state", 8, .enumeration, .singular, type: "o2c.v1.Order.BillingState", behavior: [.outputOnly]))
    rules.append(FieldRule("payment_state", 9, .enumeration, .singular, type: "o2c.v1.Order.PaymentState", behavior: [.outputOnly]))
    rules.append(FieldRule("holds", 10, .message, .repeated, type: "o2c.v1.Order.Hold", behavior: [.outputOnly], filterPaths: ["kind"]))
    rules.append(FieldRule("currency_code", 11, .string, .singular, behavior: [.immutable], format: .currency, maxLength: 3))
    rules.append(FieldRule("purchase_order_reference", 12, .string, .singular, maxLength: 64))
    rules.append(FieldRule("payment_terms", 13, .string, .singular, format: .paymentTerms, maxLength: 64))
    rules.append(FieldRule("order_date", 14, .message, .singular, type: "google.type.Date", behavior: [.immutable], isFilterable: true, isSortable: true))
    rules.append(FieldRule("requested_date", 15, .message, .singular, type: "google.type.Date", isFilterable: true, isSortable: true))
    rules.append(FieldRule("lines", 16, .message, .repeated, type: "o2c.v1.OrderLine", maxItems: 500))
    rules.append(FieldRule("rounding", 17, .message, .singular, type: "o2c.v1.Rounding", behavior: [.outputOnly]))
    rules.append(FieldRule("totals", 18, .message, .singular, type: "o2c.v1.Order.Totals", behavior: [.outputOnly]))
    rules.append(FieldRule("credit", 19, .message, .singular, type: "o2c.v1.CreditDecision", behavior: [.outputOnly]))
    rules.append(FieldRule("price_valid_until_time", 20, .message, .singular, type: "google.protobuf.Timestamp", isFilterable: true))
    rules.append(FieldRule("reserve_until_time", 21, .message, .singular, type: "google.protobuf.Timestamp"))
    rules.append(FieldRule("bill_to", 22, .string, .singular, format: .resourceName, maxLength: 128, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("payer", 23, .string, .singular, format: .resourceName, maxLength: 128, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("charges", 24, .message, .repeated, type: "o2c.v1.Charge", maxItems: 20))
    rules.append(FieldRule("discounts", 25, .message, .repeated, type: "o2c.v1.Discount", maxItems: 10))
    rules.append(FieldRule("promised_date", 26, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("priority", 27, .int32, .singular, minimum: "-100", maximum: "100"))
    rules.append(FieldRule("ship_complete", 28, .bool, .singular))
    rules.append(FieldRule("preview_token", 29, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("revision", 30, .int32, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("approval", 31, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["approvals/{approval}"]))
    rules.append(FieldRule("copied_from", 32, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["orders/{order}"]))
    rules.append(FieldRule("invoice_trigger", 33, .enumeration, .singular, type: "o2c.v1.Customer.InvoiceRules.Trigger", behavior: [.outputOnly]))
    rules.append(FieldRule("deposits", 34, .message, .repeated, type: "o2c.v1.Order.Deposit", behavior: [.outputOnly]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("update_time", 91, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("annotations", 93, .message, .map, type: "o2c.v1.Order.AnnotationsEntry", maxLength: 500, maxItems: 32))
    return rules
  }

  private static func o2c_v1_Order_Hold() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("kind", 1, .enumeration, .singular, type: "o2c.v1.Order.Hold.Kind", behavior: [.outputOnly]))
    rules.append(FieldRule("reason", 2, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("decision", 3, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["events/{event}"]))
    rules.append(FieldRule("since_time", 4, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("actor", 5, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["principals/{principal}"]))
    rules.append(FieldRule("note", 6, .string, .singular, behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Order_Deposit() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("invoice", 1, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["invoices/{invoice}"]))
    rules.append(FieldRule("invoice_number", 2, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("amount", 3, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("recalled", 4, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Order_Totals() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("net", 1, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("tax", 2, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("gross", 3, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("taxes", 4, .message, .repeated, type: "o2c.v1.TaxTotal", behavior: [.outputOnly]))
    rules.append(FieldRule("lines_net", 5, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("discounts", 6, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("charges", 7, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_OrderLine() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("line_id", 1, .string, .singular, behavior: [.outputOnly], maxLength: 8))
    rules.append(FieldRule("product", 2, .string, .singular, format: .resourceName, maxLength: 128, resources: ["products/{product}"]))
    rules.append(FieldRule("sku", 3, .string, .singular, maxLength: 64))
    rules.append(FieldRule("description", 4, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("quantity", 5, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, greaterThan: "0"))
    rules.append(FieldRule("unit_code", 6, .string, .singular, behavior: [.outputOnly], format: .unit))
    rules.append(FieldRule("unit_price", 7, .string, .singular, format: .decimal, maxLength: 24, minimum: "0"))
    rules.append(FieldRule("base_quantity", 8, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("price_source", 9, .enumeration, .singular, type: "o2c.v1.OrderLine.PriceSource", behavior: [.outputOnly]))
    rules.append(FieldRule("discount_percent", 10, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("discount_amount", 11, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("net_amount", 12, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("tax_category_code", 13, .string, .singular, behavior: [.outputOnly], format: .taxCategory))
    rules.append(FieldRule("tax_rate_percent", 14, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("tax_amount", 15, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("warehouse", 16, .string, .singular, format: .resourceName, maxLength: 128, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("cancelled_quantity", 17, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("reserved_quantity", 18, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("backordered_quantity", 19, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("shipped_quantity", 20, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("invoiced_quantity", 21, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("to_bill_quantity", 22, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("discounts", 23, .message, .repeated, type: "o2c.v1.Discount", maxItems: 10))
    rules.append(FieldRule("promised_date", 24, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("ship_by_date", 25, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("open_quantity", 26, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("delivered_quantity", 27, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("returned_quantity", 28, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("credited_quantity", 29, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("to_credit_quantity", 30, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("order_discount_amount", 31, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("gross_amount", 32, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("price_row", 33, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("price_date", 34, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("replacement_for", 35, .string, .singular, format: .resourceName, maxLength: 128, resources: ["returns/{return}"]))
    return rules
  }

  private static func o2c_v1_CreditDecision() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("result", 1, .enumeration, .singular, type: "o2c.v1.CreditDecision.Result", behavior: [.outputOnly]))
    rules.append(FieldRule("rules", 2, .message, .repeated, type: "o2c.v1.CreditDecision.Rule", behavior: [.outputOnly]))
    rules.append(FieldRule("exposure", 3, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("limit", 4, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("headroom", 5, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("passes_if", 6, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("decide_time", 7, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("valid_until_time", 8, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("checkpoint", 9, .enumeration, .singular, type: "o2c.v1.CreditDecision.Checkpoint", behavior: [.outputOnly]))
    rules.append(FieldRule("parts", 10, .message, .singular, type: "o2c.v1.CreditDecision.Parts", behavior: [.outputOnly]))
    rules.append(FieldRule("policy", 11, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["policies/{policy}"]))
    rules.append(FieldRule("policy_version", 12, .int32, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("counterfactuals", 13, .string, .repeated, behavior: [.outputOnly]))
    rules.append(FieldRule("revision", 14, .int32, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("actor", 15, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["principals/{principal}"]))
    return rules
  }

  private static func o2c_v1_CreditDecision_Parts() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("orders", 1, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("unbilled_shipments", 2, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("open_items", 3, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("unapplied", 4, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_CreditDecision_Rule() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("rule", 1, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("passed", 2, .bool, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("threshold", 3, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("value", 4, .string, .singular, behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_GetCreditAccountRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["customers/{customer}/creditAccount"]))
    return rules
  }

  private static func o2c_v1_SetCreditLimitRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["customers/{customer}/creditAccount"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("limit", 5, .message, .singular, type: "o2c.v1.Money", behavior: [.required], minimum: "0"))
    rules.append(FieldRule("temporary_limit", 6, .message, .singular, type: "o2c.v1.CreditAccount.TemporaryLimit"))
    rules.append(FieldRule("note", 7, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_ReleaseCreditHoldRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    rules.append(FieldRule("valid_until_time", 6, .message, .singular, type: "google.protobuf.Timestamp"))
    return rules
  }

  private static func o2c_v1_UpdateCreditAccountRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("credit_account", 1, .message, .singular, type: "o2c.v1.CreditAccount", behavior: [.required]))
    rules.append(FieldRule("update_mask", 2, .message, .singular, type: "google.protobuf.FieldMask"))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_ListCreditAccountsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListCreditAccountsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("credit_accounts", 1, .message, .repeated, type: "o2c.v1.CreditAccount"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_CheckCreditRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("customer", 1, .string, .singular, format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("amount", 2, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("order", 3, .string, .singular, format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("checkpoint", 4, .enumeration, .singular, type: "o2c.v1.CreditDecision.Checkpoint"))
    rules.append(FieldRule("payment_terms", 5, .string, .singular, format: .paymentTerms, maxLength: 64))
    return rules
  }

  private static func o2c_v1_CheckCreditResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("decision", 1, .message, .singular, type: "o2c.v1.CreditDecision", behavior: [.outputOnly]))
    rules.append(FieldRule("credit_accounts", 2, .message, .repeated, type: "o2c.v1.CreditAccount", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_CreditAccount() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, resources: ["customers/{customer}/creditAccount"]))
    rules.append(FieldRule("customer", 2, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("limit", 3, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("temporary_limit", 4, .message, .singular, type: "o2c.v1.CreditAccount.TemporaryLimit", behavior: [.outputOnly]))
    rules.append(FieldRule("exposure", 5, .message, .singular, type: "o2c.v1.CreditAccount.Exposure", behavior: [.outputOnly]))
    rules.append(FieldRule("headroom", 6, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("utilization_percent", 7, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("score", 8, .int32, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("risk_class", 9, .enumeration, .singular, type: "o2c.v1.CreditAccount.RiskClass", behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("score_parts", 10, .message, .repeated, type: "o2c.v1.CreditAccount.ScorePart", behavior: [.outputOnly]))
    rules.append(FieldRule("proposed_limit", 11, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("group", 12, .string, .singular, format: .resourceName, maxLength: 128, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("blocked", 13, .bool, .singular, isFilterable: true))
    rules.append(FieldRule("block_reason", 14, .string, .singular, maxLength: 500))
    rules.append(FieldRule("insured_amount", 15, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("external_rating", 16, .int32, .singular, minimum: "0", maximum: "100"))
    rules.append(FieldRule("next_review_date", 17, .message, .singular, type: "google.type.Date", isFilterable: true, isSortable: true))
    rules.append(FieldRule("agreed_terms", 18, .string, .singular, format: .paymentTerms, maxLength: 64))
    rules.append(FieldRule("overdue_amount", 19, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("oldest_overdue_days", 20, .int32, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("approval", 21, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["approvals/{approval}"]))
    rules.append(FieldRule("group_exposure", 22, .message, .singular, type: "o2c.v1.CreditAccount.Exposure", behavior: [.outputOnly]))
    rules.append(FieldRule("update_time", 91, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    return rules
  }

  private static func o2c_v1_CreditAccount_ScorePart() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("factor", 1, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("value", 2, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("points", 3, .int32, .singular, behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_CreditAccount_TemporaryLimit() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("amount", 1, .message, .singular, type: "o2c.v1.Money", behavior: [.required], minimum: "0"))
    rules.append(FieldRule("until_date", 2, .message, .singular, type: "google.type.Date", behavior: [.required]))
    return rules
  }

  private static func o2c_v1_CreditAccount_Exposure() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("orders", 1, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("unbilled_shipments", 2, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("open_items", 3, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("unapplied", 4, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("total", 5, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_GetSellerRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["sellers/{seller}"]))
    return rules
  }

  private static func o2c_v1_UpdateSellerRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("seller", 1, .message, .singular, type: "o2c.v1.Seller", behavior: [.required]))
    rules.append(FieldRule("update_mask", 2, .message, .singular, type: "google.protobuf.FieldMask"))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_GetCallerRequest() -> [FieldRule] {
    let rules: [FieldRule] = []
    return rules
  }

  private static func o2c_v1_GetCallerResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("principal", 1, .message, .singular, type: "o2c.v1.Principal"))
    rules.append(FieldRule("roles", 2, .string, .repeated))
    rules.append(FieldRule("permissions", 3, .string, .repeated))
    rules.append(FieldRule("sellers", 4, .string, .repeated, format: .resourceName, resources: ["sellers/{seller}"]))
    rules.append(FieldRule("seller", 5, .string, .singular, format: .resourceName, resources: ["sellers/{seller}"]))
    rules.append(FieldRule("server_version", 6, .string, .singular))
    rules.append(FieldRule("seller_time_zone", 7, .string, .singular, format: .timeZone))
    return rules
  }

  private static func o2c_v1_CreatePrincipalRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("principal", 1, .message, .singular, type: "o2c.v1.Principal", behavior: [.required]))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    rules.append(FieldRule("note", 4, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_ListPrincipalsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListPrincipalsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("principals", 1, .message, .repeated, type: "o2c.v1.Principal"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_SuspendPrincipalRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["principals/{principal}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("reason", 5, .string, .singular, behavior: [.required], maxLength: 500))
    rules.append(FieldRule("note", 6, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_CreateApiKeyRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("principal", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["principals/{principal}"]))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    rules.append(FieldRule("expire_time", 4, .message, .singular, type: "google.protobuf.Timestamp"))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_RevokeApiKeyRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["principals/{principal}/apiKeys/{key}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_IssueCertificateRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("principal", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["principals/{principal}"]))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    rules.append(FieldRule("certificate_request", 4, .string, .singular, behavior: [.required], format: .pem, maxLength: 16384))
    rules.append(FieldRule("expire_time", 5, .message, .singular, type: "google.protobuf.Timestamp"))
    rules.append(FieldRule("note", 6, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_RevokeCertificateRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("fingerprint", 1, .string, .singular, behavior: [.required], format: .sha256, maxLength: 64))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    rules.append(FieldRule("note", 4, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_ImportRecordsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("header", 1, .message, .singular, type: "o2c.v1.ImportRecordsRequest.Header", oneof: "message"))
    rules.append(FieldRule("chunk", 2, .message, .singular, type: "o2c.v1.ImportRecordsRequest.Chunk", oneof: "message"))
    return rules
  }

  private static func o2c_v1_ImportRecordsRequest_Header() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("kind", 1, .enumeration, .singular, type: "o2c.v1.ImportRecordsRequest.Kind", behavior: [.required]))
    rules.append(FieldRule("format", 2, .enumeration, .singular, type: "o2c.v1.ImportRecordsRequest.Format"))
    rules.append(FieldRule("request_id", 3, .string, .singular, behavior: [.required], format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("sha256", 4, .string, .singular, behavior: [.required], format: .sha256, maxLength: 64))
    rules.append(FieldRule("size", 5, .int64, .singular, behavior: [.required], minimum: "1", maximum: "67108864"))
    rules.append(FieldRule("mapping", 6, .message, .map, type: "o2c.v1.ImportRecordsRequest.Header.MappingEntry", maxLength: 128, maxItems: 100))
    rules.append(FieldRule("skip_bad_rows", 7, .bool, .singular))
    rules.append(FieldRule("validate_only", 8, .bool, .singular))
    return rules
  }

  private static func o2c_v1_ImportRecordsRequest_Chunk() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("data", 1, .bytes, .singular, maxLength: 262144))
    rules.append(FieldRule("last", 2, .bool, .singular))
    return rules
  }

  private static func o2c_v1_ImportRecordsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("accepted", 1, .message, .singular, type: "o2c.v1.ImportRecordsResponse.Accepted", oneof: "message"))
    rules.append(FieldRule("progress", 2, .message, .singular, type: "o2c.v1.ImportRecordsResponse.Progress", oneof: "message"))
    rules.append(FieldRule("row_error", 3, .message, .singular, type: "o2c.v1.ImportRecordsResponse.RowError", oneof: "message"))
    rules.append(FieldRule("result", 4, .message, .singular, type: "o2c.v1.ImportRecordsResponse.Result", oneof: "message"))
    return rules
  }

  private static func o2c_v1_ImportRecordsResponse_Accepted() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("resume_offset", 1, .int64, .singular))
    return rules
  }

  private static func o2c_v1_ImportRecordsResponse_Progress() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("rows_done", 1, .int64, .singular))
    rules.append(FieldRule("rows_total", 2, .int64, .singular))
    rules.append(FieldRule("bytes_received", 3, .int64, .singular))
    return rules
  }

  private static func o2c_v1_ImportRecordsResponse_RowError() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("row", 1, .int64, .singular))
    rules.append(FieldRule("key", 2, .string, .singular, maxLength: 128))
    rules.append(FieldRule("status", 3, .message, .singular, type: "google.rpc.Status"))
    return rules
  }

  private static func o2c_v1_ImportRecordsResponse_Result() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("rows", 1, .int64, .singular))
    rules.append(FieldRule("imported", 2, .int64, .singular))
    rules.append(FieldRule("failed", 3, .int64, .singular))
    rules.append(FieldRule("replayed", 4, .int64, .singular))
    return rules
  }

  private static func o2c_v1_CreatePolicyVersionRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("policy", 1, .message, .singular, type: "o2c.v1.Policy", behavior: [.required]))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    rules.append(FieldRule("note", 4, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_ListPoliciesRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListPoliciesResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("policies", 1, .message, .repeated, type: "o2c.v1.Policy"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_ReplayPolicyRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("policy", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["policies/{policy}"]))
    rules.append(FieldRule("from_date", 2, .message, .singular, type: "google.type.Date", behavior: [.required]))
    rules.append(FieldRule("to_date", 3, .message, .singular, type: "google.type.Date"))
    return rules
  }

  private static func o2c_v1_ReplayPolicyResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("flip", 1, .message, .singular, type: "o2c.v1.ReplayPolicyResponse.Flip", oneof: "message"))
    rules.append(FieldRule("result", 2, .message, .singular, type: "o2c.v1.ReplayPolicyResponse.Result", oneof: "message"))
    return rules
  }

  private static func o2c_v1_ReplayPolicyResponse_Flip() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("event", 1, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["events/{event}"]))
    rules.append(FieldRule("order", 2, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["orders/{order}"]))
    rules.append(FieldRule("customer", 3, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["customers/{customer}"]))
    rules.append(FieldRule("was", 4, .enumeration, .singular, type: "o2c.v1.CreditDecision.Result", behavior: [.outputOnly]))
    rules.append(FieldRule("would_be", 5, .message, .singular, type: "o2c.v1.CreditDecision", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_ReplayPolicyResponse_Result() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("decisions", 1, .int64, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("now_denied", 2, .int64, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("now_approved", 3, .int64, .singular, behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_ListApprovalsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListApprovalsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("approvals", 1, .message, .repeated, type: "o2c.v1.Approval"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_GrantApprovalRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["approvals/{approval}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_DenyApprovalRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["approvals/{approval}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_Approval() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["approvals/{approval}"]))
    rules.append(FieldRule("subject", 2, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["customers/{customer}", "customers/{customer}/creditAccount", "orders/{order}", "policies/{policy}", "sellers/{seller}"]))
    rules.append(FieldRule("method", 3, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("permission", 4, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("amount", 5, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("requested_by", 6, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["principals/{principal}"]))
    rules.append(FieldRule("decided_by", 7, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["principals/{principal}"]))
    rules.append(FieldRule("note", 8, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("decision_note", 9, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("state", 10, .enumeration, .singular, type: "o2c.v1.Approval.State", behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("expire_time", 11, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("decide_time", 12, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("summary", 13, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("update_time", 91, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    return rules
  }

  private static func o2c_v1_Policy() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["policies/{policy}"]))
    rules.append(FieldRule("kind", 2, .enumeration, .singular, type: "o2c.v1.Policy.Kind", behavior: [.required], isFilterable: true, isSortable: true))
    rules.append(FieldRule("version", 3, .int32, .singular, behavior: [.outputOnly], isSortable: true))
    rules.append(FieldRule("state", 4, .enumeration, .singular, type: "o2c.v1.Policy.State", behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("valid_from_date", 5, .message, .singular, type: "google.type.Date", isFilterable: true, isSortable: true))
    rules.append(FieldRule("author", 6, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["principals/{principal}"]))
    rules.append(FieldRule("approver", 7, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["principals/{principal}"]))
    rules.append(FieldRule("credit", 8, .message, .singular, type: "o2c.v1.CreditRules", oneof: "rules"))
    rules.append(FieldRule("pricing", 9, .message, .singular, type: "o2c.v1.PricingRules", oneof: "rules"))
    rules.append(FieldRule("test_cases", 10, .message, .repeated, type: "o2c.v1.Policy.TestCase", maxItems: 200))
    rules.append(FieldRule("approval", 11, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["approvals/{approval}"]))
    rules.append(FieldRule("note", 12, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("update_time", 91, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    return rules
  }

  private static func o2c_v1_Policy_TestCase() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("display_name", 1, .string, .singular, behavior: [.required], maxLength: 128))
    rules.append(FieldRule("credit", 2, .message, .singular, type: "o2c.v1.CreditInputs", oneof: "inputs"))
    rules.append(FieldRule("pricing", 3, .message, .singular, type: "o2c.v1.PricingInputs", oneof: "inputs"))
    rules.append(FieldRule("failed_rules", 4, .string, .repeated, format: .key, maxLength: 32, maxItems: 20))
    return rules
  }

  private static func o2c_v1_CreditRules() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("limit_tolerance_percent", 1, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "1000"))
    rules.append(FieldRule("overdue_days", 2, .int32, .singular, minimum: "-1", maximum: "3650"))
    rules.append(FieldRule("overdue_item_minimum", 3, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("overdue_share_percent", 4, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("overdue_share_minimum", 5, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("check_terms", 6, .bool, .singular))
    rules.append(FieldRule("review_grace_days", 7, .int32, .singular, minimum: "-1", maximum: "3650"))
    rules.append(FieldRule("dunning_level", 8, .int32, .singular, minimum: "0", maximum: "9"))
    rules.append(FieldRule("order_size_maximum", 9, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("first_order_maximum", 10, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("deduct_unapplied", 11, .bool, .singular))
    rules.append(FieldRule("utilization_warning_percent", 12, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "1000"))
    rules.append(FieldRule("classes", 13, .message, .repeated, type: "o2c.v1.RiskClassBand", maxItems: 5))
    rules.append(FieldRule("score_table", 14, .message, .singular, type: "o2c.v1.ScoreTable"))
    return rules
  }

  private static func o2c_v1_RiskClassBand() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("risk_class", 1, .enumeration, .singular, type: "o2c.v1.CreditAccount.RiskClass", behavior: [.required]))
    rules.append(FieldRule("from_score", 2, .int32, .singular, minimum: "0", maximum: "100"))
    rules.append(FieldRule("factor", 3, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("limit_maximum", 4, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("start_limit", 5, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("review_days", 6, .int32, .singular, minimum: "1", maximum: "3650"))
    return rules
  }

  private static func o2c_v1_ScoreTable() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("days_beyond_terms", 1, .message, .repeated, type: "o2c.v1.ScoreTable.Step", maxItems: 20))
    rules.append(FieldRule("no_history_points", 2, .int32, .singular, minimum: "0", maximum: "100"))
    rules.append(FieldRule("overdue_share", 3, .message, .repeated, type: "o2c.v1.ScoreTable.Step", maxItems: 20))
    rules.append(FieldRule("months", 4, .message, .repeated, type: "o2c.v1.ScoreTable.Step", maxItems: 20))
    rules.append(FieldRule("incidents", 5, .message, .repeated, type: "o2c.v1.ScoreTable.Step", maxItems: 20))
    rules.append(FieldRule("rating_points", 6, .int32, .singular, minimum: "0", maximum: "100"))
    rules.append(FieldRule("no_rating_points", 7, .int32, .singular, minimum: "0", maximum: "100"))
    return rules
  }

  private static func o2c_v1_ScoreTable_Step() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("bound", 1, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, minimum: "-365", maximum: "3650"))
    rules.append(FieldRule("points", 2, .int32, .singular, minimum: "0", maximum: "100"))
    return rules
  }

  private static func o2c_v1_PricingRules() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("line_discount_percent", 1, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("order_discount_percent", 2, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("line_discounts", 3, .int32, .singular, minimum: "0", maximum: "10"))
    rules.append(FieldRule("order_discounts", 4, .int32, .singular, minimum: "0", maximum: "10"))
    rules.append(FieldRule("stacking", 5, .enumeration, .singular, type: "o2c.v1.PricingRules.Stacking"))
    rules.append(FieldRule("reason_codes", 6, .string, .repeated, format: .key, maxLength: 32, maxItems: 100))
    rules.append(FieldRule("line_discount_maximum_percent", 7, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("order_discount_maximum_percent", 8, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("minimum_order_value", 9, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    return rules
  }

  private static func o2c_v1_CreditInputs() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("checkpoint", 1, .enumeration, .singular, type: "o2c.v1.CreditDecision.Checkpoint"))
    rules.append(FieldRule("orders", 2, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("unbilled_shipments", 3, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("open_items", 4, .message, .singular, type: "o2c.v1.Money"))
    rules.append(FieldRule("unapplied", 5, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("limit", 6, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("order_gross", 7, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("overdue_amount", 8, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("oldest_overdue_days", 9, .int32, .singular, minimum: "0", maximum: "36500"))
    rules.append(FieldRule("blocked", 10, .bool, .singular))
    rules.append(FieldRule("terms", 11, .string, .singular, format: .paymentTerms, maxLength: 64))
    rules.append(FieldRule("agreed_terms", 12, .string, .singular, format: .paymentTerms, maxLength: 64))
    rules.append(FieldRule("days_past_review", 13, .int32, .singular, minimum: "-36500", maximum: "36500"))
    rules.append(FieldRule("dunning_level", 14, .int32, .singular, minimum: "0", maximum: "9"))
    rules.append(FieldRule("first_order", 15, .bool, .singular))
    rules.append(FieldRule("deposits_paid", 16, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    return rules
  }

  private static func o2c_v1_PricingInputs() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("line_discounts", 1, .message, .repeated, type: "o2c.v1.Discount", maxItems: 20))
    rules.append(FieldRule("order_discounts", 2, .message, .repeated, type: "o2c.v1.Discount", maxItems: 20))
    rules.append(FieldRule("base", 3, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("lines", 4, .message, .repeated, type: "o2c.v1.PricingInputs.Line", maxItems: 100))
    rules.append(FieldRule("has_permission", 5, .bool, .singular))
    return rules
  }

  private static func o2c_v1_PricingInputs_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("base", 1, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("discounts", 2, .message, .repeated, type: "o2c.v1.Discount", maxItems: 20))
    rules.append(FieldRule("list_discount_percent", 3, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("below_list", 4, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    return rules
  }

  private static func o2c_v1_Seller() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, resources: ["sellers/{seller}"]))
    rules.append(FieldRule("display_name", 2, .string, .singular, behavior: [.required], maxLength: 128))
    rules.append(FieldRule("party", 3, .message, .singular, type: "o2c.v1.Party", behavior: [.required]))
    rules.append(FieldRule("bank_accounts", 4, .message, .repeated, type: "o2c.v1.BankAccount", maxItems: 10))
    rules.append(FieldRule("base_currency_code", 5, .string, .singular, behavior: [.required, .immutable], format: .currency, maxLength: 3))
    rules.append(FieldRule("time_zone", 6, .string, .singular, behavior: [.required], format: .timeZone, maxLength: 64))
    rules.append(FieldRule("default_warehouse", 7, .string, .singular, format: .resourceName, maxLength: 128, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("rounding", 8, .message, .singular, type: "o2c.v1.Rounding"))
    rules.append(FieldRule("default_payment_terms", 9, .string, .singular, format: .paymentTerms, maxLength: 64))
    rules.append(FieldRule("order_settings", 10, .message, .singular, type: "o2c.v1.Seller.OrderSettings"))
    rules.append(FieldRule("approval", 11, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["approvals/{approval}"]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("update_time", 91, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    return rules
  }

  private static func o2c_v1_Seller_OrderSettings() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("minimum_order_value", 1, .message, .singular, type: "o2c.v1.Money", minimum: "0"))
    rules.append(FieldRule("over_shipment_percent", 2, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("under_shipment_percent", 3, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("protect_backorders", 4, .bool, .singular))
    rules.append(FieldRule("transit_days", 5, .int32, .singular, minimum: "0", maximum: "90"))
    rules.append(FieldRule("return_window_days", 6, .int32, .singular, minimum: "0", maximum: "3650"))
    return rules
  }

  private static func o2c_v1_Principal() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["principals/{principal}"]))
    rules.append(FieldRule("kind", 2, .enumeration, .singular, type: "o2c.v1.Principal.Kind", behavior: [.required, .immutable], isFilterable: true))
    rules.append(FieldRule("display_name", 3, .string, .singular, behavior: [.required], maxLength: 128, isFilterable: true, isSortable: true))
    rules.append(FieldRule("roles", 4, .string, .repeated, behavior: [.required], format: .key, maxLength: 32, minItems: 1, maxItems: 16))
    rules.append(FieldRule("customers", 5, .string, .repeated, format: .resourceName, maxLength: 128, maxItems: 1000, resources: ["customers/{customer}"]))
    rules.append(FieldRule("authority", 6, .message, .repeated, type: "o2c.v1.Principal.Authority", maxItems: 100))
    rules.append(FieldRule("certificates", 7, .message, .repeated, type: "o2c.v1.Certificate", behavior: [.outputOnly]))
    rules.append(FieldRule("api_keys", 8, .message, .repeated, type: "o2c.v1.ApiKey", behavior: [.outputOnly]))
    rules.append(FieldRule("state", 9, .enumeration, .singular, type: "o2c.v1.Principal.State", behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("update_time", 91, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    return rules
  }

  private static func o2c_v1_Principal_Authority() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("permission", 1, .string, .singular, behavior: [.required], maxLength: 64))
    rules.append(FieldRule("amount", 2, .message, .singular, type: "o2c.v1.Money", behavior: [.required], minimum: "0"))
    return rules
  }

  private static func o2c_v1_ApiKey() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, resources: ["principals/{principal}/apiKeys/{key}"]))
    rules.append(FieldRule("key_id", 2, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("last_four", 3, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("secret", 4, .string, .singular, behavior: [.outputOnly], isSensitive: true))
    rules.append(FieldRule("state", 5, .enumeration, .singular, type: "o2c.v1.ApiKey.State", behavior: [.outputOnly]))
    rules.append(FieldRule("expire_time", 6, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("revoke_time", 7, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    return rules
  }

  private static func o2c_v1_Certificate() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("fingerprint", 1, .string, .singular, behavior: [.outputOnly], format: .sha256))
    rules.append(FieldRule("principal", 2, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["principals/{principal}"]))
    rules.append(FieldRule("uri", 3, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("certificate_chain", 4, .string, .singular, behavior: [.outputOnly], format: .pem))
    rules.append(FieldRule("state", 5, .enumeration, .singular, type: "o2c.v1.Certificate.State", behavior: [.outputOnly]))
    rules.append(FieldRule("expire_time", 6, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("revoke_time", 7, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_CreateProductRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("product", 1, .message, .singular, type: "o2c.v1.Product", behavior: [.required]))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    return rules
  }

  private static func o2c_v1_GetProductRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["products/{product}"]))
    return rules
  }

  private static func o2c_v1_ListProductsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListProductsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("products", 1, .message, .repeated, type: "o2c.v1.Product"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_UpdateProductRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("product", 1, .message, .singular, type: "o2c.v1.Product", behavior: [.required]))
    rules.append(FieldRule("update_mask", 2, .message, .singular, type: "google.protobuf.FieldMask"))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    return rules
  }

  private static func o2c_v1_SetPricesRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("prices", 1, .message, .repeated, type: "o2c.v1.Price", behavior: [.required], minItems: 1, maxItems: 1000))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    return rules
  }

  private static func o2c_v1_SetPricesResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("prices", 1, .message, .repeated, type: "o2c.v1.Price"))
    return rules
  }

  private static func o2c_v1_SetTaxRulesRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("tax_rules", 1, .message, .repeated, type: "o2c.v1.TaxRule", behavior: [.required], minItems: 1, maxItems: 1000))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    return rules
  }

  private static func o2c_v1_SetTaxRulesResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("tax_rules", 1, .message, .repeated, type: "o2c.v1.TaxRule"))
    return rules
  }

  private static func o2c_v1_ListPricesRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListPricesResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("prices", 1, .message, .repeated, type: "o2c.v1.Price"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_ListTaxRulesRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListTaxRulesResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("tax_rules", 1, .message, .repeated, type: "o2c.v1.TaxRule"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_QuotePriceRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("customer", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["customers/{customer}"]))
    rules.append(FieldRule("ship_to", 2, .message, .singular, type: "o2c.v1.Address"))
    rules.append(FieldRule("order_date", 3, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("currency_code", 4, .string, .singular, format: .currency, maxLength: 3))
    rules.append(FieldRule("lines", 5, .message, .repeated, type: "o2c.v1.QuotePriceRequest.Line", behavior: [.required], minItems: 1, maxItems: 500))
    rules.append(FieldRule("discounts", 6, .message, .repeated, type: "o2c.v1.Discount", maxItems: 10))
    rules.append(FieldRule("charges", 7, .message, .repeated, type: "o2c.v1.Charge", maxItems: 20))
    return rules
  }

  private static func o2c_v1_QuotePriceRequest_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("product", 1, .string, .singular, format: .resourceName, maxLength: 128, resources: ["products/{product}"]))
    rules.append(FieldRule("sku", 2, .string, .singular, maxLength: 64))
    rules.append(FieldRule("quantity", 3, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, greaterThan: "0"))
    rules.append(FieldRule("discounts", 4, .message, .repeated, type: "o2c.v1.Discount", maxItems: 10))
    return rules
  }

  private static func o2c_v1_QuotePriceResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("lines", 1, .message, .repeated, type: "o2c.v1.OrderLine", behavior: [.outputOnly]))
    rules.append(FieldRule("totals", 2, .message, .singular, type: "o2c.v1.Order.Totals", behavior: [.outputOnly]))
    rules.append(FieldRule("discounts", 3, .message, .repeated, type: "o2c.v1.Discount", behavior: [.outputOnly]))
    rules.append(FieldRule("charges", 4, .message, .repeated, type: "o2c.v1.Charge", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Product() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["products/{product}"]))
    rules.append(FieldRule("sku", 2, .string, .singular, behavior: [.required, .immutable], maxLength: 64, isFilterable: true, isSortable: true))
    rules.append(FieldRule("gtin", 3, .string, .singular, format: .gtin, maxLength: 14, isFilterable: true))
    rules.append(FieldRule("display_name", 4, .string, .singular, behavior: [.required], maxLength: 128, isFilterable: true, isSortable: true))
    rules.append(FieldRule("description", 5, .string, .singular, maxLength: 2000))
    rules.append(FieldRule("kind", 6, .enumeration, .singular, type: "o2c.v1.Product.Kind", behavior: [.immutable], isFilterable: true))
    rules.append(FieldRule("unit_code", 7, .string, .singular, format: .unit, maxLength: 3))
    rules.append(FieldRule("tax_class", 8, .string, .singular, format: .key, maxLength: 32))
    rules.append(FieldRule("stocked", 9, .bool, .singular, behavior: [.immutable]))
    rules.append(FieldRule("sellable_from_date", 10, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("sellable_until_date", 11, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("commodity_code", 12, .string, .singular, format: .commodity, maxLength: 10))
    rules.append(FieldRule("category", 13, .string, .singular, format: .key, maxLength: 32))
    rules.append(FieldRule("lead_time_days", 14, .int32, .singular, minimum: "0", maximum: "730"))
    rules.append(FieldRule("over_shipment_percent", 15, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("under_shipment_percent", 16, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("update_time", 91, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("annotations", 93, .message, .map, type: "o2c.v1.Product.AnnotationsEntry", maxLength: 500, maxItems: 32))
    return rules
  }

  private static func o2c_v1_Price() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("product", 1, .string, .singular, format: .resourceName, maxLength: 128, isFilterable: true, resources: ["products/{product}"]))
    rules.append(FieldRule("sku", 2, .string, .singular, maxLength: 64, isFilterable: true, isSortable: true))
    rules.append(FieldRule("currency_code", 3, .string, .singular, behavior: [.required], format: .currency, maxLength: 3, isFilterable: true))
    rules.append(FieldRule("customer", 4, .string, .singular, oneof: "scope", format: .resourceName, maxLength: 128, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("price_group", 5, .string, .singular, oneof: "scope", format: .key, maxLength: 32, isFilterable: true))
    rules.append(FieldRule("min_quantity", 6, .string, .singular, format: .decimal, maxLength: 24, minimum: "0"))
    rules.append(FieldRule("valid_from_date", 7, .message, .singular, type: "google.type.Date", isFilterable: true, isSortable: true))
    rules.append(FieldRule("valid_until_date", 8, .message, .singular, type: "google.type.Date", isFilterable: true))
    rules.append(FieldRule("unit_price", 9, .string, .singular, format: .decimal, maxLength: 24, greaterThan: "0"))
    rules.append(FieldRule("base_quantity", 10, .string, .singular, format: .decimal, maxLength: 24, greaterThan: "0"))
    rules.append(FieldRule("discount_percent", 11, .string, .singular, format: .decimal, maxLength: 24, maximum: "100", greaterThan: "0"))
    return rules
  }

  private static func o2c_v1_TaxRule() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("tax_class", 1, .string, .singular, format: .key, maxLength: 32, isFilterable: true, isSortable: true))
    rules.append(FieldRule("region_code", 2, .string, .singular, format: .country, maxLength: 2, isFilterable: true, isSortable: true))
    rules.append(FieldRule("treatment", 3, .string, .singular, format: .key, maxLength: 32, isFilterable: true))
    rules.append(FieldRule("valid_from_date", 4, .message, .singular, type: "google.type.Date", isFilterable: true, isSortable: true))
    rules.append(FieldRule("category_code", 5, .string, .singular, behavior: [.required], format: .taxCategory, maxLength: 2, isFilterable: true))
    rules.append(FieldRule("rate_percent", 6, .string, .singular, format: .decimal, maxLength: 24, minimum: "0", maximum: "100"))
    rules.append(FieldRule("exemption_code", 7, .string, .singular, format: .vatex, maxLength: 32))
    return rules
  }

  private static func o2c_v1_ListEventsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListEventsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("events", 1, .message, .repeated, type: "o2c.v1.Event"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_Event() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["events/{event}"]))
    rules.append(FieldRule("type", 2, .string, .singular, behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("cursor", 3, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("occur_time", 4, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("actor", 5, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["principals/{principal}"]))
    rules.append(FieldRule("request_id", 6, .string, .singular, behavior: [.outputOnly], format: .uuidV7, isFilterable: true))
    rules.append(FieldRule("method", 7, .string, .singular, behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("resource", 8, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true))
    rules.append(FieldRule("resource_version", 9, .int64, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("customer", 10, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("data", 11, .string, .singular, behavior: [.outputOnly], format: .json))
    rules.append(FieldRule("hash", 12, .string, .singular, behavior: [.outputOnly], format: .sha256))
    return rules
  }

  private static func o2c_v1_ShipOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("lines", 5, .message, .repeated, type: "o2c.v1.ShipOrderRequest.Line", maxItems: 500))
    rules.append(FieldRule("warehouse", 6, .string, .singular, format: .resourceName, maxLength: 128, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("carrier", 7, .string, .singular, maxLength: 64))
    rules.append(FieldRule("tracking_number", 8, .string, .singular, maxLength: 64))
    rules.append(FieldRule("ship_date", 9, .message, .singular, type: "google.type.Date"))
    return rules
  }

  private static func o2c_v1_ShipOrderRequest_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("line_id", 1, .string, .singular, behavior: [.required], maxLength: 8))
    rules.append(FieldRule("quantity", 2, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, greaterThan: "0"))
    rules.append(FieldRule("lots", 3, .message, .repeated, type: "o2c.v1.Shipment.Lot", maxItems: 100))
    return rules
  }

  private static func o2c_v1_BatchShipOrdersRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("requests", 1, .message, .repeated, type: "o2c.v1.ShipOrderRequest", behavior: [.required], minItems: 1, maxItems: 500))
    return rules
  }

  private static func o2c_v1_BatchShipOrdersResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("results", 1, .message, .repeated, type: "o2c.v1.ShipOrderResult"))
    return rules
  }

  private static func o2c_v1_ShipOrderResult() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("request_id", 1, .string, .singular, format: .uuidV7))
    rules.append(FieldRule("shipment", 2, .message, .singular, type: "o2c.v1.Shipment", oneof: "result"))
    rules.append(FieldRule("error", 3, .message, .singular, type: "google.rpc.Status", oneof: "result"))
    rules.append(FieldRule("replayed", 4, .bool, .singular))
    return rules
  }

  private static func o2c_v1_GetShipmentRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}/shipments/{shipment}"]))
    return rules
  }

  private static func o2c_v1_ListShipmentsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("parent", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("page_size", 2, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 3, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 4, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 5, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 6, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListShipmentsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("shipments", 1, .message, .repeated, type: "o2c.v1.Shipment"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_ConfirmDeliveryRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}/shipments/{shipment}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("delivered_time", 5, .message, .singular, type: "google.protobuf.Timestamp"))
    rules.append(FieldRule("recipient", 6, .string, .singular, maxLength: 128, isSensitive: true))
    rules.append(FieldRule("lost", 7, .bool, .singular))
    rules.append(FieldRule("note", 8, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_CreateReturnRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("order", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("lines", 2, .message, .repeated, type: "o2c.v1.Return.Line", behavior: [.required], minItems: 1, maxItems: 500))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_GetReturnRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["returns/{return}"]))
    return rules
  }

  private static func o2c_v1_ListReturnsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListReturnsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("returns", 1, .message, .repeated, type: "o2c.v1.Return"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_AuthorizeReturnRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["returns/{return}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("note", 5, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_RejectReturnRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["returns/{return}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("reason", 5, .string, .singular, behavior: [.required], maxLength: 500))
    rules.append(FieldRule("note", 6, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_ReceiveReturnRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["returns/{return}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("lines", 5, .message, .repeated, type: "o2c.v1.ReceiveReturnRequest.Line", maxItems: 500))
    rules.append(FieldRule("warehouse", 6, .string, .singular, format: .resourceName, maxLength: 128, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("note", 7, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_ReceiveReturnRequest_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("shipment", 1, .string, .singular, format: .resourceName, maxLength: 128, resources: ["orders/{order}/shipments/{shipment}"]))
    rules.append(FieldRule("line_id", 2, .string, .singular, behavior: [.required], maxLength: 8))
    rules.append(FieldRule("quantity", 3, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, greaterThan: "0"))
    rules.append(FieldRule("disposition", 4, .enumeration, .singular, type: "o2c.v1.Return.Disposition"))
    return rules
  }

  private static func o2c_v1_Shipment() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["orders/{order}/shipments/{shipment}"]))
    rules.append(FieldRule("shipment_number", 2, .string, .singular, behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("order", 3, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["orders/{order}"]))
    rules.append(FieldRule("customer", 4, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("state", 5, .enumeration, .singular, type: "o2c.v1.Shipment.State", behavior: [.outputOnly]))
    rules.append(FieldRule("lines", 6, .message, .repeated, type: "o2c.v1.Shipment.Line", behavior: [.outputOnly], filterPaths: ["lots.lot_number"]))
    rules.append(FieldRule("carrier", 7, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("tracking_number", 8, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("ship_date", 9, .message, .singular, type: "google.type.Date", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("delivered_time", 10, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("recipient", 11, .string, .singular, behavior: [.outputOnly], isSensitive: true))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    return rules
  }

  private static func o2c_v1_Shipment_Lot() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("lot_number", 1, .string, .singular, behavior: [.required], format: .lot, maxLength: 64))
    rules.append(FieldRule("quantity", 2, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, greaterThan: "0"))
    return rules
  }

  private static func o2c_v1_Shipment_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("line_id", 1, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("product", 2, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["products/{product}"]))
    rules.append(FieldRule("warehouse", 3, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("quantity", 4, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("returned_quantity", 5, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("lots", 6, .message, .repeated, type: "o2c.v1.Shipment.Lot", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Return() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["returns/{return}"]))
    rules.append(FieldRule("rma_number", 2, .string, .singular, behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("order", 3, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["orders/{order}"]))
    rules.append(FieldRule("customer", 4, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("state", 5, .enumeration, .singular, type: "o2c.v1.Return.State", behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("lines", 6, .message, .repeated, type: "o2c.v1.Return.Line", behavior: [.outputOnly]))
    rules.append(FieldRule("note", 7, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("reject_reason", 8, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("valid_until_time", 9, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("received_time", 10, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("update_time", 91, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    return rules
  }

  private static func o2c_v1_Return_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("shipment", 1, .string, .singular, format: .resourceName, maxLength: 128, resources: ["orders/{order}/shipments/{shipment}"]))
    rules.append(FieldRule("line_id", 2, .string, .singular, behavior: [.required], maxLength: 8))
    rules.append(FieldRule("quantity", 3, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, greaterThan: "0"))
    rules.append(FieldRule("reason_code", 4, .string, .singular, format: .key, maxLength: 32))
    rules.append(FieldRule("disposition", 5, .enumeration, .singular, type: "o2c.v1.Return.Disposition"))
    rules.append(FieldRule("received_quantity", 6, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("product", 7, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["products/{product}"]))
    rules.append(FieldRule("net_amount", 8, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("replaced_quantity", 9, .string, .singular, behavior: [.outputOnly], format: .decimal))
    return rules
  }

  private static func o2c_v1_InvoiceOrderRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["orders/{order}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("lines", 5, .message, .repeated, type: "o2c.v1.InvoiceOrderRequest.Line", maxItems: 500))
    rules.append(FieldRule("issue_date", 6, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("draft_only", 7, .bool, .singular))
    rules.append(FieldRule("scope", 8, .enumeration, .singular, type: "o2c.v1.InvoiceOrderRequest.Scope"))
    rules.append(FieldRule("deposit_percent", 9, .string, .singular, format: .decimal, maxLength: 24, maximum: "100", greaterThan: "0"))
    rules.append(FieldRule("deposit_amount", 10, .message, .singular, type: "o2c.v1.Money", greaterThan: "0"))
    return rules
  }

  private static func o2c_v1_InvoiceOrderRequest_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("line_id", 1, .string, .singular, behavior: [.required], maxLength: 8))
    rules.append(FieldRule("quantity", 2, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, greaterThan: "0"))
    return rules
  }

  private static func o2c_v1_IssueInvoiceRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["invoices/{invoice}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("issue_date", 5, .message, .singular, type: "google.type.Date"))
    return rules
  }

  private static func o2c_v1_GetInvoiceRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["invoices/{invoice}"]))
    return rules
  }

  private static func o2c_v1_ListInvoicesRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListInvoicesResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("invoices", 1, .message, .repeated, type: "o2c.v1.Invoice"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_Invoice() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["invoices/{invoice}"]))
    rules.append(FieldRule("kind", 2, .enumeration, .singular, type: "o2c.v1.Invoice.Kind", behavior: [.outputOnly]))
    rules.append(FieldRule("invoice_number", 3, .string, .singular, behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("document_type_code", 4, .string, .singular, behavior: [.outputOnly], format: .documentType))
    rules.append(FieldRule("state", 5, .enumeration, .singular, type: "o2c.v1.Invoice.State", behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("settlement_state", 6, .enumeration, .singular, type: "o2c.v1.Invoice.SettlementState", behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("customer", 7, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("orders", 8, .string, .repeated, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["orders/{order}"]))
    rules.append(FieldRule("seller", 9, .message, .singular, type: "o2c.v1.Party", behavior: [.outputOnly]))
    rules.append(FieldRule("buyer", 10, .message, .singular, type: "o2c.v1.Party", behavior: [.outputOnly]))
    rules.append(FieldRule("issue_date", 11, .message, .singular, type: "google.type.Date", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("due_date", 12, .message, .singular, type: "google.type.Date", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("delivery_date", 13, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("currency_code", 14, .string, .singular, behavior: [.outputOnly], format: .currency))
    rules.append(FieldRule("buyer_reference", 15, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("purchase_order_reference", 16, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("payment_terms", 17, .string, .singular, behavior: [.outputOnly], format: .paymentTerms))
    rules.append(FieldRule("deliver_to", 18, .message, .singular, type: "o2c.v1.Address", behavior: [.outputOnly]))
    rules.append(FieldRule("lines", 19, .message, .repeated, type: "o2c.v1.Invoice.Line", behavior: [.outputOnly]))
    rules.append(FieldRule("taxes", 20, .message, .repeated, type: "o2c.v1.TaxTotal", behavior: [.outputOnly]))
    rules.append(FieldRule("totals", 21, .message, .singular, type: "o2c.v1.Invoice.Totals", behavior: [.outputOnly], filterPaths: ["payable.minor_units"], sortPaths: ["payable.minor_units"]))
    rules.append(FieldRule("discount_schedule", 22, .message, .repeated, type: "o2c.v1.Invoice.Discount", behavior: [.outputOnly]))
    rules.append(FieldRule("rounding", 23, .message, .singular, type: "o2c.v1.Rounding", behavior: [.outputOnly]))
    rules.append(FieldRule("balance", 24, .message, .singular, type: "o2c.v1.Invoice.Balance", behavior: [.outputOnly]))
    rules.append(FieldRule("issue_time", 25, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("content_hash", 26, .string, .singular, behavior: [.outputOnly], format: .sha256))
    rules.append(FieldRule("charges", 27, .message, .repeated, type: "o2c.v1.Charge", behavior: [.outputOnly]))
    rules.append(FieldRule("preceding_invoices", 28, .message, .repeated, type: "o2c.v1.Invoice.PrecedingInvoice", behavior: [.outputOnly]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    return rules
  }

  private static func o2c_v1_Invoice_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("line_id", 1, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("order", 2, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["orders/{order}"]))
    rules.append(FieldRule("order_line_id", 3, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("product", 4, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["products/{product}"]))
    rules.append(FieldRule("sku", 5, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("description", 6, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("quantity", 7, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("unit_code", 8, .string, .singular, behavior: [.outputOnly], format: .unit))
    rules.append(FieldRule("unit_price", 9, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("base_quantity", 10, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("discount_amount", 11, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("net_amount", 12, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("tax_category_code", 13, .string, .singular, behavior: [.outputOnly], format: .taxCategory))
    rules.append(FieldRule("tax_rate_percent", 14, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("tax_amount", 15, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("order_discount_amount", 16, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Invoice_Totals() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("line_net", 1, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("tax_exclusive", 2, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("tax", 3, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("tax_inclusive", 4, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("payable", 5, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("allowances", 6, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("charges", 7, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("prepaid", 8, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Invoice_PrecedingInvoice() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("invoice", 1, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["invoices/{invoice}"]))
    rules.append(FieldRule("invoice_number", 2, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("issue_date", 3, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("amount", 4, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Invoice_Discount() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("percent", 1, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("until_date", 2, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_Invoice_Balance() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("paid", 1, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("outstanding", 2, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_ListJournalEntriesRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    rules.append(FieldRule("as_of_date", 6, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("known_at_time", 7, .message, .singular, type: "google.protobuf.Timestamp"))
    return rules
  }

  private static func o2c_v1_ListJournalEntriesResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("journal_entries", 1, .message, .repeated, type: "o2c.v1.JournalEntry"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_GetTrialBalanceRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("as_of_date", 1, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("known_at_time", 2, .message, .singular, type: "google.protobuf.Timestamp"))
    return rules
  }

  private static func o2c_v1_GetTrialBalanceResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("rows", 1, .message, .repeated, type: "o2c.v1.GetTrialBalanceResponse.Row"))
    rules.append(FieldRule("as_of_date", 2, .message, .singular, type: "google.type.Date"))
    return rules
  }

  private static func o2c_v1_GetTrialBalanceResponse_Row() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("account", 1, .string, .singular))
    rules.append(FieldRule("display_name", 2, .string, .singular))
    rules.append(FieldRule("debit", 3, .message, .singular, type: "o2c.v1.Money"))
    rules.append(FieldRule("credit", 4, .message, .singular, type: "o2c.v1.Money"))
    rules.append(FieldRule("balance", 5, .message, .singular, type: "o2c.v1.Money"))
    return rules
  }

  private static func o2c_v1_VerifyBooksRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("checks", 1, .string, .repeated, maxLength: 16, maxItems: 100))
    return rules
  }

  private static func o2c_v1_VerifyBooksResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("finding", 1, .message, .singular, type: "o2c.v1.VerifyBooksResponse.Finding", oneof: "message"))
    rules.append(FieldRule("result", 2, .message, .singular, type: "o2c.v1.VerifyBooksResponse.Result", oneof: "message"))
    return rules
  }

  private static func o2c_v1_VerifyBooksResponse_Finding() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("check", 1, .string, .singular))
    rules.append(FieldRule("description", 2, .string, .singular))
    rules.append(FieldRule("rows", 3, .string, .repeated, maxItems: 100))
    return rules
  }

  private static func o2c_v1_VerifyBooksResponse_Result() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("checks_run", 1, .string, .repeated))
    rules.append(FieldRule("findings", 2, .int64, .singular))
    return rules
  }

  private static func o2c_v1_JournalEntry() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["journalEntries/{entry}"]))
    rules.append(FieldRule("posting_date", 2, .message, .singular, type: "google.type.Date", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("record_time", 3, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("document", 4, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["invoices/{invoice}", "payments/{payment}", "orders/{order}/shipments/{shipment}"]))
    rules.append(FieldRule("lines", 5, .message, .repeated, type: "o2c.v1.JournalEntry.Line", behavior: [.outputOnly], filterPaths: ["account", "customer"]))
    rules.append(FieldRule("reverses", 6, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["journalEntries/{entry}"]))
    rules.append(FieldRule("request_id", 7, .string, .singular, behavior: [.outputOnly], format: .uuidV7))
    return rules
  }

  private static func o2c_v1_JournalEntry_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("account", 1, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("debit", 2, .message, .singular, type: "o2c.v1.Money", oneof: "side", behavior: [.outputOnly]))
    rules.append(FieldRule("credit", 3, .message, .singular, type: "o2c.v1.Money", oneof: "side", behavior: [.outputOnly]))
    rules.append(FieldRule("customer", 4, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["customers/{customer}"]))
    return rules
  }

  private static func o2c_v1_PaymentApplication() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("item", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["openItems/{item}"]))
    rules.append(FieldRule("amount", 2, .message, .singular, type: "o2c.v1.Money", greaterThan: "0"))
    return rules
  }

  private static func o2c_v1_RecordPaymentRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("payment", 1, .message, .singular, type: "o2c.v1.Payment", behavior: [.required]))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    rules.append(FieldRule("applications", 4, .message, .repeated, type: "o2c.v1.PaymentApplication", maxItems: 500))
    rules.append(FieldRule("auto_apply", 5, .bool, .singular))
    return rules
  }

  private static func o2c_v1_ApplyPaymentRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["payments/{payment}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("applications", 5, .message, .repeated, type: "o2c.v1.PaymentApplication", behavior: [.required], minItems: 1, maxItems: 500))
    return rules
  }

  private static func o2c_v1_GetPaymentRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["payments/{payment}"]))
    return rules
  }

  private static func o2c_v1_ListPaymentsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListPaymentsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("payments", 1, .message, .repeated, type: "o2c.v1.Payment"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_UnapplyPaymentRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["payments/{payment}"]))
    rules.append(FieldRule("etag", 2, .string, .singular, format: .etag, maxLength: 64))
    rules.append(FieldRule("request_id", 3, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 4, .bool, .singular))
    rules.append(FieldRule("application_ids", 5, .string, .repeated, behavior: [.required], maxLength: 26, minItems: 1, maxItems: 500))
    rules.append(FieldRule("reason", 6, .string, .singular, behavior: [.required], maxLength: 500))
    return rules
  }

  private static func o2c_v1_Payment() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["payments/{payment}"]))
    rules.append(FieldRule("payment_number", 2, .string, .singular, behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("external_id", 3, .string, .singular, behavior: [.immutable], maxLength: 64, isFilterable: true))
    rules.append(FieldRule("direction", 4, .enumeration, .singular, type: "o2c.v1.Payment.Direction", behavior: [.immutable]))
    rules.append(FieldRule("customer", 5, .string, .singular, behavior: [.required, .immutable], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("means", 6, .enumeration, .singular, type: "o2c.v1.Payment.Means", behavior: [.immutable], isFilterable: true))
    rules.append(FieldRule("state", 7, .enumeration, .singular, type: "o2c.v1.Payment.State", behavior: [.outputOnly]))
    rules.append(FieldRule("amount", 8, .message, .singular, type: "o2c.v1.Money", behavior: [.required, .immutable], greaterThan: "0", filterPaths: ["minor_units"], sortPaths: ["minor_units"]))
    rules.append(FieldRule("value_date", 9, .message, .singular, type: "google.type.Date", behavior: [.immutable], isFilterable: true, isSortable: true))
    rules.append(FieldRule("remittance", 10, .message, .singular, type: "o2c.v1.Payment.Remittance", behavior: [.immutable]))
    rules.append(FieldRule("applications", 11, .message, .repeated, type: "o2c.v1.Payment.Application", behavior: [.outputOnly]))
    rules.append(FieldRule("applied", 12, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("unapplied", 13, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly], filterPaths: ["minor_units"]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("etag", 92, .string, .singular, format: .etag, maxLength: 64))
    return rules
  }

  private static func o2c_v1_Payment_Remittance() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("reference", 1, .string, .singular, maxLength: 64))
    rules.append(FieldRule("text", 2, .string, .singular, maxLength: 500))
    return rules
  }

  private static func o2c_v1_Payment_Application() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("application_id", 1, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("item", 2, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["openItems/{item}"]))
    rules.append(FieldRule("customer", 3, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["customers/{customer}"]))
    rules.append(FieldRule("amount", 4, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("state", 5, .enumeration, .singular, type: "o2c.v1.Payment.Application.State", behavior: [.outputOnly]))
    rules.append(FieldRule("effective_date", 6, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("record_time", 7, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    rules.append(FieldRule("unapplied_date", 8, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_ListOpenItemsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    rules.append(FieldRule("as_of_date", 6, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("known_at_time", 7, .message, .singular, type: "google.protobuf.Timestamp"))
    return rules
  }

  private static func o2c_v1_ListOpenItemsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("open_items", 1, .message, .repeated, type: "o2c.v1.OpenItem"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_GetAccountBalanceRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.required], format: .resourceName, maxLength: 128, resources: ["customers/{customer}/accountBalance"]))
    rules.append(FieldRule("as_of_date", 2, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("known_at_time", 3, .message, .singular, type: "google.protobuf.Timestamp"))
    return rules
  }

  private static func o2c_v1_OpenItem() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["openItems/{item}"]))
    rules.append(FieldRule("customer", 2, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["customers/{customer}"]))
    rules.append(FieldRule("document", 3, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["invoices/{invoice}"]))
    rules.append(FieldRule("document_number", 4, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("kind", 5, .enumeration, .singular, type: "o2c.v1.OpenItem.Kind", behavior: [.outputOnly], isFilterable: true))
    rules.append(FieldRule("issue_date", 6, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("due_date", 7, .message, .singular, type: "google.type.Date", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("original", 8, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("outstanding", 9, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly], filterPaths: ["minor_units", "currency_code"], sortPaths: ["minor_units"]))
    rules.append(FieldRule("days_overdue", 10, .int32, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("bucket", 11, .enumeration, .singular, type: "o2c.v1.OpenItem.Bucket", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_AccountBalance() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, resources: ["customers/{customer}/accountBalance"]))
    rules.append(FieldRule("customer", 2, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["customers/{customer}"]))
    rules.append(FieldRule("as_of_date", 3, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("balances", 4, .message, .repeated, type: "o2c.v1.AccountBalance.Balance", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_AccountBalance_Balance() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("open", 1, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("overdue", 2, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    rules.append(FieldRule("unapplied", 3, .message, .singular, type: "o2c.v1.Money", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_ExportRecordsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("kind", 1, .enumeration, .singular, type: "o2c.v1.ExportRecordsRequest.Kind", behavior: [.required]))
    rules.append(FieldRule("filter", 2, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("format", 3, .enumeration, .singular, type: "o2c.v1.ExportRecordsRequest.Format"))
    return rules
  }

  private static func o2c_v1_ExportRecordsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("data", 1, .bytes, .singular, behavior: [.outputOnly], maxLength: 262144))
    rules.append(FieldRule("last", 2, .bool, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("sha256", 3, .string, .singular, behavior: [.outputOnly], format: .sha256))
    rules.append(FieldRule("records", 4, .int64, .singular, behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_CreateWarehouseRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("warehouse", 1, .message, .singular, type: "o2c.v1.Warehouse", behavior: [.required]))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    return rules
  }

  private static func o2c_v1_ListWarehousesRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListWarehousesResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("warehouses", 1, .message, .repeated, type: "o2c.v1.Warehouse"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_ReceiveStockRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("warehouse", 1, .string, .singular, format: .resourceName, maxLength: 128, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("reference", 2, .string, .singular, maxLength: 64))
    rules.append(FieldRule("lines", 3, .message, .repeated, type: "o2c.v1.StockReceipt.Line", maxItems: 500))
    rules.append(FieldRule("request_id", 4, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 5, .bool, .singular))
    rules.append(FieldRule("receipt", 6, .string, .singular, format: .resourceName, maxLength: 128, resources: ["stockReceipts/{receipt}"]))
    return rules
  }

  private static func o2c_v1_ListStockLevelsRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("page_size", 1, .int32, .singular, minimum: "0"))
    rules.append(FieldRule("page_token", 2, .string, .singular, format: .pageToken, maxLength: 2048))
    rules.append(FieldRule("filter", 3, .string, .singular, format: .filter, maxLength: 2048))
    rules.append(FieldRule("order_by", 4, .string, .singular, format: .orderBy, maxLength: 256))
    rules.append(FieldRule("view", 5, .enumeration, .singular, type: "o2c.v1.View.Level"))
    return rules
  }

  private static func o2c_v1_ListStockLevelsResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("stock_levels", 1, .message, .repeated, type: "o2c.v1.StockLevel"))
    rules.append(FieldRule("next_page_token", 2, .string, .singular))
    return rules
  }

  private static func o2c_v1_MoveStockRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("lines", 1, .message, .repeated, type: "o2c.v1.MoveStockRequest.Line", behavior: [.required], minItems: 1, maxItems: 500))
    rules.append(FieldRule("request_id", 2, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 3, .bool, .singular))
    rules.append(FieldRule("force", 4, .bool, .singular))
    rules.append(FieldRule("reference", 5, .string, .singular, maxLength: 64))
    rules.append(FieldRule("note", 6, .string, .singular, maxLength: 2000))
    return rules
  }

  private static func o2c_v1_MoveStockRequest_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("product", 1, .string, .singular, format: .resourceName, maxLength: 128, resources: ["products/{product}"]))
    rules.append(FieldRule("sku", 2, .string, .singular, maxLength: 64))
    rules.append(FieldRule("from", 3, .string, .singular, format: .resourceName, maxLength: 128, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("to", 4, .string, .singular, format: .resourceName, maxLength: 128, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("quantity", 5, .string, .singular, oneof: "amount", format: .decimal, maxLength: 24, greaterThan: "0"))
    rules.append(FieldRule("counted", 6, .string, .singular, oneof: "amount", format: .decimal, maxLength: 24, minimum: "0"))
    rules.append(FieldRule("reason_code", 7, .string, .singular, format: .key, maxLength: 32))
    return rules
  }

  private static func o2c_v1_MoveStockResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("stock_levels", 1, .message, .repeated, type: "o2c.v1.StockLevel", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_ScheduleReceiptRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("warehouse", 1, .string, .singular, format: .resourceName, maxLength: 128, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("reference", 2, .string, .singular, maxLength: 64))
    rules.append(FieldRule("expected_date", 3, .message, .singular, type: "google.type.Date", behavior: [.required]))
    rules.append(FieldRule("lines", 4, .message, .repeated, type: "o2c.v1.StockReceipt.Line", behavior: [.required], minItems: 1, maxItems: 500))
    rules.append(FieldRule("request_id", 5, .string, .singular, format: .uuidV7, maxLength: 36))
    rules.append(FieldRule("validate_only", 6, .bool, .singular))
    return rules
  }

  private static func o2c_v1_CheckAvailabilityRequest() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("ship_to", 1, .message, .singular, type: "o2c.v1.Address"))
    rules.append(FieldRule("need_by_date", 2, .message, .singular, type: "google.type.Date"))
    rules.append(FieldRule("lines", 3, .message, .repeated, type: "o2c.v1.CheckAvailabilityRequest.Line", behavior: [.required], minItems: 1, maxItems: 100))
    rules.append(FieldRule("transit_days", 4, .int32, .singular, minimum: "0", maximum: "90"))
    return rules
  }

  private static func o2c_v1_CheckAvailabilityRequest_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("product", 1, .string, .singular, format: .resourceName, maxLength: 128, resources: ["products/{product}"]))
    rules.append(FieldRule("sku", 2, .string, .singular, maxLength: 64))
    rules.append(FieldRule("quantity", 3, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, greaterThan: "0"))
    rules.append(FieldRule("warehouse", 4, .string, .singular, format: .resourceName, maxLength: 128, resources: ["warehouses/{warehouse}"]))
    return rules
  }

  private static func o2c_v1_CheckAvailabilityResponse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("lines", 1, .message, .repeated, type: "o2c.v1.CheckAvailabilityResponse.Line", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_CheckAvailabilityResponse_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("product", 1, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["products/{product}"]))
    rules.append(FieldRule("sku", 2, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("warehouse", 3, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("quantity", 4, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("available_quantity", 5, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("promise_date", 6, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("ship_by_date", 7, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("late", 8, .bool, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("source", 9, .enumeration, .singular, type: "o2c.v1.CheckAvailabilityResponse.Line.Source", behavior: [.outputOnly]))
    rules.append(FieldRule("days", 10, .message, .repeated, type: "o2c.v1.CheckAvailabilityResponse.Line.Day", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_CheckAvailabilityResponse_Line_Day() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("on_date", 1, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("receipts_quantity", 2, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("backorders_quantity", 3, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("projected_quantity", 4, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("promisable_quantity", 5, .string, .singular, behavior: [.outputOnly], format: .decimal))
    return rules
  }

  private static func o2c_v1_Warehouse() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, isFilterable: true, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("code", 2, .string, .singular, behavior: [.required, .immutable], format: .key, maxLength: 32, isFilterable: true, isSortable: true))
    rules.append(FieldRule("display_name", 3, .string, .singular, maxLength: 128))
    rules.append(FieldRule("address", 4, .message, .singular, type: "o2c.v1.Address"))
    rules.append(FieldRule("handling_days", 5, .int32, .singular, minimum: "0", maximum: "90"))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly], isFilterable: true, isSortable: true))
    return rules
  }

  private static func o2c_v1_StockReceipt() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("name", 1, .string, .singular, behavior: [.identifier], format: .resourceName, maxLength: 128, resources: ["stockReceipts/{receipt}"]))
    rules.append(FieldRule("warehouse", 2, .string, .singular, behavior: [.outputOnly], format: .resourceName, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("reference", 3, .string, .singular, behavior: [.outputOnly]))
    rules.append(FieldRule("state", 4, .enumeration, .singular, type: "o2c.v1.StockReceipt.State", behavior: [.outputOnly]))
    rules.append(FieldRule("lines", 5, .message, .repeated, type: "o2c.v1.StockReceipt.Line", behavior: [.outputOnly]))
    rules.append(FieldRule("receipt_date", 6, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("expected_date", 7, .message, .singular, type: "google.type.Date", behavior: [.outputOnly]))
    rules.append(FieldRule("create_time", 90, .message, .singular, type: "google.protobuf.Timestamp", behavior: [.outputOnly]))
    return rules
  }

  private static func o2c_v1_StockReceipt_Line() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("product", 1, .string, .singular, format: .resourceName, maxLength: 128, resources: ["products/{product}"]))
    rules.append(FieldRule("sku", 2, .string, .singular, maxLength: 64))
    rules.append(FieldRule("quantity", 3, .string, .singular, behavior: [.required], format: .decimal, maxLength: 24, greaterThan: "0"))
    return rules
  }

  private static func o2c_v1_StockLevel() -> [FieldRule] {
    var rules: [FieldRule] = []
    rules.append(FieldRule("product", 1, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["products/{product}"]))
    rules.append(FieldRule("sku", 2, .string, .singular, behavior: [.outputOnly], isFilterable: true, isSortable: true))
    rules.append(FieldRule("warehouse", 3, .string, .singular, behavior: [.outputOnly], format: .resourceName, isFilterable: true, resources: ["warehouses/{warehouse}"]))
    rules.append(FieldRule("on_hand", 4, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("reserved", 5, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("available", 6, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("backordered", 7, .string, .singular, behavior: [.outputOnly], format: .decimal))
    rules.append(FieldRule("incoming", 8, .string, .singular, behavior: [.outputOnly], format: .decimal))
    return rules
  }
}
