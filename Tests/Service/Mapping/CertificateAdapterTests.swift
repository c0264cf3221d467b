import Crypto
import Domain
import GRPCCore
import OrderToCashAPI
import SwiftASN1
import SwiftProtobuf
import Testing
import X509

@testable import Service

@Suite("Certificates and pages through the adapters", .serialized)
struct CertificateAdapterTests {
  @Test("A certificate is signed for the key of the request, put on record, and revoked")
  func certificates() async throws {
    try await AdapterHouse.run { house in
      let admin = AdminService(house.environment)
      let (service, _) = try await house.call(
        "o2c.v1.AdminService/CreatePrincipal",
        O2c_V1_CreatePrincipalRequest.with {
          $0.principal.kind = .service
          $0.principal.displayName = "Web"
          $0.principal.roles = ["SALES"]
        }
      ) { try await admin.createPrincipal(request: $0, context: $1) }
      let key = X509.Certificate.PrivateKey(P256.Signing.PrivateKey())
      let signing = try CertificateSigningRequest(
        version: .v1, subject: try DistinguishedName { CommonName("root") }, privateKey: key,
        attributes: .init(), signatureAlgorithm: .ecdsaWithSHA256)
      let pem = try signing.serializeAsPEM().pemString
      let (issued, _) = try await house.call(
        "o2c.v1.AdminService/IssueCertificate",
        O2c_V1_IssueCertificateRequest.with {
          $0.principal = service.name
          $0.certificateRequest = pem
        }
      ) { try await admin.issueCertificate(request: $0, context: $1) }
      let chain = try PEMDocument.parseMultiple(pemString: issued.certificateChain)
      #expect(chain.count == 2)
      let certificate = try X509.Certificate(pemDocument: chain[0])
      #expect(certificate.publicKey == key.publicKey)
      #expect(try certificate.sha256Fingerprint() == issued.fingerprint)
      #expect(issued.uri == "o2c://\(service.name)" && issued.state == .active)
      let days = (issued.expireTime.seconds - issued.createTime.seconds) / 86_400
      #expect((89...90).contains(days))

      let (revoked, _) = try await house.call(
        "o2c.v1.AdminService/RevokeCertificate",
        O2c_V1_RevokeCertificateRequest.with { $0.fingerprint = issued.fingerprint }
      ) { try await admin.revokeCertificate(request: $0, context: $1) }
      #expect(revoked.state == .revoked && revoked.principal == service.name)
      #expect(
        await house.refusal {
          _ = try await house.call(
            "o2c.v1.AdminService/IssueCertificate",
            O2c_V1_IssueCertificateRequest.with {
              $0.principal = service.name
              $0.certificateRequest = pem
              $0.expireTime.seconds = issued.createTime.seconds + 3600
            }
          ) { try await admin.issueCertificate(request: $0, context: $1) }
        } == ["INVALID_FIELDS", "expire_time"])
    }
  }

  @Test("Pages of any size show every row once, and a token fits its own list only")
  func pages() async throws {
    try await AdapterHouse.run { house in
      let catalog = CatalogService(house.environment)
      for number in 1...7 {
        _ = try await house.call(
          "o2c.v1.CatalogService/CreateProduct",
          O2c_V1_CreateProductRequest.with {
            $0.product.sku = "P-\(number)"
            $0.product.displayName = "Product \(number % 3)"
          }
        ) { try await catalog.createProduct(request: $0, context: $1) }
      }
      func list(
        _ change: (inout O2c_V1_ListProductsRequest) -> Void
      ) async throws -> O2c_V1_ListProductsResponse {
        var request = O2c_V1_ListProductsRequest.with { $0.orderBy = "display_name desc" }
        change(&request)
        return try await house.call("o2c.v1.CatalogService/ListProducts", request) {
          try await catalog.listProducts(request: $0, context: $1)
        }.message
      }
      let whole = try await list { _ in }.products.map(\.name)
      #expect(whole.count == 7 && Set(whole).count == 7)
      for size in 1...8 {
        var names: [String] = []
        var token = ""
        repeat {
          let page = try await list {
            $0.pageSize = Int32(size)
            $0.pageToken = token
          }
          #expect(page.products.count <= size)
          names += page.products.map(\.name)
          token = page.nextPageToken
        } while !token.isEmpty
        #expect(names == whole)
      }
      let token = try await list { $0.pageSize = 1 }.nextPageToken
      #expect(
        await house.refusal {
          _ = try await list {
            $0.pageToken = token
            $0.orderBy = "sku"
          }
        } == ["PAGE_TOKEN_MISMATCH"])
      #expect(
        await house.refusal { _ = try await list { $0.pageToken = "nonsense" } }
          == ["PAGE_TOKEN_INVALID"])
      #expect(
        await house.refusal { _ = try await list { $0.filter = "colour = \"red\"" } }
          == ["FILTER_INVALID"])
    }
  }
}
