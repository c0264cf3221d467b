/// Says what PlaceOrder would answer, and leaves the books as they are. A credit denial is shown;
/// everything else that would refuse the order comes at once, the faults of all steps that can
/// still be looked at behind the first.
package struct PreviewOrder: Command {
  package let request: OrderRequest
  package let options: ConfirmationOptions

  package init(_ request: OrderRequest, options: ConfirmationOptions = .init()) {
    self.request = request
    self.options = options
  }

  package var needs: Needs { PlaceOrder(request, options: options).needs }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    PlaceOrder(request, options: options).furtherNeeds(on: books, in: context)
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> OrderPreview
  {
    var attempt = Attempt(request: request, options: options)
    while true {
      do throws(Rejection) {
        let order = try PlaceOrder(attempt.request, options: attempt.options)
          .decide(on: &books, in: context)
        books.rollBack()
        if let rejection = attempt.rejection { throw rejection }
        return OrderPreview(order: order)
      } catch {
        books.rollBack()
        if attempt.isOver || !attempt.note(error) { throw attempt.rejection ?? error }
      }
    }
  }
}

/// An order as it would be, with the figures that a token keeps of it.
package struct OrderPreview: Sendable, Equatable {
  package var order: Order
  package var facts: PreviewFacts { PreviewFacts(of: order) }

  package init(order: Order) { self.order = order }
}

/// One try after the other: what was refused is left out, to see what else would be.
private struct Attempt {
  var request: OrderRequest
  var options: ConfirmationOptions
  /// The first refusal, with the faults of all.
  private(set) var rejection: Rejection?
  private(set) var isOver = false
  /// The lines that are left, by their place in what was asked.
  private var places: [Int]

  init(request: OrderRequest, options: ConfirmationOptions) {
    self.request = request
    self.options = options
    places = Array(request.lines.indices)
  }

  /// Takes a refusal down. False when nothing behind it can be looked at.
  mutating func note(_ refusal: Rejection) -> Bool {
    let isRefusedAgain = refusal == rejection
    guard !isRefusedAgain else {
      isOver = true
      return false
    }
    var found = refusal.violations.map { violation in
      var violation = violation
      violation.field = inWhole(violation.field)
      return violation
    }
    if var first = rejection {
      if found.isEmpty { found = [.init("order", refusal.reason, refusal.message)] }
      first.violations += found.filter { !first.violations.contains($0) }
      if first.reason == .invalidFields {
        first.metadata["violationCount"] = String(first.violations.count)
      }
      rejection = first
    } else {
      var first = refusal
      first.violations = found
      rejection = first
    }
    isOver = !relax(refusal)
    return !isOver
  }

  /// Leaves out what was refused; false when that cannot be.
  private mutating func relax(_ refusal: Rejection) -> Bool {
    switch refusal.reason {
    case .externalIDExists where request.externalID != nil: request.externalID = nil
    case .totalChanged where options.expectedTotal != nil || options.expects != nil:
      options.expectedTotal = nil
      options.expects = nil
    case .insufficientStock where !options.allowBackorder: options.allowBackorder = true
    case .creditHold where options.failOnHold: options.failOnHold = false
    default:
      let lines = Set(refusal.violations.compactMap { Self.line(in: $0.field) })
      let hasFields = dropFields(refusal)
      guard !lines.isEmpty || hasFields else { return false }
      let left = request.lines.indices.filter { !lines.contains($0) }
      guard !left.isEmpty else { return false }
      request.lines = left.map { request.lines[$0] }
      places = left.map { places[$0] }
    }
    return true
  }

  private mutating func dropFields(_ refusal: Rejection) -> Bool {
    var dropped = false
    for violation in refusal.violations {
      switch violation.field {
      case "order.order_date" where request.orderDate != nil: request.orderDate = nil
      case "order.requested_date" where request.requestedDate != nil: request.requestedDate = nil
      case "order.currency_code" where request.currency != nil: request.currency = nil
      case "order.bill_to" where request.billTo != nil: request.billTo = nil
      case "order.payer" where request.payer != nil: request.payer = nil
      default: continue
      }
      dropped = true
    }
    return dropped
  }

  private static let prefix = "order.lines["

  private static func line(in field: String) -> Int? {
    guard field.hasPrefix(prefix) else { return nil }
    return Int(field.dropFirst(prefix.count).prefix(while: \.isNumber))
  }

  /// The path in the request as it was asked.
  private func inWhole(_ field: String) -> String {
    guard let line = Self.line(in: field), places.indices.contains(line) else { return field }
    let rest = field.dropFirst(Self.prefix.count).drop(while: \.isNumber)
    return "\(Self.prefix)\(places[line])\(rest)"
  }
}
