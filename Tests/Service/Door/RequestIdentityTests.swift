import Domain
import Testing

@testable import Service

struct RequestIdentityTests {
  private let now = Instant(microseconds: 1_790_000_000_000_000)

  private func id(at instant: Instant) -> ID<Request> {
    ID(high: UInt64(instant.milliseconds) << 16 | 0x7123, low: 0b10 << 62 | 77)
  }

  @Test("an id carries its time: too old, too far ahead or of another version is refused")
  func ages() throws {
    try RequestIdentity.check(id(at: now), now: now)
    try RequestIdentity.check(id(at: now.adding(days: -13)), now: now)
    try RequestIdentity.check(id(at: now.adding(seconds: 3500)), now: now)
    #expect(throws: Rejection.self) {
      try RequestIdentity.check(id(at: now.adding(seconds: 3700)), now: now)
    }
    let old = #expect(throws: Rejection.self) {
      try RequestIdentity.check(id(at: now.adding(days: -15)), now: now)
    }
    #expect(old?.reason == .requestIDExpired)
    let random = ID<Request>(high: id(at: now).high & ~0xF000 | 0x4000, low: id(at: now).low)
    let wrong = #expect(throws: Rejection.self) { try RequestIdentity.check(random, now: now) }
    #expect(wrong?.reason == .requestIDInvalid)
  }

  @Test("an id that the server makes is one that it accepts")
  func making() throws {
    for _ in 0..<100 {
      let id = RequestIdentity.make(now: now)
      try RequestIdentity.check(id, now: now)
      #expect(ID<Request>(uuid: id.uuidText) == id)
      #expect(ID<Request>(id.description) == id)
    }
  }

  @Test("the text of a UUID is read in either case and nothing else is")
  func texts() {
    let text = "01a1913d-aa20-726b-b2a7-4de452e6b438"
    #expect(ID<Request>(uuid: text)?.uuidText == text)
    #expect(ID<Request>(uuid: text.uppercased())?.uuidText == text)
    for bad in [
      "", "01a1913daa20726bb2a74de452e6b438", "01a1913d-aa20-726b-b2a7-4de452e6b43",
      "01a1913d-aa20-726b-b2a7-4de452e6b43g", "01a1913d-aa20-726b-b2a7-4de452e6b4388",
    ] {
      #expect(ID<Request>(uuid: bad) == nil)
    }
  }
}
