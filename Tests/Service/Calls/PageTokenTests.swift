import Domain
import Testing

@testable import Service

@Suite("Page tokens")
struct PageTokenTests {
  private let tokens = PageTokens(key: Array(0..<32))
  private let now = Instant(microseconds: 1_790_000_000_000_000)
  private let position: [UInt8] = [0, 0, 0, 1, 65]
  private let scope = PageScope(
    seller: ID(high: 1, low: 1), principal: ID(high: 2, low: 2), method: "o2c.v1.X/List",
    query: ["state = OPEN", "due_date", "1"])

  private func reason(_ token: String, _ scope: PageScope, at time: Instant) -> Reason? {
    do {
      _ = try tokens.position(in: token, for: scope, now: time)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("A token comes back with its position, and is opaque")
  func roundTrip() throws {
    let token = tokens.token(after: position, in: scope, now: now)
    #expect(try tokens.position(in: token, for: scope, now: now) == position)
    #expect(token.utf8.allSatisfy { Codes.isAlphanumeric($0) || $0 == 45 || $0 == 95 })
    #expect(
      try tokens.position(in: tokens.token(after: [], in: scope, now: now), for: scope, now: now)
        .isEmpty)
  }

  @Test("A token lives three days and no longer")
  func expiry() {
    let token = tokens.token(after: position, in: scope, now: now)
    let end = now.adding(days: 3)
    #expect(reason(token, scope, at: Instant(microseconds: end.microseconds - 1)) == nil)
    #expect(reason(token, scope, at: end) == .pageTokenExpired)
  }

  @Test("A token of another list, caller, seller, filter, order or view does not fit")
  func mismatch() {
    let token = tokens.token(after: position, in: scope, now: now)
    let changes: [(inout PageScope) -> Void] = [
      { $0.seller = ID(high: 1, low: 2) }, { $0.principal = ID(high: 2, low: 3) },
      { $0.method = "o2c.v1.Y/List" }, { $0.query[0] = "" }, { $0.query[1] = "due_date desc" },
      { $0.query[2] = "2" }, { $0.query.append("") },
      { $0.query = ["state = OPENdue_date", "", "1"] },
    ]
    for change in changes {
      var other = scope
      change(&other)
      #expect(reason(token, other, at: now) == .pageTokenMismatch)
    }
  }

  @Test("A token that was changed in any character, cut or made elsewhere is none of ours")
  func forged() {
    let token = tokens.token(after: position, in: scope, now: now)
    let characters = Array(token)
    for index in characters.indices {
      var changed = characters
      changed[index] = changed[index] == "A" ? "B" : "A"
      #expect(reason(String(changed), scope, at: now) == .pageTokenInvalid)
      #expect(reason(String(characters.prefix(index)), scope, at: now) == .pageTokenInvalid)
    }
    let others = PageTokens(key: Array(repeating: 1, count: 32))
    #expect(
      reason(others.token(after: position, in: scope, now: now), scope, at: now)
        == .pageTokenInvalid)
    for text in [
      "", "x", "äöü", "====", token + "A", token + "=", String(repeating: "A", count: 2000),
    ] {
      #expect(reason(text, scope, at: now) == .pageTokenInvalid)
    }
  }
}
