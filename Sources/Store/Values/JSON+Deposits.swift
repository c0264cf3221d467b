internal import Domain
internal import Postgres

/// Deposits on orders, and what invoices recall of them.
extension JSON {
  /// Deposits as `[invoice, number, day, groups]`, groups as `[category, rate, exemption, net, tax,
  /// recalled net, recalled tax]`.
  init(deposits: [Deposit]) {
    self = .array(
      deposits.map { deposit in
        .array([
          .text("\(deposit.invoice)"), .text(deposit.number),
          .number(Int64(deposit.issueDate.daysSince1970)),
          .array(deposit.groups.map { JSON($0) }),
        ])
      })
  }

  private init(_ group: Deposit.Group) {
    self = .array([
      .text(group.category.rawValue), .number(group.rate.micros), .text(group.exemptionCode),
      .number(group.net), .number(group.tax), .number(group.recalledNet),
      .number(group.recalledTax),
    ])
  }

  var deposits: [Deposit]? {
    var deposits: [Deposit] = []
    for element in elements {
      guard let invoice = element[0]?.string.flatMap({ ID<Invoice>($0) }),
        let number = element[1]?.string, let day = element[2]?.integer, let members = element[3]
      else { return nil }
      var groups: [Deposit.Group] = []
      for member in members.elements {
        guard let group = member.depositGroup else { return nil }
        groups.append(group)
      }
      deposits.append(
        Deposit(
          invoice: invoice, number: number,
          issueDate: CalendarDay(daysSince1970: Int32(clamping: day)), groups: groups))
    }
    return deposits
  }

  private var depositGroup: Deposit.Group? {
    guard let category = self[0]?.string.flatMap(TaxCategory.init(rawValue:)),
      let rate = self[1]?.integer, let exemption = self[2]?.string, let net = self[3]?.integer,
      let tax = self[4]?.integer, let recalledNet = self[5]?.integer,
      let recalledTax = self[6]?.integer
    else { return nil }
    var group = Deposit.Group(
      category: category, rate: Percent(micros: rate), exemptionCode: exemption, net: net, tax: tax)
    group.recalledNet = recalledNet
    group.recalledTax = recalledTax
    return group
  }

  /// Prepayments as `[deposit, number, day, net, tax]`.
  init(prepayments: [Invoice.Prepayment]) {
    self = .array(
      prepayments.map { part in
        .array([
          .text("\(part.deposit)"), .text(part.number),
          .number(Int64(part.issueDate.daysSince1970)), .number(part.net), .number(part.tax),
        ])
      })
  }

  var prepayments: [Invoice.Prepayment]? {
    var parts: [Invoice.Prepayment] = []
    for element in elements {
      guard let deposit = element[0]?.string.flatMap({ ID<Invoice>($0) }),
        let number = element[1]?.string, let day = element[2]?.integer,
        let net = element[3]?.integer, let tax = element[4]?.integer
      else { return nil }
      parts.append(
        .init(
          deposit: deposit, number: number,
          issueDate: CalendarDay(daysSince1970: Int32(clamping: day)), net: net, tax: tax))
    }
    return parts
  }
}

extension RowReader {
  mutating func deposits() throws(DecodeError) -> [Deposit] {
    let column = column
    guard let deposits = (try json() ?? .array([])).deposits else {
      throw .malformed(column: column, type: .jsonb)
    }
    return deposits
  }

  mutating func prepayments() throws(DecodeError) -> [Invoice.Prepayment] {
    let column = column
    guard let parts = (try json() ?? .array([])).prepayments else {
      throw .malformed(column: column, type: .jsonb)
    }
    return parts
  }
}
