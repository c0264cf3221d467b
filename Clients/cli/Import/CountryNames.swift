import Foundation

/// English names of countries to their codes, for files that do not know ISO 3166.
struct CountryNames: Sendable {
  private let codes: [String: String]

  init() {
    let english = Locale(identifier: "en_US")
    var codes: [String: String] = [:]
    for region in Locale.Region.isoRegions where region.identifier.count == 2 {
      guard let name = english.localizedString(forRegionCode: region.identifier) else { continue }
      codes[CountryNames.key(name)] = region.identifier
    }
    for (name, code) in CountryNames.everyday { codes[CountryNames.key(name)] = code }
    self.codes = codes
  }

  /// The code of a name; what is a code already, or unknown, stays as it is.
  func code(for text: String) -> String {
    codes[CountryNames.key(text)] ?? text
  }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0 == " " }
  }

  /// Names that are in everyday use beside the official ones.
  private static let everyday: [(String, String)] = [
    ("UK", "GB"), ("Great Britain", "GB"), ("England", "GB"), ("Scotland", "GB"), ("Wales", "GB"),
    ("USA", "US"), ("United States of America", "US"), ("Holland", "NL"),
    ("The Netherlands", "NL"), ("Czech Republic", "CZ"), ("Turkey", "TR"), ("South Korea", "KR"),
    ("Russia", "RU"), ("Vietnam", "VN"),
  ]
}
