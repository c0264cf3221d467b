import Domain
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Preview tokens")
struct PreviewTokenTests {
  private let tokens = PreviewTokens(key: Array(repeating: 7, count: 32))
  private let now = Instant(microseconds: 1_780_000_000_000_000)

  private func scope(_ quantity: String = "2", principal: UInt64 = 1) -> PreviewScope {
    PreviewScope(
      seller: ID(high: 1, low: 1), principal: ID(high: 2, low: principal),
      order: .with {
        $0.customer = "customers/x"
        $0.annotations = ["b": "2", "a": "1", "c": "3"]
        $0.lines = [.with { $0.quantity = quantity }]
      })
  }

  private func facts(lines: Int = 2) -> PreviewFacts {
    var rows: [PreviewFacts.Line] = []
    for index in 0..<Int64(lines) {
      let day = index % 2 == 0 ? CalendarDay(daysSince1970: 20_000) : nil
      rows.append(
        PreviewFacts.Line(
          unitPrice: UnitPrice(micros: .max - index), net: -index, tax: 0,
          reserved: Quantity(micros: index * 250_000), promisedDate: day))
    }
    let totals = Order.Totals(net: 1, tax: .max, gross: .min, discount: 4, charges: 5)
    return PreviewFacts(lines: rows, totals: totals, isHeld: true)
  }

  private func fault(_ token: String, _ scope: PreviewScope, at time: Instant) -> String? {
    do throws(Rejection) {
      _ = try tokens.facts(in: token, for: scope, now: time)
      return nil
    } catch {
      return error.violations.first.map { "\($0.field) \($0.reason.rawValue)" }
    }
  }

  @Test("what was shown comes back, however large the order is")
  func roundTrip() throws {
    for count in [0, 1, 500] {
      let facts = facts(lines: count)
      let token = tokens.token(for: facts, of: scope(), now: now)
      #expect(try tokens.facts(in: token, for: scope(), now: now) == facts)
      #expect(token.utf8.count < PreviewTokens.longest)
    }
  }

  @Test("a token lives half an hour, for its caller and its order")
  func bounds() {
    let token = tokens.token(for: facts(), of: scope(), now: now)
    let bad = "preview_token FIELD_INVALID"
    #expect(fault(token, scope(), at: now.adding(seconds: 1799)) == nil)
    #expect(fault(token, scope(), at: now.adding(seconds: 1800)) == bad)
    #expect(fault(token, scope("3"), at: now) == bad)
    #expect(fault(token, scope(principal: 2), at: now) == bad)
    #expect(fault("", scope(), at: now) == bad && fault("%%", scope(), at: now) == bad)
    let other = PreviewTokens(key: Array(repeating: 8, count: 32))
    #expect(fault(other.token(for: facts(), of: scope(), now: now), scope(), at: now) == bad)
  }

  @Test("a token with any byte changed is refused")
  func tampered() throws {
    let token = tokens.token(for: facts(), of: scope(), now: now)
    let bytes = try #require(Base64URL.decode(token))
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(fault(Base64URL.encode(changed), scope(), at: now) != nil)
    }
  }
}
