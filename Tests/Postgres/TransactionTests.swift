import Testing

@testable import Postgres

@Suite("Transaction")
struct TransactionTests {
  @Test("answers come in the order of their questions, in one round trip each way")
  func order() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    let answer = try await connection.transaction(
      .readWrite.setting("app.seller", "x"),
      opening: [Query("SELECT 1::int8"), Query("SELECT $1", .text("two"))]
    ) { transaction in
      let more = try transaction.pipeline([
        Query("SELECT current_setting('app.seller')"), Query("SELECT 4::int4"),
      ])
      return [
        "\(try transaction.opened[0].single.int64(0))", try transaction.opened[1].single.text(0),
        try more[0].single.text(0), "\(try more[1].single.int32(0))",
      ]
    }
    #expect(answer == ["1", "two", "x", "4"])
    #expect(connection.isIdle)
  }
}
