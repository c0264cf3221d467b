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
    "UnderApproval<ReleaseCreditHold>", "UpdateCreditAccount", "ReviewCredit", "RedecideCredit",
    "ExpireTemporaryLimit", "WarnOfUtilization",
    "CreatePolicyVersion", "GrantApproval", "DenyApproval", "ExpireApproval",
  ]

  private static let drafting: [Reason] = [
    .invalidFields, .externalIDExists, .customerBlocked, .orderEmpty, .productNotSellable,
    .priceMissing, .discountNotAllowed, .authorityExceeded,
    .taxNotDetermined,
  ]
  private static let confirming: [Reason] = [.totalChanged, .insufficientStock, .creditHold]
  private static let standing: [Reason] = [
    .resourceNotFound, .etagMismatch, .invalidStateTransition,
  ]
  private static let issuing: [Reason] = [
    .invalidFields, .nothingToInvoice, .sellerDataIncomplete, .buyerDataIncomplete,
    .dateOutOfSequence,
  ]

  /// A confirmation that meets a blocked customer, and a shipment for one, are beyond commands:
  /// nothing blocks a customer that has orders.
  static let refusals: [String: [Reason]] = [
    "PlaceOrder": drafting + confirming + [.exchangeRateMissing],
    "CreateOrder": drafting + [.insufficientStock],
    "UpdateOrder": standing + [
      .invalidFields, .orderEmpty, .priceMissing, .taxNotDetermined, .insufficientStock,
    ],
    "AmendOrder": standing + [
      .invalidFields, .belowShipped, .lineInvoiced, .priceMissing,
      .discountNotAllowed, .authorityExceeded, .taxNotDetermined, .totalChanged,
      .insufficientStock, .creditHold,
    ],
    "BlockCustomer": standing, "UnblockCustomer": standing,
    "AnonymizeCustomer": [.resourceNotFound, .resourceInUse],
    "MergeCustomers": [.resourceNotFound, .resourceInUse],
    "HoldOrder": standing,
    "ReleaseOrder": standing,
    "DuplicateOrder": [.resourceNotFound, .etagMismatch, .priceMissing],
    "ConfirmOrder": standing + confirming + [.priceExpired],
    "CancelOrder": standing + [.nothingToCancel, .invalidFields],
    "ShipOrder": standing + [
      .orderOnHold, .invalidFields, .overShipment, .nothingToShip, .insufficientStock, .creditHold,
    ],
    "InvoiceOrder": standing + issuing + [.orderOnHold],
    "IssueInvoice": standing + issuing,
    "RecordPayment": [
      .invalidFields, .externalIDExists, .exchangeRateMissing, .itemOverpaid, .overApplication,
    ],
    "ApplyPayment": [
      .resourceNotFound, .etagMismatch, .invalidFields, .itemOverpaid, .overApplication,
    ],
    "UnapplyPayment": standing + [.invalidFields],
    "ReleaseCreditHold": standing + [.invalidFields, .authorityExceeded],
    "SetCreditLimit": [.resourceNotFound, .etagMismatch, .invalidFields, .authorityExceeded],
    "UpdateCreditAccount": [.resourceNotFound, .etagMismatch, .invalidFields],
    "CreatePolicyVersion": [.invalidFields],
    "GrantApproval": [.authorityExceeded, .fourEyesRequired, .etagMismatch],
    "DenyApproval": [.resourceNotFound],
    "ExpireReservation": [.resourceNotFound],
    "ReceiveStock": [.resourceNotFound, .invalidStateTransition, .invalidFields],
    "ScheduleReceipt": [.invalidFields],
    "MoveStock": [.insufficientStock, .invalidFields],
    "ConfirmDelivery": standing + [.invalidFields, .resourceInUse],
    "CreateReturn": [
      .resourceNotFound, .invalidStateTransition, .invalidFields, .overReturn, .returnWindowClosed,
    ],
    "AuthorizeReturn": standing + [.overReturn],
    "RejectReturn": standing,
    "ReceiveReturn": standing + [.invalidFields, .overReturn],
    "SetPrices": [.priceOverlap, .invalidFields],
    "CreateCustomer": [.externalIDExists, .permissionMissing],
    "SuspendPrincipal": [.resourceInUse],
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
