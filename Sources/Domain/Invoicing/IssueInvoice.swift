/// Issues a draft: it gets its number, its postings and its open item, and never changes again.
package struct IssueInvoice: Command {
  package let invoice: ID<Invoice>
  package let expectedVersion: Int64?
  package let issueDate: CalendarDay?

  package init(invoice: ID<Invoice>, expectedVersion: Int64? = nil, issueDate: CalendarDay? = nil) {
    self.invoice = invoice
    self.expectedVersion = expectedVersion
    self.issueDate = issueDate
  }

  package var needs: Needs {
    var needs = Needs.issuing([.invoice, .deposit])
    needs.invoices.insert(invoice)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Invoice {
    let invoice = try books.invoice(invoice, for: context)
    try requireVersion(expectedVersion, of: invoice)
    switch invoice.state {
    case .draft: break
    case .issued:
      throw .transition(
        "invoices/\(invoice.id)", from: invoice.state.rawValue, requested: "IssueInvoice",
        allowed: [Invoice.State.draft.rawValue])
    }
    return try InvoiceIssue(issueDate: issueDate, context: context).issue(invoice, on: &books)
  }
}
