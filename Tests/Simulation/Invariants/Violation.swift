import Domain

/// The invariants of the business that hold after every command, by their number.
package enum Invariant: String, CaseIterable, Sendable {
  case oneCurrency = "I-01"
  case documentAddsUp = "I-02"
  case groupTax = "I-03"
  case shares = "I-04"
  case wholeInvoice = "I-05"
  case gapless = "I-10"
  case datesRise = "I-11"
  case orderedQuantity = "I-12"
  case reservedInsideOpen = "I-13"
  case returnsAndDeliveries = "I-14"
  case toBillOrToCredit = "I-15"
  case sumOfDocuments = "I-16"
  case states = "I-17"
  case issueWasAllowed = "I-18"
  case revisions = "I-19"
  case stockLevel = "I-20"
  case reservations = "I-21"
  case reservationParts = "I-22"
  case nobodyUnserved = "I-23"
  case exposure = "I-24"
  case approvalPasses = "I-25"
  case releaseHasAuthority = "I-26"
  case confirmedIsDecided = "I-27"
  case oneCreditHold = "I-28"
  case fourEyes = "I-29"
  case paymentParts = "I-30"
  case openAmount = "I-39"
  case applicationBalances = "I-40"
  case unappliedOnce = "I-41"
  case entryBalances = "I-48"
  case balances = "I-49"
  case controlAccounts = "I-50"
  case entriesOfEvents = "I-51"
  case changeHasEvent = "I-56"
  case rejectionLeavesNothing = "I-58"
  case rehearsal = "I-59"
  case scope = "I-60"
  case sweepsOnce = "I-63"
  case discounts = "I-65"
}

/// A broken invariant, with the step and the rows that show it.
package struct Violation: Sendable, CustomStringConvertible {
  package var invariant: Invariant
  package var step: Int
  package var command: String
  package var text: String

  package var description: String {
    "\(invariant.rawValue) (\(invariant)) broken by step \(step), \(command): \(text)"
  }
}

/// Collects what is broken.
struct Findings {
  let step: Int
  let command: String
  private(set) var violations: [Violation] = []

  init(step: Int, command: String) {
    self.step = step
    self.command = command
  }

  mutating func expect(
    _ holds: Bool, _ invariant: Invariant, _ text: @autoclosure () -> String
  ) {
    guard !holds else { return }
    violations.append(
      Violation(invariant: invariant, step: step, command: command, text: text()))
  }
}
