/// An account of the default chart.
package struct AccountKey: Hashable, Sendable {
  package var account: Account
  package var currency: Currency
  package init(_ account: Account, _ currency: Currency) {
    self.account = account
    self.currency = currency
  }
}

package enum Account: Int32, CaseIterable, Sendable {
  case bank = 1000
  /// Control account of the open items.
  case receivables = 1100
  /// Control account of unapplied payments.
  case unappliedCash = 2000
  /// Invoiced ahead and not recalled, before tax.
  case deposits = 2030
  case outputTax = 2100
  case revenue = 4000
  case freight = 4020

  package var title: String {
    switch self {
    case .bank: "Bank"
    case .receivables: "Receivables"
    case .unappliedCash: "Unapplied cash"
    case .deposits: "Deposits"
    case .outputTax: "Output tax"
    case .revenue: "Revenue"
    case .freight: "Freight"
    }
  }
}

/// The running sum of an account's postings in one currency; debits are positive.
package struct AccountBalance: Aggregate {
  package var key: AccountKey
  package var version: Int64 = 0
  package var balance: Int64 = 0

  package init(key: AccountKey) { self.key = key }
}

/// A balanced set of postings for one event of one document. Written once.
package struct JournalEntry: Sendable, Equatable {
  package var id: ID<JournalEntry>
  package var postingDate: CalendarDay
  package var document: ResourceRef
  package var currency: Currency
  package var postings: [Posting]
  /// The entry that this one takes back.
  package var reverses: ID<JournalEntry>?
  package var requestID: ID<Request>
  package var recordTime: Instant

  /// A signed amount on an account: a debit is positive.
  package struct Posting: Hashable, Sendable {
    package var account: Account
    package var amount: Int64
    package var customer: ID<Customer>?
    package init(_ account: Account, _ amount: Int64, customer: ID<Customer>? = nil) {
      self.account = account
      self.amount = amount
      self.customer = customer
    }
  }

  package init(
    id: ID<JournalEntry>, postingDate: CalendarDay, document: ResourceRef, currency: Currency,
    postings: [Posting], reverses: ID<JournalEntry>?, in context: Context
  ) {
    self.id = id
    self.postingDate = postingDate
    self.document = document
    self.currency = currency
    self.postings = postings
    self.reverses = reverses
    requestID = context.requestID
    recordTime = context.now
  }
}
