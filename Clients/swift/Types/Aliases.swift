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

// MARK: Fulfilment

/// What left a warehouse for an order.
public typealias Shipment = O2c_V1_Shipment
/// Request of ``FulfillmentClient/ship(_:options:)-(ShipOrderRequest,_)``.
public typealias ShipOrderRequest = O2c_V1_ShipOrderRequest

// MARK: Credit

/// How much a customer may owe, and how much it does.
public typealias CreditAccount = O2c_V1_CreditAccount
/// Request of ``CreditClient/setLimit(_:options:)``.
public typealias SetCreditLimitRequest = O2c_V1_SetCreditLimitRequest
/// Request of ``CreditClient/releaseHold(_:options:)``.
public typealias ReleaseCreditHoldRequest = O2c_V1_ReleaseCreditHoldRequest

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
