import Foundation
import Postgres
import Service
import Testing

@testable import o2cd

@Suite("The folder of o2cd dev")
struct DevTests {
  /// One start without the listeners, and its end.
  private func start(
    _ directory: DevDirectory, reset: Bool = false, isEmpty: Bool = false
  ) async throws -> (sellers: Int, authority: String) {
    let isNew = !directory.has(directory.pepper)
    let credentials = try DevCredentials(directory)
    let database = try await DevCluster.start(directory, reset: reset, isNew: isNew)
    do {
      let connection = try await database.connection()
      try await DevSeed(directory: directory, credentials: credentials, isEmpty: isEmpty)
        .plant(connection)
      let sellers = try await Founding.countSellers(connection)
      await database.stop()
      return (sellers, try credentials.authority.certificatePEM)
    } catch {
      await database.stop()
      throw error
    }
  }

  /// Lends a folder that goes with the test.
  private func withFolder(_ body: (DevDirectory) async throws -> Void) async throws {
    let directory = DevDirectory(
      FileManager.default.temporaryDirectory.appending(path: "o2cd-dev-\(UUID().uuidString)").path)
    try directory.make()
    defer { try? FileManager.default.removeItem(atPath: directory.path) }
    try await body(directory)
  }

  @Test("a second start keeps the data, the CA and the keys; only the server's certificate is new")
  func secondStart() async throws {
    try await withFolder { directory in
      let first = try await start(directory)
      #expect(first.sellers == 1)
      let keys = try [directory.adminKey, directory.partnerKey, directory.pepper].map {
        try directory.readSecret($0)
      }
      let server = try directory.readSecret(directory.serverKey)
      let second = try await start(directory)
      #expect(second.sellers == 1)
      #expect(second.authority == first.authority)
      #expect(
        try [directory.adminKey, directory.partnerKey, directory.pepper].map {
          try directory.readSecret($0)
        } == keys)
      #expect(try directory.readSecret(directory.serverKey) != server)
    }
  }

  @Test("the partner's key is one that the server takes; without goods there is no partner")
  func partner() async throws {
    try await withFolder { directory in
      _ = try await start(directory)
      let key = try directory.readSecret(directory.partnerKey).trimmingCharacters(in: .newlines)
      #expect(APIKeyToken(key) != nil)
    }
    try await withFolder { directory in
      _ = try await start(directory, isEmpty: true)
      #expect(!directory.has(directory.partnerKey))
      #expect(directory.has(directory.adminKey))
    }
  }

  @Test("data to which the key is lost is said so, and a reset begins anew")
  func lostKey() async throws {
    try await withFolder { directory in
      _ = try await start(directory)
      directory.remove(directory.adminKey)
      await #expect(throws: DevSeed.KeysLost.self) { _ = try await start(directory) }
      directory.reset()
      try directory.make()
      #expect(try await start(directory, reset: true).sellers == 1)
      #expect(directory.has(directory.adminKey))
    }
  }

  @Test("secrets are readable by their owner alone, and profiles name both listeners")
  func files() async throws {
    try await withFolder { directory in
      _ = try await start(directory)
      try DevProfiles(directory: directory, certificatePort: 1234, apiKeyPort: 1235).write()
      for file in [
        directory.caKey, directory.serverKey, directory.adminKey, directory.pepper,
        directory.partnerKey, directory.profiles,
      ] {
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600, "\(file)")
      }
      let profiles = try directory.readSecret(directory.profiles)
      #expect(profiles.contains("localhost:1234"))
      #expect(profiles.contains("localhost:1235"))
    }
  }
}
