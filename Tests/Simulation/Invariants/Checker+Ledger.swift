import Domain

/// I-48 to I-51.
extension Checker {
  mutating func checkLedger(
    _ changes: Changes, _ books: Books, _ step: Step, _ findings: inout Findings
  ) {
    for entry in books.journal.fresh {
      self.entry(entry, step, &findings)
      reversal(entry, &findings)
    }
    entriesOfEvents(books, &findings)
    let moves =
      !books.journal.fresh.isEmpty || !changes.balances.isEmpty || !changes.items.isEmpty
      || !changes.payments.isEmpty
    guard moves else { return }
    balances(&findings)
    controlAccounts(&findings)
  }

  private func entry(_ entry: JournalEntry, _ step: Step, _ findings: inout Findings) {
    var sum: Int64 = 0
    for posting in entry.postings { sum += posting.amount }
    findings.expect(sum == 0, .entryBalances, "journalEntries/\(entry.id) is off by \(sum)")
    findings.expect(
      entry.requestID == step.context.requestID, .entriesOfEvents,
      "journalEntries/\(entry.id) is not of this request")
    findings.expect(
      entry.postingDate <= step.context.today, .entriesOfEvents,
      "journalEntries/\(entry.id) is posted on \(entry.postingDate)")
  }

  /// Taking money off an item reverses the entry that put it there: once, with equal parts.
  private mutating func reversal(_ entry: JournalEntry, _ findings: inout Findings) {
    guard entry.document.kind == .payment else { return }
    var parts: [Account: Int64] = [:]
    for posting in entry.postings { parts[posting.account, default: 0] += posting.amount }
    let isTakingBack = parts[.receivables] ?? 0 > 0
    findings.expect(
      isTakingBack == (entry.reverses != nil), .unappliedOnce,
      "journalEntries/\(entry.id) reverses \(entry.reverses.map { "\($0)" } ?? "nothing")")
    if let reversed = entry.reverses {
      let taken = appliedEntries.removeValue(forKey: reversed)
      findings.expect(
        taken == parts.mapValues { -$0 }, .unappliedOnce,
        "journalEntries/\(entry.id) has \(parts), what it reverses \(taken ?? [:])")
    } else if parts[.receivables] ?? 0 < 0 {
      appliedEntries[entry.id] = parts
    }
  }

  func balances(_ findings: inout Findings) {
    var total: [Currency: Int64] = [:]
    for (key, balance) in seen.balances {
      findings.expect(
        balance.balance == ledger[key] ?? 0, .balances,
        "account \(key.account.rawValue) \(key.currency) has \(balance.balance), its postings "
          + "\(ledger[key] ?? 0)")
      total[key.currency, default: 0] += balance.balance
    }
    for (currency, sum) in total {
      findings.expect(sum == 0, .balances, "all accounts in \(currency) add up to \(sum)")
    }
    for (key, sum) in ledger where seen.balances[key] == nil {
      findings.expect(sum == 0, .balances, "account \(key.account.rawValue) has no balance")
    }
  }

  func controlAccounts(_ findings: inout Findings) {
    for currency in Set(sums.openItems.keys).union(sums.unapplied.keys) {
      let deposits = ledger[AccountKey(.deposits, currency)] ?? 0
      let left = sums.deposits[currency] ?? 0
      findings.expect(
        deposits == -left, .controlAccounts, "2030 has \(deposits), the orders \(left)")
      let receivables = ledger[AccountKey(.receivables, currency)] ?? 0
      let items = sums.openItems[currency] ?? 0
      findings.expect(
        receivables == items, .controlAccounts, "1100 has \(receivables), the items \(items)")
      let cash = ledger[AccountKey(.unappliedCash, currency)] ?? 0
      let unapplied = sums.unapplied[currency] ?? 0
      findings.expect(
        cash == -unapplied, .controlAccounts, "2000 has \(cash), the payments \(unapplied)")
    }
  }

  /// What each event posts, by amount, equals the entries of its document: none missing, none more.
  private func entriesOfEvents(_ books: Books, _ findings: inout Findings) {
    var wanted: [String] = []
    for event in books.events.fresh {
      switch event.type {
      case .invoiceIssued:
        let facts = Facts(event)
        let against = facts["kind"] == "DEPOSIT" ? " 2030 \(facts["net_minor"] ?? "")" : ""
        wanted.append(
          "\(event.resource) 1100 \(facts["gross_minor"] ?? "") 2100 -\(facts["tax_minor"] ?? "")"
            + against)
        if let prepaid = facts.amount("prepaid_minor"), prepaid != 0 {
          let tax = facts.amount("prepaid_tax_minor") ?? 0
          wanted.append("\(event.resource) recalls \(prepaid - tax) and \(tax)")
        }
      case .paymentRecorded:
        wanted.append("\(event.resource) 1000 \(Facts(event)["amount_minor"] ?? "")")
      case .paymentApplied:
        wanted.append("\(event.resource) 2000 \(Facts(event)["amount_minor"] ?? "")")
      case .paymentUnapplied:
        wanted.append("\(event.resource) 1100 \(Facts(event)["amount_minor"] ?? "")")
      case .customerMerged where event.resource.kind == .customer:
        let facts = Facts(event)
        let (items, cash) = (facts.amount("open_items_minor"), facts.amount("unapplied_minor"))
        guard items != 0 || cash != 0 else { continue }
        wanted.append("\(event.resource) moves \(items ?? 0) and \(cash ?? 0)")
      default: break
      }
    }
    guard !wanted.isEmpty || !books.journal.fresh.isEmpty else { return }
    let posted = books.journal.fresh.map(Self.summary)
    findings.expect(
      wanted.sorted() == posted.sorted(), .entriesOfEvents,
      "events want \(wanted), the journal has \(posted)")
  }

  private static func summary(_ entry: JournalEntry) -> String {
    if entry.document.kind == .customer {
      let from: ID<Customer> = entry.document.id.retyped()
      var moved: [Account: Int64] = [:]
      for posting in entry.postings where posting.customer == from {
        moved[posting.account, default: 0] += posting.amount
      }
      return
        "\(entry.document) moves \(-(moved[.receivables] ?? 0)) and \(moved[.unappliedCash] ?? 0)"
    }
    var debits = ""
    for posting in entry.postings where posting.amount > 0 {
      debits += " \(posting.account.rawValue) \(posting.amount)"
    }
    guard entry.document.kind == .invoice else { return "\(entry.document)\(debits)" }
    let tax = entry.postings.first { $0.account == .outputTax }?.amount ?? 0
    let deposit = entry.postings.first { $0.account == .deposits }?.amount ?? 0
    let claim = entry.postings.first { $0.account == .receivables }?.amount ?? 0
    if claim < 0 { return "\(entry.document) recalls \(deposit) and \(tax)" }
    let against = deposit < 0 ? " 2030 \(-deposit)" : ""
    return
      "\(entry.document)\(debits.isEmpty ? " 1100 0" : debits) 2100 -\(tax.magnitude)\(against)"
  }
}
