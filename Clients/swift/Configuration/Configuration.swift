/// What a client needs to know: where the server is, whom to trust, who calls.
///
/// It comes from code, from the environment, or from a profile in the file that the CLI keeps; see
/// ``load(profile:environment:)``. Printing one shows no secret.
public struct Configuration: Sendable {
  /// Where the server listens.
  public var endpoint: Endpoint
  /// Who may vouch for the server.
  public var trustRoots: TrustRoots
  /// How the caller proves who it is.
  public var credential: Credential
  /// The seller to act for, where the caller may act for several.
  public var seller: SellerName?
  /// How calls are repeated.
  public var retry: RetryPolicy
  /// How long a call may take with all its attempts, unless its options say otherwise.
  public var timeout: Duration
  /// The longest silence of the server in a job or a stream.
  public var idleTimeout: Duration
  /// Connections to the server, 1 to 4. One is enough for a tool, services want two or more.
  public var connections: Int
  /// Most calls in flight at once; further ones wait within their deadlines.
  public var maximumCallsInFlight: Int
  /// Whether a call waits, within its deadline, for a server that cannot be reached. When `false`
  /// it fails as soon as the connection does, after the retries that the policy allows.
  public var waitsForConnection: Bool

  /// A configuration by code.
  public init(
    endpoint: Endpoint, trustRoots: TrustRoots = .system, credential: Credential,
    seller: SellerName? = nil, retry: RetryPolicy = RetryPolicy()
  ) {
    self.endpoint = endpoint
    self.trustRoots = trustRoots
    self.credential = credential
    self.seller = seller
    self.retry = retry
    timeout = .seconds(8)
    idleTimeout = .seconds(60)
    connections = 2
    maximumCallsInFlight = 200
    waitsForConnection = true
  }
}

extension Configuration: CustomStringConvertible {
  /// One line for a log, without secrets.
  public var description: String {
    let seller = seller.map { ", \($0)" } ?? ""
    return "\(endpoint), trust \(trustRoots), \(credential)\(seller)"
  }
}
