/// What credit says to an order that was changed.
extension OrderConfirmation {
  struct AmendedCredit {
    /// Nil where nothing had to be decided.
    var assessment: CreditAssessment?
    /// The change puts the order on hold: it takes no more stock until it is released.
    var isNewlyHeld: Bool
    /// The change ends the credit hold that the order had.
    var isFreed: Bool
  }

  /// Decides on the exposure after the change. A decrease of an order that is not held needs no
  /// decision; one that is held is decided on again, and goes on where it passes.
  func amend(
    _ order: inout Order, from before: Order, on books: Books
  ) throws(Rejection) -> AmendedCredit {
    let wasHeld = before.hasCreditHold
    let added = order.fullExposure - (wasHeld ? before.presentExposure : before.fullExposure)
    let isDecrease = order.fullExposure <= before.fullExposure
    var credit = AmendedCredit(isNewlyHeld: false, isFreed: false)
    if isDecrease, !wasHeld {
      // What was approved was more.
      order.credit?.revision = order.revision
      return credit
    }
    let assessment = books.assessCredit(of: order, at: .amend, added: added, in: context)
    let decision = assessment.decision
    let isDenied = decision.result == .denied
    if isDenied, options.failOnHold, !isDecrease {
      throw decision.rejection(of: order, in: context)
    }
    credit.assessment = assessment
    order.credit = decision
    order.holds.removeAll { $0.kind == .credit }
    if isDenied {
      order.holds.append(
        .init(
          kind: .credit, reason: decision.failed.map(\.rawValue).joined(separator: ","),
          since: before.holds.first { $0.kind == .credit }?.since ?? context.now))
      order.state = .onHold
      credit.isNewlyHeld = !wasHeld
    } else {
      order.confirmTime = order.confirmTime ?? context.now
      order.reserveUntil = nil
      credit.isFreed = wasHeld
    }
    return credit
  }

  /// The decision in the log, with what it did to the order; call it after the change was put.
  func record(
    _ credit: AmendedCredit, _ order: Order, from before: Order, on books: inout Books
  ) {
    guard let assessment = credit.assessment else { return }
    let decision = assessment.decision
    let event = books.recordDecision(assessment, on: order, in: context)
    if decision.result == .denied {
      var held = books.orders[order.id] ?? order
      for index in held.holds.indices where held.holds[index].kind == .credit {
        held.holds[index].decision = event
      }
      books.put(held, in: context)
    }
    if credit.isNewlyHeld {
      books.record(.orderHeld, order, in: context) {
        $0.member("before", before.state.rawValue)
        $0.member("state", order.state.rawValue)
        $0.member("kind", Order.Hold.Kind.credit.rawValue)
        $0.member("reason", decision.failed.map(\.rawValue).joined(separator: ","))
      }
    } else if credit.isFreed, order.state == .confirmed {
      books.record(.orderConfirmed, order, in: context) {
        $0.member("before", before.state.rawValue)
        $0.member("state", order.state.rawValue)
      }
    }
  }
}

extension Order {
  /// What it would add to the exposure if no credit hold were open.
  var fullExposure: Int64 {
    var order = self
    order.holds.removeAll { $0.kind == .credit }
    return order.presentExposure
  }

  /// Open orders and unbilled shipments.
  var presentExposure: Int64 {
    let parts = exposure
    return parts.openOrders + parts.unbilledShipments
  }
}
