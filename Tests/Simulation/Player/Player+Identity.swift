import Domain

extension Player {
  mutating func identity(on books: Books) -> any Command {
    let principal = dice.chance(96) ? dice.pick(known.principals) ?? stranger() : stranger()
    switch dice.roll(0...9) {
    case 0: return createPrincipal(numbered: dice.roll(0...150))
    case 1:
      return SuspendPrincipal(
        principal: dice.chance(15) ? world.admin : principal,
        expectedVersion: version(books.principals[principal]?.version), reason: "LEFT")
    case 2...5:
      let random = dice.next()
      return CreateAPIKey(
        principal: principal, keyID: "key\(random)",
        secretMAC: (0..<32).map { UInt8(truncatingIfNeeded: random >> ($0 % 8 * 8)) },
        lastFour: String(random % 10_000),
        expireTime: dice.chance(60) ? now.adding(days: Int64(dice.roll(-1...40))) : nil)
    case 6, 7:
      let known = dice.pick(known.apiKeys)
      let key = known?.key ?? stranger()
      return RevokeAPIKey(
        principal: known?.principal ?? principal, apiKey: key,
        expectedVersion: version(books.apiKeys[key]?.version), note: "lost")
    case 8:
      // Now and then for nobody, by the clock: rare cases do not hang on the dice.
      let isForNobody = now.microseconds / 1_000_000 % 8 == 0
      return IssueCertificate(
        principal: isForNobody ? ID(high: 1, low: 1) : principal, uri: "urn:o2c:\(dice.next())",
        fingerprint: (dice.chance(10) ? dice.pick(known.fingerprints) : nil) ?? fingerprint(),
        expireTime: now.adding(days: 90))
    default:
      let used = dice.chance(70) ? dice.pick(known.fingerprints) : nil
      return RevokeCertificate(fingerprint: used ?? fingerprint())
    }
  }

  mutating func createPrincipal(numbered count: Int) -> any Command {
    let kind = dice.pick(Principal.Kind.partner, .partner, .service, .admin)
    let isPartner = dice.chance(95) == (kind == .partner)
    return CreatePrincipal(
      kind: kind, displayName: "Principal \(count)", roles: isPartner ? ["PARTNER"] : ["OPERATOR"],
      customers: isPartner
        ? [dice.chance(95) ? dice.pick(known.customers) ?? stranger() : stranger()] : [],
      authority: dice.chance(30) ? ["credit.release": 50_000] : [:])
  }

  private mutating func fingerprint() -> String {
    let hex = Array("0123456789abcdef")
    var text = ""
    for _ in 0..<4 {
      var word = dice.next()
      for _ in 0..<16 {
        text.append(hex[Int(word & 15)])
        word >>= 4
      }
    }
    return text
  }
}
