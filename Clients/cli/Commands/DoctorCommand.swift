import ArgumentParser
import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Checks configuration, certificates, connection, clock, version and permissions.",
    discussion: "Each line is ok, warn or fail, with what to do. Ends with 1 when something fails.")

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    try await global.runLocally { console in
      let findings = await Doctor(
        global: global, environment: ProcessInfo.processInfo.environment, now: Date()
      ).examine()
      console.out.write(Doctor.text(findings, format: global.output, console))
      if findings.contains(where: { $0.verdict == .fail }) {
        throw ErrorReport(status: .failed, message: "something fails", isTold: true)
      }
    }
  }
}

/// Looks at everything that must be right for a call to succeed, in the order in which a call
/// needs it.
struct Doctor: Sendable {
  struct Finding: Sendable, Hashable {
    enum Verdict: String, Sendable {
      case ok, warn, fail
    }

    let verdict: Verdict
    let subject: String
    let text: String
    var advice = ""
  }

  let global: GlobalOptions
  let environment: [String: String]
  let now: Date

  func examine() async -> [Finding] {
    var findings: [Finding] = []
    guard let settings = examineConfiguration(&findings) else { return findings }
    examineFiles(settings, &findings)
    await examineServer(&findings)
    return findings
  }

  private func examineConfiguration(_ findings: inout [Finding]) -> Settings? {
    do {
      let profiles = try Profiles.read(environment: environment)
      if profiles.exists {
        let mode = SecretFile.mode(of: profiles.path) ?? 0
        findings.append(
          mode & 0o077 == 0
            ? Finding(verdict: .ok, subject: "configuration", text: profiles.path)
            : Finding(
              verdict: .fail, subject: "configuration",
              text: "\(profiles.path) is open to others", advice: "chmod 600 \(profiles.path)"))
      } else {
        findings.append(
          Finding(
            verdict: .warn, subject: "configuration", text: "there is no \(profiles.path)",
            advice: "o2c login"))
      }
      let name = profiles.currentName(flag: global.profile, environment: environment)
      let settings = try profiles.settings(global: global, environment: environment)
      findings.append(
        Finding(
          verdict: .ok, subject: "profile",
          text: "\(name ?? "none"), endpoint \(settings.endpoint ?? "unknown")"))
      _ = try Configuration(settings: settings)
      return settings
    } catch {
      findings.append(
        Finding(
          verdict: .fail, subject: "configuration", text: ErrorReport(any: error).message,
          advice: "o2c login, or see `o2c help config`"))
      return nil
    }
  }

  private func examineFiles(_ settings: Settings, _ findings: inout [Finding]) {
    if let ca = settings.ca { findings.append(certificate("trust", ca)) }
    if let chain = settings.certificate { findings.append(certificate("certificate", chain)) }
    for (subject, path) in [("key", settings.key), ("api key", settings.apiKeyFile)] {
      guard let path else { continue }
      guard let mode = SecretFile.mode(of: path) else {
        findings.append(
          Finding(
            verdict: .fail, subject: subject, text: "there is no \(path)",
            advice: "o2c login with the right file"))
        continue
      }
      findings.append(
        mode & 0o077 == 0
          ? Finding(verdict: .ok, subject: subject, text: path)
          : Finding(
            verdict: .fail, subject: subject, text: "\(path) is open to others",
            advice: "chmod 600 \(path)"))
    }
  }

  private func certificate(_ subject: String, _ path: String) -> Finding {
    do {
      let file = try CertificateFile.read(path)
      return Doctor.verdict(
        subject, path, from: file.notValidBefore, until: file.notValidAfter, now)
    } catch {
      return Finding(
        verdict: .fail, subject: subject, text: ErrorReport(any: error).message,
        advice: "o2c login with the right file")
    }
  }

  /// A certificate is warned about in its last 14 days.
  static func verdict(
    _ subject: String, _ path: String, from: Date, until: Date, _ now: Date
  ) -> Finding {
    let advice = "o2c certificate issue PRINCIPAL --out DIR, then o2c login"
    if now < from {
      return Finding(
        verdict: .fail, subject: subject, text: "\(path) is not valid yet",
        advice: "check your clock")
    }
    if now >= until {
      return Finding(verdict: .fail, subject: subject, text: "\(path) has expired", advice: advice)
    }
    let days = Int(until.timeIntervalSince(now) / 86_400)
    let text = "\(path), valid for \(days) days"
    return days < 14
      ? Finding(verdict: .warn, subject: subject, text: text, advice: advice)
      : Finding(verdict: .ok, subject: subject, text: text)
  }

  private func examineServer(_ findings: inout [Finding]) async {
    do {
      var configuration = try global.configuration(environment: environment)
      configuration.timeout = .seconds(global.timeout ?? 5)
      let found = try await withOrderToCash(configuration) { client in
        var found: [Finding] = []
        let caller = try await client.admin.getCaller()
        found.append(
          Finding(verdict: .ok, subject: "connection", text: "TLS and credentials are accepted"))
        found.append(version(caller.serverVersion))
        found += permissions(caller)
        found.append(await clock(client, caller))
        return found
      }
      findings += found
    } catch {
      let report = ErrorReport(any: error)
      findings.append(
        Finding(
          verdict: .fail, subject: "connection", text: report.message, advice: report.hint ?? ""))
    }
  }

  private func version(_ server: String) -> Finding {
    let isSame = server.split(separator: ".").first == Version.text.split(separator: ".").first
    return isSame
      ? Finding(verdict: .ok, subject: "version", text: "o2c \(Version.text), server \(server)")
      : Finding(
        verdict: .warn, subject: "version", text: "o2c \(Version.text), server \(server)",
        advice: "take the o2c of the server's version")
  }

  private func permissions(_ caller: CallerInfo) -> [Finding] {
    let roles = caller.roles.joined(separator: ", ")
    var findings = [
      Finding(
        verdict: caller.permissions.isEmpty ? .warn : .ok, subject: "permissions",
        text: "\(caller.principal.displayName): \(roles), \(caller.permissions.count) permissions",
        advice: caller.permissions.isEmpty ? "ask an administrator for a role" : "")
    ]
    findings.append(
      caller.seller.isEmpty
        ? Finding(
          verdict: .warn, subject: "seller", text: "none is chosen",
          advice: "o2c config set seller \(caller.sellers.first ?? "sellers/…")")
        : Finding(verdict: .ok, subject: "seller", text: caller.seller))
    return findings
  }

  /// The server's clock is in what it decides: a customer that is not kept shows it.
  private func clock(_ client: OrderToCashClient, _ caller: CallerInfo) async -> Finding {
    guard caller.permissions.contains("customers.write") else {
      return Finding(
        verdict: .ok, subject: "clock", text: "not compared: that needs customers.write")
    }
    var request = CreateCustomerRequest()
    request.validateOnly = true
    request.customer.displayName = "clock"
    request.customer.party.legalName = "clock"
    request.customer.party.address.countryCode = "DE"
    do {
      let before = Date()
      let answer = try await client.customers.create(request)
      guard answer.hasCreateTime else {
        return Finding(
          verdict: .ok, subject: "clock", text: "not compared: the server does not say")
      }
      let middle = before.addingTimeInterval(Date().timeIntervalSince(before) / 2)
      let skew = answer.createTime.date.timeIntervalSince(middle)
      return Doctor.clockVerdict(skewSeconds: Int(skew.rounded()))
    } catch {
      let report = ErrorReport(any: error)
      return Finding(
        verdict: report.reason == "REQUEST_ID_INVALID" ? .fail : .warn, subject: "clock",
        text: report.message, advice: report.hint ?? "")
    }
  }

  /// Request ids carry the time: an hour ahead they are refused.
  static func clockVerdict(skewSeconds: Int) -> Finding {
    let text = "\(abs(skewSeconds)) s \(skewSeconds > 0 ? "behind" : "ahead of") the server"
    return switch abs(skewSeconds) {
    case 0...30: Finding(verdict: .ok, subject: "clock", text: text)
    case 31...1_800:
      Finding(verdict: .warn, subject: "clock", text: text, advice: "set your clock: NTP")
    default: Finding(verdict: .fail, subject: "clock", text: text, advice: "set your clock: NTP")
    }
  }

  static func text(_ findings: [Finding], format: OutputFormat, _ console: Console) -> String {
    switch format {
    case .table, .csv, .name:
      return findings.map { finding in
        let color: Console.Color =
          switch finding.verdict {
          case .ok: .green
          case .warn: .yellow
          case .fail: .red
          }
        let padding = String(repeating: " ", count: 5 - finding.verdict.rawValue.count)
        let advice = finding.advice.isEmpty ? "" : "\n       → \(finding.advice)"
        return console.colored(finding.verdict.rawValue, color) + padding + " "
          + "\(finding.subject): \(finding.text)\(advice)\n"
      }.joined()
    case .json, .jsonl:
      return findings.map { finding in
        JSONText.object([
          ("verdict", JSONText.quoted(finding.verdict.rawValue)),
          ("subject", JSONText.quoted(finding.subject)), ("text", JSONText.quoted(finding.text)),
          ("advice", JSONText.quoted(finding.advice)),
        ]) + "\n"
      }.joined()
    }
  }
}
