/// A legal person as documents name it.
package struct Party: Hashable, Sendable, Codable {
  package var legalName: String
  package var registrationID: String
  package var vatID: String
  /// GS1 global location number.
  package var gln: String
  package var electronicAddress: String
  package var address: Address

  package init(
    legalName: String, registrationID: String = "", vatID: String = "", gln: String = "",
    electronicAddress: String = "", address: Address = Address()
  ) {
    self.legalName = legalName
    self.registrationID = registrationID
    self.vatID = vatID
    self.gln = gln
    self.electronicAddress = electronicAddress
    self.address = address
  }
}

/// A postal address; the country is ISO 3166-1 alpha-2, upper case, or empty while unknown.
package struct Address: Hashable, Sendable, Codable {
  package var recipient: String
  package var lines: [String]
  package var city: String
  package var region: String
  package var postalCode: String
  package var countryCode: String

  package init(
    recipient: String = "", lines: [String] = [], city: String = "", region: String = "",
    postalCode: String = "", countryCode: String = ""
  ) {
    self.recipient = recipient
    self.lines = lines
    self.city = city
    self.region = region
    self.postalCode = postalCode
    self.countryCode = countryCode
  }

  package var isEmpty: Bool { self == Address() }
}
