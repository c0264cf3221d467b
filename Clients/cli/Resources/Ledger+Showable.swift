import OrderToCash
import OrderToCashAPI

extension O2c_V1_JournalEntry: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("date") { .day($0.postingDate) },
      Column("recorded", rank: 1) { .time($0.recordTime) },
      Column("document", flexible: true) { .reference($0.document) },
      Column("postings", flexible: true) { entry in
        .text(optional: entry.lines.map(\.shortText).joined(separator: "; "))
      },
      Column("name", rank: 9) { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    [
      facts,
      .table(
        "postings",
        Table(
          lines,
          [
            Column("account") { .text($0.account) }, Column("debit") { .money($0.debit) },
            Column("credit") { .money($0.credit) },
            Column("customer", flexible: true) { .reference(optional: $0.customer) },
          ])),
    ]
  }
}

extension O2c_V1_JournalEntry.Line {
  /// A posting in a few characters: `1100 Dr 119.00 EUR`.
  var shortText: String {
    switch side {
    case .debit(let amount): "\(account) Dr \(Cell.money(amount).forPeople)"
    case .credit(let amount): "\(account) Cr \(Cell.money(amount).forPeople)"
    case nil: account
    }
  }
}

extension O2c_V1_GetTrialBalanceResponse.Row: Showable {
  var identifier: String { account }

  static var columns: [Column<Self>] {
    [
      Column("account") { .text($0.account) },
      Column("name", flexible: true) { .text(optional: $0.displayName) },
      Column("debit") { .money($0.debit) },
      Column("credit") { .money($0.credit) },
      Column("balance") { .money($0.balance) },
    ]
  }
}

extension O2c_V1_Event: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("time") { .time($0.occurTime) },
      Column("type") { .text($0.type) },
      Column("resource", flexible: true) { .reference(optional: $0.resource) },
      Column("version", rank: 3) {
        .number($0.resourceVersion == 0 ? "" : String($0.resourceVersion))
      },
      Column("actor", flexible: true, rank: 1) {
        $0.actor.isEmpty ? .text("o2c itself") : .reference($0.actor)
      },
      Column("request", flexible: true, rank: 4) { .text(optional: $0.requestID) },
      Column("data", flexible: true, rank: 2) { .text(optional: $0.data) },
    ]
  }
}
