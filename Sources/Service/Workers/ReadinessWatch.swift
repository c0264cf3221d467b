import Logging
import Postgres
import ServiceLifecycle
import Store

/// Says whether the server is ready: the schema is the one that this program knows, and the
/// database answers. Looks again every second.
struct ReadinessWatch: Service {
  let pool: Pool
  let health: HealthBoard
  let logger: Logger

  func run() async throws {
    var wasReady = false
    var isSchemaKnown = false
    await Rounds(every: .seconds(1), atFirst: .milliseconds(50)).run { rounds in
      do {
        if isSchemaKnown {
          try await pool.withConnection { try await $0.probe(limit: .seconds(1)) }
        } else {
          try await pool.withConnection { try await Migrations.verify($0) }
          isSchemaKnown = true
        }
        if !wasReady { logger.notice("ready") }
        wasReady = true
        rounds.settle()
      } catch {
        if wasReady || rounds.count == 0 {
          logger.error("not ready", metadata: ["error": "\(error)"])
        }
        wasReady = false
      }
      health.setReady(wasReady)
    }
  }
}
