import Domain
import Logging
import Postgres
import ServiceLifecycle
import Store

/// Gives committed events their position and their link in the hash chain, seller by seller, in
/// pieces. Runs in one server at a time for a seller; another finds the lock taken and goes on.
struct SealWorker: Service {
  static let piece = 5000

  let pool: Pool
  let logger: Logger

  func run() async throws {
    await Rounds(every: .milliseconds(500)).run { _ in
      do {
        for seller in try await SellerDirectory.sellers(pool) {
          while try await Sealer.seal(seller, atLeast: Self.piece, pool) >= Self.piece {
            if Task.isShuttingDownGracefully { return }
          }
        }
      } catch {
        logger.warning("sealing failed", metadata: ["error": "\(error)"])
      }
    }
  }
}
