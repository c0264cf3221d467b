/// The stable name of a refusal, as callers see it in `ErrorInfo.reason`.
package enum Reason: String, CaseIterable, Sendable {
  // Shape.
  case invalidFields = "INVALID_FIELDS"
  case fieldRequired = "FIELD_REQUIRED"
  case fieldInvalid = "FIELD_INVALID"
  case fieldOutOfRange = "FIELD_OUT_OF_RANGE"
  case fieldImmutable = "FIELD_IMMUTABLE"
  case fieldUnknown = "FIELD_UNKNOWN"
  case referenceNotFound = "REFERENCE_NOT_FOUND"
  case currencyMismatch = "CURRENCY_MISMATCH"
  case amountPrecision = "AMOUNT_PRECISION"
  case identifierInvalid = "IDENTIFIER_INVALID"
  case updateMaskInvalid = "UPDATE_MASK_INVALID"
  case batchTooLarge = "BATCH_TOO_LARGE"
  case cardNumber = "CARD_NUMBER"
  case etagRequired = "ETAG_REQUIRED"
  case requestIDInvalid = "REQUEST_ID_INVALID"
  case requestIDExpired = "REQUEST_ID_EXPIRED"
  case requestIDReused = "REQUEST_ID_REUSED"
  case pageTokenInvalid = "PAGE_TOKEN_INVALID"
  case pageTokenExpired = "PAGE_TOKEN_EXPIRED"
  case pageTokenMismatch = "PAGE_TOKEN_MISMATCH"
  case filterInvalid = "FILTER_INVALID"
  case orderByInvalid = "ORDER_BY_INVALID"
  case fileFormatUnknown = "FILE_FORMAT_UNKNOWN"
  case fileCorrupt = "FILE_CORRUPT"
  // Existence.
  case resourceNotFound = "RESOURCE_NOT_FOUND"
  case resourceExists = "RESOURCE_EXISTS"
  case externalIDExists = "EXTERNAL_ID_EXISTS"
  // Permission.
  case permissionMissing = "PERMISSION_MISSING"
  case authorityExceeded = "AUTHORITY_EXCEEDED"
  case fourEyesRequired = "FOUR_EYES_REQUIRED"
  // State and rules.
  case invalidStateTransition = "INVALID_STATE_TRANSITION"
  case resourceInUse = "RESOURCE_IN_USE"
  case customerBlocked = "CUSTOMER_BLOCKED"
  case orderOnHold = "ORDER_ON_HOLD"
  case creditHold = "CREDIT_HOLD"
  case insufficientStock = "INSUFFICIENT_STOCK"
  case productNotSellable = "PRODUCT_NOT_SELLABLE"
  case priceMissing = "PRICE_MISSING"
  case priceExpired = "PRICE_EXPIRED"
  case priceOverlap = "PRICE_OVERLAP"
  case discountNotAllowed = "DISCOUNT_NOT_ALLOWED"
  case taxNotDetermined = "TAX_NOT_DETERMINED"
  case minimumOrderValue = "MINIMUM_ORDER_VALUE"
  case totalChanged = "TOTAL_CHANGED"
  case orderEmpty = "ORDER_EMPTY"
  case belowShipped = "BELOW_SHIPPED"
  case lineInvoiced = "LINE_INVOICED"
  case nothingToCancel = "NOTHING_TO_CANCEL"
  case nothingToShip = "NOTHING_TO_SHIP"
  case overShipment = "OVER_SHIPMENT"
  case overReturn = "OVER_RETURN"
  case returnWindowClosed = "RETURN_WINDOW_CLOSED"
  case nothingToInvoice = "NOTHING_TO_INVOICE"
  case sellerDataIncomplete = "SELLER_DATA_INCOMPLETE"
  case buyerDataIncomplete = "BUYER_DATA_INCOMPLETE"
  case einvoiceInvalid = "EINVOICE_INVALID"
  case dateOutOfSequence = "DATE_OUT_OF_SEQUENCE"
  case exchangeRateMissing = "EXCHANGE_RATE_MISSING"
  case overApplication = "OVER_APPLICATION"
  case itemOverpaid = "ITEM_OVERPAID"
  // Concurrency.
  case etagMismatch = "ETAG_MISMATCH"
  // Ours.
  case invariantViolated = "INVARIANT_VIOLATED"

  /// The status that carries it.
  package enum Code: Sendable {
    case invalidArgument, notFound, alreadyExists, permissionDenied, failedPrecondition, aborted
    case `internal`
  }

  package var code: Code {
    switch self {
    case .invalidFields, .fieldRequired, .fieldInvalid, .fieldOutOfRange, .fieldImmutable,
      .fieldUnknown, .referenceNotFound, .currencyMismatch, .amountPrecision, .identifierInvalid,
      .updateMaskInvalid, .batchTooLarge, .cardNumber, .etagRequired, .requestIDInvalid,
      .requestIDExpired, .requestIDReused, .pageTokenInvalid, .pageTokenExpired,
      .pageTokenMismatch, .filterInvalid, .orderByInvalid, .fileFormatUnknown, .fileCorrupt:
      .invalidArgument
    case .resourceNotFound: .notFound
    case .resourceExists, .externalIDExists: .alreadyExists
    case .permissionMissing, .authorityExceeded, .fourEyesRequired: .permissionDenied
    case .invalidStateTransition, .resourceInUse, .customerBlocked, .orderOnHold, .creditHold,
      .insufficientStock, .productNotSellable, .priceMissing, .priceExpired, .priceOverlap,
      .discountNotAllowed, .taxNotDetermined, .minimumOrderValue, .totalChanged, .orderEmpty,
      .nothingToCancel, .nothingToShip, .overShipment, .nothingToInvoice, .sellerDataIncomplete,
      .buyerDataIncomplete, .einvoiceInvalid, .dateOutOfSequence, .exchangeRateMissing,
      .overApplication,
      .itemOverpaid, .belowShipped, .lineInvoiced, .overReturn, .returnWindowClosed:
      .failedPrecondition
    case .etagMismatch: .aborted
    case .invariantViolated: .internal
    }
  }
}
