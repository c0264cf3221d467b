/// Places an order: prices it, reserves stock, decides on credit of who owes it and confirms it.
///
/// Checks, in this order: references, dates, external id, customer, lines, currency, products,
/// prices, discounts, tax, expected total, stock, credit. A credit denial is an outcome: the order
/// comes to be ON_HOLD with its stock reserved for 72 hours, unless the caller wants it refused.
package struct PlaceOrder: Command {
  package let request: OrderRequest
  package let options: ConfirmationOptions

  package init(_ request: OrderRequest, options: ConfirmationOptions = .init()) {
    self.request = request
    self.options = options
  }

  package var needs: Needs {
    var needs = request.needs
    needs.decidesCredit = true
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    var needs = request.debtorNeeds(on: books, in: context)
    let wanted = request.wanted(on: books)
    guard !wanted.isEmpty else { return needs }
    needs = needs ?? Needs()
    needs?.formUnion(books.lapsedNeeds(for: wanted, in: context))
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Order {
    let draft = try OrderPricing(request: request, context: context).draft(on: &books)
    return try OrderConfirmation(
      options: options, context: context, pricing: books.pricingRules(on: context.today)
    ).confirm(draft, as: .orderPlaced, on: &books)
  }
}

/// What the caller wants when stock or credit do not suffice.
package struct ConfirmationOptions: Sendable {
  /// Rejects with CREDIT_HOLD instead of holding the order.
  package var failOnHold: Bool
  /// Takes the order when stock is short; the rest waits.
  package var allowBackorder: Bool
  /// The gross that the caller was shown; anything else is TOTAL_CHANGED.
  package var expectedTotal: Money?
  /// What a preview showed the caller; what has moved since is TOTAL_CHANGED.
  package var expects: PreviewFacts?

  package init(
    failOnHold: Bool = false, allowBackorder: Bool = false, expectedTotal: Money? = nil,
    expects: PreviewFacts? = nil
  ) {
    self.failOnHold = failOnHold
    self.allowBackorder = allowBackorder
    self.expectedTotal = expectedTotal
    self.expects = expects
  }
}
