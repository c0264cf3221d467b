/// Puts a certificate on the deny-list by its fingerprint, also one that another authority issued.
package struct RevokeCertificate: Command {
  package let fingerprint: String
  package let note: String

  package init(fingerprint: String, note: String = "") {
    self.fingerprint = fingerprint
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.certificates.insert(fingerprint)
    return needs
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> Certificate {
    var certificate =
      books.certificates.rows.first { $0.fingerprint == fingerprint }
      ?? Certificate(
        id: books.makeID(in: context), principal: nil, uri: "", fingerprint: fingerprint,
        expireTime: nil, at: context.now)
    guard certificate.state == .active else {
      throw .transition(
        "certificate \(fingerprint)", from: certificate.state.rawValue,
        requested: "RevokeCertificate", allowed: [CredentialState.active.rawValue])
    }
    certificate.state = .revoked
    certificate.revokeTime = context.now
    books.put(certificate)
    let current = books.certificates[certificate.id] ?? certificate
    books.record(
      .certificateRevoked, ResourceRef(.certificate, certificate.id), version: current.version,
      in: context
    ) {
      $0.member("fingerprint", fingerprint)
      $0.member("principal", certificate.principal.map { "principals/\($0)" })
      $0.member("note", note)
    }
    return current
  }
}
