/// One row of the one log: what changed, for whom, under which request. Appended in the
/// transaction of the change and never touched again.
package struct Event: Sendable {
  package let id: ID<Event>
  package let type: EventType
  package let resource: ResourceRef
  /// The version of the resource after the change.
  package let resourceVersion: Int64
  /// Whose it is; partners see the events of their customers.
  package let customer: ID<Customer>?
  package let actor: ID<Principal>
  package let requestID: ID<Request>
  package let method: String
  package let occurTime: Instant
  /// The facts before and after as a JSON object.
  package let data: String
}

/// `subject.past_tense`, as subscribers see it.
package enum EventType: String, CaseIterable, Sendable {
  case sellerUpdated = "seller.updated"
  case customerCreated = "customer.created"
  case customerUpdated = "customer.updated"
  case customerBlocked = "customer.blocked"
  case customerUnblocked = "customer.unblocked"
  case customerMerged = "customer.merged"
  case customerAnonymized = "customer.anonymized"
  case productCreated = "product.created"
  case productUpdated = "product.updated"
  case priceChanged = "price.changed"
  case taxRuleChanged = "tax_rule.changed"
  case warehouseCreated = "warehouse.created"
  case stockReceived = "stock.received"
  case stockReceiptScheduled = "stock.receipt_scheduled"
  case stockReserved = "stock.reserved"
  case stockBackordered = "stock.backordered"
  case stockReleased = "stock.released"
  case stockIssued = "stock.issued"
  case stockReturned = "stock.returned"
  case stockAdjusted = "stock.adjusted"
  case stockTransferred = "stock.transferred"
  case reservationExpired = "stock.reservation_expired"
  case orderDrafted = "order.drafted"
  case orderUpdated = "order.updated"
  case orderPlaced = "order.placed"
  case orderConfirmed = "order.confirmed"
  case orderHeld = "order.held"
  case orderReleased = "order.released"
  case orderAmended = "order.amended"
  case orderCancelled = "order.cancelled"
  case orderShipped = "order.shipped"
  case orderInvoiced = "order.invoiced"
  case orderCompleted = "order.completed"
  case shipmentShipped = "shipment.shipped"
  case shipmentDelivered = "shipment.delivered"
  case shipmentLost = "shipment.lost"
  case returnRequested = "return.requested"
  case returnAuthorized = "return.authorized"
  case returnRejected = "return.rejected"
  case returnReceived = "return.received"
  case returnReplaced = "return.replaced"
  case creditDecided = "credit.decided"
  case creditLimitChanged = "credit.limit_changed"
  case creditAccountChanged = "credit.account_changed"
  case creditHoldReleased = "credit.hold_released"
  case creditLimitExpired = "credit.limit_expired"
  case creditUtilizationWarned = "credit.utilization_warned"
  case policyProposed = "policy.proposed"
  case policyStarted = "policy.started"
  case approvalRequested = "approval.requested"
  case approvalGranted = "approval.granted"
  case approvalDenied = "approval.denied"
  case approvalExpired = "approval.expired"
  case invoiceCreated = "invoice.created"
  case invoiceIssued = "invoice.issued"
  case invoicePartlyPaid = "invoice.partly_paid"
  case invoicePaid = "invoice.paid"
  case invoiceReopened = "invoice.reopened"
  case paymentRecorded = "payment.recorded"
  case paymentApplied = "payment.applied"
  case paymentUnapplied = "payment.unapplied"
  case principalCreated = "principal.created"
  case principalUpdated = "principal.updated"
  case principalSuspended = "principal.suspended"
  case apiKeyCreated = "api_key.created"
  case apiKeyRevoked = "api_key.revoked"
  case certificateIssued = "certificate.issued"
  case certificateRevoked = "certificate.revoked"
  case importFinished = "import.finished"
}
