import Postgres
import Testing

extension EndToEnd {
  @Suite("Clients that share no code with us", .enabled(if: Python.isThere)) struct StockClients {}
}

extension EndToEnd.StockClients {
  @Test("the stock Python clients find health, reflection, deadlines and details in order")
  func ecosystem() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      let (status, output) = try await Python.check(
        "ecosystem.py", server, database.installation)
      let wrong = output.split(separator: "\n").filter { !$0.hasPrefix("ok ") }
      #expect(status == 0, "\(wrong.joined(separator: "\n"))")
      #expect(await server.isRunning)
    }
  }

  @Test("numbers with check digits are taken and refused as python-stdnum says, state by state")
  func identifiers() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      let (status, output) = try await Python.check(
        "identifiers.py", server, database.installation)
      #expect(status == 0, "\(output)")
    }
  }

  @Test("bad input to every mutating method: the declared error, nothing changed, process up")
  func badInput() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      let connection = try await database.inspect()
      let before = try await RowCounts.of(connection)
      let (status, output) = try await Python.check(
        "bad_input.py", server, database.installation)
      #expect(status == 0, "\(output)")
      let changed = try await RowCounts.of(connection).difference(from: before)
      #expect(changed == [])
      #expect(await server.isRunning)
      await connection.close()
    }
  }
}
