import Crypto
import Foundation
import OrderToCashAPI
import SwiftASN1
import Testing
import X509

@testable import o2c

@Suite struct CommandLineContractTests {
  @Test("every method of the contract can be called; streams of files and orders have commands")
  func methods() {
    let streams: Set = [
      "o2c.v1.AdminService/ImportRecords", "o2c.v1.OrderService/PlaceOrders",
      "o2c.v1.LedgerService/VerifyBooks", "o2c.v1.AdminService/ReplayPolicy",
      "o2c.v1.ReportService/ExportRecords",
    ]
    let all = Set(MethodTable.all.map(\.fullName))
    #expect(Set(ApiMethod.byName.keys) == all.subtracting(streams))
    #expect(streams.isSubset(of: all))
  }

  @Test("each method and its messages can be described")
  func descriptions() throws {
    for rule in MethodTable.all {
      #expect(try ApiDirectory.description(of: rule.method).contains(rule.permission))
    }
    let order = try ApiDirectory.description(of: "Order")
    #expect(order.contains("state: DRAFT | CONFIRMED | ON_HOLD"))
    #expect(order.contains("filter by holds.kind"))
    #expect(throws: ErrorReport.self) { try ApiDirectory.description(of: "Nonsense") }
  }

  @Test("reasons of methods have a hint")
  func hints() {
    let reasons = Set(MethodTable.all.flatMap(\.reasons))
    #expect(reasons.filter { Hints.byReason[$0] == nil }.sorted() == [])
  }

  @Test("help has a page for each topic, command and reason")
  func help() throws {
    for topic in HelpTopic.all { #expect(try !HelpCommand.text(for: [topic.name]).isEmpty) }
    #expect(try HelpCommand.text(for: ["order", "place"]).contains("--from-file"))
    let credit = try HelpCommand.text(for: ["credit"])
    #expect(credit.hasPrefix(HelpTopic.creditDesk.text))
    #expect(credit.contains("USAGE: o2c credit"))
    #expect(try HelpCommand.text(for: ["credit_hold"]).contains("set-limit"))
    #expect(throws: ErrorReport.self) { try HelpCommand.text(for: ["nonsense"]) }
  }

  @Test("help topics fit 80 columns")
  func topicWidth() {
    // What to do about errors is one line a reason, as long as it has to be.
    for topic in HelpTopic.all where topic.name != HelpTopic.reasons.name {
      for line in topic.text.split(separator: "\n") {
        #expect(TextWidth.of(String(line)) <= 80, "\(topic.name): \(line)")
      }
    }
  }

  @Test("a certificate request carries a new P-256 key and is signed with it")
  func certificateRequest() throws {
    let made = try CertificateRequest.make(commonName: "robot")
    let key = try P256.Signing.PrivateKey(pemRepresentation: made.keyPEM)
    let request = try CertificateSigningRequest(pemEncoded: made.requestPEM)
    #expect(request.publicKey == Certificate.PublicKey(key.publicKey))
    #expect(request.publicKey.isValidSignature(request.signature, for: request))
    let other = try CertificateRequest.make(commonName: "robot")
    #expect(other.keyPEM != made.keyPEM)
  }

  @Test("the doctor warns in the last days of a certificate and fails after them")
  func certificateAge() {
    let now = Date(timeIntervalSince1970: 1_000_000_000)
    func verdict(_ from: Double, _ until: Double) -> Doctor.Finding.Verdict {
      Doctor.verdict(
        "certificate", "c.pem", from: now.addingTimeInterval(from * 86_400),
        until: now.addingTimeInterval(until * 86_400), now
      ).verdict
    }
    #expect(verdict(-1, 90) == .ok)
    #expect(verdict(-1, 14.5) == .ok)
    #expect(verdict(-1, 13) == .warn)
    #expect(verdict(-90, 0) == .fail)
    #expect(verdict(1, 90) == .fail)
  }

  @Test(
    "the doctor tells a clock that is off",
    arguments: [(0, "ok"), (30, "ok"), (-31, "warn"), (1_800, "warn"), (-1_801, "fail")])
  func clock(skew: Int, verdict: String) {
    #expect(Doctor.clockVerdict(skewSeconds: skew).verdict.rawValue == verdict)
  }
}
