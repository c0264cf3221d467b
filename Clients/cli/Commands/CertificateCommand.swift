import ArgumentParser
import Crypto
import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftASN1
import SwiftProtobuf
import X509

struct CertificateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate", abstract: "Client certificates of services and admins.",
    subcommands: [Issue.self, Revoke.self])

  struct Issue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Issues a certificate. The private key is made here and never leaves.")

    @Argument(help: "The service or admin: name or display name.")
    var principal: ResourceArgument

    @Option(help: "Folder for the key (mode 0600) and the chain.")
    var out = "."

    @Option(help: "Name of the files, before .key.pem and .pem; default the principal's id.")
    var file: String?

    @Option(help: "When it ends; default in 90 days.")
    var expires: TimeArgument?

    @Option(help: "Why, for the log.")
    var note: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let name = try await session.resolver.name(principal, .principal)
        let base = file ?? name.split(separator: "/").last.map(String.init) ?? "client"
        let keyPath = (out as NSString).appendingPathComponent("\(base).key.pem")
        let chainPath = (out as NSString).appendingPathComponent("\(base).pem")
        for path in [keyPath, chainPath] where SecretFile.mode(of: path) != nil {
          throw ErrorReport.usage("\(path) is there already: name another with --out or --file")
        }
        let made = try CertificateRequest.make(commonName: base)
        // The key is on disk before the certificate exists: it could not be used otherwise.
        if !mutation.dryRun { try SecretFile.write(made.keyPEM, to: keyPath) }
        var request = IssueCertificateRequest()
        request.principal = name
        request.certificateRequest = made.requestPEM
        request.validateOnly = mutation.dryRun
        request.note = note ?? ""
        if let expires { request.expireTime = expires.time }
        let certificate: OrderToCash.Certificate
        do {
          certificate = try await session.client.admin.issueCertificate(
            request, options: try session.options(mutation))
        } catch let error as OrderToCashError where error.outcome == .notApplied {
          if !mutation.dryRun { try? FileManager.default.removeItem(atPath: keyPath) }
          throw error
        }
        if !mutation.dryRun {
          try SecretFile.write(certificate.certificateChain, to: chainPath)
          session.console.err.line("the key is in \(keyPath), the chain in \(chainPath)")
        }
        try session.printer.show(certificate)
        session.tellDryRun(mutation)
      }
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Revokes a certificate: calls with it are refused within seconds.")

    @Argument(help: "SHA-256 of its DER form in hexadecimal digits, or the PEM file.")
    var fingerprint: String

    @Option(help: "Why, for the log.")
    var note: String?

    @OptionGroup var mutation: MutationOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await global.run { session in
        let digest =
          FileManager.default.fileExists(atPath: fingerprint)
          ? try CertificateFile.read(fingerprint).fingerprint
          : fingerprint.lowercased().replacing(":", with: "")
        try mutation.confirmation(on: session.console)
          .ask("Revoke \(digest)? It cannot be taken back.", typing: String(digest.prefix(8)))
        var request = RevokeCertificateRequest()
        request.fingerprint = digest
        request.validateOnly = mutation.dryRun
        request.note = note ?? ""
        try await session.change(mutation) { [request] options in
          try await session.client.admin.revokeCertificate(request, options: options)
        }
      }
    }
  }
}

/// A new P-256 key and the request to certify it.
enum CertificateRequest {
  static func make(commonName: String) throws -> (keyPEM: String, requestPEM: String) {
    let key = P256.Signing.PrivateKey()
    let request = try CertificateSigningRequest(
      version: .v1, subject: try DistinguishedName { CommonName(commonName) },
      privateKey: X509.Certificate.PrivateKey(key), attributes: .init(),
      signatureAlgorithm: .ecdsaWithSHA256)
    return (key.pemRepresentation + "\n", try request.serializeAsPEM().pemString + "\n")
  }
}

/// A certificate in a PEM file.
struct CertificateFile {
  let notValidBefore: Date
  let notValidAfter: Date
  /// SHA-256 of the DER form, in lower-case hexadecimal digits.
  let fingerprint: String

  /// The first certificate of the file.
  static func read(_ path: String) throws -> CertificateFile {
    let text = String(decoding: try InputFile.bytes(of: path), as: UTF8.self)
    guard let document = try? PEMDocument.parseMultiple(pemString: text).first,
      let certificate = try? X509.Certificate(pemDocument: document)
    else {
      throw ErrorReport.usage("\(path) holds no certificate in PEM")
    }
    return CertificateFile(
      notValidBefore: certificate.notValidBefore, notValidAfter: certificate.notValidAfter,
      fingerprint: SHA256.hash(data: document.derBytes).reduce(into: "") { text, byte in
        text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
      })
  }
}
