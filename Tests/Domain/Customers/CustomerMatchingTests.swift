import Domain
import Testing

@Suite("Duplicates of customers")
struct CustomerMatchingTests {
  private typealias Profile = CustomerMatching.Profile

  @Test(
    "names are compared without case, accents, punctuation and legal form",
    arguments: [
      ("Müller & Söhne GmbH", "mueller soehne"), ("MUELLER SOEHNE", "mueller soehne"),
      ("Café de l'Étoile S.A.R.L.", "cafe de letoile"), ("ACME, Inc.", "acme"), ("GmbH", "gmbh"),
      ("Łódź Sp. z o.o.", "lodz sp z oo"),
    ])
  func normalization(name: String, key: String) {
    #expect(CustomerMatching.normalized(name) == key)
  }

  @Test("a score says how sure it is, and why")
  func scores() {
    let acme = Profile(
      names: ["Acme Trading GmbH"], vatID: "DE136695976", emails: ["info@acme.example"],
      address: Address(
        lines: ["Hauptstr. 1"], city: "Berlin", postalCode: "10115", countryCode: "DE"))
    func match(_ change: (inout Profile) -> Void) -> CustomerMatching.Match {
      var other = acme
      change(&other)
      return CustomerMatching.match(acme, other)
    }
    #expect(match { _ in }.score == 100)
    #expect(match { _ in }.reasons == ["VAT_ID", "LEGAL_NAME", "EMAIL", "PLACE", "STREET"])
    let moved = match {
      $0.vatID = ""
      $0.address = Address()
    }
    #expect(moved == .init(score: 75, reasons: ["LEGAL_NAME", "EMAIL"]))
    let slip = match {
      $0.names = ["Acme Tradign"]
      $0.vatID = ""
      $0.emails = []
    }
    #expect(slip.reasons == ["SIMILAR_NAME", "PLACE", "STREET"] && slip.score >= 50)
    let other = match {
      $0.names = ["Zenith AG"]
      $0.vatID = "DE123456788"
      $0.emails = []
    }
    #expect(other.score == 0)
  }

  @Test("without a postal code the same name in the same town is enough to be found")
  func towns() {
    func profile(_ name: String, _ change: (inout Address) -> Void = { _ in }) -> Profile {
      var address = Address(city: "Berlin", countryCode: "DE")
      change(&address)
      return Profile(names: [name], address: address)
    }
    func score(_ a: Profile, _ b: Profile) -> Int32 { CustomerMatching.match(a, b).score }
    let acme = profile("Acme Trading GmbH")
    let same = CustomerMatching.match(acme, profile("ACME Trading", { $0.postalCode = "10115" }))
    #expect(same == .init(score: 60, reasons: ["LEGAL_NAME", "TOWN"]))
    #expect(score(acme, profile("Acme Tradings")) >= 50)
    #expect(score(acme, profile("Acme Trading", { $0.city = "Bonn" })) == 45)
    #expect(score(acme, profile("Acme Trading", { $0.countryCode = "US" })) == 45)
    let (here, there) = (
      profile("Acme", { $0.postalCode = "10115" }), profile("Acme", { $0.postalCode = "12043" })
    )
    #expect(score(here, there) == 45)
  }

  @Test("two customers that score share a key to look them up by")
  func keys() {
    let a = Profile(names: ["Acme Trading GmbH"], emails: ["Info@Acme.example"])
    let b = Profile(names: ["ACME Tradings"], emails: [])
    let c = Profile(names: ["Other"], emails: ["info@acme.example"])
    for other in [b, c] {
      #expect(CustomerMatching.match(a, other).score > 0)
      #expect(!Set(CustomerMatching.keys(of: a)).isDisjoint(with: CustomerMatching.keys(of: other)))
    }
    #expect(CustomerMatching.keys(of: Profile()).isEmpty)
  }

  @Test("likeness is symmetric, full for equal texts and none for strangers")
  func likeness() {
    #expect(CustomerMatching.trigramLikeness("acme", "acme") == 100)
    #expect(CustomerMatching.trigramLikeness("acme", "zenith") == 0)
    #expect(
      CustomerMatching.trigramLikeness("acme trading", "acme tradign")
        == CustomerMatching.trigramLikeness("acme tradign", "acme trading"))
  }
}
