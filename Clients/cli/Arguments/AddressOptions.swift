import ArgumentParser
import OrderToCash
import OrderToCashAPI

/// A postal address in flags.
struct AddressOptions: ParsableArguments {
  @Option(help: "Street and house number; again for more lines.")
  var street: [String] = []

  @Option(help: "City or town.")
  var city: String?

  @Option(help: "Postal code.")
  var postalCode: String?

  @Option(help: "State or province.")
  var region: String?

  @Option(help: "Country, ISO 3166-1 alpha-2.")
  var country: String?

  /// Whether anything was given.
  var isGiven: Bool {
    !street.isEmpty || city != nil || postalCode != nil || region != nil || country != nil
  }

  /// Lays what was given over an address.
  func fill(_ address: inout Address) {
    if !street.isEmpty { address.streetLines = street }
    if let city { address.city = city }
    if let postalCode { address.postalCode = postalCode }
    if let region { address.region = region }
    if let country { address.countryCode = country }
  }
}
