import Testing

@testable import Service

@Suite("The cache of callers", .timeLimit(.minutes(1)))
struct CallerCacheTests {
  @Test("simultaneous look-ups of one key are one, also of a key that is not there")
  func single() async throws {
    let cache = CallerCache<String, Int>(lifetime: .seconds(60))
    let loads = Tally()
    try await withThrowingTaskGroup(of: Int?.self) { group in
      for index in 0..<200 {
        group.addTask {
          try await cache.value(for: index.isMultiple(of: 2) ? "a" : "b") {
            loads.add()
            try await Task.sleep(for: .milliseconds(50))
            return index.isMultiple(of: 2) ? 1 : nil
          }
        }
      }
      var found = 0
      for try await value in group where value == 1 { found += 1 }
      #expect(found == 100)
    }
    #expect(loads.count == 2)
  }

  @Test("what was found is asked for again after its time; a failure is not kept")
  func lifetime() async throws {
    struct Down: Error {}
    let cache = CallerCache<String, Int>(lifetime: .milliseconds(50))
    await #expect(throws: Down.self) { try await cache.value(for: "a") { throw Down() } }
    #expect(try await cache.value(for: "a") { 1 } == 1)
    #expect(try await cache.value(for: "a") { 2 } == 1)
    try await Task.sleep(for: .milliseconds(60))
    #expect(try await cache.value(for: "a") { nil } == nil)
  }

  @Test("look-ups in flight are bounded, and what is kept is bounded")
  func bounds() async throws {
    let cache = CallerCache<Int, Int>(lifetime: .seconds(60), capacity: 10, lookups: 4)
    for key in 0..<100 { _ = try await cache.value(for: key) { key } }
    let refused = Tally()
    await withTaskGroup(of: Void.self) { group in
      for key in 1000..<1050 {
        group.addTask {
          do {
            _ = try await cache.value(for: key) {
              try await Task.sleep(for: .milliseconds(100))
              return key
            }
          } catch let error as ServiceError where error.reason == "OVERLOADED" {
            refused.add()
          } catch {
            Issue.record(error)
          }
        }
      }
    }
    #expect(refused.count == 46)
  }

  @Test("who waits for another's look-up is not harmed when that one leaves")
  func cancelledLeader() async throws {
    let cache = CallerCache<String, Int>(lifetime: .seconds(60))
    let leader = Task {
      try await cache.value(for: "a") {
        try await Task.sleep(for: .seconds(30))
        return 1
      }
    }
    try await Task.sleep(for: .milliseconds(50))
    async let follower = cache.value(for: "a") { 2 }
    try await Task.sleep(for: .milliseconds(50))
    leader.cancel()
    #expect(try await follower == 2)
  }
}
