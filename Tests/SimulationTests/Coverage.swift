import Domain

/// What a full run must have reached.
enum Coverage {
  static let commands: Set<String> = [
    "AnonymizeCustomer", "BlockCustomer", "MergeCustomers", "UnblockCustomer",
    "AmendOrder", "ApplyPayment", "AuthorizeReturn", "ConfirmDelivery", "CreateReturn",
    "MoveStock", "ReceiveReturn", "RejectReturn", "ScheduleReceipt", "CancelOrder", "ConfirmOrder",
    "CreateAPIKey", "CreateCustomer",
    "CreateOrder",
    "CreatePrincipal", "CreateProduct", "CreateWarehouse", "DuplicateOrder", "ExpireReservation",
    "HoldOrder",
    "InvoiceOrder",
    "IssueCertificate", "IssueInvoice", "PlaceOrder", "ReceiveStock", "RecordPayment",
    "ReleaseCreditHold", "ReleaseOrder", "RevokeAPIKey", "RevokeCertificate", "SetCreditLimit",
    "SetPrices",
    "SetTaxRules", "ShipOrder", "SuspendPrincipal", "UnapplyPayment", "UpdateCustomer",
    "UpdateOrder", "UpdateProduct", "UpdateSeller",
    "UnderApproval<SetCreditLimit>",
    "UnderApproval<ReleaseCreditHold>", "UnderApproval<MergeCustomers>",
    "UnderApproval<UpdateSeller>", "UpdateCreditAccount", "ReviewCredit", "RedecideCredit",
    "ExpireTemporaryLimit", "WarnOfUtilization",
    "CreatePolicyVersion", "GrantApproval", "DenyApproval", "ExpireApproval",
  ]

  private static let standing: [Reason] = [
    .resourceNotFound, .etagMismatch, .invalidStateTransition,
  ]
  private static let pricing: [Reason] = [
    .customerBlocked, .productNotSellable, .priceMissing, .taxNotDetermined,
  ]
  private static let byHand: [Reason] = [.invalidFields, .discountNotAllowed, .authorityExceeded]
  private static let confirming: [Reason] = [.totalChanged, .insufficientStock, .creditHold]
  private static let issuing: [Reason] = [
    .invalidFields, .nothingToInvoice, .sellerDataIncomplete, .buyerDataIncomplete,
    .dateOutOfSequence,
  ]

  /// Each reason that a command can meet. Of those that the contract declares for its method these
  /// are left out: a draft keeps the currency that it was made in (EXCHANGE_RATE_MISSING of what
  /// comes after), is confirmed at the prices that it has (what pricing refuses, of ConfirmOrder),
  /// and is copied without what was given by hand (DISCOUNT_NOT_ALLOWED of DuplicateOrder). An order
  /// that is amended to nothing, and a release that is granted for a customer who was blocked
  /// meanwhile, come too seldom to be counted on.
  static let refusals: [String: [Reason]] = [
    "PlaceOrder": pricing + byHand + confirming + [
      .orderEmpty, .exchangeRateMissing, .externalIDExists, .overReturn,
    ],
    "CreateOrder": pricing + byHand + [
      .orderEmpty, .exchangeRateMissing, .externalIDExists, .insufficientStock, .overReturn,
    ],
    "UpdateOrder": standing + pricing + byHand + [.orderEmpty, .insufficientStock],
    "AmendOrder": standing + pricing + byHand + confirming + [
      .belowShipped, .lineInvoiced, .overReturn,
    ],
    "DuplicateOrder": [.resourceNotFound, .etagMismatch] + pricing,
    "ConfirmOrder": standing + confirming + [.invalidFields, .priceExpired, .customerBlocked],
    "HoldOrder": standing,
    "ReleaseOrder": standing,
    "CancelOrder": standing + [.nothingToCancel, .invalidFields],
    "ExpireReservation": [.resourceNotFound],
    "BlockCustomer": standing,
    "UnblockCustomer": standing,
    "AnonymizeCustomer": [.resourceNotFound, .resourceInUse],
    "MergeCustomers": [.resourceNotFound, .resourceInUse],
    "CreateCustomer": [.externalIDExists, .permissionMissing, .invalidFields],
    "UpdateCustomer": standing + [.externalIDExists, .invalidFields],
    "ShipOrder": standing + [
      .orderOnHold, .invalidFields, .overShipment, .nothingToShip, .insufficientStock, .creditHold,
      .customerBlocked,
    ],
    "ConfirmDelivery": standing + [.invalidFields, .resourceInUse],
    "CreateReturn": [
      .resourceNotFound, .invalidStateTransition, .invalidFields, .overReturn, .returnWindowClosed,
    ],
    "AuthorizeReturn": standing + [.overReturn],
    "RejectReturn": standing,
    "ReceiveReturn": standing + [.invalidFields, .overReturn],
    "InvoiceOrder": standing + issuing + [.orderOnHold],
    "IssueInvoice": standing + issuing,
    "RecordPayment": [
      .invalidFields, .externalIDExists, .exchangeRateMissing, .itemOverpaid, .overApplication,
    ],
    "ApplyPayment": [
      .resourceNotFound, .etagMismatch, .invalidFields, .itemOverpaid, .overApplication,
    ],
    "UnapplyPayment": standing + [.invalidFields],
    "ReleaseCreditHold": standing + [.invalidFields, .authorityExceeded, .customerBlocked],
    "SetCreditLimit": [.resourceNotFound, .etagMismatch, .invalidFields, .authorityExceeded],
    "UpdateCreditAccount": [.resourceNotFound, .etagMismatch, .invalidFields],
    "ReviewCredit": [.resourceNotFound],
    "RedecideCredit": [.resourceNotFound],
    "CreatePolicyVersion": [.invalidFields],
    "GrantApproval": standing + [
      .authorityExceeded, .fourEyesRequired, .permissionMissing, .resourceInUse,
    ],
    "DenyApproval": standing + [.fourEyesRequired],
    "ReceiveStock": [.resourceNotFound, .invalidStateTransition, .invalidFields],
    "ScheduleReceipt": [.invalidFields],
    "MoveStock": [.insufficientStock, .invalidFields],
    "CreateWarehouse": [.resourceExists],
    "CreateProduct": [.resourceExists, .invalidFields],
    "UpdateProduct": [.resourceNotFound, .etagMismatch, .invalidFields],
    "SetPrices": [.priceOverlap, .invalidFields],
    "SetTaxRules": [.invalidFields],
    "UpdateSeller": [.etagMismatch, .invalidFields],
    "CreatePrincipal": [.resourceExists, .invalidFields],
    "SuspendPrincipal": standing + [.resourceInUse],
    "CreateAPIKey": [.invalidStateTransition, .resourceInUse, .invalidFields],
    "RevokeAPIKey": standing,
    "IssueCertificate": [.invalidStateTransition, .resourceExists, .invalidFields],
    "RevokeCertificate": [.invalidStateTransition],
  ]

  static let faults: [String: Set<Reason>] = [
    "PlaceOrder": [.referenceNotFound, .fieldOutOfRange, .insufficientStock, .totalChanged],
    "ShipOrder": [.referenceNotFound, .fieldInvalid, .fieldOutOfRange, .overShipment],
    "InvoiceOrder": [.referenceNotFound, .fieldInvalid, .fieldOutOfRange, .nothingToInvoice],
    "RecordPayment": [.referenceNotFound, .fieldOutOfRange, .currencyMismatch, .itemOverpaid],
    "ApplyPayment": [.referenceNotFound, .fieldRequired, .fieldInvalid, .currencyMismatch],
    "UnapplyPayment": [.referenceNotFound, .fieldRequired, .fieldInvalid],
  ]

  /// Every move that an order can make in this delivery, and no other.
  static let moves: Set<String> = [
    "NEW→DRAFT", "NEW→CONFIRMED", "NEW→ON_HOLD", "DRAFT→CONFIRMED", "DRAFT→ON_HOLD",
    "DRAFT→CANCELLED", "ON_HOLD→CONFIRMED", "ON_HOLD→CANCELLED", "CONFIRMED→CANCELLED",
    "CONFIRMED→COMPLETED", "CONFIRMED→ON_HOLD", "ON_HOLD→COMPLETED",
  ]
}
