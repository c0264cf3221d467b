/// Why a call failed, in one word of the contract.
///
/// The list is open: a server may know more reasons than this SDK, and those keep their text.
public struct Reason: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The word, such as `CREDIT_HOLD`; empty where the server gave none.
  public let rawValue: String

  /// A reason by its word.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The word.
  public var description: String { rawValue }
}

// MARK: Credentials and permissions

extension Reason {
  /// No credential came with the call.
  public static let credentialsMissing = Reason(rawValue: "CREDENTIALS_MISSING")
  /// The credential is not one of this server.
  public static let credentialsInvalid = Reason(rawValue: "CREDENTIALS_INVALID")
  /// The credential is no longer valid: renew it.
  public static let credentialsExpired = Reason(rawValue: "CREDENTIALS_EXPIRED")
  /// The credential was revoked: get another.
  public static let credentialsRevoked = Reason(rawValue: "CREDENTIALS_REVOKED")
  /// The caller's roles do not allow the method.
  public static let permissionMissing = Reason(rawValue: "PERMISSION_MISSING")
  /// The caller may not act for that seller, or there is none.
  public static let sellerNotAllowed = Reason(rawValue: "SELLER_NOT_ALLOWED")
  /// The amount is beyond the caller's authority: hand it to another person.
  public static let authorityExceeded = Reason(rawValue: "AUTHORITY_EXCEEDED")
  /// Another person than the one who asked must decide.
  public static let fourEyesRequired = Reason(rawValue: "FOUR_EYES_REQUIRED")
}

// MARK: The request

extension Reason {
  /// Fields are wrong; the violations say which and why.
  public static let invalidFields = Reason(rawValue: "INVALID_FIELDS")
  /// A field is missing.
  public static let fieldRequired = Reason(rawValue: "FIELD_REQUIRED")
  /// A field is not of its format.
  public static let fieldInvalid = Reason(rawValue: "FIELD_INVALID")
  /// A value is too small or too large.
  public static let fieldOutOfRange = Reason(rawValue: "FIELD_OUT_OF_RANGE")
  /// A field cannot change any more.
  public static let fieldImmutable = Reason(rawValue: "FIELD_IMMUTABLE")
  /// A field or value is not known to the server.
  public static let fieldUnknown = Reason(rawValue: "FIELD_UNKNOWN")
  /// What a field names is not there.
  public static let referenceNotFound = Reason(rawValue: "REFERENCE_NOT_FOUND")
  /// An amount is in another currency than its document.
  public static let currencyMismatch = Reason(rawValue: "CURRENCY_MISMATCH")
  /// An amount has more digits than its currency.
  public static let amountPrecision = Reason(rawValue: "AMOUNT_PRECISION")
  /// The check digits of an identifier are wrong.
  public static let identifierInvalid = Reason(rawValue: "IDENTIFIER_INVALID")
  /// The mask names what cannot be updated.
  public static let updateMaskInvalid = Reason(rawValue: "UPDATE_MASK_INVALID")
  /// The batch has too many requests.
  public static let batchTooLarge = Reason(rawValue: "BATCH_TOO_LARGE")
  /// A text holds what looks like a card number.
  public static let cardNumber = Reason(rawValue: "CARD_NUMBER")
  /// The server may not call that address.
  public static let urlNotAllowed = Reason(rawValue: "URL_NOT_ALLOWED")
  /// The caller has several sellers and named none.
  public static let sellerRequired = Reason(rawValue: "SELLER_REQUIRED")
  /// The method wants the etag that was read.
  public static let etagRequired = Reason(rawValue: "ETAG_REQUIRED")
  /// The deadline of the call is not legal.
  public static let deadlineInvalid = Reason(rawValue: "DEADLINE_INVALID")
  /// The request id is not a UUIDv7 of this time.
  public static let requestIDInvalid = Reason(rawValue: "REQUEST_ID_INVALID")
  /// The request id is older than ids are kept.
  public static let requestIDExpired = Reason(rawValue: "REQUEST_ID_EXPIRED")
  /// The request id belongs to another request.
  public static let requestIDReused = Reason(rawValue: "REQUEST_ID_REUSED")
  /// The page token is not one of this server: start again.
  public static let pageTokenInvalid = Reason(rawValue: "PAGE_TOKEN_INVALID")
  /// The page token is too old: start again.
  public static let pageTokenExpired = Reason(rawValue: "PAGE_TOKEN_EXPIRED")
  /// The page token belongs to another list: start again.
  public static let pageTokenMismatch = Reason(rawValue: "PAGE_TOKEN_MISMATCH")
  /// The filter is not understood; the metadata names the column.
  public static let filterInvalid = Reason(rawValue: "FILTER_INVALID")
  /// The order is not understood.
  public static let orderByInvalid = Reason(rawValue: "ORDER_BY_INVALID")
  /// The file is of no known format.
  public static let fileFormatUnknown = Reason(rawValue: "FILE_FORMAT_UNKNOWN")
  /// The file does not match its size or checksum.
  public static let fileCorrupt = Reason(rawValue: "FILE_CORRUPT")
}

// MARK: Resources

extension Reason {
  /// There is no such resource for this caller.
  public static let resourceNotFound = Reason(rawValue: "RESOURCE_NOT_FOUND")
  /// There is one with that key.
  public static let resourceExists = Reason(rawValue: "RESOURCE_EXISTS")
  /// The external id is taken, for ever.
  public static let externalIDExists = Reason(rawValue: "EXTERNAL_ID_EXISTS")
  /// The resource's state does not allow the step.
  public static let invalidStateTransition = Reason(rawValue: "INVALID_STATE_TRANSITION")
  /// Something depends on it.
  public static let resourceInUse = Reason(rawValue: "RESOURCE_IN_USE")
}

// MARK: Orders, stock, credit

extension Reason {
  /// The customer is blocked.
  public static let customerBlocked = Reason(rawValue: "CUSTOMER_BLOCKED")
  /// The order is held: have it released.
  public static let orderOnHold = Reason(rawValue: "ORDER_ON_HOLD")
  /// The credit rules deny the order.
  public static let creditHold = Reason(rawValue: "CREDIT_HOLD")
  /// There is not enough: allow backorder or change the lines.
  public static let insufficientStock = Reason(rawValue: "INSUFFICIENT_STOCK")
  /// The product is not sold on that date.
  public static let productNotSellable = Reason(rawValue: "PRODUCT_NOT_SELLABLE")
  /// No price applies.
  public static let priceMissing = Reason(rawValue: "PRICE_MISSING")
  /// The prices of the draft no longer hold.
  public static let priceExpired = Reason(rawValue: "PRICE_EXPIRED")
  /// Two prices would apply at once.
  public static let priceOverlap = Reason(rawValue: "PRICE_OVERLAP")
  /// The discount is beyond what is allowed.
  public static let discountNotAllowed = Reason(rawValue: "DISCOUNT_NOT_ALLOWED")
  /// No tax rule applies.
  public static let taxNotDetermined = Reason(rawValue: "TAX_NOT_DETERMINED")
  /// The order is too small.
  public static let minimumOrderValue = Reason(rawValue: "MINIMUM_ORDER_VALUE")
  /// The total is not the one that was expected.
  public static let totalChanged = Reason(rawValue: "TOTAL_CHANGED")
  /// The order has no lines.
  public static let orderEmpty = Reason(rawValue: "ORDER_EMPTY")
  /// Less than what was shipped.
  public static let belowShipped = Reason(rawValue: "BELOW_SHIPPED")
  /// The line was invoiced.
  public static let lineInvoiced = Reason(rawValue: "LINE_INVOICED")
  /// Nothing is open on the order.
  public static let nothingToCancel = Reason(rawValue: "NOTHING_TO_CANCEL")
  /// Nothing is ready to ship.
  public static let nothingToShip = Reason(rawValue: "NOTHING_TO_SHIP")
  /// More than what is open.
  public static let overShipment = Reason(rawValue: "OVER_SHIPMENT")
  /// More than what was shipped and is not returned.
  public static let overReturn = Reason(rawValue: "OVER_RETURN")
  /// Too long after the delivery.
  public static let returnWindowClosed = Reason(rawValue: "RETURN_WINDOW_CLOSED")
}

// MARK: Invoices, payments, ledger

extension Reason {
  /// Everything that was shipped is invoiced.
  public static let nothingToInvoice = Reason(rawValue: "NOTHING_TO_INVOICE")
  /// The seller lacks what an invoice must show.
  public static let sellerDataIncomplete = Reason(rawValue: "SELLER_DATA_INCOMPLETE")
  /// The buyer lacks what an invoice must show.
  public static let buyerDataIncomplete = Reason(rawValue: "BUYER_DATA_INCOMPLETE")
  /// The document would not be an invoice by EN 16931.
  public static let einvoiceInvalid = Reason(rawValue: "EINVOICE_INVALID")
  /// The date lies in a closed period.
  public static let periodClosed = Reason(rawValue: "PERIOD_CLOSED")
  /// The date lies before one that was used.
  public static let dateOutOfSequence = Reason(rawValue: "DATE_OUT_OF_SEQUENCE")
  /// There is no exchange rate for the date.
  public static let exchangeRateMissing = Reason(rawValue: "EXCHANGE_RATE_MISSING")
  /// More than what is left of the payment.
  public static let overApplication = Reason(rawValue: "OVER_APPLICATION")
  /// More than what is open on the item.
  public static let itemOverpaid = Reason(rawValue: "ITEM_OVERPAID")
}

// MARK: The server's state

extension Reason {
  /// The resource changed since it was read: read and edit again.
  public static let etagMismatch = Reason(rawValue: "ETAG_MISMATCH")
  /// The first call with that request id still runs.
  public static let requestInProgress = Reason(rawValue: "REQUEST_IN_PROGRESS")
  /// Others changed the same rows; the server gave up retrying.
  public static let transactionConflict = Reason(rawValue: "TRANSACTION_CONFLICT")
  /// The cursor lies before the events that are kept.
  public static let cursorTooOld = Reason(rawValue: "CURSOR_TOO_OLD")
  /// The caller sends too much.
  public static let rateLimited = Reason(rawValue: "RATE_LIMITED")
  /// The server has too much to do.
  public static let overloaded = Reason(rawValue: "OVERLOADED")
  /// The server has no database now.
  public static let databaseUnavailable = Reason(rawValue: "DATABASE_UNAVAILABLE")
  /// The server is shutting down.
  public static let draining = Reason(rawValue: "DRAINING")
  /// Something that the server needs is away.
  public static let dependencyUnavailable = Reason(rawValue: "DEPENDENCY_UNAVAILABLE")
  /// It is not known whether the change was made: ask again.
  public static let outcomeUnknown = Reason(rawValue: "OUTCOME_UNKNOWN")
  /// The time was up.
  public static let deadlineExceeded = Reason(rawValue: "DEADLINE_EXCEEDED")
  /// The caller gave up.
  public static let callerCancelled = Reason(rawValue: "CALLER_CANCELLED")
  /// A fault of the server: report the call id.
  public static let internalError = Reason(rawValue: "INTERNAL_ERROR")
  /// A rule of the books would have been broken: report the call id.
  public static let invariantViolated = Reason(rawValue: "INVARIANT_VIOLATED")
}

// MARK: Said by the SDK itself

extension Reason {
  /// The configuration does not say what is needed.
  public static let configurationInvalid = Reason(rawValue: "CONFIGURATION_INVALID")
  /// The client is not running any more.
  public static let clientClosed = Reason(rawValue: "CLIENT_CLOSED")
  /// The server could not be reached, or the connection was lost.
  public static let connectionFailed = Reason(rawValue: "CONNECTION_FAILED")
  /// A list would never end: the server sent the same page token twice.
  public static let pageTokenRepeated = Reason(rawValue: "PAGE_TOKEN_REPEATED")
  /// The server's answer is not of the contract.
  public static let responseUnreadable = Reason(rawValue: "RESPONSE_UNREADABLE")
  /// The stream ended before everything was answered.
  public static let streamIncomplete = Reason(rawValue: "STREAM_INCOMPLETE")
}
