/// How the CLI and the SDK find the server of `o2cd dev`: the profiles `dev`, who administers, and
/// `partner`, who orders for one customer.
struct DevProfiles: Sendable {
  let directory: DevDirectory
  let certificatePort: Int
  let apiKeyPort: Int

  func write() throws {
    try directory.writeSecret(text, to: directory.profiles)
  }

  private var text: String {
    var text = """
      # Written by o2cd dev at every start.
      default_profile = "dev"

      [profiles.dev]
      endpoint = "localhost:\(certificatePort)"
      ca = "\(directory.caCertificate)"
      cert = "\(directory.adminCertificate)"
      key = "\(directory.adminKey)"

      """
    if directory.has(directory.partnerKey) {
      text += """

        [profiles.partner]
        endpoint = "localhost:\(apiKeyPort)"
        ca = "\(directory.caCertificate)"
        api_key_file = "\(directory.partnerKey)"

        """
    }
    return text
  }
}
