import Domain

/// I-14 for the documents, and I-22.
extension Checker {
  func checkReturns(_ changes: Changes, _ findings: inout Findings) {
    for change in changes.returns {
      let back = change.after
      if let before = change.before, before.state != back.state {
        findings.expect(
          Self.moves[before.state]?.contains(back.state) ?? false, .states,
          "returns/\(back.id) moved from \(before.state) to \(back.state)")
      }
      findings.expect(
        back.lines.allSatisfy { $0.quantity > .zero && $0.received <= $0.quantity }
          && (back.state == .received || back.lines.allSatisfy { $0.received.isZero })
          && (!back.isCounted || back.state == .authorized),
        .returnsAndDeliveries, "returns/\(back.id): \(back)")
      replaced(back, &findings)
      if let before = change.before {
        findings.expect(
          Self.asked(before) == Self.asked(back), .returnsAndDeliveries,
          "returns/\(back.id) is of other goods than it was: \(back)")
      }
      for line in back.lines {
        let shipment = seen.shipments[line.shipment]
        let sent = shipment?.lines.first { $0.orderLine == line.orderLine }?.quantity ?? .zero
        var taken = Quantity.zero
        for other in seen.returns.values where other.order == back.order {
          for part in other.lines
          where part.shipment == line.shipment && part.orderLine == line.orderLine {
            taken += other.isCounted ? part.quantity : part.received
          }
        }
        findings.expect(
          shipment?.order == back.order && taken <= sent, .returnsAndDeliveries,
          "\(taken) of shipments/\(line.shipment) come back, \(sent) were sent")
      }
    }
  }

  /// What is replaced of a return is what lines of orders say, and no more than was to come back.
  private func replaced(_ back: Return, _ findings: inout Findings) {
    var sums: [ID<Product>: Quantity] = [:]
    for line in back.lines { sums[line.product, default: .zero] += line.replaced }
    findings.expect(
      back.lines.allSatisfy { $0.replaced >= .zero && $0.replaced <= $0.quantity }
        && sums.allSatisfy {
          self.sums.replaced[Replacement(back: back.id, product: $0.key)] ?? .zero == $0.value
        },
      .returnsAndDeliveries, "returns/\(back.id) is replaced by other than lines say: \(back)")
  }

  /// A line that replaces goods is its customer's, and of the price that these had or of one by hand.
  func checkReplacements(_ changes: Changes, _ findings: inout Findings) {
    for change in changes.orders {
      for line in change.after.lines {
        let old = change.before?.line(line.number)
        guard old?.replacementFor != nil || line.replacementFor != nil else { continue }
        let name = "orders/\(change.after.id) line \(line.number)"
        let back = line.replacementFor.flatMap { seen.returns[$0] }
        // An amendment may price the line that came back anew, and replace it at what it was.
        let origins = [
          back.flatMap { seen.orders[$0.order] },
          changes.orders.first { $0.after.id == back?.order }?.before,
        ]
        let sources =
          back?.lines.filter { $0.product == line.product }
          .flatMap { part in origins.compactMap { $0?.line(part.orderLine) } } ?? []
        findings.expect(
          !sources.isEmpty
            && (old.map { $0.replacementFor == line.replacementFor }
              ?? isOf(change.after.customer, back?.customer)),
          .returnsAndDeliveries, "\(name) replaces what it may not")
        guard old?.unitPrice != line.unitPrice else { continue }
        findings.expect(
          line.priceSource == .manual
            || line.priceSource == .replacement
              && sources.contains {
                $0.unitPrice == line.unitPrice && $0.baseQuantity == line.baseQuantity
              },
          .returnsAndDeliveries, "\(name) is not of the price of what it replaces")
      }
    }
  }

  /// What was asked back of each line, and what that was sold for: parting a line leaves both.
  private static func asked(_ back: Return) -> [LineKey: [Int64]] {
    back.lines.reduce(into: [:]) {
      let key = LineKey(order: back.order, line: $1.orderLine)
      let sum = $0[key] ?? [0, 0]
      $0[key] = [sum[0] + $1.quantity.micros, sum[1] + $1.netAmount]
    }
  }

  private func isOf(_ customer: ID<Customer>, _ other: ID<Customer>?) -> Bool {
    guard let other else { return false }
    return other == customer || seen.customers[other]?.mergedInto == customer
  }

  private static let moves: [Return.State: Set<Return.State>] = [
    .requested: [.authorized, .rejected], .authorized: [.received],
  ]

  /// What was ever reserved for a line = what it holds + consumed + released + expired.
  mutating func checkReservations(
    _ changes: Changes, _ books: Books, _ findings: inout Findings
  ) {
    for event in books.events.fresh where event.resource.kind == .order {
      let order: ID<Order> = event.resource.id.retyped()
      for line in Facts.lines(of: event) {
        let key = LineKey(order: order, line: line.number)
        switch event.type {
        case .stockReserved: ledgerOfReservations[key, default: .init()].made += line.quantity
        case .stockReleased: ledgerOfReservations[key, default: .init()].released += line.quantity
        case .reservationExpired:
          ledgerOfReservations[key, default: .init()].expired += line.quantity
        case .stockIssued where isStocked(key):
          ledgerOfReservations[key, default: .init()].consumed += line.consumed ?? line.quantity
        default: break
        }
      }
    }
    for change in changes.orders {
      for line in change.after.lines {
        let key = LineKey(order: change.after.id, line: line.number)
        let parts = ledgerOfReservations[key] ?? .init()
        findings.expect(
          parts.made == line.reserved + parts.consumed + parts.released + parts.expired,
          .reservationParts, "orders/\(key.order) line \(key.line): \(line.reserved), \(parts)")
      }
    }
  }

  private func isStocked(_ key: LineKey) -> Bool {
    seen.orders[key.order]?.lines.first { $0.number == key.line }?.isStocked ?? false
  }
}

/// What became of what a line reserved.
struct Reserved: Equatable, Sendable {
  var made = Quantity.zero
  var consumed = Quantity.zero
  var released = Quantity.zero
  var expired = Quantity.zero
}

extension Facts {
  /// The objects of the member `lines` of a stock event.
  static func lines(
    of event: Event
  ) -> [(number: Int32, quantity: Quantity, consumed: Quantity?)] {
    guard event.type.rawValue.hasPrefix("stock.") else { return [] }
    var lines: [(number: Int32, quantity: Quantity, consumed: Quantity?)] = []
    for object in event.data.split(separator: "{").dropFirst() {
      func value(_ name: String) -> String? {
        guard let found = object.firstRange(of: "\"\(name)\":") else { return nil }
        let rest = object[found.upperBound...].drop { $0 == "\"" }
        return String(rest.prefix { $0 != "\"" && $0 != "," && $0 != "}" })
      }
      guard let number = value("line").flatMap({ Int32($0) }),
        let quantity = value("quantity").flatMap({ Quantity($0) })
      else { continue }
      lines.append((number, quantity, value("consumed").flatMap { Quantity($0) }))
    }
    return lines
  }
}
