import Domain
import Postgres
import Service
import Store

/// Makes the first seller and its first admin: what nobody can ask the server for, since nobody is
/// there yet who could ask.
///
/// The commands are those of the service, decided one after the other on books that are empty, and
/// written in one transaction, so a founding happens whole or not at all and leaves its events.
struct Founding {
  /// The new seller.
  struct Details: Sendable {
    var displayName: String
    var party: Party
    var currency: Currency
    /// IANA name.
    var timeZone: String
    var paymentTerms: PaymentTerms = .net30
    var bankAccount: Seller.BankAccount?
  }

  private(set) var books: Books
  let context: Context
  private let clock = DoorClock()

  var seller: ID<Seller> { books.sellerID }
  private(set) var stages: [[Query]] = []

  init(_ details: Details) throws {
    let now = clock.now()
    var ids = IDGenerator(seed: .random(in: .min ... .max))
    books = Books(seller: ids.make(at: now), seed: .random(in: .min ... .max))
    // The seller itself acts until there is a principal.
    context = Context(
      now: now, today: clock.day(at: now, in: details.timeZone),
      caller: Caller(
        principal: books.sellerID.retyped(), permissions: Roles.permissions(of: [Roles.admin])),
      requestID: ids.make(at: now), method: "o2cd found")
    var seller = Seller(
      id: books.sellerID, displayName: details.displayName, party: details.party,
      currency: details.currency, timeZone: details.timeZone,
      paymentTerms: details.paymentTerms, at: now)
    seller.bankAccounts = details.bankAccount.map { [$0] } ?? []
    books.put(seller)
    books.record(.sellerUpdated, ResourceRef(.seller, seller.id), version: 1, in: context) {
      $0.member("display_name", seller.displayName)
      $0.member("legal_name", seller.party.legalName)
      $0.member("currency", seller.currency.code)
      $0.member("time_zone", seller.timeZone)
    }
    books.keep()
    endStage()
  }

  /// Decides a command on the books.
  mutating func perform<C: Command>(_ command: C) throws -> C.Reply {
    let reply = try command.decide(on: &books, in: context)
    books.keep()
    return reply
  }

  mutating func makeID() -> ID<AnyResource> { books.makeID(in: context) }

  /// What was decided since the last stage is written before what comes next: rows that point at
  /// each other in a circle need two steps.
  mutating func endStage() {
    stages.append(Flush.queries(of: books))
    books.settle()
  }

  /// Adds a principal who administers, with the certificate that was issued to it.
  mutating func addAdmin(
    named name: String, issue: (ID<Principal>) throws -> IssuedCertificate
  ) throws -> IssuedCertificate {
    let principal = try perform(
      CreatePrincipal(kind: .admin, displayName: name, roles: [Roles.admin]))
    let issued = try issue(principal.id)
    guard let identity = PeerIdentity(issued.certificate) else {
      preconditionFailure("a client certificate carries the URI of its principal")
    }
    _ = try perform(
      IssueCertificate(
        principal: principal.id, uri: identity.uri, fingerprint: identity.fingerprint,
        expireTime: Instant(microseconds: identity.notValidAfter * 1_000_000)))
    return issued
  }

  /// Writes it all.
  mutating func commit(to configuration: ConnectionConfiguration) async throws {
    endStage()
    let connection = try await Connection.open(configuration)
    let stages = stages
    try await connection.transaction(Tenancy.readWrite(seller)) { transaction in
      for stage in stages.dropLast() { _ = try transaction.pipeline(stage) }
      if let last = stages.last { transaction.flush(last) }
    }
    await connection.close()
  }

  /// How many sellers a database has.
  static func countSellers(_ configuration: ConnectionConfiguration) async throws -> Int {
    let connection = try await Connection.open(configuration)
    let count = try await connection.read([Query("SELECT count(*) FROM seller_ids()")]) {
      try $0[0][0].int64(0)
    }
    await connection.close()
    return Int(count)
  }
}
