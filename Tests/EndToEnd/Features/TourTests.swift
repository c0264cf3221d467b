import Foundation
import Testing

@testable import Postgres

extension EndToEnd {
  /// What a newcomer types.
  @Suite("The first hour") struct FirstHour {}
}

extension EndToEnd.FirstHour {
  @Test("the tour of the README is true, line by line; a second start keeps what it did")
  func tour() async throws {
    let folder = try Folders.make()
    // Whoever runs PostgreSQL here, without the rights of the superuser, has to come through.
    chmod(folder, 0o755)
    let o2c = try Terminal(configuration: "\(folder)/dev/config.toml")
    let first = try await Self.start(folder)
    let lines = try Self.tourLines()
    #expect(lines.count > 10)
    for line in lines {
      let answer = try await o2c(line)
      #expect(answer.status == 0, "\(answer)")
    }
    #expect(try await o2c("o2c order list -o name --profile partner").lines.count == 1)
    #expect(await first.interrupt() == 0)

    let second = try await Self.start(folder)
    let order = try await o2c("o2c order show ext:T-1")
    #expect(order.out.contains("PARTLY_FULFILLED, PARTLY_BILLED, PAID"), "\(order)")
    #expect(order.row("gross") == ["gross", "1,692.36", "EUR"], "\(order)")
    let returns = try await o2c("o2c return list --order ext:T-1")
    #expect(returns.lines.count == 2, "\(returns)")
    let doctor = try await o2c("o2c doctor")
    #expect(doctor.status == 0, "\(doctor)")
    #expect(await second.interrupt() == 0)
  }

  @Test("the company of Examples goes from files to cash; run again, nothing is done twice")
  func company() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      let o2c = try Terminal("admin", at: server, of: database.installation)
      let script = "O2C=o2c '\(Self.root)/Examples/import.sh' state"
      for _ in 1...2 {
        let answer = try await o2c(script)
        #expect(answer.status == 0, "\(answer)")
        #expect(answer.out.contains("checks, no findings"), "\(answer)")
        let orders = try await o2c("o2c order list --filter 'external_id = \"A-1*\"' -o csv")
        #expect(orders.lines.filter { $0.contains(",COMPLETED,") }.count == 10, "\(orders)")
        #expect(orders.lines.filter { $0.contains(",CONFIRMED,") }.count == 2, "\(orders)")
        #expect(try await o2c("o2c payment list -o name").lines.count == 10)
        #expect(try await o2c("o2c receivable items -o name").lines.isEmpty)
      }
    }
  }

  /// Where the README and the examples are.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Starts `o2cd dev` and returns once it serves.
  private static func start(_ folder: String) async throws -> ChildHandle {
    let server = try await ChildHandle.start(
      ServerProcess.program, ["dev", "--directory", folder + "/dev", "--port", "0"])
    try await server.waitForOutput("o2cd serves on loopback", limit: .seconds(60))
    return server
  }

  /// The commands of the tour by CLI, without what is said of them.
  private static func tourLines() throws -> [String] {
    let text = try #require(Files.read(root + "/README.md"))
    let tour = try #require(text.components(separatedBy: "## A tour by CLI").last)
    let block = try #require(tour.components(separatedBy: "```").dropFirst().first)
    return block.split(separator: "\n").filter { $0.hasPrefix("o2c ") }
      .map { String($0.split(separator: "#", maxSplits: 1)[0]) }
  }
}
