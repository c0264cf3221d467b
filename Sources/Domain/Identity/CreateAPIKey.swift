/// Gives a partner a key. The secret was made outside and is shown once; only its keyed hash is
/// kept. Two keys may be active, so that one is replaced without a gap.
///
/// Checks, in this order: the principal is there, is an active partner, has a key to spare, and
/// the expiry lies ahead.
package struct CreateAPIKey: Command {
  package static let mostActive = 2

  package let principal: ID<Principal>
  package let keyID: String
  package let secretMAC: [UInt8]
  package let lastFour: String
  package let expireTime: Instant?
  package let note: String

  package init(
    principal: ID<Principal>, keyID: String, secretMAC: [UInt8], lastFour: String,
    expireTime: Instant?, note: String = ""
  ) {
    self.principal = principal
    self.keyID = keyID
    self.secretMAC = secretMAC
    self.lastFour = lastFour
    self.expireTime = expireTime
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.principals.insert(principal)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> APIKey {
    guard let principal = books.principals[principal] else {
      throw .invalidField("principal", .referenceNotFound, "There is no such principal.")
    }
    if let expireTime, expireTime <= context.now {
      throw .invalidField("expire_time", .fieldOutOfRange, "The time has passed already.")
    }
    guard principal.kind == .partner, principal.state == .active else {
      throw .transition(
        "principals/\(principal.id)",
        from: "\(principal.kind.rawValue) \(principal.state.rawValue)",
        requested: "CreateApiKey", allowed: ["PARTNER ACTIVE"])
    }
    let active = books.apiKeys.rows.count {
      $0.principal == principal.id && $0.state == .active
        && ($0.expireTime.map { $0 > context.now } ?? true)
    }
    guard active < Self.mostActive else {
      throw Rejection(
        .resourceInUse, "Two keys are active: revoke one first.",
        metadata: ["resource": "principals/\(principal.id)", "usedBy": "apiKeys"])
    }
    let key = APIKey(
      id: books.makeID(in: context), principal: principal.id, keyID: keyID, secretMAC: secretMAC,
      lastFour: lastFour, expireTime: expireTime, at: context.now)
    books.put(key)
    books.record(.apiKeyCreated, ResourceRef(.apiKey, key.id), version: 1, in: context) {
      $0.member("principal", "principals/\(principal.id)")
      $0.member("key_id", keyID)
      $0.member("expire_time", expireTime?.description)
      $0.member("note", note)
    }
    return books.apiKeys[key.id] ?? key
  }
}
