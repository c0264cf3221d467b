import Domain
import Testing

@Suite("Ids")
struct IDTests {
  @Test("01m68kvah0e9nv59tdwh9edd1r is the UUID 01a1913d-aa20-726b-b2a7-4de452e6b438")
  func vector() throws {
    let id = try #require(ID<Order>("01m68kvah0e9nv59tdwh9edd1r"))
    #expect(id.high == 0x01a1_913d_aa20_726b)
    #expect(id.low == 0xb2a7_4de4_52e6_b438)
    #expect(id.description == "01m68kvah0e9nv59tdwh9edd1r")
    #expect(ID<Order>("01M68KVAH0E9NV59TDWH9EDD1R") == id)
    #expect(id.isVersion7)
  }

  @Test("every id is read as it is written, and sorts as its text does")
  func roundTrip() throws {
    var seed: UInt64 = 3
    func next() -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return seed
    }
    var ids = (0..<500).map { _ in ID<Order>(high: next(), low: next()) }
    ids += [ID(high: 0, low: 0), ID(high: .max, low: .max), ID(high: 0, low: .max)]
    for id in ids { #expect(ID<Order>(id.description) == id) }
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
  }

  @Test(
    "what is no id is refused",
    arguments: [
      "", "01m68kvah0e9nv59tdwh9edd1", "01m68kvah0e9nv59tdwh9edd1rr", "81m68kvah0e9nv59tdwh9edd1r",
      "01m68kvah0e9nv59tdwh9edd1l", "01m68kvah0e9nv59tdwh9edd1u", "01m68kvah0e9nv59tdwh9edd1i",
      "01m68kvah0e9nv59tdwh9edd1o", "01m68kvah0e9nv59tdwh9edd1-", "01a1913d-aa20-726b-b2a7-4de452",
      "01m68kvah0e9nv59tdwh9eddé",
    ])
  func refuses(text: String) { #expect(ID<Order>(text) == nil) }

  @Test("a generator makes versioned ids that sort as they were made, the same for a seed")
  func generator() {
    let now = Instant(microseconds: 1_768_464_000_123_456)
    var one = IDGenerator(seed: 11)
    var two = IDGenerator(seed: 11)
    var other = IDGenerator(seed: 12)
    var ids: [ID<Order>] = []
    for _ in 0..<5000 {
      let id: ID<Order> = one.make(at: now)
      #expect(id == two.make(at: now))
      #expect(id != other.make(Order.self, at: now))
      ids.append(id)
    }
    #expect(ids.allSatisfy { $0.isVersion7 && $0.milliseconds == 1_768_464_000_123 })
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }
}

@Suite("Etags")
struct EtagTests {
  @Test(
    "a version is read back from its etag",
    arguments: [0, 1, 31, 32, 1023, 1024, 123_456_789, .max] as [Int64])
  func roundTrip(version: Int64) {
    #expect(Etag.version(of: Etag.text(for: version)) == version)
  }

  @Test(
    "what is no etag is refused",
    arguments: ["", "v", "1", "w1", "v-1", "vu", "v 1", "v10000000000000", "v1111111111111111"])
  func refuses(text: String) { #expect(Etag.version(of: text) == nil) }
}
