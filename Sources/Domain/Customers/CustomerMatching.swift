/// Finds customers that may be the same one: keys to look them up by, and a score of two of them.
package enum CustomerMatching {
  /// What is known of a customer, as far as it tells one from another.
  package struct Profile: Hashable, Sendable {
    package var names: [String]
    package var vatID: String
    package var registrationID: String
    package var gln: String
    package var emails: [String]
    package var address: Address

    package init(
      names: [String] = [], vatID: String = "", registrationID: String = "", gln: String = "",
      emails: [String] = [], address: Address = Address()
    ) {
      self.names = names
      self.vatID = vatID
      self.registrationID = registrationID
      self.gln = gln
      self.emails = emails
      self.address = address
    }

    package init(_ customer: Customer) {
      self.init(
        names: [customer.party.legalName, customer.displayName], vatID: customer.party.vatID,
        registrationID: customer.party.registrationID, gln: customer.party.gln,
        emails: customer.contacts.map(\.email), address: customer.party.address)
    }
  }

  package struct Match: Hashable, Sendable {
    /// 100 is the same for sure, 0 has nothing in common.
    package var score: Int32
    /// What speaks for it, the strongest first.
    package var reasons: [String]

    package init(score: Int32, reasons: [String]) {
      self.score = score
      self.reasons = reasons
    }
  }

  /// Lower-case letters and digits without accents, words apart by one space, without legal forms.
  package static func normalized(_ name: String) -> String {
    words(of: name).joined(separator: " ")
  }

  private static let legalForms: Set<String> = [
    "ag", "bv", "co", "corp", "eg", "ek", "ev", "gbr", "gmbh", "inc", "kg", "kgaa", "limited",
    "llc", "llp", "ltd", "mbh", "nv", "ohg", "oy", "plc", "sa", "sarl", "sas", "se", "sl", "spa",
    "srl", "ug", "und", "and", "the", "company",
  ]

  private static func words(of name: String) -> [String] {
    let all = folded(name).split(separator: " ").map(String.init)
    let telling = all.filter { !legalForms.contains($0) }
    return telling.isEmpty ? all : telling
  }

  private static func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: result.unicodeScalars.append(scalar)
      case 0x0300...0x036F, 0x2E, 0x27, 0x2019: break
      case 0xE0...0xE3, 0xE5, 0x101, 0x103, 0x105: result += "a"
      case 0xE4, 0xE6: result += "ae"
      case 0xE7, 0x107, 0x10D: result += "c"
      case 0x10F, 0x111, 0xF0: result += "d"
      case 0xE8...0xEB, 0x113, 0x117, 0x119, 0x11B: result += "e"
      case 0x11F: result += "g"
      case 0xEC...0xEF, 0x12B, 0x131: result += "i"
      case 0x142, 0x13E: result += "l"
      case 0xF1, 0x144, 0x148: result += "n"
      case 0xF2...0xF5, 0xF8, 0x14D: result += "o"
      case 0xF6, 0x151, 0x153: result += "oe"
      case 0x155, 0x159: result += "r"
      case 0x15B, 0x15F, 0x161, 0x219: result += "s"
      case 0xDF: result += "ss"
      case 0x163, 0x165, 0x21B: result += "t"
      case 0xF9...0xFB, 0x16B, 0x16F: result += "u"
      case 0xFC, 0x171: result += "ue"
      case 0xFD, 0xFF: result += "y"
      case 0x17A, 0x17C, 0x17E: result += "z"
      case 0x80...: result.unicodeScalars.append(scalar)
      default: result += " "
      }
    }
    return result
  }

  /// Two customers that score at all share one of these.
  package static func keys(of profile: Profile) -> [String] {
    var keys: Set<String> = []
    for name in profile.names {
      // The beginning of each word: a slip further back still finds it.
      for word in words(of: name) { keys.insert("n:" + word.prefix(4)) }
    }
    if !profile.vatID.isEmpty { keys.insert("v:" + compact(profile.vatID)) }
    if !profile.registrationID.isEmpty { keys.insert("r:" + compact(profile.registrationID)) }
    if !profile.gln.isEmpty { keys.insert("g:" + profile.gln) }
    for email in profile.emails where !email.isEmpty { keys.insert("e:" + email.lowercased()) }
    if let place = place(profile.address) { keys.insert("p:" + place) }
    return keys.sorted()
  }

  private static func compact(_ text: String) -> String {
    folded(text).split(separator: " ").joined()
  }

  private static func place(_ address: Address) -> String? {
    guard !address.postalCode.isEmpty else { return nil }
    return address.countryCode + compact(address.postalCode) + compact(address.city)
  }

  /// The same town, as far as is known: where one of them has no postal code, its name must do.
  private static func isSameTown(_ a: Address, _ b: Address) -> Bool {
    guard a.postalCode.isEmpty || b.postalCode.isEmpty else { return false }
    let town = compact(a.city)
    return !town.isEmpty && town == compact(b.city) && a.countryCode == b.countryCode
  }

  /// How alike two customers are. Equal ids weigh most; a likeness of names counts from a half on.
  package static func match(_ a: Profile, _ b: Profile) -> Match {
    var score: Int32 = 0
    var reasons: [String] = []
    func count(_ points: Int32, _ reason: String) {
      score += points
      reasons.append(reason)
    }
    func same(_ a: String, _ b: String) -> Bool { !a.isEmpty && compact(a) == compact(b) }
    if same(a.vatID, b.vatID) { count(60, "VAT_ID") }
    if same(a.gln, b.gln) { count(60, "GLN") }
    if same(a.registrationID, b.registrationID) { count(50, "REGISTRATION_ID") }
    let likeness = likeness(a.names, b.names)
    if likeness == 100 {
      count(45, "LEGAL_NAME")
    } else if likeness >= 50 {
      count(Int32(likeness * 40 / 100), "SIMILAR_NAME")
    }
    let emails = Set(a.emails.map { $0.lowercased() }).subtracting([""])
    if b.emails.contains(where: { emails.contains($0.lowercased()) }) { count(30, "EMAIL") }
    let isSamePlace = place(a.address).map { $0 == place(b.address) } ?? false
    if isSamePlace || isSameTown(a.address, b.address) {
      count(15, isSamePlace ? "PLACE" : "TOWN")
      let street = a.address.lines.first.map(folded) ?? ""
      if !street.isEmpty, street == b.address.lines.first.map(folded) { count(15, "STREET") }
    }
    // Two different VAT ids speak against it.
    if !a.vatID.isEmpty, !b.vatID.isEmpty, !same(a.vatID, b.vatID) { score -= 30 }
    return Match(score: min(100, max(0, score)), reasons: reasons)
  }

  /// The best of all pairs of names, in percent.
  private static func likeness(_ a: [String], _ b: [String]) -> Int {
    var best = 0
    for first in Set(a.map(normalized)) where !first.isEmpty {
      for second in Set(b.map(normalized)) where !second.isEmpty {
        best = max(best, trigramLikeness(first, second))
      }
    }
    return best
  }

  /// Shared trigrams of all trigrams, in percent (Dice).
  package static func trigramLikeness(_ a: String, _ b: String) -> Int {
    if a == b { return 100 }
    let (first, second) = (trigrams(a), trigrams(b))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    return 200 * first.intersection(second).count / (first.count + second.count)
  }

  private static func trigrams(_ text: String) -> Set<[UInt8]> {
    var grams: Set<[UInt8]> = []
    for word in text.split(separator: " ") {
      let padded = [0, 0] + Array(word.utf8) + [0]
      for start in 0...(padded.count - 3) { grams.insert(Array(padded[start..<start + 3])) }
    }
    return grams
  }
}

extension Customer {
  /// Nothing is left to find a customer by whose person was cleared.
  package var matchKeys: [String] {
    state == .anonymized ? [] : CustomerMatching.keys(of: .init(self))
  }
}
