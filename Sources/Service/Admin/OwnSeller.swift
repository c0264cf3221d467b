import Domain
import OrderToCashAPI

/// A change of the seller whose books these are; any other seller is not there.
struct OwnSeller: GovernedCommand {
  let change: UpdateSeller
  let name: ID<Seller>

  init(_ change: UpdateSeller, named name: ID<Seller>) {
    self.change = change
    self.name = name
  }

  init?(
    _ request: O2c_V1_UpdateSellerRequest, expectedVersion: Int64?, _ shape: inout Shape
  ) {
    let mask = UpdateMask(request.updateMask, over: O2c_V1_Seller.self, &shape)
    let fields = UpdateSeller.Fields(request.seller, mask, &shape)
    guard let name = shape.id(request.seller.name, Names.seller, "seller.name") else { return nil }
    self.init(UpdateSeller(expectedVersion: expectedVersion, fields: fields), named: name)
  }

  var needs: Needs { change.needs }

  func decide(on books: inout Books, in context: Context) throws(Rejection) -> Seller {
    guard name == books.sellerID else { throw .notFound(Names.seller.name(name)) }
    return try change.decide(on: &books, in: context)
  }

  func subject(on books: Books) -> ResourceRef { change.subject(on: books) }

  func suspend(
    for approval: ID<Approval>, on books: inout Books, in context: Context
  ) -> Seller {
    change.suspend(for: approval, on: &books, in: context)
  }
}
