import Domain

/// A change of the seller whose books these are; any other seller is not there.
struct OwnSeller: Command {
  let change: UpdateSeller
  let name: ID<Seller>

  init(_ change: UpdateSeller, named name: ID<Seller>) {
    self.change = change
    self.name = name
  }

  var needs: Needs { change.needs }

  func decide(on books: inout Books, in context: Context) throws(Rejection) -> Seller {
    guard name == books.sellerID else { throw .notFound(Names.seller.name(name)) }
    return try change.decide(on: &books, in: context)
  }
}
