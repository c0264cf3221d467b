import Domain
import Postgres
import Store
import Testing

@Suite("Customers in the store")
struct CustomerStoreTests {
  @Test("versions are kept for the history until the person is cleared")
  func versions() async throws {
    let database = try await TestDatabase.make()
    let seller = database.seller
    let connection = try await database.connectWithSeller()
    var row = Customer(
      id: Sample.id(1), displayName: "Erika", party: Sample.party("Erika Mustermann"),
      currency: .eur, paymentTerms: .net30, at: Sample.now)
    row.contacts = [.init(role: "buyer", name: "Erika", email: "erika@example.com", phone: "")]
    row.invoiceDelivery = .init(channel: .email, address: "erika@example.com", format: .pdf)
    row.vatCheck = .init(isValid: true, time: Sample.now, source: "VIES")
    row.block = .init(scope: .shipments, reason: "Late", since: Sample.now)
    row.state = .blocked
    try await connection.write(seller) { $0.put(row) }
    #expect(try await connection.count(versions(seller), of: seller) == 0)
    let stored = try #require(
      try await connection.answer(GetCustomer(row.id), of: seller, for: .all))
    #expect(stored.block == row.block && stored.vatCheck == row.vatCheck)
    #expect(stored.invoiceDelivery == row.invoiceDelivery)
    try await connection.write(seller) { books in
      books.load(stored)
      var next = stored
      next.accountManager = "Max"
      books.put(next)
    }
    #expect(try await connection.count(versions(seller), of: seller) == 1)
    let second = try #require(
      try await connection.answer(GetCustomer(row.id), of: seller, for: .all))
    try await connection.write(seller) { books in
      books.load(second)
      var next = second
      next.state = .anonymized
      next.block = nil
      books.put(next)
    }
    #expect(try await connection.count(versions(seller), of: seller) == 0)
  }

  private func versions(_ seller: ID<Seller>) -> Query {
    Query("SELECT count(*) FROM customer_versions WHERE seller_id = $1", .uuid(seller.uuid))
  }
}
