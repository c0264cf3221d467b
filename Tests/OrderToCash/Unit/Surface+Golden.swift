/// What the SDK shows to those who use it. Remade by SurfaceTests; look at what changes.
let goldenSurface = #"""
  AdminClient+Approvals.swift: public func denyApproval(_ name: ApprovalName, options: CallOptions
  AdminClient+Approvals.swift: public func denyApproval(_ request: DenyApprovalRequest, options: CallOptions
  AdminClient+Approvals.swift: public func grantApproval(_ name: ApprovalName, options: CallOptions
  AdminClient+Approvals.swift: public func grantApproval(_ request: GrantApprovalRequest, options: CallOptions
  AdminClient+Approvals.swift: public func listApprovals(
  AdminClient+Import.swift: public func importRecords(
  AdminClient+Policies.swift: public func createPolicyVersion(
  AdminClient+Policies.swift: public func listPolicies(
  AdminClient+Replay.swift: public func replay(
  AdminClient.swift: public func createApiKey(_ request: CreateApiKeyRequest, options: CallOptions
  AdminClient.swift: public func createPrincipal(_ request: CreatePrincipalRequest, options: CallOptions
  AdminClient.swift: public func getCaller(options: CallOptions
  AdminClient.swift: public func getSeller(_ name: SellerName, options: CallOptions
  AdminClient.swift: public func issueCertificate(_ request: IssueCertificateRequest, options: CallOptions
  AdminClient.swift: public func listPrincipals(
  AdminClient.swift: public func revokeApiKey(_ request: RevokeApiKeyRequest, options: CallOptions
  AdminClient.swift: public func revokeCertificate(_ request: RevokeCertificateRequest, options: CallOptions
  AdminClient.swift: public func suspendPrincipal(_ request: SuspendPrincipalRequest, options: CallOptions
  AdminClient.swift: public func updateSeller(_ request: UpdateSellerRequest, options: CallOptions
  AdminClient.swift: public struct AdminClient: Sendable
  Aliases.swift: public typealias AccountBalance
  Aliases.swift: public typealias Address
  Aliases.swift: public typealias AmendOrderRequest
  Aliases.swift: public typealias AnonymizeCustomerRequest
  Aliases.swift: public typealias ApiKey
  Aliases.swift: public typealias ApplyPaymentRequest
  Aliases.swift: public typealias Approval
  Aliases.swift: public typealias AuthorizeReturnRequest
  Aliases.swift: public typealias Availability
  Aliases.swift: public typealias BankAccount
  Aliases.swift: public typealias BlockCustomerRequest
  Aliases.swift: public typealias CallerInfo
  Aliases.swift: public typealias CancelOrderRequest
  Aliases.swift: public typealias Certificate
  Aliases.swift: public typealias Charge
  Aliases.swift: public typealias CheckAvailabilityRequest
  Aliases.swift: public typealias CheckCreditRequest
  Aliases.swift: public typealias CivilDate
  Aliases.swift: public typealias ConfirmDeliveryRequest
  Aliases.swift: public typealias ConfirmOrderRequest
  Aliases.swift: public typealias Contact
  Aliases.swift: public typealias CreateApiKeyRequest
  Aliases.swift: public typealias CreateCustomerRequest
  Aliases.swift: public typealias CreateOrderRequest
  Aliases.swift: public typealias CreatePolicyVersionRequest
  Aliases.swift: public typealias CreatePrincipalRequest
  Aliases.swift: public typealias CreateProductRequest
  Aliases.swift: public typealias CreateReturnRequest
  Aliases.swift: public typealias CreateWarehouseRequest
  Aliases.swift: public typealias CreditAccount
  Aliases.swift: public typealias CreditCheck
  Aliases.swift: public typealias CreditDecision
  Aliases.swift: public typealias CreditInputs
  Aliases.swift: public typealias CreditRules
  Aliases.swift: public typealias Customer
  Aliases.swift: public typealias DenyApprovalRequest
  Aliases.swift: public typealias Discount
  Aliases.swift: public typealias Disposition
  Aliases.swift: public typealias DuplicateCustomer
  Aliases.swift: public typealias DuplicateOrderRequest
  Aliases.swift: public typealias Event
  Aliases.swift: public typealias ExportFormat
  Aliases.swift: public typealias ExportKind
  Aliases.swift: public typealias FieldMask
  Aliases.swift: public typealias FindDuplicateCustomersRequest
  Aliases.swift: public typealias GrantApprovalRequest
  Aliases.swift: public typealias HoldOrderRequest
  Aliases.swift: public typealias ImportFormat
  Aliases.swift: public typealias ImportKind
  Aliases.swift: public typealias Invoice
  Aliases.swift: public typealias InvoiceOrderRequest
  Aliases.swift: public typealias IssueCertificateRequest
  Aliases.swift: public typealias IssueInvoiceRequest
  Aliases.swift: public typealias JournalEntry
  Aliases.swift: public typealias MergeCustomersRequest
  Aliases.swift: public typealias Money
  Aliases.swift: public typealias MoveStockRequest
  Aliases.swift: public typealias OpenItem
  Aliases.swift: public typealias Order
  Aliases.swift: public typealias OrderLine
  Aliases.swift: public typealias OrderRevision
  Aliases.swift: public typealias Party
  Aliases.swift: public typealias Payment
  Aliases.swift: public typealias PaymentApplication
  Aliases.swift: public typealias PlaceOrderRequest
  Aliases.swift: public typealias Policy
  Aliases.swift: public typealias PolicyFlip
  Aliases.swift: public typealias PreviewOrderRequest
  Aliases.swift: public typealias Price
  Aliases.swift: public typealias PriceQuote
  Aliases.swift: public typealias PricingInputs
  Aliases.swift: public typealias PricingRules
  Aliases.swift: public typealias RiskClassBand
  Aliases.swift: public typealias ScoreTable
  Reason.swift: public static let einvoiceInvalid
  Aliases.swift: public typealias Principal
  Aliases.swift: public typealias Product
  Aliases.swift: public typealias QuotePriceRequest
  Aliases.swift: public typealias ReceiveReturnRequest
  Aliases.swift: public typealias ReceiveStockRequest
  Aliases.swift: public typealias RecordPaymentRequest
  Aliases.swift: public typealias RejectReturnRequest
  Aliases.swift: public typealias ReleaseCreditHoldRequest
  Aliases.swift: public typealias ReleaseOrderRequest
  Aliases.swift: public typealias Return
  Aliases.swift: public typealias RevokeApiKeyRequest
  Aliases.swift: public typealias RevokeCertificateRequest
  Aliases.swift: public typealias Rounding
  Aliases.swift: public typealias ScheduleReceiptRequest
  Aliases.swift: public typealias Seller
  Aliases.swift: public typealias SetCreditLimitRequest
  Aliases.swift: public typealias SetPricesRequest
  Aliases.swift: public typealias SetTaxRulesRequest
  Aliases.swift: public typealias ShipOrderRequest
  Aliases.swift: public typealias Shipment
  Aliases.swift: public typealias StockLevel
  Aliases.swift: public typealias StockReceipt
  Aliases.swift: public typealias SuspendPrincipalRequest
  Aliases.swift: public typealias TaxRule
  Aliases.swift: public typealias TaxTotal
  Aliases.swift: public typealias Timestamp
  Aliases.swift: public typealias TrialBalance
  Aliases.swift: public typealias UnapplyPaymentRequest
  Aliases.swift: public typealias UnblockCustomerRequest
  Aliases.swift: public typealias UpdateCreditAccountRequest
  Aliases.swift: public typealias UpdateCustomerRequest
  Aliases.swift: public typealias UpdateOrderRequest
  Aliases.swift: public typealias UpdateProductRequest
  Aliases.swift: public typealias UpdateSellerRequest
  Aliases.swift: public typealias ViewLevel
  Aliases.swift: public typealias Warehouse
  CallOptions.swift: public init(
  CallOptions.swift: public struct CallOptions: Sendable
  CallOptions.swift: public var language: String?
  CallOptions.swift: public var requestID: RequestID?
  CallOptions.swift: public var seller: SellerName?
  CallOptions.swift: public var timeout: Duration?
  CallOptions.swift: public var traceParent: String?
  CatalogClient+Prices.swift: public func listPrices(
  CatalogClient+Prices.swift: public func listTaxRules(
  CatalogClient+Prices.swift: public func quote(_ request: QuotePriceRequest, options: CallOptions
  CatalogClient.swift: public func createProduct(_ request: CreateProductRequest, options: CallOptions
  CatalogClient.swift: public func getProduct(_ name: ProductName, options: CallOptions
  CatalogClient.swift: public func listProducts(
  CatalogClient.swift: public func setPrices(_ prices: [Price], options: CallOptions
  CatalogClient.swift: public func setPrices(_ request: SetPricesRequest, options: CallOptions
  CatalogClient.swift: public func setTaxRules(_ request: SetTaxRulesRequest, options: CallOptions
  CatalogClient.swift: public func setTaxRules(_ taxRules: [TaxRule], options: CallOptions
  CatalogClient.swift: public func updateProduct(_ request: UpdateProductRequest, options: CallOptions
  CatalogClient.swift: public struct CatalogClient: Sendable
  CivilDate.swift: public init(year: Int, month: Int, day: Int)
  CivilDate.swift: public init?(iso text: String)
  CivilDate.swift: public var iso: String
  Code.swift: public init(rawValue: Int)
  Code.swift: public let rawValue: Int
  Code.swift: public static let `internal`
  Code.swift: public static let aborted
  Code.swift: public static let alreadyExists
  Code.swift: public static let cancelled
  Code.swift: public static let dataLoss
  Code.swift: public static let deadlineExceeded
  Code.swift: public static let failedPrecondition
  Code.swift: public static let invalidArgument
  Code.swift: public static let notFound
  Code.swift: public static let outOfRange
  Code.swift: public static let permissionDenied
  Code.swift: public static let resourceExhausted
  Code.swift: public static let unauthenticated
  Code.swift: public static let unavailable
  Code.swift: public static let unimplemented
  Code.swift: public static let unknown
  Code.swift: public struct Code: Hashable, Sendable, CustomStringConvertible
  Code.swift: public var description: String
  Configuration+Load.swift: public init(settings: Settings) throws
  Configuration+Load.swift: public static func load(
  Configuration+Load.swift: public static func profile(_ name: String) throws -> Configuration
  Configuration.swift: public init(
  Configuration.swift: public struct Configuration: Sendable
  Configuration.swift: public var connections: Int
  Configuration.swift: public var credential: Credential
  Configuration.swift: public var description: String
  Configuration.swift: public var endpoint: Endpoint
  Configuration.swift: public var idleTimeout: Duration
  Configuration.swift: public var maximumCallsInFlight: Int
  Configuration.swift: public var retry: RetryPolicy
  Configuration.swift: public var seller: SellerName?
  Configuration.swift: public var timeout: Duration
  Configuration.swift: public var trustRoots: TrustRoots
  Configuration.swift: public var waitsForConnection: Bool
  ConfigurationFile.swift: public func profile(named name: String?
  ConfigurationFile.swift: public func write(to path: String) throws
  ConfigurationFile.swift: public init(defaultProfile: String?
  ConfigurationFile.swift: public init(from decoder: any Decoder) throws
  ConfigurationFile.swift: public static func path(
  ConfigurationFile.swift: public static func read(at path: String) throws -> ConfigurationFile
  ConfigurationFile.swift: public struct ConfigurationFile: Codable, Hashable, Sendable
  ConfigurationFile.swift: public var defaultProfile: String?
  ConfigurationFile.swift: public var profiles: [String: Settings]
  Credential.swift: public static func apiKey(_ key: Secret) -> Credential
  Credential.swift: public static func apiKey(file path: String) -> Credential
  Credential.swift: public static func certificate(chain: String, key: String) -> Credential
  Credential.swift: public struct Credential: Sendable, CustomStringConvertible
  Credential.swift: public var description: String
  CreditClient+Accounts.swift: public func check(_ order: OrderName, options: CallOptions
  CreditClient+Accounts.swift: public func check(_ request: CheckCreditRequest, options: CallOptions
  CreditClient+Accounts.swift: public func list(
  CreditClient+Accounts.swift: public func update(_ request: UpdateCreditAccountRequest, options: CallOptions
  CreditClient.swift: public func get(_ name: CreditAccountName, options: CallOptions
  CreditClient.swift: public func releaseHold(_ request: ReleaseCreditHoldRequest, options: CallOptions
  CreditClient.swift: public func setLimit(_ request: SetCreditLimitRequest, options: CallOptions
  CreditClient.swift: public struct CreditClient: Sendable
  CustomerClient+Governance.swift: public func anonymize(_ request: AnonymizeCustomerRequest, options: CallOptions
  CustomerClient+Governance.swift: public func block(_ request: BlockCustomerRequest, options: CallOptions
  CustomerClient+Governance.swift: public func findDuplicates(
  CustomerClient+Governance.swift: public func findDuplicates(of name: CustomerName, options: CallOptions
  CustomerClient+Governance.swift: public func merge(
  CustomerClient+Governance.swift: public func merge(_ request: MergeCustomersRequest, options: CallOptions
  CustomerClient+Governance.swift: public func unblock(_ name: CustomerName, options: CallOptions
  CustomerClient+Governance.swift: public func unblock(_ request: UnblockCustomerRequest, options: CallOptions
  CustomerClient.swift: public func create(_ request: CreateCustomerRequest, options: CallOptions
  CustomerClient.swift: public func get(_ name: CustomerName, options: CallOptions
  CustomerClient.swift: public func list(
  CustomerClient.swift: public func update(_ request: UpdateCustomerRequest, options: CallOptions
  CustomerClient.swift: public struct CustomerClient: Sendable
  Endpoint.swift: public init(_ text: String) throws(OrderToCashError)
  Endpoint.swift: public init(host: String, port: Int
  Endpoint.swift: public struct Endpoint: Hashable, Sendable, CustomStringConvertible
  Endpoint.swift: public var description: String
  Endpoint.swift: public var host: String
  Endpoint.swift: public var port: Int
  Endpoint.swift: public var serverName: String?
  EventClient.swift: public func list(
  EventClient.swift: public struct EventClient: Sendable
  ExportUpdate.swift: public enum ExportUpdate: Sendable, Hashable
  ExportUpdate.swift: public let records: Int
  ExportUpdate.swift: public let sha256: String
  ExportUpdate.swift: public let size: Int
  ExportUpdate.swift: public struct ExportResult: Sendable, Hashable
  FulfillmentClient+Returns.swift: public func authorizeReturn(_ name: ReturnName, options: CallOptions
  FulfillmentClient+Returns.swift: public func authorizeReturn(_ request: AuthorizeReturnRequest, options: CallOptions
  FulfillmentClient+Returns.swift: public func confirmDelivery(_ name: ShipmentName, options: CallOptions
  FulfillmentClient+Returns.swift: public func confirmDelivery(_ request: ConfirmDeliveryRequest, options: CallOptions
  FulfillmentClient+Returns.swift: public func createReturn(_ request: CreateReturnRequest, options: CallOptions
  FulfillmentClient+Returns.swift: public func getReturn(_ name: ReturnName, options: CallOptions
  FulfillmentClient+Returns.swift: public func listReturns(
  FulfillmentClient+Returns.swift: public func receiveReturn(_ name: ReturnName, options: CallOptions
  FulfillmentClient+Returns.swift: public func receiveReturn(_ request: ReceiveReturnRequest, options: CallOptions
  FulfillmentClient+Returns.swift: public func rejectReturn(_ request: RejectReturnRequest, options: CallOptions
  FulfillmentClient.swift: public func get(_ name: ShipmentName, options: CallOptions
  FulfillmentClient.swift: public func list(
  FulfillmentClient.swift: public func ship(_ name: OrderName, options: CallOptions
  FulfillmentClient.swift: public func ship(_ request: ShipOrderRequest, options: CallOptions
  FulfillmentClient.swift: public func ship(batch requests: [ShipOrderRequest], options: CallOptions
  FulfillmentClient.swift: public struct FulfillmentClient: Sendable
  ImportSource.swift: public init(bytes: [UInt8])
  ImportSource.swift: public init(file path: String) throws
  ImportSource.swift: public let sha256: String
  ImportSource.swift: public struct ImportSource: Sendable
  ImportSource.swift: public var size: Int
  ImportUpdate.swift: public enum ImportUpdate: Sendable
  ImportUpdate.swift: public let bytesReceived: Int
  ImportUpdate.swift: public let error: OrderToCashError
  ImportUpdate.swift: public let failed: Int
  ImportUpdate.swift: public let imported: Int
  ImportUpdate.swift: public let key: String
  ImportUpdate.swift: public let replayed: Int
  ImportUpdate.swift: public let row: Int
  ImportUpdate.swift: public let rows: Int
  ImportUpdate.swift: public let rowsDone: Int
  ImportUpdate.swift: public let rowsTotal: Int?
  ImportUpdate.swift: public struct ImportProgress: Sendable, Hashable
  ImportUpdate.swift: public struct ImportResult: Sendable, Hashable
  ImportUpdate.swift: public struct ImportRowError: Sendable
  InvoiceClient.swift: public func get(_ name: InvoiceName, options: CallOptions
  InvoiceClient.swift: public func invoice(_ name: OrderName, options: CallOptions
  InvoiceClient.swift: public func invoice(_ request: InvoiceOrderRequest, options: CallOptions
  InvoiceClient.swift: public func issue(_ name: InvoiceName, options: CallOptions
  InvoiceClient.swift: public func issue(_ request: IssueInvoiceRequest, options: CallOptions
  InvoiceClient.swift: public func list(
  InvoiceClient.swift: public struct InvoiceClient: Sendable
  ItemResult.swift: public func get() throws(OrderToCashError) -> Value
  ItemResult.swift: public init(
  ItemResult.swift: public let isReplayed: Bool
  ItemResult.swift: public let requestID: String
  ItemResult.swift: public let result: Result<Value, OrderToCashError>
  ItemResult.swift: public struct ItemResult<Value: Sendable>: Sendable
  ItemResult.swift: public typealias PlaceOrderResult
  ItemResult.swift: public typealias ShipOrderResult
  LedgerClient+Verify.swift: public enum VerifyBooksUpdate: Sendable, Hashable
  LedgerClient+Verify.swift: public func verify(checks: [String]
  LedgerClient+Verify.swift: public init(check: String, description: String, rows: [String])
  LedgerClient+Verify.swift: public let check: String
  LedgerClient+Verify.swift: public let description: String
  LedgerClient+Verify.swift: public let rows: [String]
  LedgerClient+Verify.swift: public struct BooksFinding: Sendable, Hashable
  LedgerClient.swift: public func getTrialBalance(
  LedgerClient.swift: public func listJournalEntries(
  LedgerClient.swift: public struct LedgerClient: Sendable
  Money+Conveniences.swift: public init(decimal text: String, _ currency: String) throws(OrderToCashError)
  Money+Conveniences.swift: public init(minorUnits: Int64, currency: String)
  Money+Conveniences.swift: public static func fractionDigits(of currency: String) -> Int
  Money+Conveniences.swift: public var decimal: String
  Names.swift: public static var namePattern: String
  Names.swift: public static var noun: String
  Names.swift: public typealias AccountBalanceName
  Names.swift: public typealias ApiKeyName
  Names.swift: public typealias ApprovalName
  Names.swift: public typealias CreditAccountName
  Names.swift: public typealias CustomerName
  Names.swift: public typealias EventName
  Names.swift: public typealias InvoiceName
  Names.swift: public typealias JournalEntryName
  Names.swift: public typealias OpenItemName
  Names.swift: public typealias OrderName
  Names.swift: public typealias PaymentName
  Names.swift: public typealias PolicyName
  Names.swift: public typealias PrincipalName
  Names.swift: public typealias ProductName
  Names.swift: public typealias ReturnName
  Names.swift: public typealias SellerName
  Names.swift: public typealias ShipmentName
  Names.swift: public typealias StockReceiptName
  Names.swift: public typealias WarehouseName
  Names.swift: public var accountBalance: AccountBalanceName
  Names.swift: public var creditAccount: CreditAccountName
  OrderClient+Life.swift: public func amend(_ request: AmendOrderRequest, options: CallOptions
  OrderClient+Life.swift: public func duplicate(_ name: OrderName, options: CallOptions
  OrderClient+Life.swift: public func duplicate(_ request: DuplicateOrderRequest, options: CallOptions
  OrderClient+Life.swift: public func hold(_ request: HoldOrderRequest, options: CallOptions
  OrderClient+Life.swift: public func listRevisions(
  OrderClient+Life.swift: public func preview(_ order: Order, options: CallOptions
  OrderClient+Life.swift: public func preview(_ request: PreviewOrderRequest, options: CallOptions
  OrderClient+Life.swift: public func release(_ name: OrderName, options: CallOptions
  OrderClient+Life.swift: public func release(_ request: ReleaseOrderRequest, options: CallOptions
  OrderClient+Life.swift: public func update(_ request: UpdateOrderRequest, options: CallOptions
  OrderClient+Stream.swift: public func place<S: AsyncSequence & Sendable>(
  OrderClient.swift: public func cancel(_ name: OrderName, options: CallOptions
  OrderClient.swift: public func cancel(_ request: CancelOrderRequest, options: CallOptions
  OrderClient.swift: public func confirm(_ name: OrderName, options: CallOptions
  OrderClient.swift: public func confirm(_ request: ConfirmOrderRequest, options: CallOptions
  OrderClient.swift: public func create(_ request: CreateOrderRequest, options: CallOptions
  OrderClient.swift: public func get(_ name: OrderName, options: CallOptions
  OrderClient.swift: public func list(
  OrderClient.swift: public func place(_ request: PlaceOrderRequest, options: CallOptions
  OrderClient.swift: public func place(batch requests: [PlaceOrderRequest], options: CallOptions
  OrderClient.swift: public struct OrderClient: Sendable
  OrderToCashClient.swift: public func beginShutdown()
  OrderToCashClient.swift: public func run() async throws
  OrderToCashClient.swift: public init(_ configuration: Configuration, logger: Logger?
  OrderToCashClient.swift: public struct OrderToCashClient: Sendable, ServiceLifecycle.Service
  OrderToCashClient.swift: public var admin: AdminClient
  OrderToCashClient.swift: public var catalog: CatalogClient
  OrderToCashClient.swift: public var credit: CreditClient
  OrderToCashClient.swift: public var customers: CustomerClient
  OrderToCashClient.swift: public var events: EventClient
  OrderToCashClient.swift: public var fulfillment: FulfillmentClient
  OrderToCashClient.swift: public var invoices: InvoiceClient
  OrderToCashClient.swift: public var ledger: LedgerClient
  OrderToCashClient.swift: public var orders: OrderClient
  OrderToCashClient.swift: public var payments: PaymentClient
  OrderToCashClient.swift: public var receivables: ReceivableClient
  OrderToCashClient.swift: public var reports: ReportClient
  OrderToCashClient.swift: public var stock: StockClient
  OrderToCashError.swift: public enum Outcome: String, Sendable, Hashable
  OrderToCashError.swift: public init(
  OrderToCashError.swift: public init(path: String, reason: Reason, message: String)
  OrderToCashError.swift: public internal(set) var outcome: Outcome
  OrderToCashError.swift: public let callID: String?
  OrderToCashError.swift: public let code: Code
  OrderToCashError.swift: public let isRetryable: Bool
  OrderToCashError.swift: public let message: String
  OrderToCashError.swift: public let metadata: [String: String]
  OrderToCashError.swift: public let path: String
  OrderToCashError.swift: public let reason: Reason
  OrderToCashError.swift: public let requestID: String?
  OrderToCashError.swift: public let resource: String?
  OrderToCashError.swift: public let retryAfter: Duration?
  OrderToCashError.swift: public let violations: [FieldViolation]
  OrderToCashError.swift: public struct FieldViolation: Sendable, Hashable, CustomStringConvertible
  OrderToCashError.swift: public struct OrderToCashError: Error, Sendable
  OrderToCashError.swift: public var description: String
  Pages.swift: public func makeAsyncIterator() -> AsyncIterator
  Pages.swift: public func starting(at token: String) -> Pages
  Pages.swift: public init(
  Pages.swift: public init(items: [Element], nextPageToken: String)
  Pages.swift: public let items: [Element]
  Pages.swift: public let nextPageToken: String
  Pages.swift: public mutating func next() async throws -> Element?
  Pages.swift: public mutating func next() async throws -> Page<Element>?
  Pages.swift: public struct AsyncIterator: AsyncIteratorProtocol
  Pages.swift: public struct Page<Element: Sendable>: Sendable
  Pages.swift: public struct Pages<Element: Sendable>: AsyncSequence, Sendable
  Pages.swift: public struct Sequence: AsyncSequence, Sendable
  Pages.swift: public var pages: Sequence
  PaymentClient.swift: public func apply(_ request: ApplyPaymentRequest, options: CallOptions
  PaymentClient.swift: public func get(_ name: PaymentName, options: CallOptions
  PaymentClient.swift: public func list(
  PaymentClient.swift: public func record(_ request: RecordPaymentRequest, options: CallOptions
  PaymentClient.swift: public func unapply(_ request: UnapplyPaymentRequest, options: CallOptions
  PaymentClient.swift: public struct PaymentClient: Sendable
  Reason.swift: public init(rawValue: String)
  Reason.swift: public let rawValue: String
  Reason.swift: public static let amountPrecision
  Reason.swift: public static let authorityExceeded
  Reason.swift: public static let batchTooLarge
  Reason.swift: public static let belowShipped
  Reason.swift: public static let buyerDataIncomplete
  Reason.swift: public static let callerCancelled
  Reason.swift: public static let cardNumber
  Reason.swift: public static let clientClosed
  Reason.swift: public static let configurationInvalid
  Reason.swift: public static let connectionFailed
  Reason.swift: public static let credentialsExpired
  Reason.swift: public static let credentialsInvalid
  Reason.swift: public static let credentialsMissing
  Reason.swift: public static let credentialsRevoked
  Reason.swift: public static let creditHold
  Reason.swift: public static let currencyMismatch
  Reason.swift: public static let cursorTooOld
  Reason.swift: public static let customerBlocked
  Reason.swift: public static let databaseUnavailable
  Reason.swift: public static let dateOutOfSequence
  Reason.swift: public static let deadlineExceeded
  Reason.swift: public static let deadlineInvalid
  Reason.swift: public static let dependencyUnavailable
  Reason.swift: public static let discountNotAllowed
  Reason.swift: public static let draining
  Reason.swift: public static let etagMismatch
  Reason.swift: public static let etagRequired
  Reason.swift: public static let exchangeRateMissing
  Reason.swift: public static let externalIDExists
  Reason.swift: public static let fieldImmutable
  Reason.swift: public static let fieldInvalid
  Reason.swift: public static let fieldOutOfRange
  Reason.swift: public static let fieldRequired
  Reason.swift: public static let fieldUnknown
  Reason.swift: public static let fileCorrupt
  Reason.swift: public static let fileFormatUnknown
  Reason.swift: public static let filterInvalid
  Reason.swift: public static let fourEyesRequired
  Reason.swift: public static let identifierInvalid
  Reason.swift: public static let insufficientStock
  Reason.swift: public static let internalError
  Reason.swift: public static let invalidFields
  Reason.swift: public static let invalidStateTransition
  Reason.swift: public static let invariantViolated
  Reason.swift: public static let itemOverpaid
  Reason.swift: public static let lineInvoiced
  Reason.swift: public static let minimumOrderValue
  Reason.swift: public static let nothingToCancel
  Reason.swift: public static let nothingToInvoice
  Reason.swift: public static let nothingToShip
  Reason.swift: public static let orderByInvalid
  Reason.swift: public static let orderEmpty
  Reason.swift: public static let orderOnHold
  Reason.swift: public static let outcomeUnknown
  Reason.swift: public static let overApplication
  Reason.swift: public static let overReturn
  Reason.swift: public static let overShipment
  Reason.swift: public static let overloaded
  Reason.swift: public static let pageTokenExpired
  Reason.swift: public static let pageTokenInvalid
  Reason.swift: public static let pageTokenMismatch
  Reason.swift: public static let pageTokenRepeated
  Reason.swift: public static let periodClosed
  Reason.swift: public static let permissionMissing
  Reason.swift: public static let priceExpired
  Reason.swift: public static let priceMissing
  Reason.swift: public static let priceOverlap
  Reason.swift: public static let productNotSellable
  Reason.swift: public static let rateLimited
  Reason.swift: public static let referenceNotFound
  Reason.swift: public static let requestIDExpired
  Reason.swift: public static let requestIDInvalid
  Reason.swift: public static let requestIDReused
  Reason.swift: public static let requestInProgress
  Reason.swift: public static let resourceExists
  Reason.swift: public static let resourceInUse
  Reason.swift: public static let resourceNotFound
  Reason.swift: public static let responseUnreadable
  Reason.swift: public static let returnWindowClosed
  Reason.swift: public static let sellerDataIncomplete
  Reason.swift: public static let sellerNotAllowed
  Reason.swift: public static let sellerRequired
  Reason.swift: public static let streamIncomplete
  Reason.swift: public static let taxNotDetermined
  Reason.swift: public static let totalChanged
  Reason.swift: public static let transactionConflict
  Reason.swift: public static let updateMaskInvalid
  Reason.swift: public static let urlNotAllowed
  Reason.swift: public struct Reason: RawRepresentable, Hashable, Sendable, CustomStringConvertible
  Reason.swift: public var description: String
  ReceivableClient.swift: public func getAccountBalance(
  ReceivableClient.swift: public func listOpenItems(
  ReceivableClient.swift: public struct ReceivableClient: Sendable
  ReplayUpdate.swift: public enum ReplayUpdate: Sendable, Hashable
  ReplayUpdate.swift: public let decisions: Int
  ReplayUpdate.swift: public let nowApproved: Int
  ReplayUpdate.swift: public let nowDenied: Int
  ReplayUpdate.swift: public struct ReplayResult: Sendable, Hashable
  ReportClient.swift: public func export(
  ReportClient.swift: public struct ReportClient: Sendable
  RequestID.swift: public init()
  RequestID.swift: public init?(_ text: String)
  RequestID.swift: public struct RequestID: Hashable, Sendable, CustomStringConvertible
  RequestID.swift: public var description: String
  RequestID.swift: public var unixMilliseconds: UInt64
  ResourceName.swift: public init(stringLiteral literal: String)
  ResourceName.swift: public init(validating text: String) throws(OrderToCashError)
  ResourceName.swift: public init?(ids: String...)
  ResourceName.swift: public init?(rawValue: String)
  ResourceName.swift: public let rawValue: String
  ResourceName.swift: public protocol NamedResource: Sendable
  ResourceName.swift: public struct ResourceName<Resource: NamedResource>: RawRepresentable, Hashable, Sendable
  ResourceName.swift: public var description: String
  ResourceName.swift: public var ids: [String]
  ResourceName.swift: public var resourceName: ResourceName<Self>?
  Results.swift: public func makeAsyncIterator() -> AsyncIterator
  Results.swift: public mutating func next() async throws -> Element?
  Results.swift: public struct AsyncIterator: AsyncIteratorProtocol
  Results.swift: public struct Results<Element: Sendable>: AsyncSequence, Sendable
  RetryPolicy.swift: public init(
  RetryPolicy.swift: public static let never
  RetryPolicy.swift: public struct RetryPolicy: Sendable, Hashable
  RetryPolicy.swift: public var budgetPercent: Int
  RetryPolicy.swift: public var initialDelay: Duration
  RetryPolicy.swift: public var maximumAttempts: Int
  RetryPolicy.swift: public var maximumDelay: Duration
  Secret.swift: public init(_ text: String)
  Secret.swift: public init(stringLiteral text: String)
  Secret.swift: public struct Secret: Sendable, ExpressibleByStringLiteral
  Secret.swift: public var customMirror: Mirror
  Secret.swift: public var debugDescription: String
  Secret.swift: public var description: String
  Settings.swift: public func over(_ other: Settings) -> Settings
  Settings.swift: public init()
  Settings.swift: public init(environment: [String: String])
  Settings.swift: public static func load(
  Settings.swift: public struct Settings: Codable, Hashable, Sendable
  Settings.swift: public var apiKeyFile: String?
  Settings.swift: public var ca: String?
  Settings.swift: public var certificate: String?
  Settings.swift: public var endpoint: String?
  Settings.swift: public var key: String?
  Settings.swift: public var seller: String?
  Settings.swift: public var serverName: String?
  StockClient+Availability.swift: public func checkAvailability(_ request: CheckAvailabilityRequest, options: CallOptions
  StockClient+Availability.swift: public func move(_ request: MoveStockRequest, options: CallOptions
  StockClient+Availability.swift: public func scheduleReceipt(_ request: ScheduleReceiptRequest, options: CallOptions
  StockClient.swift: public func createWarehouse(_ request: CreateWarehouseRequest, options: CallOptions
  StockClient.swift: public func listLevels(
  StockClient.swift: public func listWarehouses(
  StockClient.swift: public func receive(_ request: ReceiveStockRequest, options: CallOptions
  StockClient.swift: public struct StockClient: Sendable
  TrustRoots.swift: public static func file(_ path: String) -> TrustRoots
  TrustRoots.swift: public static func pem(_ text: String) -> TrustRoots
  TrustRoots.swift: public static let system
  TrustRoots.swift: public struct TrustRoots: Sendable, Hashable, CustomStringConvertible
  TrustRoots.swift: public var description: String
  WithOrderToCash.swift: public func withOrderToCash<Value: Sendable>(
  """#
