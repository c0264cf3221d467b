/// What can be asked of an order that is there.
package enum OrderVerb: String, CaseIterable, Sendable {
  case update = "UpdateOrder"
  case confirm = "ConfirmOrder"
  case amend = "AmendOrder"
  case hold = "HoldOrder"
  case release = "ReleaseOrder"
  case releaseCredit = "ReleaseCreditHold"
  case cancel = "CancelOrder"
  case ship = "ShipOrder"
  case invoice = "InvoiceOrder"
  case duplicate = "DuplicateOrder"
  case expire = "ExpireReservation"
}
