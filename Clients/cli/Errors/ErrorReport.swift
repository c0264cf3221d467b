/// An error as it is told: to people in lines, to programs as one JSON object.
struct ErrorReport: Error, Sendable {
  struct Violation: Sendable, Hashable {
    var path: String
    var reason: String
    var message: String
  }

  var status: EndStatus
  /// gRPC code such as `FAILED_PRECONDITION`; empty where no call was made.
  var code = ""
  /// Reason of the contract such as `CREDIT_HOLD`; empty where no call was made.
  var reason = ""
  var message: String
  var violations: [Violation] = []
  var metadata: [String: String] = [:]
  /// What to do next, if something better can be said than the message does.
  var hint: String?
  /// `not_applied`, `applied` or `unknown`; empty where no call was made.
  var outcome = ""
  var callID: String?
  /// The request id to repeat the call with, where it was a mutation.
  var requestID: String?
  /// Some of several things failed and each was told on its own: nothing is left to say.
  var isTold = false

  /// A mistake on the command line, in the configuration or in a file.
  static func usage(_ message: String, hint: String? = nil) -> ErrorReport {
    ErrorReport(status: .usage, message: message, hint: hint)
  }

  /// Nothing by that number, key or name.
  static func notFound(_ message: String, hint: String? = nil) -> ErrorReport {
    ErrorReport(status: .notFound, reason: "RESOURCE_NOT_FOUND", message: message, hint: hint)
  }

  /// The error with the word that somebody used for a resource in place of its name.
  func called(_ word: String, for name: String) -> ErrorReport {
    var report = self
    report.message = message.replacing(name, with: word)
    report.violations = violations.map { violation in
      var violation = violation
      violation.path = violation.path.replacing(name, with: word)
      violation.message = violation.message.replacing(name, with: word)
      return violation
    }
    report.hint = hint?.replacing(name, with: word)
    return report
  }

  /// As people read it.
  func text(console: Console) -> String {
    var lines = [console.colored("error:", .red) + " " + headline]
    for violation in violations where violation.message != message {
      let path = violation.path.isEmpty ? "" : "\(violation.path): "
      let reason = violation.reason.isEmpty ? "" : " [\(violation.reason)]"
      lines.append("  - \(path)\(violation.message)\(reason)")
    }
    if let hint { lines.append("  hint: \(hint)") }
    var facts: [String] = []
    if !reason.isEmpty { facts.append(reason) }
    // What only reads has changed nothing, whatever became of the call.
    if !outcome.isEmpty, outcome != "unknown" || requestID != nil {
      facts.append("outcome \(outcome)")
    }
    if let requestID, outcome == "unknown" { facts.append("request id \(requestID)") }
    if let callID { facts.append("call \(callID)") }
    if !facts.isEmpty { lines.append("  (" + facts.joined(separator: ", ") + ")") }
    return lines.joined(separator: "\n")
  }

  /// The message without what the list of violations under it says again.
  private var headline: String {
    for violation in violations where violation.message != message {
      let path = violation.path.isEmpty ? "" : "\(violation.path): "
      let tail = " \(path)\(violation.message)"
      if message.hasSuffix(tail) { return String(message.dropLast(tail.count)) }
    }
    return message
  }

  /// As programs read it: one object on one line.
  var json: String {
    var members: [(String, String)] = [
      ("exitCode", String(status.rawValue)), ("message", JSONText.quoted(message)),
    ]
    for (key, value) in [("code", code), ("reason", reason), ("outcome", outcome)]
    where !value.isEmpty {
      members.append((key, JSONText.quoted(value)))
    }
    if !violations.isEmpty {
      let items = violations.map { violation in
        JSONText.object([
          ("path", JSONText.quoted(violation.path)), ("reason", JSONText.quoted(violation.reason)),
          ("message", JSONText.quoted(violation.message)),
        ])
      }
      members.append(("violations", "[" + items.joined(separator: ",") + "]"))
    }
    if !metadata.isEmpty {
      let items = metadata.sorted { $0.key < $1.key }.map { ($0.key, JSONText.quoted($0.value)) }
      members.append(("metadata", JSONText.object(items)))
    }
    if let hint { members.append(("hint", JSONText.quoted(hint))) }
    if let callID { members.append(("callId", JSONText.quoted(callID))) }
    if let requestID { members.append(("requestId", JSONText.quoted(requestID))) }
    return JSONText.object([("error", JSONText.object(members))])
  }
}
