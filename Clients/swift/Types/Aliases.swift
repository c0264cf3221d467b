public import OrderToCashAPI
public import SwiftProtobuf

// The messages of the contract under the names of the trade. Their fields are documented in the
// contract; `.with { }` builds one.

// MARK: Shared

/// An amount in minor units and its currency; never a floating-point number.
public typealias Money = O2c_V1_Money
/// How much of a resource an answer shows: basic or full.
public typealias ViewLevel = O2c_V1_View.Level
/// A postal address.
public typealias Address = O2c_V1_Address
/// A legal person or a natural one that trades.
public typealias Party = O2c_V1_Party
/// A person or a desk to talk to.
public typealias Contact = O2c_V1_Contact
/// An account at a bank.
public typealias BankAccount = O2c_V1_BankAccount
/// How a document rounds.
public typealias Rounding = O2c_V1_Rounding
/// The part of a document that is taxed in one category at one rate.
public typealias TaxTotal = O2c_V1_TaxTotal
/// Something that is taken off a price or a document, in percent or as an amount.
public typealias Discount = O2c_V1_Discount
/// Something that is charged beside the lines, such as freight.
public typealias Charge = O2c_V1_Charge
/// A civil date in the seller's time zone.
public typealias CivilDate = Google_Type_Date
/// An instant in UTC.
public typealias Timestamp = Google_Protobuf_Timestamp
/// The fields that an update sets; empty means all that are populated.
public typealias FieldMask = Google_Protobuf_FieldMask

// MARK: Customers

/// Who buys.
public typealias Customer = O2c_V1_Customer
/// Request of ``CustomerClient/create(_:options:)``.
public typealias CreateCustomerRequest = O2c_V1_CreateCustomerRequest
/// Request of ``CustomerClient/update(_:options:)``.
public typealias UpdateCustomerRequest = O2c_V1_UpdateCustomerRequest
/// A customer that may be the same one, with a score of 0 to 100 and what speaks for it.
public typealias DuplicateCustomer = O2c_V1_FindDuplicateCustomersResponse.Duplicate
/// Request of ``CustomerClient/block(_:options:)``.
public typealias BlockCustomerRequest = O2c_V1_BlockCustomerRequest
/// Request of ``CustomerClient/unblock(_:options:)-(UnblockCustomerRequest,_)``.
public typealias UnblockCustomerRequest = O2c_V1_UnblockCustomerRequest
/// Request of ``CustomerClient/merge(_:options:)``.
public typealias MergeCustomersRequest = O2c_V1_MergeCustomersRequest
/// Request of ``CustomerClient/anonymize(_:options:)``.
public typealias AnonymizeCustomerRequest = O2c_V1_AnonymizeCustomerRequest
/// Request of ``CustomerClient/findDuplicates(_:options:)``.
public typealias FindDuplicateCustomersRequest = O2c_V1_FindDuplicateCustomersRequest

// MARK: Catalogue

/// What is sold.
public typealias Product = O2c_V1_Product
/// What a product costs, for whom, from which quantity and when.
public typealias Price = O2c_V1_Price
/// Which tax is due, by class, region and treatment.
public typealias TaxRule = O2c_V1_TaxRule
/// Request of ``CatalogClient/createProduct(_:options:)``.
public typealias CreateProductRequest = O2c_V1_CreateProductRequest
/// Request of ``CatalogClient/updateProduct(_:options:)``.
public typealias UpdateProductRequest = O2c_V1_UpdateProductRequest
/// Request of ``CatalogClient/setPrices(_:options:)-(SetPricesRequest,_)``.
public typealias SetPricesRequest = O2c_V1_SetPricesRequest
/// Request of ``CatalogClient/setTaxRules(_:options:)-(SetTaxRulesRequest,_)``.
public typealias SetTaxRulesRequest = O2c_V1_SetTaxRulesRequest
/// Request of ``CatalogClient/quote(_:options:)``.
public typealias QuotePriceRequest = O2c_V1_QuotePriceRequest
/// What products cost a customer: lines, discounts, charges and totals.
public typealias PriceQuote = O2c_V1_QuotePriceResponse

// MARK: Stock

/// A place where goods lie.
public typealias Warehouse = O2c_V1_Warehouse
/// Goods that came in.
public typealias StockReceipt = O2c_V1_StockReceipt
/// What lies of a product in a warehouse.
public typealias StockLevel = O2c_V1_StockLevel
/// Request of ``StockClient/createWarehouse(_:options:)``.
public typealias CreateWarehouseRequest = O2c_V1_CreateWarehouseRequest
/// Request of ``StockClient/receive(_:options:)``.
public typealias ReceiveStockRequest = O2c_V1_ReceiveStockRequest
/// Request of ``StockClient/move(_:options:)``.
public typealias MoveStockRequest = O2c_V1_MoveStockRequest
/// Request of ``StockClient/scheduleReceipt(_:options:)``.
public typealias ScheduleReceiptRequest = O2c_V1_ScheduleReceiptRequest
/// Request of ``StockClient/checkAvailability(_:options:)``.
public typealias CheckAvailabilityRequest = O2c_V1_CheckAvailabilityRequest
/// How much of a product is there, when the rest can be promised, and what that rests on.
public typealias Availability = O2c_V1_CheckAvailabilityResponse.Line

// MARK: Orders

/// What a customer wants to have, and how far it is.
public typealias Order = O2c_V1_Order
/// A line of an order.
public typealias OrderLine = O2c_V1_OrderLine
/// What the credit rules said about an order.
public typealias CreditDecision = O2c_V1_CreditDecision
/// Request of ``OrderClient/place(_:options:)``.
public typealias PlaceOrderRequest = O2c_V1_PlaceOrderRequest
/// Request of ``OrderClient/cancel(_:options:)-(CancelOrderRequest,_)``.
public typealias CancelOrderRequest = O2c_V1_CancelOrderRequest
/// Request of ``OrderClient/create(_:options:)``.
public typealias CreateOrderRequest = O2c_V1_CreateOrderRequest
/// Request of ``OrderClient/confirm(_:options:)-(ConfirmOrderRequest,_)``.
public typealias ConfirmOrderRequest = O2c_V1_ConfirmOrderRequest
/// Request of ``OrderClient/update(_:options:)``.
public typealias UpdateOrderRequest = O2c_V1_UpdateOrderRequest
/// Request of ``OrderClient/preview(_:options:)-(PreviewOrderRequest,_)``.
public typealias PreviewOrderRequest = O2c_V1_PreviewOrderRequest
/// Request of ``OrderClient/amend(_:options:)``.
public typealias AmendOrderRequest = O2c_V1_AmendOrderRequest
/// Request of ``OrderClient/hold(_:options:)``.
public typealias HoldOrderRequest = O2c_V1_HoldOrderRequest
/// Request of ``OrderClient/release(_:options:)-(ReleaseOrderRequest,_)``.
public typealias ReleaseOrderRequest = O2c_V1_ReleaseOrderRequest
/// Request of ``OrderClient/duplicate(_:options:)-(DuplicateOrderRequest,_)``.
public typealias DuplicateOrderRequest = O2c_V1_DuplicateOrderRequest
/// An order as it was after it was placed or amended.
public typealias OrderRevision = O2c_V1_OrderRevision

// MARK: Fulfilment

/// What left a warehouse for an order.
public typealias Shipment = O2c_V1_Shipment
/// Request of ``FulfillmentClient/ship(_:options:)-(ShipOrderRequest,_)``.
public typealias ShipOrderRequest = O2c_V1_ShipOrderRequest
/// Request of ``FulfillmentClient/confirmDelivery(_:options:)-(ConfirmDeliveryRequest,_)``.
public typealias ConfirmDeliveryRequest = O2c_V1_ConfirmDeliveryRequest
/// Goods that a customer sends back.
public typealias Return = O2c_V1_Return
/// What becomes of goods that came back.
public typealias Disposition = O2c_V1_Return.Disposition
/// Request of ``FulfillmentClient/createReturn(_:options:)``.
public typealias CreateReturnRequest = O2c_V1_CreateReturnRequest
/// Request of ``FulfillmentClient/authorizeReturn(_:options:)-(AuthorizeReturnRequest,_)``.
public typealias AuthorizeReturnRequest = O2c_V1_AuthorizeReturnRequest
/// Request of ``FulfillmentClient/rejectReturn(_:options:)``.
public typealias RejectReturnRequest = O2c_V1_RejectReturnRequest
/// Request of ``FulfillmentClient/receiveReturn(_:options:)-(ReceiveReturnRequest,_)``.
public typealias ReceiveReturnRequest = O2c_V1_ReceiveReturnRequest

// MARK: Credit

/// How much a customer may owe, and how much it does.
public typealias CreditAccount = O2c_V1_CreditAccount
/// Request of ``CreditClient/setLimit(_:options:)``.
public typealias SetCreditLimitRequest = O2c_V1_SetCreditLimitRequest
/// Request of ``CreditClient/releaseHold(_:options:)``.
public typealias ReleaseCreditHoldRequest = O2c_V1_ReleaseCreditHoldRequest
/// Request of ``CreditClient/update(_:options:)``.
public typealias UpdateCreditAccountRequest = O2c_V1_UpdateCreditAccountRequest
/// Request of ``CreditClient/check(_:options:)-(CheckCreditRequest,_)``.
public typealias CheckCreditRequest = O2c_V1_CheckCreditRequest
/// What the credit rules would decide, and the accounts that they looked at.
public typealias CreditCheck = O2c_V1_CheckCreditResponse

// MARK: Invoices

/// What a customer is asked to pay; immutable once issued.
public typealias Invoice = O2c_V1_Invoice
/// Request of ``InvoiceClient/invoice(_:options:)-(InvoiceOrderRequest,_)``.
public typealias InvoiceOrderRequest = O2c_V1_InvoiceOrderRequest
/// Request of ``InvoiceClient/issue(_:options:)-(IssueInvoiceRequest,_)``.
public typealias IssueInvoiceRequest = O2c_V1_IssueInvoiceRequest

// MARK: Payments

/// Money that came in, and what it pays.
public typealias Payment = O2c_V1_Payment
/// An amount of a payment that goes to one open item.
public typealias PaymentApplication = O2c_V1_PaymentApplication
/// Request of ``PaymentClient/record(_:options:)``.
public typealias RecordPaymentRequest = O2c_V1_RecordPaymentRequest
/// Request of ``PaymentClient/apply(_:options:)``.
public typealias ApplyPaymentRequest = O2c_V1_ApplyPaymentRequest
/// Request of ``PaymentClient/unapply(_:options:)``.
public typealias UnapplyPaymentRequest = O2c_V1_UnapplyPaymentRequest

// MARK: Receivables, ledger, events

/// A document that a customer has not fully paid.
public typealias OpenItem = O2c_V1_OpenItem
/// What a customer owes, by currency.
public typealias AccountBalance = O2c_V1_AccountBalance
/// A balanced posting in the ledger.
public typealias JournalEntry = O2c_V1_JournalEntry
/// The balances of all accounts on a date.
public typealias TrialBalance = O2c_V1_GetTrialBalanceResponse
/// A row of the one log: what changed, when, by whom.
public typealias Event = O2c_V1_Event

// MARK: Administration

/// The legal entity that sells and invoices.
public typealias Seller = O2c_V1_Seller
/// Who may call: a service, an admin or a partner.
public typealias Principal = O2c_V1_Principal
/// A partner's key. Its secret is in the answer that made it, and nowhere else.
public typealias ApiKey = O2c_V1_ApiKey
/// A client certificate of a service or an admin.
public typealias Certificate = O2c_V1_Certificate
/// Who the caller is, and what it may do.
public typealias CallerInfo = O2c_V1_GetCallerResponse
/// Request of ``AdminClient/updateSeller(_:options:)``.
public typealias UpdateSellerRequest = O2c_V1_UpdateSellerRequest
/// Request of ``AdminClient/createPrincipal(_:options:)``.
public typealias CreatePrincipalRequest = O2c_V1_CreatePrincipalRequest
/// Request of ``AdminClient/suspendPrincipal(_:options:)``.
public typealias SuspendPrincipalRequest = O2c_V1_SuspendPrincipalRequest
/// Request of ``AdminClient/createApiKey(_:options:)``.
public typealias CreateApiKeyRequest = O2c_V1_CreateApiKeyRequest
/// Request of ``AdminClient/revokeApiKey(_:options:)``.
public typealias RevokeApiKeyRequest = O2c_V1_RevokeApiKeyRequest
/// Request of ``AdminClient/issueCertificate(_:options:)``.
public typealias IssueCertificateRequest = O2c_V1_IssueCertificateRequest
/// Request of ``AdminClient/revokeCertificate(_:options:)``.
public typealias RevokeCertificateRequest = O2c_V1_RevokeCertificateRequest
/// What the rows of an import are.
public typealias ImportKind = O2c_V1_ImportRecordsRequest.Kind
/// How the rows of an import are written.
public typealias ImportFormat = O2c_V1_ImportRecordsRequest.Format
/// A wish above somebody's authority, for another person to decide.
public typealias Approval = O2c_V1_Approval
/// Request of ``AdminClient/grantApproval(_:options:)-(GrantApprovalRequest,_)``.
public typealias GrantApprovalRequest = O2c_V1_GrantApprovalRequest
/// Request of ``AdminClient/denyApproval(_:options:)-(DenyApprovalRequest,_)``.
public typealias DenyApprovalRequest = O2c_V1_DenyApprovalRequest
/// A version of the rules by which something is decided.
public typealias Policy = O2c_V1_Policy
/// Rules of credit; what is unset is as in the rules that ship.
public typealias CreditRules = O2c_V1_CreditRules
/// Rules of prices; what is unset is as in the rules that ship.
public typealias PricingRules = O2c_V1_PricingRules
/// A risk class in the rules of credit: from which score on, and what follows from it.
public typealias RiskClassBand = O2c_V1_RiskClassBand
/// The points of a credit score, part by part.
public typealias ScoreTable = O2c_V1_ScoreTable
/// What the rules of credit see, in a test case.
public typealias CreditInputs = O2c_V1_CreditInputs
/// What the rules of prices see, in a test case.
public typealias PricingInputs = O2c_V1_PricingInputs
/// Request of ``AdminClient/createPolicyVersion(_:options:)``.
public typealias CreatePolicyVersionRequest = O2c_V1_CreatePolicyVersionRequest
/// A credit decision that a policy would make differently.
public typealias PolicyFlip = O2c_V1_ReplayPolicyResponse.Flip

// MARK: Reports

/// What is exported.
public typealias ExportKind = O2c_V1_ExportRecordsRequest.Kind
/// How the records of an export are written.
public typealias ExportFormat = O2c_V1_ExportRecordsRequest.Format
