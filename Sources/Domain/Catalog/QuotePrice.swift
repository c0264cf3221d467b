/// What products cost a customer, by the same code as an order's: priced, taxed and summed up, and
/// then forgotten. It holds nothing and is never flushed.
package struct QuotePrice: Command {
  package let request: OrderRequest

  package init(_ request: OrderRequest) { self.request = request }

  package var needs: Needs {
    var needs = request.needs
    needs.series = []
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    request.debtorNeeds(on: books, in: context)
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Order {
    try OrderPricing(request: request, context: context).draft(on: &books)
  }
}
