import Foundation

@testable import Postgres

/// An authority, a certificate for the server and a pepper, made by OpenSSL: the certificates of an
/// installation come from elsewhere than from the server.
enum Secrets {
  /// Writes `ca.pem`, `ca.key`, `server.pem`, `server.key` and `pepper`.
  static func make(in folder: String) async throws {
    try Files.write(configuration, to: folder + "/openssl.cnf")
    for name in ["ca", "server"] {
      try await openssl(
        "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out",
        "\(folder)/\(name).key")
    }
    try await openssl(
      "req", "-x509", "-new", "-config", folder + "/openssl.cnf", "-extensions", "authority",
      "-key", folder + "/ca.key", "-subj", "/CN=o2c test CA", "-days", "30", "-out",
      folder + "/ca.pem")
    try await openssl(
      "req", "-new", "-config", folder + "/openssl.cnf", "-key", folder + "/server.key", "-subj",
      "/CN=localhost", "-out", folder + "/server.csr")
    try await openssl(
      "x509", "-req", "-in", folder + "/server.csr", "-CA", folder + "/ca.pem", "-CAkey",
      folder + "/ca.key", "-CAcreateserial", "-days", "30", "-extfile", folder + "/openssl.cnf",
      "-extensions", "server", "-out", folder + "/server.pem")
    try await openssl("rand", "-hex", "-out", folder + "/pepper", "32")
    for name in ["ca.key", "server.key", "pepper"] { chmod("\(folder)/\(name)", 0o600) }
  }

  /// Writes the key `{name}.key`. A certificate signing request for it, in PEM.
  static func request(_ name: String, in folder: String) async throws -> String {
    let key = "\(folder)/\(name).key"
    try await openssl(
      "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", key)
    chmod(key, 0o600)
    try await openssl(
      "req", "-new", "-config", folder + "/openssl.cnf", "-key", key, "-subj", "/CN=\(name)",
      "-out", "\(folder)/\(name).csr")
    return Files.read("\(folder)/\(name).csr") ?? ""
  }

  private static func openssl(_ arguments: String...) async throws {
    try await Program.run("/usr/bin/openssl", arguments)
  }

  private static let configuration = """
    [req]
    distinguished_name = name
    prompt = no
    [name]
    CN = o2c
    [authority]
    basicConstraints = critical, CA:TRUE, pathlen:0
    keyUsage = critical, keyCertSign, cRLSign
    subjectKeyIdentifier = hash
    [server]
    basicConstraints = critical, CA:FALSE
    keyUsage = critical, digitalSignature
    extendedKeyUsage = serverAuth
    subjectAltName = DNS:localhost, IP:127.0.0.1
    authorityKeyIdentifier = keyid

    """
}
