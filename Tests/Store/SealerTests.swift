import Domain
import Postgres
import Store
import Testing

extension Connection {
  /// Seals until so many more are sealed. Transactions of other tests on the same cluster may hold
  /// them back for a moment.
  fileprivate func seal(_ seller: ID<Seller>, exactly count: Int) throws {
    var left = count
    while left > 0 { left -= try seal(seller, atLeast: 100) }
    #expect(left == 0)
    #expect(try seal(seller, atLeast: 100) == 0)
  }
}

@Suite("Positions and links of events")
struct SealerTests {
  @Test("events of a transaction that still runs hold back what came after them")
  func outOfOrder() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    try await connection.write(seller) { Sample.fill(&$0, customers: 1) }
    try await connection.seal(seller, exactly: 1)
    // An older transaction takes its id and stays open while a younger one commits.
    let slow = try await database.connect()
    try await slow.script(
      "BEGIN; SET LOCAL app.seller = '\(seller.uuid)'; SELECT pg_current_xact_id()")
    try await connection.write(seller) { books in
      books.record(
        .customerUpdated, ResourceRef(.customer, Sample.id(2001, Customer.self)), version: 2,
        in: Sample.context()
      ) { _ in }
    }
    #expect(try await connection.seal(seller, atLeast: 100) == 0)
    try await slow.script("COMMIT")
    try await connection.seal(seller, exactly: 1)
  }

  @Test("while several write, positions have no gap, readers miss nothing, and the chain holds")
  func concurrentWriters() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    try await connection.write(seller) { Sample.fill(&$0, customers: 1) }
    let writers = 4
    let writes = 40
    let read = try await withThrowingTaskGroup(of: [Int64].self) { group in
      for _ in 0..<writers {
        let writer = try await database.connect()
        group.addTask {
          for _ in 0..<writes {
            try await writer.write(seller) { books in
              for _ in 0..<Int.random(in: 1...3) {
                books.record(
                  .customerUpdated, ResourceRef(.customer, Sample.id(2001, Customer.self)),
                  version: 2, in: Sample.context()
                ) { $0.member("note", "ä\u{1}\"") }
              }
            }
          }
          return []
        }
      }
      let sealers = [try await database.connect(), try await database.connect()]
      for sealer in sealers {
        group.addTask {
          // Follows the log as a subscriber would: what is behind the cursor never changes.
          var cursor: Int64 = 0
          var seen: [Int64] = []
          for _ in 0..<60 {
            _ = try await sealer.seal(seller, atLeast: 7)
            let next = try await sealer.read(
              [
                Query(
                  "SELECT position FROM event_seals WHERE seller_id = $1 AND position > $2 ORDER BY 1",
                  .uuid(seller.uuid), .int64(cursor))
              ], Tenancy.readOnly(seller)
            ) { try $0[0].map { try $0.int64(0) } }
            seen += next
            cursor = next.last ?? cursor
          }
          return seen
        }
      }
      var read: [[Int64]] = []
      for try await seen in group where !seen.isEmpty { read.append(seen) }
      return read
    }
    for seen in read { #expect(seen == Array(1...Int64(seen.count))) }
    let unsealed = Query(
      """
      SELECT count(*) FROM events e WHERE NOT EXISTS (
        SELECT 1 FROM event_seals s WHERE s.seller_id = e.seller_id AND s.event_id = e.event_id)
      """)
    while try await connection.count(unsealed, of: seller) > 0 {
      _ = try await connection.seal(seller, atLeast: 100)
    }
    let chain = try await connection.answer(ChainCheck(), of: seller, for: .all)
    #expect(chain.fault == nil)
    #expect(chain.verified > Int64(writers * writes))
  }

  @Test("a piece is made of whole transactions, and the next begins behind it")
  func pieces() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    try await connection.write(seller) { Sample.fill(&$0, customers: 1) }
    try await connection.seal(seller, exactly: 1)
    for _ in 0..<3 {
      try await connection.write(seller) { books in
        for _ in 0..<3 {
          books.record(
            .customerUpdated, ResourceRef(.customer, Sample.id(2001, Customer.self)), version: 2,
            in: Sample.context()
          ) { _ in }
        }
      }
    }
    var pieces: [Int] = []
    while pieces.reduce(0, +) < 9 {
      let piece = try await connection.seal(seller, atLeast: 4)
      // Transactions of other tests on the same cluster may hold the last ones back for a moment.
      if piece > 0 { pieces.append(piece) }
    }
    #expect(pieces.allSatisfy { $0.isMultiple(of: 3) && $0 <= 6 })
    #expect(try await connection.seal(seller, atLeast: 4) == 0)
    #expect(try await connection.answer(ChainCheck(), of: seller, for: .all).verified == 10)
  }

  @Test("a restored copy with ids from another life of the cluster is sealed all the same")
  func restored() async throws {
    let database = try await TestDatabase.make()
    let connection = try await database.connectWithSeller()
    let seller = database.seller
    try await connection.write(seller) { Sample.fill(&$0, customers: 2) }
    let superuser = try await database.connectAsSuperuser()
    try await superuser.script("UPDATE events SET transaction_id = transaction_id + 1000000000")
    try await connection.seal(seller, exactly: 2)
    try await superuser.script("UPDATE event_seal_marks SET transaction_id = 2000000000")
    try await connection.write(seller) { books in
      books.record(
        .customerUpdated, ResourceRef(.customer, Sample.id(2001, Customer.self)), version: 2,
        in: Sample.context()
      ) { _ in }
    }
    try await connection.seal(seller, exactly: 1)
    #expect(try await connection.answer(ChainCheck(), of: seller, for: .all).verified == 3)
  }
}
