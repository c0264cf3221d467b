import Domain
import Postgres
import Service

/// The first seller of `o2cd dev`, with an admin, and with demo goods and a partner unless it shall
/// be empty.
struct DevSeed {
  let directory: DevDirectory
  let credentials: DevCredentials
  let isEmpty: Bool

  private static let certificateDays = 3600

  struct KeysLost: Error, CustomStringConvertible {
    let path: String
    var description: String {
      "\(path) has data, and nobody has a key to it: start with --reset, which removes the data"
    }
  }

  /// Founds the seller unless there is one.
  ///
  /// The files are written first: were it the other way round, a crash in between would leave
  /// principals whose keys nobody has.
  func plant(_ configuration: ConnectionConfiguration) async throws {
    guard try await Founding.countSellers(configuration) == 0 else {
      guard directory.has(directory.adminKey) else { throw KeysLost(path: directory.path) }
      return
    }
    var founding = try Founding(DemoGoods.seller)
    let admin = try founding.addAdmin(named: "Development admin") {
      try credentials.authority.issueClient(principal: $0, validDays: Self.certificateDays)
    }
    try directory.writeSecret(admin.keyPEM, to: directory.adminKey)
    try directory.write(admin.certificatePEM, to: directory.adminCertificate)
    directory.remove(directory.partnerKey)
    if !isEmpty {
      founding.endStage()
      let goods = try DemoGoods(in: &founding)
      let key = try addPartner(for: goods.partnerCustomer, to: &founding)
      try directory.writeSecret(key.revealed + "\n", to: directory.partnerKey)
    }
    try await founding.commit(to: configuration)
  }

  private func addPartner(
    for customer: Customer, to founding: inout Founding
  ) throws -> APIKeyToken {
    let partner = try founding.perform(
      CreatePrincipal(
        kind: .partner, displayName: "\(customer.displayName), web shop",
        roles: [Roles.partner], customers: [customer.id]))
    let key = APIKeyToken.make(keyID: founding.makeID())
    _ = try founding.perform(
      CreateAPIKey(
        principal: partner.id, keyID: key.keyID,
        secretMAC: key.mac(under: credentials.secrets.pepper),
        lastFour: key.lastFour, expireTime: nil))
    return key
  }
}
