import Domain
import OrderToCashAPI
import Store
import SwiftProtobuf

extension O2c_V1_Principal {
  /// - Parameter currency: the seller's, in which amounts of authority are kept.
  init(_ principal: Principal, currency: Currency) {
    self.init()
    name = Names.principal.name(principal.id)
    kind = .init(principal.kind)
    displayName = principal.displayName
    roles = principal.roles
    customers = principal.customers.map { Names.customer.name($0) }
    authority = .init(principal.authority, currency)
    state = .init(principal.state)
    createTime = .init(principal.createTime)
    updateTime = .init(principal.updateTime)
    etag = Etag.text(for: principal.version)
  }

  init(_ standing: PrincipalStanding, currency: Currency, now: Instant) {
    self.init(standing.principal, currency: currency)
    certificates = standing.certificates.map { .init($0, now: now) }
    apiKeys = standing.apiKeys.map { .init($0, now: now) }
  }
}

extension [O2c_V1_Principal.Authority] {
  init(_ amounts: [String: Int64], _ currency: Currency) {
    self = amounts.sorted { $0.key < $1.key }.map { permission, amount in
      .with {
        $0.permission = permission
        $0.amount = .init(amount, currency)
      }
    }
  }
}

extension O2c_V1_ApiKey {
  init(_ key: APIKey, now: Instant) {
    self.init()
    name = Names.apiKey(key.id, of: key.principal)
    keyID = key.keyID
    lastFour = key.lastFour
    state =
      switch key.state {
      case .revoked: .revoked
      case .active: key.expireTime.map { $0 <= now } ?? false ? .expired : .active
      }
    if let time = key.expireTime { expireTime = .init(time) }
    if let time = key.revokeTime { revokeTime = .init(time) }
    createTime = .init(key.createTime)
    etag = Etag.text(for: key.version)
  }
}

extension O2c_V1_ApiKey {
  /// What a preview shows: nothing of it exists, least of all a secret.
  mutating func makePreview() {
    name = ""
    keyID = ""
    lastFour = ""
    secret = ""
    etag = ""
  }
}

extension O2c_V1_Certificate {
  init(_ certificate: Certificate, now: Instant) {
    self.init()
    fingerprint = certificate.fingerprint
    if let id = certificate.principal { principal = Names.principal.name(id) }
    uri = certificate.uri
    state =
      switch certificate.state {
      case .revoked: .revoked
      case .active: certificate.expireTime.map { $0 <= now } ?? false ? .expired : .active
      }
    if let time = certificate.expireTime { expireTime = .init(time) }
    if let time = certificate.revokeTime { revokeTime = .init(time) }
    createTime = .init(certificate.createTime)
  }
}
