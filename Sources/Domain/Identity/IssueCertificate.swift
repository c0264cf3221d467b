/// Puts a certificate, signed outside, on record for a service or an admin.
///
/// Checks, in this order: the principal is there and calls by certificate, the certificate is not on
/// record already, revoked ones included.
package struct IssueCertificate: Command {
  package let principal: ID<Principal>
  package let uri: String
  package let fingerprint: String
  package let expireTime: Instant
  package let note: String

  package init(
    principal: ID<Principal>, uri: String, fingerprint: String, expireTime: Instant,
    note: String = ""
  ) {
    self.principal = principal
    self.uri = uri
    self.fingerprint = fingerprint
    self.expireTime = expireTime
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.principals.insert(principal)
    needs.certificates.insert(fingerprint)
    return needs
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> Certificate {
    guard let principal = books.principals[principal] else {
      throw .invalidField("principal", .referenceNotFound, "There is no such principal.")
    }
    guard principal.kind != .partner, principal.state == .active else {
      throw .transition(
        "principals/\(principal.id)",
        from: "\(principal.kind.rawValue) \(principal.state.rawValue)",
        requested: "IssueCertificate", allowed: ["SERVICE ACTIVE", "ADMIN ACTIVE"])
    }
    guard !books.certificates.rows.contains(where: { $0.fingerprint == fingerprint }) else {
      throw Rejection(
        .resourceExists, "A certificate with this fingerprint is on record already.",
        metadata: ["existing": fingerprint])
    }
    let certificate = Certificate(
      id: books.makeID(in: context), principal: principal.id, uri: uri, fingerprint: fingerprint,
      expireTime: expireTime, at: context.now)
    books.put(certificate)
    books.record(
      .certificateIssued, ResourceRef(.certificate, certificate.id), version: 1, in: context
    ) {
      $0.member("principal", "principals/\(principal.id)")
      $0.member("fingerprint", fingerprint)
      $0.member("expire_time", expireTime.description)
      $0.member("note", note)
    }
    return books.certificates[certificate.id] ?? certificate
  }
}
