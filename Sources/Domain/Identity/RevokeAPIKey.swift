/// Ends a key for good. Checks, in this order: it is there, its version, its state.
package struct RevokeAPIKey: Command {
  package let principal: ID<Principal>
  package let apiKey: ID<APIKey>
  package let expectedVersion: Int64?
  package let note: String

  package init(
    principal: ID<Principal>, apiKey: ID<APIKey>, expectedVersion: Int64? = nil, note: String = ""
  ) {
    self.principal = principal
    self.apiKey = apiKey
    self.expectedVersion = expectedVersion
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.apiKeys.insert(apiKey)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> APIKey {
    guard var key = books.apiKeys[apiKey], key.principal == principal else {
      throw .notFound("principals/\(principal)/apiKeys/\(apiKey)")
    }
    try requireVersion(expectedVersion, of: key)
    guard key.state == .active else {
      throw .transition(
        "principals/\(principal)/apiKeys/\(apiKey)", from: key.state.rawValue,
        requested: "RevokeApiKey", allowed: [CredentialState.active.rawValue])
    }
    key.state = .revoked
    key.revokeTime = context.now
    books.put(key)
    let current = books.apiKeys[apiKey] ?? key
    books.record(
      .apiKeyRevoked, ResourceRef(.apiKey, key.id), version: current.version, in: context
    ) {
      $0.member("principal", "principals/\(principal)")
      $0.member("key_id", key.keyID)
      $0.member("note", note)
    }
    return current
  }
}
