import OrderToCash
import OrderToCashAPI

extension O2c_V1_Payment: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("number") { .text(optional: $0.paymentNumber) },
      Column("external id", rank: 3) { .text(optional: $0.externalID) },
      Column("value date") { .day($0.valueDate) },
      Column("customer", flexible: true) { .reference($0.customer) },
      Column("means", rank: 2) { .state($0.means) },
      Column("state") { .state($0.state) },
      Column("amount") { .money($0.amount) },
      Column("applied", rank: 1) { .money($0.applied) },
      Column("unapplied") { .money($0.unapplied) },
      Column("name", rank: 9) { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    var sections = [facts]
    let words = [remittance.reference, remittance.text].filter { !$0.isEmpty }
    if !words.isEmpty {
      sections.append(.facts([("remittance", .text(words.joined(separator: ", ")))]))
    }
    if !applications.isEmpty {
      sections.append(
        .table(
          "applications",
          Table(
            applications,
            [
              Column("application") { .text($0.applicationID) },
              Column("item", flexible: true) { .reference($0.item) },
              Column("amount") { .money($0.amount) }, Column("state") { .state($0.state) },
              Column("effective", rank: 2) { .day($0.effectiveDate) },
              Column("taken back", rank: 1) { .day($0.unappliedDate) },
            ])))
    }
    return sections
  }
}

extension O2c_V1_OpenItem: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("number") { .text($0.documentNumber) },
      Column("issued", rank: 3) { .day($0.issueDate) },
      Column("due") { .day($0.dueDate) },
      Column("days overdue") { .number($0.daysOverdue == 0 ? "" : String($0.daysOverdue)) },
      Column("bucket", rank: 4) { .state($0.bucket) },
      Column("customer", flexible: true) { .reference($0.customer) },
      Column("original", rank: 2) { .money($0.original) },
      Column("outstanding") { .money($0.outstanding) },
      Column("name", rank: 9) { .text(optional: $0.name) },
    ]
  }
}
