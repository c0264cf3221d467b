package import Domain

/// Checks the books after every command: the rows that it changed and the sums that they are part
/// of; and from time to time everything.
package struct Checker: Sendable {
  var seen = Seen()
  var sums = Sums()
  /// From the movements and the journal, which are written once and leave the books with a flush.
  var onHand: [StockKey: Quantity] = [:]
  var ledger: [AccountKey: Int64] = [:]
  /// Items with something open, by customer.
  var openItemsOf: [ID<Customer>: Set<ID<OpenItem>>] = [:]
  var decisions: [ID<Event>: (order: ID<Order>, result: String)] = [:]
  /// The last revision of each order that raised its value, and the last that a decision let pass.
  var raised: [ID<Order>: Int32] = [:]
  var passed: [ID<Order>: Int32] = [:]
  /// What each application posted that was not taken back, as amounts by account.
  var appliedEntries: [ID<JournalEntry>: [Account: Int64]] = [:]
  /// What the last event of an item said that is open.
  var lastOpen: [ID<OpenItem>: Int64] = [:]
  var lastInvoice: [SeriesKey: (number: Int64, date: CalendarDay)] = [:]
  var numbers: [SeriesKey: Int64] = [:]
  /// The revisions of each order that were kept when another took their place.
  var revisions: [ID<Order>: [Int32]] = [:]
  /// What each line ever reserved and gave back, as the log tells it.
  var ledgerOfReservations: [LineKey: Reserved] = [:]

  /// How often orders moved from one state to another.
  package private(set) var moves: [String: Int] = [:]

  /// Starts from books as they are.
  package init(_ books: Books) {
    _ = Changes(of: books, since: &seen)
    sums = Sums(of: books)
    for item in books.openItems.rows where item.open > 0 {
      openItemsOf[item.customer, default: []].insert(item.id)
    }
  }

  /// After a command that was accepted, before the books are told to keep it.
  package mutating func check(_ books: Books, after step: Step) -> [Violation] {
    var findings = Findings(step: step.index, command: step.name)
    let waiting = sums.waiting
    let changes = Changes(of: books, since: &seen)
    absorb(changes, books)
    checkDocuments(changes, &findings)
    checkDeposits(changes, step, &findings)
    checkNumbers(changes, &findings)
    checkOrders(changes, &findings)
    checkDiscounts(changes, books, step, &findings)
    checkRevisions(changes, step, &findings)
    checkParties(changes, &findings)
    checkReturns(changes, &findings)
    checkReplacements(changes, &findings)
    checkReservations(changes, books, &findings)
    checkStock(changes, waitedBefore: waiting, step, &findings)
    checkCredit(changes, books, step, &findings)
    checkPayments(changes, books, &findings)
    checkLedger(changes, books, step, &findings)
    checkLog(changes, books, step, &findings)
    checkScope(changes, step, &findings)
    return findings.violations
  }

  private mutating func absorb(_ changes: Changes, _ books: Books) {
    for change in changes.orders {
      sums.change(from: change.before, to: change.after)
      guard change.before?.state != change.after.state else { continue }
      let from = change.before?.state.rawValue ?? "NEW"
      moves["\(from)→\(change.after.state.rawValue)", default: 0] += 1
    }
    for change in changes.items {
      sums.change(from: change.before, to: change.after)
      if change.after.open > 0 {
        openItemsOf[change.after.customer, default: []].insert(change.after.id)
      } else {
        openItemsOf[change.after.customer]?.remove(change.after.id)
      }
    }
    for change in changes.payments { sums.change(from: change.before, to: change.after) }
    for change in changes.shipments { sums.change(from: change.before, to: change.after) }
    for change in changes.returns { sums.change(from: change.before, to: change.after) }
    for change in changes.receipts { sums.change(from: change.before, to: change.after) }
    for change in changes.invoices
    where change.after.state == .issued && change.before?.state != .issued {
      sums.add(change.after)
    }
    for movement in books.movements.fresh {
      onHand[movement.key, default: .zero] += movement.quantity
    }
    for entry in books.journal.fresh {
      for posting in entry.postings {
        ledger[AccountKey(posting.account, entry.currency), default: 0] += posting.amount
      }
    }
  }
}
