import ArgumentParser
import Domain
import Foundation
import Service

/// Makes the first seller and its first admin in an empty database.
struct FoundCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "found",
    abstract: "Makes the first seller and its first admin in a database without any.",
    discussion: """
      The admin's certificate and key are written to the folder given; everything else is set \
      with the CLI, as that admin.
      """)

  @Option(name: .customLong("config"), help: "File of settings, as for `o2cd serve`.")
  var settingsFile: String?

  @Option(help: "Legal name of the seller.")
  var name: String

  @Option(help: "Country of the seller, ISO 3166-1 alpha-2, such as DE.")
  var country: String

  @Option(help: "Currency of the books, ISO 4217. It stays for good.")
  var currency: String

  @Option(help: "Time zone of business dates, an IANA name such as Europe/Berlin.")
  var timeZone: String

  @Option(help: "Name of the first admin.")
  var admin: String

  @Option(help: "Folder for the admin's certificate and key.")
  var out: String

  @Option(help: "How many days the certificate is valid.")
  var days = 365

  func run() async throws {
    guard let currency = Currency(currency) else {
      throw ValidationError("\(self.currency) is no currency of ISO 4217.")
    }
    guard TimeZone(identifier: timeZone) != nil else {
      throw ValidationError("\(timeZone) is no time zone.")
    }
    let settings = try ServerSettings(
      SettingsFile(path: settingsFile, environment: ProcessInfo.processInfo.environment))
    let database = settings.database.connection()
    guard try await Founding.countSellers(database) == 0 else {
      throw ValidationError("This database has a seller already.")
    }
    var founding = try Founding(
      Founding.Details(
        displayName: name,
        party: Party(legalName: name, address: Address(countryCode: country.uppercased())),
        currency: currency, timeZone: timeZone))
    let authority = try settings.authority()
    let issued = try founding.addAdmin(named: admin) {
      try authority.issueClient(principal: $0, validDays: days)
    }
    let folder = URL(filePath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try SecretFile.write(issued.keyPEM, to: folder.appending(path: "admin.key"))
    try SecretFile.writePublic(issued.certificatePEM, to: folder.appending(path: "admin.pem"))
    try await founding.commit(to: database)
    print("Founded sellers/\(founding.seller). Its admin has admin.pem and admin.key in \(out).")
  }
}
