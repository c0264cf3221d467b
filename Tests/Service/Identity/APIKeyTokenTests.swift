import Domain
import Testing

@testable import Service

@Suite("API keys")
struct APIKeyTokenTests {
  static let keyID = ID<AnyResource>("01m68kvah0e9nv59tdwh9edd1r")!

  @Test("a key reads back, matches its stored hash, and no other's")
  func roundTrip() throws {
    let pepper = try #require(Pepper(bytes: Pepper.randomBytes()))
    let other = try #require(Pepper(bytes: Pepper.randomBytes()))
    let key = APIKeyToken.make(keyID: Self.keyID)
    let read = try #require(APIKeyToken(key.revealed))
    #expect(read.keyID == Self.keyID.description)
    #expect(key.revealed.hasPrefix("o2c_01m68kvah0e9nv59tdwh9edd1r_"))
    #expect(key.revealed.hasSuffix(key.lastFour))
    let mac = key.mac(under: pepper)
    #expect(mac.count == 32)
    #expect(read.matches(mac, under: pepper))
    #expect(!read.matches(mac, under: other))
    #expect(!APIKeyToken.make(keyID: Self.keyID).matches(mac, under: pepper))
    #expect(!read.matches([], under: pepper))
  }

  @Test("every single wrong, missing or doubled character is refused by the checksum")
  func typingErrors() {
    let text = Array(APIKeyToken.make(keyID: Self.keyID).revealed)
    for index in text.indices {
      for replacement in ["0", "1", "z", "_", "O", "ß"] where String(text[index]) != replacement {
        var wrong = text
        wrong[index] = Character(replacement)
        #expect(APIKeyToken(String(wrong)) == nil)
      }
      var short = text
      short.remove(at: index)
      #expect(APIKeyToken(String(short)) == nil)
      var long = text
      long.insert(text[index], at: index)
      #expect(APIKeyToken(String(long)) == nil)
    }
    #expect(APIKeyToken("") == nil)
    #expect(APIKeyToken(String(text).uppercased()) == nil)
  }

  @Test("neither a key nor the pepper prints its secret")
  func masked() throws {
    let key = APIKeyToken.make(keyID: Self.keyID)
    let pepper = try #require(Pepper(bytes: [UInt8](repeating: 65, count: 32)))
    var dumped = ""
    dump(key, to: &dumped)
    dump(pepper, to: &dumped)
    dumped += "\(key) \(String(reflecting: key)) \(pepper)"
    let secret = key.revealed.split(separator: "_")[2].prefix(32)
    #expect(!dumped.contains(secret))
    #expect(!dumped.contains("AAAA"))
    #expect(Pepper(bytes: [1, 2, 3]) == nil)
  }
}
